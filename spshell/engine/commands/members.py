"""Members of command objects that show parameters: Parameters, ParameterSets, DefaultParameterSet,
ResolveParameter.
"""

from __future__ import annotations

from spshell.values.declare import Members
from spshell.values.exceptions import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

command_parameters = Members()


def _metadata(info: Any) -> Any:
    target = info
    if info.command_type == "Alias":
        target = resolved(info)
    return getattr(target, "metadata", None)


def resolved(info: Any) -> Any:
    """The command behind an alias, or None."""
    session = info.session
    return (
        None
        if session is None
        else session.commands.find(session.current or session.global_scope, info.definition)
    )


@command_parameters.prop("System.Object Parameters {get}")
def _parameters(info: Any) -> Any:
    from spshell.engine.commands.shown_parameters import parameter_dictionary

    metadata = getattr(info, "dynamic_metadata", None) or _metadata(info)
    return None if metadata is None else parameter_dictionary(metadata)


@command_parameters.prop("System.Object ParameterSets {get}")
def _sets(info: Any) -> Any:
    from spshell.engine.commands.shown_parameters import parameter_sets

    metadata = _metadata(info)
    return None if metadata is None else parameter_sets(metadata)


@command_parameters.prop("string DefaultParameterSet {get}")
def _default_set(info: Any) -> Any:
    metadata = _metadata(info)
    return None if metadata is None else metadata.default_set


@command_parameters.prop("string HelpUri {get}")
def _help_uri(info: Any) -> str:
    metadata = _metadata(info)
    return "" if metadata is None else str(metadata.help_uri)


@command_parameters.method("System.Management.Automation.ParameterMetadata ResolveParameter(string name)")
def _resolve(info: Any, name: str) -> Any:
    from spshell.engine.binding.arguments import UNSPECIFIED, Argument
    from spshell.engine.binding.binder import Binding, find_parameter
    from spshell.engine.commands.shown_parameters import ParameterView

    metadata = _metadata(info)
    found = None
    if metadata is not None:
        binding = Binding(metadata, None, None, False)
        found = find_parameter(binding, Argument(name, "-" + name, UNSPECIFIED, -1))
    if found is None:
        raise fault(
            "System.Management.Automation.ParameterBindingException",
            f"There is no parameter named '{name}'.",
            "NamedParameterNotFound",
            "InvalidArgument",
            arguments=(name,),
        )
    return ParameterView(found)
