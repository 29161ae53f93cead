"""Whether a value counts as true.  Source: about_Booleans."""

from __future__ import annotations

from spshell.values.enumeration import is_list
from spshell.values.numbers import Char

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


def truth(value: Any) -> bool:
    """Whether `value` is true: empty text, zero, null and empty lists are not; a list of one counts as its
    element.
    """
    kind = type(value)
    if kind is bool:
        return value  # type: ignore[no-any-return]  # bool by the exact test
    if kind is int or kind is str or kind is float:
        return bool(value)
    if value is None:
        return False
    if kind is list:
        return _list_truth(value)
    return _slow_truth(value)


def _list_truth(items: Sequence[Any]) -> bool:
    count = len(items)
    if count == 1:
        first = items[0]
        if is_list(first):
            return len(first) > 0
        return truth(first)
    return count > 1


def _slow_truth(value: Any) -> bool:
    own = getattr(type(value), "ps_truth", None)
    if own is not None:
        return bool(own(value))
    if isinstance(value, Char):
        return value != "\0"
    if isinstance(value, (int, float)):
        return bool(value)
    if is_list(value):
        return _list_truth(value)
    kind = type(value).__name__
    if kind == "Nothing":
        return False
    if kind == "PSObject":
        return truth(value.base)
    if kind in ("EnumValue", "Decimal"):
        return bool(value.value if kind == "EnumValue" else value)
    return True
