"""Text for XML and back: System.Security.SecurityElement.Escape and System.Xml.XmlConvert."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, bad_format
from spshell.values.declare import method, net_class
from spshell.values.number_scan import parse_double, parse_integer

_MARKS = {"<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "&": "&amp;"}


@net_class("System.Security.SecurityElement")
class SecurityElement:
    """Only its escaping is of use to scripts."""

    @method("static string Escape(string str)")
    @staticmethod
    def escape(text: str | None) -> str | None:
        return None if text is None else "".join(_MARKS.get(character, character) for character in text)

    @method("static bool IsValidText(string text)")
    @staticmethod
    def is_valid_text(text: str | None) -> bool:
        return text is not None and "<" not in text and ">" not in text


@net_class("System.Xml.XmlConvert")
class XmlConvert:
    """Values as XML Schema writes them."""

    @method(
        "static string ToString(bool value)",
        "static string ToString(int value)",
        "static string ToString(long value)",
        "static string ToString(decimal value)",
        "static string ToString(double value)",
        "static string ToString(guid value)",
        "static string ToString(char value)",
        "static string ToString(timespan value)",
    )
    @staticmethod
    def to_text(value: Any) -> str:
        if type(value) is bool:
            return "true" if value else "false"
        if type(value) is float and value in (float("inf"), float("-inf")):
            return "INF" if value > 0 else "-INF"
        if hasattr(value, "span_ticks"):
            return _duration(value.span_ticks)
        from spshell.values.text import to_string

        return to_string(value)

    @method("static bool ToBoolean(string s)")
    @staticmethod
    def to_boolean(text: str | None) -> bool:
        folded = _given(text).strip(" \t\r\n")
        if folded in ("true", "1"):
            return True
        if folded in ("false", "0"):
            return False
        raise bad_format("FormatString", text)

    @method("static int ToInt32(string s)")
    @staticmethod
    def to_int32(text: str | None) -> int:
        number = parse_integer(_given(text))
        if number is None:
            raise bad_format("FormatString", text)
        return number

    @method("static double ToDouble(string s)")
    @staticmethod
    def to_double(text: str | None) -> float:
        words = {"INF": float("inf"), "-INF": float("-inf")}
        number = words.get(_given(text).strip(), parse_double(_given(text)))
        if number is None:
            raise bad_format("FormatString", text)
        return number

    @method("static string EncodeName(string name)", "static string EncodeLocalName(string name)")
    @staticmethod
    def encode_name(name: str | None) -> str | None:
        if not name:
            return name
        return "".join(
            character if _fits(character, first=index == 0) else f"_x{ord(character):04X}_"
            for index, character in enumerate(name)
        )

    @method("static string DecodeName(string name)")
    @staticmethod
    def decode_name(name: str | None) -> str | None:
        import re

        return name and re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), name)


def _given(text: str | None) -> str:
    if text is None:
        raise argument_null("s")
    return text


def _fits(character: str, *, first: bool) -> bool:
    return (
        character.isalpha() or character in "_:" or (not first and (character.isdigit() or character in "-."))
    )


def _duration(ticks: int) -> str:
    """``P1DT2H3M4.5S``"""
    sign, ticks = ("-", -ticks) if ticks < 0 else ("", ticks)
    seconds, fraction = divmod(ticks, 10_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    time = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
    if seconds or fraction:
        tail = f".{fraction:07d}".rstrip("0") if fraction else ""
        time += f"{seconds}{tail}S"
    date = f"{days}D" * bool(days)
    if not date and not time:
        return "PT0S"
    return f"{sign}P{date}" + (f"T{time}" if time else "")
