"""System.Guid."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.comparison_operators import add_comparisons
from spshell.dotnet.system.errors import argument_null, bad_argument, bad_format, thrown
from spshell.values.declare import Members

GUID = Members()

_HEX = frozenset("0123456789abcdefABCDEF")


class Guid:
    """A 128-bit id; immutable."""

    __slots__ = ("number", "ps_members")

    def __init__(self, number: int) -> None:
        self.number = number
        self.ps_members: Any = None

    def ps_text(self) -> str:
        text = f"{self.number:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    to_string = ps_text

    def format(self, spec: str | None, _culture: Any = None) -> str:
        """N, D, B, P or X; raises FormatException."""
        letter = (spec or "D").upper()
        text = self.ps_text()
        if letter == "D":
            return text
        if letter == "N":
            return text.replace("-", "")
        if letter == "B":
            return f"{{{text}}}"
        if letter == "P":
            return f"({text})"
        if letter == "X":
            plain = text.replace("-", "")
            tail = ",".join(f"0x{plain[index : index + 2]}" for index in range(16, 32, 2))
            return f"{{0x{plain[:8]},0x{plain[8:12]},0x{plain[12:16]},{{{tail}}}}}"
        raise bad_format("FormatSpecifier")

    def compare_to(self, other: Guid) -> int:
        return (self.number > other.number) - (self.number < other.number)

    def __eq__(self, other: object) -> bool:
        return type(other) is Guid and other.number == self.number

    def __hash__(self) -> int:
        return hash(self.number)

    def net_equals(self, other: Guid) -> bool:
        return self.number == other.number

    def __repr__(self) -> str:
        return f"Guid({self.ps_text()})"


EMPTY = Guid(0)


def read(text: str) -> Guid | None:
    """A guid in one of the forms N, D, B, P, X; None for other text."""
    body = text.strip()
    if body[:1] + body[-1:] in ("{}", "()") and "{0x" not in "".join(body.split()):
        body = body[1:-1]
        if len(body) != 36:
            return None
    packed = "".join(body.split())
    if packed.startswith("{0x"):
        body = packed
        pieces = body.replace("{", "").replace("}", "").replace("0x", "").split(",")
        if len(pieces) != 11:
            return None
        body = "".join(piece.zfill(width) for piece, width in zip(pieces, (8, 4, 4, *[2] * 8), strict=True))
    elif len(body) == 36:
        if any(body[index] != "-" for index in (8, 13, 18, 23)):
            return None
        body = body.replace("-", "")
    if len(body) != 32 or not _HEX.issuperset(body):
        return None
    return Guid(int(body, 16))


@GUID.method(
    "static guid Parse(string input)", "static guid Parse(string s, System.IFormatProvider provider)"
)
def parse(text: str | None, _provider: Any = None) -> Guid:
    """A guid from text; raises FormatException."""
    if text is None:
        raise argument_null("input")
    found = read(text)
    if found is None:
        raise bad_format("FormatString", text)
    return found


@GUID.method("static guid ParseExact(string input, string format)")
def parse_exact(text: str, spec: str) -> Guid:
    """A guid in exactly one form."""
    found = parse(text)
    if found.format(spec).lower() != text.strip().lower():
        raise bad_format("FormatString", text)
    return found


@GUID.method(
    "static bool TryParse(string input, out guid result)",
    "static bool TryParse(string s, System.IFormatProvider provider, out guid result)",
)
def try_parse(text: str | None, *rest: Any) -> bool:
    """Parse without an error."""
    found = read(text) if text is not None else None
    rest[-1].value = found or EMPTY
    return found is not None


@GUID.method("static guid NewGuid()")
def new_guid() -> Guid:
    """A random guid."""
    from uuid import uuid4

    return Guid(uuid4().int)


@GUID.method("static guid CreateVersion7()")
def create_version_7() -> Guid:
    """A guid that begins with the time."""
    import os
    import time

    number = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    number = number & ~(0xF << 76) | 7 << 76
    return Guid(number & ~(3 << 62) | 2 << 62)


@GUID.constructor("(byte[] b)", "(string g)")
def create(value: Any) -> Guid:
    """A guid from text or from sixteen bytes."""
    if isinstance(value, str):
        return parse(value)
    if value is None:
        raise argument_null("b")
    raw = to_bytes(value)
    if len(raw) != 16:
        raise bad_argument("A guid has sixteen bytes.", "b")
    ordered = raw[3::-1] + raw[5:3:-1] + raw[7:5:-1] + raw[8:]
    return Guid(int.from_bytes(ordered, "big"))


@GUID.constructor("(int a, short b, short c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)")
def from_parts(a: int, b: int, c: int, *rest: int) -> Guid:
    """A guid from its fields."""
    text = f"{a & 0xFFFFFFFF:08x}{b & 0xFFFF:04x}{c & 0xFFFF:04x}" + "".join(f"{item:02x}" for item in rest)
    return Guid(int(text, 16))


@GUID.method("byte[] ToByteArray()", "byte[] ToByteArray(bool bigEndian)")
def to_byte_array(value: Guid, big_endian: bool = False) -> Any:
    """The sixteen bytes, the first three fields turned round unless told otherwise."""
    raw = value.number.to_bytes(16, "big")
    return byte_array(raw if big_endian else raw[3::-1] + raw[5:3:-1] + raw[7:5:-1] + raw[8:])


@GUID.method(
    "string ToString()",
    "string ToString(string format)",
    "string ToString(string format, System.IFormatProvider provider)",
)
def to_string(value: Guid, spec: str | None = None, _provider: Any = None) -> str:
    """The guid in a form."""
    return value.format(spec)


@GUID.method("int CompareTo(System.Object value)", "int CompareTo(guid value)")
def compare_to(value: Guid, other: Any) -> int:
    """Order of two guids."""
    if other is None:
        return 1
    if not isinstance(other, Guid):
        raise thrown("System.ArgumentException", "MustBeType", "Guid")
    return value.compare_to(other)


GUID.constant("guid Empty {get}", EMPTY)
GUID.prop("static guid AllBitsSet {get}")(lambda: Guid(2**128 - 1))
GUID.prop("int Variant {get}")(lambda value: value.number >> 60 & 0xF)
GUID.prop("int Version {get}")(lambda value: value.number >> 76 & 0xF)
add_comparisons(GUID, "guid")
define(
    "System.Guid",
    GUID,
    base="System.ValueType",
    ps_name="guid",
    kind="struct",
    is_value_type=True,
    python_type=Guid,
    default=EMPTY,
    interfaces=(
        "System.IFormattable",
        "System.IComparable",
        "System.IComparable`1[System.Guid]",
        "System.IEquatable`1[System.Guid]",
    ),
)
