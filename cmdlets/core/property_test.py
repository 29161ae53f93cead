"""Where-Object with a property, an operator and a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.exceptions import fault
from spshell.values.truth import truth

if TYPE_CHECKING:
    from collections.abc import Callable


def make_test(cmdlet: Any) -> Callable[[Any], bool]:
    """The test that the parameters describe. Raises when an operator is missing for a given value."""
    name = cmdlet.property
    if cmdlet.parameter_set == "Not":
        return lambda value: not truth(_property(value, name))
    if cmdlet.parameter_set == "EqualSet" and not cmdlet.is_bound("EQ"):
        if cmdlet.is_bound("Value"):
            raise fault(
                "System.Management.Automation.PSArgumentException",
                "A comparison operator is missing between the property and the value.",
                "OperatorNotSpecified",
                "InvalidArgument",
            )
        return lambda value: truth(_property(value, name))
    switch = next(key for key in _COMPARE if cmdlet.is_bound(key))
    compare = _COMPARE[switch]
    wanted = cmdlet.value
    return lambda value: truth(compare(_property(value, name), wanted))


def _property(value: Any, name: str) -> Any:
    from spshell.dotnet.members import get_property
    from spshell.values.nothing import NOTHING

    if value is None:
        return None
    found = get_property(value, name)
    return None if found is NOTHING else found


def _comparison(name: str, *, ignore_case: bool) -> Callable[[Any, Any], Any]:
    def compare(left: Any, right: Any) -> Any:
        from spshell.values import comparison, matching

        function = getattr(comparison, name, None) or getattr(matching, name)
        result = function(left, right, ignore_case)
        return result[0] if isinstance(result, tuple) else result

    return compare


def _is_type(left: Any, right: Any) -> bool:
    from spshell.dotnet.members import is_instance
    from spshell.values.conversion import resolve_type_name
    from spshell.values.nettype import NetType
    from spshell.values.text import to_text

    wanted = right if isinstance(right, NetType) else resolve_type_name(to_text(right))
    return bool(is_instance(left, wanted))


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
