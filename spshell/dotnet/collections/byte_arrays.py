"""byte[] as values."""

from __future__ import annotations

from spshell.values.arrays import TypedArray
from spshell.values.nettype import BY_NAME, find_type
from spshell.values.numbers import Byte

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


def byte_array(data: Iterable[int]) -> TypedArray:
    """The bytes as byte[]."""
    return typed_array("System.Byte", [Byte(item) for item in data])


def typed_array(element: str, items: Iterable[Any]) -> TypedArray:
    """An array of an element type given by full name; the items are not converted."""
    from spshell.values.typenames import make_array_type

    found = BY_NAME.get(element.lower()) or find_type(element)
    assert found is not None
    return TypedArray(items, make_array_type(found))


def to_bytes(items: Iterable[int]) -> bytes:
    """Python bytes of a byte[]."""
    return bytes(int(item) for item in items)
