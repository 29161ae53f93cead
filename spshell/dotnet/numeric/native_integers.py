"""System.IntPtr and System.UIntPtr: integers as wide as an address, here 64 bits."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, bad_format, thrown
from spshell.values.declare import Members
from spshell.values.nettype import BY_NAME, NetType, register
from spshell.values.number_conversion import INTEGER_TYPES, make_integer
from spshell.values.number_scan import parse_integer
from spshell.values.numbers import Int64, UInt32, UInt64


class IntPtr:
    """A native integer; immutable."""

    __slots__ = ("number",)

    low, high = -(2**63), 2**63 - 1
    net_type: NetType
    wide = "System.Int64"

    def __init__(self, number: int) -> None:
        self.number = number

    def ps_text(self) -> str:
        return str(self.number)

    to_string = ps_text

    def format(self, spec: str | None, _culture: Any = None) -> str:
        """As the integer that it is."""
        from spshell.values.number_format import format_number

        return format_number(Int64(self.number), spec or "G")

    def compare_to(self, other: IntPtr) -> int:
        return (self.number > other.number) - (self.number < other.number)

    def net_equals(self, other: IntPtr) -> bool:
        return self.number == other.number

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.number == self.number

    def __hash__(self) -> int:
        return hash(self.number)


class UIntPtr(IntPtr):
    """A native integer without sign."""

    __slots__ = ()

    low, high = 0, 2**64 - 1
    wide = "System.UInt64"


def _checked(kind: type[IntPtr], number: int) -> IntPtr:
    if not kind.low <= number <= kind.high:
        raise thrown("System.OverflowException", "Overflow", kind.wide.removeprefix("System."))
    return kind(number)


def _parse(kind: type[IntPtr], text: str | None) -> IntPtr:
    if text is None:
        raise argument_null("s")
    number = parse_integer(text)
    if number is None:
        raise bad_format("FormatString", text)
    return _checked(kind, number)


def _members(kind: type[IntPtr], own: str, narrow: str, wide: str) -> Members:
    """The members of both types; `own` is the type's name, the others those of its conversions."""
    members = Members()
    small, large = ("Int32", "Int64") if kind is IntPtr else ("UInt32", "UInt64")
    members.constructor(f"({narrow} value)", f"({wide} value)")(lambda value: kind(int(value)))
    members.constant(f"static {own} Zero", kind(0))
    members.prop(f"static {own} MaxValue {{get}}")(lambda: kind(kind.high))
    members.prop(f"static {own} MinValue {{get}}")(lambda: kind(kind.low))
    members.prop("static int Size {get}")(lambda: 8)
    members.method(f"{narrow} To{small}()")(
        lambda value: make_integer(value.number, INTEGER_TYPES["System." + small])
    )
    members.method(f"{wide} To{large}()")(
        lambda value: make_integer(value.number, INTEGER_TYPES["System." + large])
    )
    members.method("string ToString()")(kind.to_string)
    members.method(
        "string ToString(string format)", "string ToString(string format, System.IFormatProvider provider)"
    )(kind.format)
    members.method(f"int CompareTo({own} value)")(kind.compare_to)
    members.method(f"bool Equals({own} other)")(kind.net_equals)
    members.method(
        f"static {own} Parse(string s)", f"static {own} Parse(string s, System.IFormatProvider provider)"
    )(lambda text, _provider=None: _parse(kind, text))
    members.method(f"static {own} Add({own} pointer, int offset)")(lambda a, b: _checked(kind, a.number + b))
    members.method(f"static {own} Subtract({own} pointer, int offset)")(
        lambda a, b: _checked(kind, a.number - b)
    )
    members.method(f"static {own} op_Addition({own} pointer, int offset)")(
        lambda a, b: _checked(kind, a.number + b)
    )
    members.method(f"static {own} op_Subtraction({own} pointer, int offset)")(
        lambda a, b: _checked(kind, a.number - b)
    )
    members.method(f"static {wide} op_Explicit({own} value)")(
        lambda value: Int64(value.number) if kind is IntPtr else UInt64(value.number)
    )
    members.method(f"static {narrow} op_Explicit({own} value)")(
        lambda value: value.number if kind is IntPtr else UInt32(value.number)
    )
    members.method(f"static {own} op_Explicit({wide} value)")(lambda value: kind(int(value)))
    # .NET declares this one in BigInteger; a conversion finds it at either end
    members.method(f"static {own} op_Explicit(bigint value)")(lambda value: _checked(kind, int(value)))
    return members


def _register(kind: type[IntPtr], full_name: str, narrow: str, wide: str) -> None:
    net_type = register(
        NetType(
            full_name,
            base=BY_NAME["system.valuetype"],
            kind="struct",
            is_value_type=True,
            python_type=kind,
            default=kind(0),
            interfaces=("System.IComparable", "System.IFormattable"),
        )
    )
    net_type.declare = _members(kind, full_name, narrow, wide).fill


_register(IntPtr, "System.IntPtr", "int", "long")
_register(UIntPtr, "System.UIntPtr", "uint", "ulong")
