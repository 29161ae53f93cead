"""Values that stand for nothing: DBNull and NullString. Both are objects, and true."""

from __future__ import annotations

from typing import Any

from spshell.values.declare import method, net_class, prop


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


_DB_NULL = DBNull()
_NULL_STRING = NullString()
