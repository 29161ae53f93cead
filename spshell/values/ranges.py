"""``a..b``: numbers or characters, up or down.  Source: about_Arithmetic_Operators, range operator."""

from __future__ import annotations

from spshell.values.messages import net_fault, runtime_fault
from spshell.values.numbers import Char

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MAX_LENGTH = 2147483591


def range_values(left: Any, right: Any) -> range | list[Any]:
    """The values from `left` to `right`: a Python range of Int32, or a list of characters."""
    if type(left) is not int or type(right) is not int:
        first, last = _character(left), _character(right)
        if first is not None and last is not None:
            step = 1 if first <= last else -1
            return [Char(chr(code)) for code in range(first, last + step, step)]
        left, right = _bound(left), _bound(right)
    if abs(right - left) > 2**31 - 1:
        raise net_fault("System.OverflowException", "Overflow", "Int32")
    if abs(right - left) + 1 > _MAX_LENGTH:
        raise runtime_fault("RangeTooLarge")
    return range(left, right + 1) if left <= right else range(left, right - 1, -1)


def range_list(left: Any, right: Any) -> list[Any]:
    """The values as an array."""
    return list(range_values(left, right))


def _character(value: Any) -> int | None:
    """The code of a char, or of a text of one character that is no number."""
    if type(value).__name__ == "PSObject":
        value = value.base
    if type(value) is Char or (type(value) is str and len(value) == 1 and not value.isdigit()):
        return ord(value)
    return None


def _bound(value: Any) -> int:
    """.NET's Convert.ToInt32: text must be plain digits, and no object converts; raises .NET's exceptions."""
    if type(value).__name__ == "PSObject":
        value = value.base
    from spshell.values.core_types import INT32
    from spshell.values.number_conversion import change_type, is_numeric, make_integer
    from spshell.values.number_scan import parse_integer

    if value is None or type(value).__name__ == "Nothing":
        return 0
    if type(value) is str:
        number = parse_integer(value)
        if number is None:
            raise net_fault("System.FormatException", "Format_InvalidStringWithValue", value)
        return int(make_integer(number, INT32))
    if is_numeric(value) or type(value) in (bool, Char):
        return int(change_type(value, INT32))
    from spshell.values.nettype import type_of
    from spshell.values.type_relations import has_interface

    source = type_of(value)
    if has_interface(source, "System.IConvertible"):
        raise net_fault("System.InvalidCastException", "InvalidCast_FromTo", source.name, "Int32")
    raise net_fault("System.InvalidCastException", "NotConvertible", source.full_name, "System.IConvertible")
