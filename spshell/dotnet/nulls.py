"""Values that stand for nothing: DBNull and NullString; IntPtr, whose zero does."""

from __future__ import annotations

from typing import Any

from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64


@net_class("System.DBNull", interfaces=("System.Runtime.Serialization.ISerializable", "System.IConvertible"))
class DBNull:
    """The null of databases; its only value is ``[DBNull]::Value``."""

    __slots__ = ()

    @prop("static System.DBNull Value {get}")
    @staticmethod
    def value() -> DBNull:
        return _DB_NULL

    @method("string ToString()", "string ToString(System.IFormatProvider provider)")
    def to_string(self, _provider: Any = None) -> str:
        return ""

    def ps_text(self) -> str:
        return ""

    def ps_truth(self) -> bool:
        return False


@net_class("System.Management.Automation.Language.NullString", ps_name="NullString")
class NullString:
    """A null that stays one when it becomes a string."""

    __slots__ = ()

    @prop("static System.Management.Automation.Language.NullString Value {get}")
    @staticmethod
    def value() -> NullString:
        return _NULL_STRING

    def ps_text(self) -> str:
        return ""

    to_string = ps_text


@net_class(
    "System.IntPtr",
    base="System.ValueType",
    kind="struct",
    is_value_type=True,
    interfaces=("System.IComparable", "System.IFormattable", "System.Runtime.Serialization.ISerializable"),
)
class IntPtr:
    """An integer as wide as a pointer."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number

    @constructor("(int value)", "(long value)")
    @staticmethod
    def create(value: int) -> IntPtr:
        return IntPtr(int(value))

    @prop("static System.IntPtr Zero {get}")
    @staticmethod
    def zero() -> IntPtr:
        return IntPtr(0)

    @prop("static int Size {get}")
    @staticmethod
    def size() -> int:
        return 8

    @method("int ToInt32()")
    def to_int32(self) -> int:
        return self.number

    @method("long ToInt64()")
    def to_int64(self) -> Int64:
        return Int64(self.number)

    @method("string ToString()", "string ToString(string format)")
    def to_string(self, spec: str | None = None) -> str:
        from spshell.values.composite import format_value

        return str(self.number) if spec is None else format_value(Int64(self.number), spec)

    def ps_text(self) -> str:
        return str(self.number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IntPtr) and other.number == self.number

    def __hash__(self) -> int:
        return hash(self.number)


_DB_NULL = DBNull()
_NULL_STRING = NullString()
