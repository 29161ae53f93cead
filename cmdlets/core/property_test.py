"""Where-Object with a property, an operator and a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from spshell.engine.pipelines.fused import operator_fault
from spshell.values.exceptions import NetException, fault
from spshell.values.truth import truth
from spshell.values.wildcard import has_wildcards, wildcard_test

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[Any], Any]
    Test = Callable[[Any], Any]


def make_test(cmdlet: Any) -> Test:
    """The test that the parameters describe. Raises when an operator is missing for a given value.

    An operator that fails for an object writes an error about it and goes on with the next.
    """
    read = _reader(cmdlet.property, cmdlet)
    if cmdlet.parameter_set == "Not":
        return _negated(read) if truth(cmdlet.op_not) else _whether_true(read)
    switch = next((key for key in _COMPARE if _given(cmdlet, key)), None)
    if switch is None:
        if cmdlet.is_bound("Value"):
            raise fault(
                "System.Management.Automation.PSArgumentException",
                "A comparison operator is missing between the property and the value.",
                "OperatorNotSpecified",
                "InvalidArgument",
            )
        return _whether_true(read)
    if not cmdlet.is_bound("Value"):
        raise core_fault("ValueNotSpecifiedForWhereObject", switch)
    compare = _comparing(switch, cmdlet.scope)
    wanted = _type_argument(cmdlet.value) if switch in ("Is", "IsNot") else cmdlet.value

    def test(value: Any) -> bool:
        try:
            found = read(value)
            return found is not FAILED and truth(compare(found, wanted))
        except NetException as error:
            cmdlet.write_error(_failed(switch, error, value), target=value)
            return False

    return test


class _Failed:
    """The mark of a property that could not be read: an error about it was written."""

    __slots__ = ()


FAILED = _Failed()


def _given(cmdlet: Any, switch: str) -> bool:
    """Whether the operator is asked for: ``-EQ:$false`` is as good as no operator."""
    return bool(cmdlet.is_bound(switch)) and truth(getattr(cmdlet, f"op_{switch.lower()}"))


def _whether_true(read: Reader) -> Test:
    def test(value: Any) -> bool:
        found = read(value)
        return found is not FAILED and truth(found)

    return test


def _negated(read: Reader) -> Test:
    def test(value: Any) -> bool:
        found = read(value)
        return found is not FAILED and not truth(found)

    return test


def _comparing(switch: str, scope: Any) -> Callable[[Any, Any], Any]:
    """The operator's function; -Match and -NotMatch fill ``$Matches`` of the caller."""
    plain = switch.removeprefix("C") if switch not in _NAMES else switch
    if plain not in ("Match", "NotMatch"):
        return _COMPARE[switch]
    from spshell.engine.members import access

    function = access.match if plain == "Match" else access.not_match
    ignore_case = switch in _NAMES
    return lambda left, right: function(scope, left, right, ignore_case)


def _failed(switch: str, error: NetException, value: Any) -> NetException:
    """The operator by the name it has inside PowerShell: -GT is Igt, -CGT is Cgt."""
    if switch in ("Is", "IsNot"):
        shown = switch
    elif switch.startswith("C") and switch[1:] in _NAMES:
        shown = "C" + switch[1:].lower()
    else:
        shown = "I" + switch.lower()
    return operator_fault(shown, error, value)


def _reader(name: str, cmdlet: Any) -> Reader:
    """The value of a property; null when there is none, an error of its own in strict mode."""
    from spshell.dotnet.reflection.members import find_value
    from spshell.dotnet.reflection.reading import MISSING
    from spshell.engine.members.readers import property_reader
    from spshell.values.nothing import NOTHING

    strict = cmdlet.scope.strict >= 2
    if has_wildcards(name):
        return _pattern_reader(name, cmdlet)

    def look(value: Any) -> Any:
        if value is None:
            return None
        found = find_value(value, name)  # of a collection itself, never of its elements
        if found is MISSING:
            if not strict:
                return None
            cmdlet.write_error(core_fault("PropertyNotFound", name, target=value), target=value)
            return FAILED
        return None if found is NOTHING else found

    return property_reader(name, look)


def _pattern_reader(name: str, cmdlet: Any) -> Reader:
    """The one member that a name with wildcards means; several are an error."""
    from spshell.dotnet.reflection.members import get_property, members_of

    test = wildcard_test(name)

    def read(value: Any) -> Any:
        found = [] if value is None else [str(info.name) for info in members_of(value) if test(info.name)]
        if len(found) > 1:
            listed = " " + " ".join(found)
            error = core_fault(
                "AmbiguousPropertyOrMethodName", name, listed, error_id="AmbiguousPropertyName", target=value
            )
            cmdlet.write_error(error, target=value)
            return FAILED
        return get_property(value, found[0]) if found else None

    return read


def _comparison(name: str, *, ignore_case: bool) -> Callable[[Any, Any], Any]:
    function: Any = None

    def compare(left: Any, right: Any) -> Any:
        nonlocal function
        if function is None:
            from spshell.values import comparison, matching

            function = getattr(comparison, name, None) or getattr(matching, name)
        result = function(left, right, ignore_case)
        return result[0] if isinstance(result, tuple) else result

    return compare


def _type_argument(value: Any) -> Any:
    """A type, from its name with or without brackets. Raises InvalidCastFromStringToType; null stays null."""
    from spshell.values.conversion import resolve_type_name
    from spshell.values.nettype import NetType
    from spshell.values.text import to_text

    if value is None or isinstance(value, NetType):
        return value
    text = to_text(value)
    name = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    try:
        return resolve_type_name(name)
    except NetException:
        raise core_fault("InvalidCastFromStringToType", text, "System.String", "System.Type") from None


def _is_type(left: Any, right: Any) -> bool:
    from spshell.dotnet.reflection.members import is_instance

    if right is None:
        raise core_fault("IsOperatorRequiresType")
    return bool(is_instance(left, right))


_NAMES = {
    "EQ": "eq",
    "NE": "ne",
    "GT": "gt",
    "LT": "lt",
    "GE": "ge",
    "LE": "le",
    "Like": "like",
    "NotLike": "not_like",
    "Match": "match",
    "NotMatch": "not_match",
    "Contains": "contains",
    "NotContains": "not_contains",
    "In": "is_in",
    "NotIn": "not_in",
}
_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    **{key: _comparison(name, ignore_case=True) for key, name in _NAMES.items()},
    **{"C" + key: _comparison(name, ignore_case=False) for key, name in _NAMES.items()},
    "Is": _is_type,
    "IsNot": lambda left, right: not _is_type(left, right),
}
