"""Parameters as Get-Command shows them: ParameterMetadata, CommandParameterSetInfo, CommandParameterInfo."""

from __future__ import annotations

from spshell.engine.binding.metadata import ALL_SETS
from spshell.engine.commands import syntax as command_syntax
from spshell.values.declare import net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec, SetFlags

_SMA = "System.Management.Automation."
_NO_POSITION = -(2**31)


@net_class(_SMA + "ParameterSetMetadata")
class ParameterSetView:
    """How a parameter takes part in a set."""

    def __init__(self, flags: SetFlags) -> None:
        self.flags = flags

    @prop("bool IsMandatory {get}")
    def is_mandatory(self) -> bool:
        return self.flags.mandatory

    @prop("int Position {get}")
    def position(self) -> int:
        return _NO_POSITION if self.flags.position is None else self.flags.position

    @prop("bool ValueFromPipeline {get}")
    def value_from_pipeline(self) -> bool:
        return self.flags.by_value

    @prop("bool ValueFromPipelineByPropertyName {get}")
    def value_by_name(self) -> bool:
        return self.flags.by_name

    @prop("bool ValueFromRemainingArguments {get}")
    def value_from_remaining(self) -> bool:
        return self.flags.remaining

    @prop("string HelpMessage {get}")
    def help_message(self) -> str:
        return self.flags.help


@net_class(_SMA + "ParameterMetadata")
class ParameterView:
    """A parameter of a command."""

    def __init__(self, spec: ParameterSpec) -> None:
        self.spec = spec

    @prop("string Name {get}")
    def name(self) -> str:
        return self.spec.name

    @prop("type ParameterType {get}")
    def parameter_type(self) -> Any:
        return self.spec.type

    @prop("System.Object ParameterSets {get}")
    def parameter_sets(self) -> Any:
        rows = ((name, ParameterSetView(flags)) for name, flags in self.spec.sets.items())
        return _dictionary(rows, "ParameterSetMetadata")

    @prop("bool IsDynamic {get}")
    def is_dynamic(self) -> bool:
        return self.spec.dynamic

    @prop("bool SwitchParameter {get}")
    def switch_parameter(self) -> bool:
        return self.spec.is_switch

    @prop("System.Object Aliases {get}")
    def aliases(self) -> Any:
        from spshell.dotnet.collections.collections import generic_list

        return generic_list("System.String", self.spec.aliases)

    @prop("System.Object Attributes {get}")
    def attributes(self) -> Any:
        from spshell.dotnet.collections.collections import generic_list
        from spshell.engine.attributes.views import attribute_list

        return generic_list("System.Object", attribute_list(self.spec))

    def ps_text(self) -> str:
        return _SMA + "ParameterMetadata"

    to_string = ps_text


@net_class(_SMA + "CommandParameterInfo")
class ParameterInSet(ParameterSetView):
    """A parameter as a member of one set."""

    def __init__(self, spec: ParameterSpec, flags: SetFlags) -> None:
        super().__init__(flags)
        self.spec = spec

    @prop("string Name {get}")
    def name(self) -> str:
        return self.spec.name

    @prop("type ParameterType {get}")
    def parameter_type(self) -> Any:
        return self.spec.type

    @prop("bool IsDynamic {get}")
    def is_dynamic(self) -> bool:
        return self.spec.dynamic

    @prop("System.Object Aliases {get}")
    def aliases(self) -> Any:
        return ParameterView(self.spec).aliases


@net_class(_SMA + "CommandParameterSetInfo")
class SetView:
    """A parameter set of a command; its text is the syntax."""

    def __init__(self, metadata: CommandMetadata, set_name: str) -> None:
        self.metadata = metadata
        self.set_name = set_name

    @prop("string Name {get}")
    def name(self) -> str:
        return self.set_name

    @prop("bool IsDefault {get}")
    def is_default(self) -> bool:
        default = self.metadata.default_set or ALL_SETS
        return self.set_name.lower() == default.lower()

    @prop("System.Object Parameters {get}")
    def parameters(self) -> Any:
        rows = command_syntax.set_parameters(self.metadata, self.set_name)
        return [ParameterInSet(spec, flags) for spec, flags in rows]

    def ps_text(self) -> str:
        return command_syntax.set_syntax(self.metadata, self.set_name)

    to_string = ps_text


def _dictionary(rows: Any, value_type: str) -> Any:
    """A Dictionary[string,...] that finds its names whatever their case."""
    from spshell.dotnet.collections.dictionaries import Dictionary, StringComparer
    from spshell.values.nettype import BY_NAME
    from spshell.values.typenames import make_generic

    generic = BY_NAME["system.collections.generic.dictionary`2"]
    closed = make_generic(generic, [BY_NAME["system.string"], BY_NAME[(_SMA + value_type).lower()]])
    table = Dictionary(closed, comparer=StringComparer("OrdinalIgnoreCase"))
    for name, value in rows:
        table[name] = value
    return table


def parameter_dictionary(metadata: CommandMetadata) -> Any:
    """``Parameters``: name -> ParameterMetadata."""
    rows = ((spec.name, ParameterView(spec)) for spec in metadata.all_parameters())
    return _dictionary(rows, "ParameterMetadata")


def parameter_sets(metadata: CommandMetadata) -> list[SetView]:
    """``ParameterSets``, the default one first."""
    return [SetView(metadata, name) for name in command_syntax.set_names(metadata)]
