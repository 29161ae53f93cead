"""Equals, GetHashCode and the default comparer as .NET has them: no conversion, text ordered by culture."""

from __future__ import annotations

from spshell.dotnet.system.errors import bad_argument, thrown
from spshell.values.nettype import type_of
from spshell.values.objects import PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_BY_VALUE = ("EnumValue", "Decimal")


def net_equals(left: Any, right: Any) -> bool:
    """`left.Equals(right)`: same type and same value, or the same object."""
    if type(left) is PSObject:
        left = left.base
    if type(right) is PSObject:
        right = right.base
    if left is right:
        return True
    kind = type(left)
    if kind is not type(right):
        return False
    if isinstance(left, float):
        return bool(left == right) or (left != left and right != right)  # noqa: PLR0124 - NaN equals NaN here
    if isinstance(left, (int, str)) or kind.__name__ in _BY_VALUE:
        return bool(left == right)
    own = getattr(kind, "net_equals", None)
    return bool(own(left, right)) if own is not None else False


def net_hash(value: Any) -> int:
    """GetHashCode(): equal for equal values within one process."""
    if type(value) is PSObject:
        value = value.base
    if type(value) is int:
        return value
    own = getattr(type(value), "net_hash", None)
    found = int(own(value)) if own is not None else _python_hash(value)
    return (found + 2**31) % 2**32 - 2**31


def _python_hash(value: Any) -> int:
    if isinstance(value, (int, float, str)) or type(value).__name__ in _BY_VALUE:
        return hash((type(value), value))
    return id(value) >> 4


def compare(left: Any, right: Any) -> int:
    """Comparer.Default: null first, text by culture; raises ArgumentException for unlike types."""
    if type(left) is PSObject:
        left = left.base
    if type(right) is PSObject:
        right = right.base
    if left is right:
        return 0
    if left is None:
        return -1
    if right is None:
        return 1
    kind = type(left)
    if kind is type(right):
        if kind is str:
            return compare_text(left, right)
        if isinstance(left, (int, float, str)) or kind.__name__ == "Decimal":
            return int(left > right) - int(left < right)
        if kind.__name__ == "EnumValue":
            return int(left.value > right.value) - int(left.value < right.value)
        own = getattr(kind, "compare_to", None)
        if own is not None:
            return int(own(left, right))
    elif _comparable(left):
        raise thrown("System.ArgumentException", "MustBeType", type_of(left).name)
    raise bad_argument("At least one of the objects must be comparable (IComparable).")


def _comparable(value: Any) -> bool:
    return isinstance(value, (int, float, str)) or hasattr(type(value), "compare_to")


def compare_text(left: str, right: str, *, ignore_case: bool = False) -> int:
    """Text by the current culture (en-US): letters first, case last."""
    from spshell.values.collation import compare as compare_culture

    return int(compare_culture(left, right, ignore_case))


def compare_in_sort(left: Any, right: Any) -> int:
    """The comparison inside Sort(): what fails there is an InvalidOperationException."""
    from spshell.values.exceptions import NetException

    try:
        return compare(left, right)
    except NetException as error:
        wrapped = thrown("System.InvalidOperationException", "Invalid", "Two elements cannot be compared.")
        wrapped.inner = error
        raise wrapped from error
