"""System.BitConverter."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.errors import argument_null, bad_argument, out_of_range
from spshell.values.declare import method, net_class, prop
from spshell.values.numbers import Char


@net_class("System.BitConverter", kind="static")
class BitConverter:
    """Numbers as bytes, little end first."""

    @prop("static bool IsLittleEndian {get}")
    @staticmethod
    def is_little_endian() -> bool:
        return True

    @method(
        *(
            f"static byte[] GetBytes({kind} value)"
            for kind in ("bool", "char", "short", "int", "long", "ushort", "uint", "ulong", "float", "double")
        )
    )
    @staticmethod
    def get_bytes(value: Any) -> Any:
        import struct

        from spshell.values.nettype import type_of

        number = ord(value) if isinstance(value, Char) else value
        return byte_array(struct.pack("<" + _PACK[type_of(value).name], number))

    @method(
        "static string ToString(byte[] value)",
        "static string ToString(byte[] value, int startIndex)",
        "static string ToString(byte[] value, int startIndex, int length)",
    )
    @staticmethod
    def to_string(data: Any, start: int = 0, count: int | None = None) -> str:
        if data is None:
            raise argument_null("value")
        raw = to_bytes(data)
        if start < 0 or (start >= len(raw) and start > 0):
            raise out_of_range("startIndex", start)
        return "-".join(
            f"{byte:02X}" for byte in (raw[start:] if count is None else raw[start : start + count])
        )


_PACK = {
    "Boolean": "?",
    "Char": "H",
    "Int16": "h",
    "Int32": "i",
    "Int64": "q",
    "UInt16": "H",
    "UInt32": "I",
    "UInt64": "Q",
    "Single": "f",
    "Double": "d",
}


def _unpacker(name: str) -> Any:
    def unpack(data: Any, start: int) -> Any:
        import struct

        from spshell.values.nettype import BY_NAME

        if data is None:
            raise argument_null("value")
        raw = to_bytes(data)
        size = struct.calcsize("<" + _PACK[name])
        if not 0 <= start < len(raw):
            raise out_of_range("startIndex", start)
        if start + size > len(raw):
            raise bad_argument("The array is too short.", "value")
        number = struct.unpack_from("<" + _PACK[name], raw, start)[0]
        kind = BY_NAME["system." + name.lower()].python_type
        assert kind is not None
        return kind(chr(number)) if name == "Char" else kind(number)

    return unpack


def _declare_unpackers() -> None:
    from spshell.dotnet.numeric.bit_patterns import bit_patterns
    from spshell.dotnet.numeric.converter import _PS
    from spshell.values.declare import add_method

    net_type = BitConverter.net_type  # type: ignore[attr-defined]  # net_class gives it
    first = net_type.declare

    def fill(target: Any) -> None:
        first(target)
        for name in _PACK:
            add_method(target, f"static {_PS[name]} To{name}(byte[] value, int startIndex)", _unpacker(name))
        for signature, function in bit_patterns():
            add_method(target, signature, function)

    net_type.declare = fill


_declare_unpackers()
