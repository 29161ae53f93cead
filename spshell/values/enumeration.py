"""What the pipeline unrolls: lists and everything .NET enumerates, but not text, dictionaries or XML nodes.

A Python class joins in by deriving from ``list`` or by defining ``net_enumerate()``, which returns an
iterator.
"""

from __future__ import annotations

from spshell.values.arrays import TypedArray

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


def enumerate_value(value: Any) -> Iterator[Any] | None:
    """An iterator over the elements that the pipeline sees one by one; None for a value that stays whole."""
    kind = type(value)
    if kind is list:
        return iter(value)  # type: ignore[no-any-return]  # list by the exact test
    if kind is str or kind is int or value is None:
        return None
    own = getattr(kind, "net_enumerate", None)
    if own is not None:
        return own(value)  # type: ignore[no-any-return]  # the protocol of this module
    if isinstance(value, list):
        return iter(value) if kind is TypedArray else _watched(value)
    if kind is range:
        return iter(value)  # type: ignore[no-any-return]  # range by the exact test
    if kind.__name__ == "PSObject":
        return enumerate_value(value.base)
    return None


def _watched(items: list[Any]) -> Iterator[Any]:
    """The elements of a list object; raises InvalidOperationException when it grows or shrinks meanwhile."""
    count = len(items)
    for item in list.__iter__(items):
        yield item
        if len(items) != count:
            from spshell.values.messages import net_fault

            raise net_fault("System.InvalidOperationException", "InvalidOperation_EnumFailedVersion")


def elements(value: Any) -> list[Any]:
    """The value as a list: its elements, itself alone, or nothing for the empty result of a pipeline."""
    if type(value) is list:
        return value
    iterator = enumerate_value(value)
    if iterator is not None:
        return list(iterator)
    return [] if type(value).__name__ == "Nothing" else [value]


def is_list(value: Any) -> bool:
    """Whether .NET sees an IList: an array, an ArrayList, a List[T]."""
    return isinstance(value, list) or getattr(type(value), "net_list", False) is True
