"""$PSDefaultParameterValues (about_Parameters_Default_Values): defaults that the user keeps for parameters
of commands.
"""

from __future__ import annotations

from spshell.engine.attributes.validation import message
from spshell.engine.binding.arguments import Argument
from spshell.engine.variables.scope import UNSET
from spshell.engine.variables.variables import lookup
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec

_WILD = frozenset("*?[")


def collect(binding: Binding, *, first: bool) -> None:
    """Find the entries that name this command; wildcards are tried after exact names."""
    binding.pending_default_pairs = None
    scope = binding.scope
    if scope is None:
        return
    table = defaults_table(scope)
    if not table:
        return
    pairs: dict[ParameterSpec, Any] = {}
    refused: set[ParameterSpec] = set()
    wild: list[tuple[str, str, Any]] = []
    bad: list[str] = []
    for key, value in list(table.items()):
        text = key.strip() if type(key) is str else None
        if text is None:
            continue
        parts = split_key(text)
        if parts is None:
            if text.lower() == "disabled":
                from spshell.values.truth import truth

                if truth(value):
                    return
            else:
                bad.append(text)
            continue
        if _WILD & set(text):
            wild.append((*parts, value))
        elif _names_command(binding, parts[0]):
            _add_exact(binding, parts, value, pairs, refused)
    for command, parameter, value in wild:
        _add_wild(binding, command, parameter, value, pairs, refused)
    if bad and first:
        name = "SingleKeyInBadFormat" if len(bad) == 1 else "MultipleKeysInBadFormat"
        for text in bad:
            table.remove(text)
        binding.warnings.append(message(name, ", ".join(bad)))
    for spec in refused:
        pairs.pop(spec, None)
    binding.pending_default_pairs = pairs or None


def defaults_table(scope: Any) -> Any:
    """``$PSDefaultParameterValues`` when it has entries, else None."""
    current = scope
    while _NAME not in current.vars:
        current = current.parent
        if current is None:
            return None
    if current.parent is None:
        found = current.vars[_NAME]
        if isinstance(found, Hashtable):
            return found if found.data else None
    found = lookup(scope, _NAME)
    return found if found is not UNSET and isinstance(found, Hashtable) and found.data else None


_NAME = "psdefaultparametervalues"


def split_key(text: str) -> tuple[str, str] | None:
    """``command:parameter``, either part perhaps quoted; None for anything else."""
    rest = text
    command, rest = _token(rest, ":")
    rest = rest.lstrip()
    if not command or not rest.startswith(":"):
        return None
    parameter, rest = _token(rest[1:].lstrip(), "")
    if not parameter or rest.strip():
        return None
    return command, parameter


def _token(text: str, end: str) -> tuple[str, str]:
    if text[:1] in ("'", '"'):
        close = text.find(text[0], 1)
        if close < 0:
            return "", text
        return text[1:close].strip(), text[close + 1 :]
    if not end:
        return text.strip(), ""
    head, mark, tail = text.partition(end)
    return head.strip(), mark + tail


def _names_command(binding: Binding, command: str) -> bool:
    name = binding.metadata.name
    if command.lower() == name.lower():
        return True
    scope = binding.scope
    if scope is None:
        return False
    alias = scope.session.commands.find_alias(scope, command)
    return alias is not None and alias.definition.lower() == name.lower()


def _add_exact(
    binding: Binding,
    parts: tuple[str, str],
    value: Any,
    pairs: dict[ParameterSpec, Any],
    refused: set[ParameterSpec],
) -> None:
    binding.metadata.all_parameters()
    assert binding.metadata.lookup is not None
    spec = binding.metadata.lookup.get(parts[1].lower())
    if spec is not None:
        _add(binding, spec, value, parts, pairs, refused)


def _add(
    binding: Binding,
    spec: ParameterSpec,
    value: Any,
    parts: tuple[str, str],
    pairs: dict[ParameterSpec, Any],
    refused: set[ParameterSpec],
) -> None:
    if spec not in pairs:
        pairs[spec] = value
    elif not _same(pairs[spec], value):
        refused.add(spec)
        _warn(binding, ":".join(parts), message("DifferentValuesAssignedToSingleParameter", parts[1]))


