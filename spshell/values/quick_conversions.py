"""Conversions between the plainest classes, as functions of the value alone: what a place in a script can remember.

What may fail, or needs the culture, is left to the rules of `conversion`.
"""

from __future__ import annotations

from spshell.values.nettype import BY_CLASS, NetType
from spshell.values.numbers import Int64, char_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def _same(value: Any) -> Any:
    return value


def _code(value: Any) -> int:
    return ord(value)


_CONVERSIONS: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("System.Int32", "System.Double"): float,
    ("System.Int32", "System.Int64"): Int64,
    ("System.Int32", "System.Boolean"): bool,
    ("System.Int32", "System.String"): str,
    ("System.Boolean", "System.Int32"): int,
    ("System.Boolean", "System.Double"): float,
    ("System.Boolean", "System.String"): str,
    ("System.Double", "System.Boolean"): bool,
    ("System.String", "System.Boolean"): bool,
    ("System.Char", "System.Int32"): _code,
    ("System.Char", "System.String"): str,
}
"""(full name of the value's type, of the wanted type) -> how."""

_LEFT_ALONE = frozenset(
    {"System.Int32", "System.Int64", "System.Double", "System.String", "System.Boolean", "System.Char"}
)


def _by_rules(wanted: NetType) -> Callable[[Any], Any]:
    from spshell.values.conversion import convert

    return lambda value: convert(value, wanted)


def _rounded(wanted: NetType) -> Callable[[Any], Any]:
    rules = _by_rules(wanted)
    return lambda value: round(value) if -2147483648.5 < value < 2147483647.5 else rules(value)


def _whole(wanted: NetType) -> Callable[[Any], Any]:
    rules = _by_rules(wanted)
    return lambda value: (
        int(value) if len(value) < 10 and value.isdigit() and value.isascii() else rules(value)
    )


def _decimal_text(wanted: NetType) -> Callable[[Any], Any]:
    rules = _by_rules(wanted)
    return lambda value: (
        float(value) if value.replace(".", "", 1).isdigit() and value.isascii() else rules(value)
    )


def _coded(wanted: NetType) -> Callable[[Any], Any]:
    rules = _by_rules(wanted)
    return lambda value: char_of(chr(value)) if 0 <= value <= 0xFFFF else rules(value)


_OFTEN: dict[tuple[str, str], Callable[[NetType], Callable[[Any], Any]]] = {
    ("System.Double", "System.Int32"): _rounded,
    ("System.String", "System.Int32"): _whole,
    ("System.String", "System.Double"): _decimal_text,
    ("System.Int32", "System.Char"): _coded,
}
"""As `_CONVERSIONS`, for what can fail: makers of functions that go through the rules for unusual values."""


def quick_conversion(kind: type, wanted: NetType) -> Callable[[Any], Any] | None:
    """The function that converts values of a Python class; None where the rules must be gone through each time."""
    source = BY_CLASS.get(kind)
    if source is None:
        return None
    if source is wanted and wanted.full_name in _LEFT_ALONE:
        return _same
    names = (source.full_name, wanted.full_name)
    often = _OFTEN.get(names)
    return _CONVERSIONS.get(names) if often is None else often(wanted)
