"""Character-level scanning: white space, names, numbers, and where a word ends."""

from __future__ import annotations

import re
from typing import Any

DASHES = "-\u2013\u2014\u2015"
SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b"
DOUBLE_QUOTES = '"\u201c\u201d\u201e'
BLANKS = " \t\f\v\u00a0\u0085\u1680\u2000-\u200a\u202f\u205f\u3000"

BLANK = re.compile(rf"(?:[{BLANKS}]++|`(?:\r\n|\n|\r)|<#.*?#>)++", re.DOTALL)
"""White space inside a line: blanks, continued lines, block comments."""

TRIVIA = re.compile(rf"(?:[{BLANKS}\r\n]++|`(?:\r\n|\n|\r)|<#.*?#>|#[^\r\n]*+)++", re.DOTALL)
"""White space including line ends and comments."""

LINE_COMMENT = re.compile(r"#[^\r\n]*+")
NEWLINE = re.compile(r"\r\n|\n|\r")
WORD = re.compile(r"[A-Za-z_][\w]*+")
VARIABLE = re.compile(r"\$(?:(?:(?!::)[\w?:])*[\w?](?:(?!::):(?=[\w?])[\w?]+)*|[$?^])")
PLAIN_VARIABLE = re.compile(r"[@$](\w[\w?]*+(?::(?!:)[\w?]++)?+|[?]|[$^])")
BRACED_VARIABLE = re.compile(r"[@$]\{((?:[^`}]|`.)*+)\}", re.DOTALL)
NUMBER = re.compile(
    r"(?:0[xX](?P<hex>[0-9a-fA-F]++)|0[bB](?P<bin>[01]++)|(?P<dec>(?:\d++(?:\.(?!\.)\d*+)?|\.\d++)(?:[eE][+\-\u2013\u2014\u2015]?\d++)?))"
    r"(?P<suffix>[uU]?[sSlLyY]|[uU]|[dD]|[nN])?(?P<mult>[kKmMgGtTpP][bB])?"
)
WORD_END = frozenset(" \t\r\n\f\v\u00a0(){};,|&<>\u0085")
"""Characters that end a bare word."""

_MULTIPLIERS = {"k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40, "p": 2**50}
_RANGES = {
    "System.Int32": (-(2**31), 2**31 - 1), "System.Int64": (-(2**63), 2**63 - 1), "System.UInt32": (0, 2**32 - 1),
    "System.UInt64": (0, 2**64 - 1), "System.Int16": (-(2**15), 2**15 - 1), "System.UInt16": (0, 2**16 - 1),
    "System.SByte": (-128, 127), "System.Byte": (0, 255),
}  # fmt: skip
_SUFFIX_TYPES = {
    "l": "System.Int64", "s": "System.Int16", "y": "System.SByte", "us": "System.UInt16", "uy": "System.Byte", "ul": "System.UInt64",
}  # fmt: skip
_DECIMAL_MAX = 79228162514264337593543950335


def number_value(match: re.Match[str], *, negative: bool = False) -> tuple[Any, str] | None:
    """(value, type name) of a number's text (about_Numeric_Literals), or None when it does not fit its suffix.

    A decimal's value is its text.
    """
    suffix = (match["suffix"] or "").lower()
    multiplier = _MULTIPLIERS[match["mult"][0].lower()] if match["mult"] else 1
    text = match["dec"]
    if text is None:
        whole = _radix_value(match, suffix)
        real = False
    else:
        text = re.sub("[\u2013\u2014\u2015]", "-", text)
        real = "." in text or "e" in text.lower()
        whole = 0 if real else int(text)
    if negative:
        whole = -whole
        text = "-" + text if text else text
    if suffix == "d":
        return _decimal(text if match["dec"] else str(whole), multiplier)
    if suffix == "n":
        return (_exact(text, multiplier) if real else whole * multiplier), "System.Numerics.BigInteger"
    if real:
        return _real(text, suffix, multiplier)
    return _integer(whole * multiplier, suffix)


def _radix_value(match: re.Match[str], suffix: str) -> int:
    """Hex and binary digits take the sign bit of the width that they fill."""
    digits, bits = (match["hex"], 4) if match["hex"] else (match["bin"], 1)
    value = int(digits, 16 if bits == 4 else 2)
    if suffix.startswith("u") or suffix == "n":
        return value
    width = len(digits) * bits
    for size in (8, 16, 32, 64) if bits == 1 else (32, 64):
        if suffix == "" and width == size and value >> (size - 1):
            return value - (1 << size)
    sizes = {"y": 8, "s": 16, "l": 64}
    size = sizes.get(suffix, 0)
    if size and width >= size and value >> (size - 1) == 1:
        return value - (1 << size)
    return value


def _decimal(text: str, multiplier: int) -> tuple[Any, str] | None:
    from decimal import Decimal

    value = Decimal(text) * multiplier
    if abs(value) > _DECIMAL_MAX:
        return None
    return format(value, "f"), "System.Decimal"


def _exact(text: str, multiplier: int) -> int:
    from decimal import Decimal

    return int(Decimal(text) * multiplier)


def _real(text: str, suffix: str, multiplier: int) -> tuple[Any, str] | None:
    value = float(text) * multiplier
    if suffix == "":
        return value, "System.Double"
    return _integer(round(value), suffix)


def _integer(value: int, suffix: str) -> tuple[Any, str] | None:
    if suffix == "u":
        for name in ("System.UInt32", "System.UInt64"):
            if _RANGES[name][0] <= value <= _RANGES[name][1]:
                return value, name
        return None
    if suffix:
        name = _SUFFIX_TYPES[suffix]
        low, high = _RANGES[name]
        return (value, name) if low <= value <= high else None
    for name in ("System.Int32", "System.Int64"):
        if _RANGES[name][0] <= value <= _RANGES[name][1]:
            return value, name
    if abs(value) <= _DECIMAL_MAX:
        return str(value), "System.Decimal"
    return float(value), "System.Double"


ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
}  # fmt: skip
"""What a character after a backtick stands for; any other stands for itself."""
