"""Shortcuts for the frequent formats of Int32 and Double in ``-f``: one Python format instead of the
general way.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def quick_formatter(spec: str) -> Callable[[int | float], str | None] | None:
    """A function that formats a number in en-US, or gives None where only the general way knows; None when
    useless.
    """
    letter, digits = spec[0].upper(), spec[1:]
    if not digits or (digits.isascii() and digits.isdigit() and len(digits) < 3):
        if letter in "NF":
            return _fixed(f"{',' if letter == 'N' else ''}.{int(digits) if digits else 3}f")
        if letter in "DX":
            return _whole(
                f"0{int(digits)}" if digits and int(digits) else "", "d" if letter == "D" else spec[0]
            )
    if not spec.strip("0"):
        return _whole(f"0{len(spec)}", "d")
    return None


def _fixed(python_spec: str) -> Callable[[int | float], str | None]:
    def write(value: int | float) -> str | None:
        text = format(value, python_spec)
        return None if text[-1] in "nf" else text  # NaN and the infinities have symbols

    return write


def _whole(width: str, kind: str) -> Callable[[int | float], str | None]:
    python_spec = width + kind

    def write(value: int | float) -> str | None:
        # the sign does not count to .NET's width, and hexadecimal digits show the bits
        return format(value, python_spec) if type(value) is int and value >= 0 else None

    return write