def _same(left: Any, right: Any) -> bool:
    return type(left) is type(right) and bool(left == right)


def _add_wild(
    binding: Binding,
    command: str,
    parameter: str,
    value: Any,
    pairs: dict[ParameterSpec, Any],
    refused: set[ParameterSpec],
) -> None:
    from spshell.values.wildcard import wildcard_test

    if not (wildcard_test(command)(binding.metadata.name) or _names_command(binding, command)):
        return
    if not _WILD & set(parameter):
        _add_exact(binding, (command, parameter), value, pairs, refused)
        return
    found: list[ParameterSpec] = []
    test = wildcard_test(parameter)
    for spec in binding.metadata.all_parameters():
        found.extend(spec for name in (spec.name, *spec.aliases) if test(name))
    if len(found) > 1:
        _warn(binding, f"{command}:{parameter}", message("MultipleParametersMatched", parameter))
    elif found:
        _add(binding, found[0], value, (command, parameter), pairs, refused)


def _warn(binding: Binding, key: str, text: str) -> None:
    if key not in binding.default_warnings:
        binding.default_warnings.add(key)
        binding.warnings.append(text)


def apply(binding: Binding) -> None:
    """Bind the defaults that fit the parameter sets still possible; values that do not fit are only warned
    about.
    """
    pairs = binding.pending_default_pairs
    if not pairs:
        return
    wanted: dict[ParameterSpec, Any] = {}
    possible = 0xFFFFFFFF
    for spec, value in pairs.items():
        if not spec.belongs_to(binding.mask) or spec.name in binding.taken:
            continue
        if spec.mask:
            possible &= spec.mask
            if not possible:
                return
        wanted[spec] = value
    for spec, value in wanted.items():
        _bind(binding, spec, value)


def _bind(binding: Binding, spec: ParameterSpec, value: Any) -> None:
    from spshell.engine.binding.values import bind_parameter

    if type(value).__name__ == "ScriptBlock" and binding.scope is not None:
        output = value.invoke((_state(binding),), caller=binding.scope)
        if not output:
            return
        value = output[0] if len(output) == 1 else output
    argument = Argument(spec.name, f"-{spec.name}:", value, -1)
    try:
        if bind_parameter(binding, spec, argument, coerce=True, delay=True):
            binding.applied_defaults.append(spec.name)
    except NetException as error:
        if not getattr(error, "binding", False):
            raise
        from spshell.values.text import to_string

        shown = "null" if value is None else to_string(value)
        _warn(
            binding, f":{spec.name}", message("FailToBindDefaultParameter", shown, spec.name, error.message)
        )


def _state(binding: Binding) -> Any:
    """What a script block among the defaults gets as its argument."""
    from spshell.values.objects import PSCustomObject

    return PSCustomObject(
        {
            "BoundParameters": list(binding.taken),
            "BoundPositionalParameters": list(binding.positional),
            "BoundDefaultParameters": list(binding.applied_defaults),
        }
    )


def checked_table(value: Any) -> Any:
    """A table that is assigned to $PSDefaultParameterValues. Raises when a key has another form."""
    from spshell.values.exceptions import fault
    from spshell.values.hashtable import Hashtable
    from spshell.values.text import to_text

    if not isinstance(value, Hashtable):
        return value
    bad = [to_text(key) for key in value.keys() if not _valid_key(key)]  # noqa: SIM118 - a Hashtable, not a dict
    if not bad:
        from spshell.engine.binding.default_parameters import DefaultParameterDictionary

        return DefaultParameterDictionary(value.items())
    names = ", ".join(bad)
    reason = message("SingleKeyInBadFormat" if len(bad) == 1 else "MultipleKeysInBadFormat", names)
    table = "System.Management.Automation.DefaultParameterDictionary"
    raise fault(
        "System.Management.Automation.ArgumentTransformationMetadataException",
        f"A System.Collections.Hashtable cannot become a {table}: {reason}",
        "RuntimeException",
        "MetadataError",
        arguments=("System.Collections.Hashtable", table, names),
    )


def _valid_key(key: Any) -> bool:
    return type(key) is str and (key.strip().lower() == "disabled" or split_key(key.strip()) is not None)
