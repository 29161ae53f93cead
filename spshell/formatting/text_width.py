"""How many columns text takes, and cutting and padding it to a width."""

from __future__ import annotations

_WIDE = (
    (0x1100, 0x115F), (0x2329, 0x232A), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
    (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x3000, 0x3000),
)  # fmt: skip

ELLIPSIS = "\u2026"

_ESCAPE = "\x1b"


def without_escapes(text: str) -> str:
    """A text without the escape sequences of colours and links."""
    if _ESCAPE not in text:
        return text
    from spshell.engine.host.escapes import strip

    return strip(text)


def character_width(character: str) -> int:
    """Columns of one character: 2 for East Asian wide ones and for what takes two UTF-16 units, else 1."""
    code = ord(character)
    if code < 0x1100:
        return 1
    if code > 0xFFFF:
        return 2
    return 2 if any(low <= code <= high for low, high in _WIDE) else 1


def text_width(text: str) -> int:
    """Columns of a text; escape sequences take none."""
    if _ESCAPE in text:
        text = without_escapes(text)
    if text.isascii():
        return len(text)
    return sum(character_width(character) for character in text)


def head(text: str, width: int) -> str:
    """As much of the beginning as fits into `width` columns."""
    if text.isascii():
        return text[:width]
    used = 0
    for index, character in enumerate(text):
        used += character_width(character)
        if used > width:
            return text[:index]
    return text


def tail(text: str, width: int) -> str:
    """As much of the end as fits into `width` columns."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += character_width(text[index])
        if used > width:
            return text[index + 1 :]
    return text


def cut(text: str, width: int, alignment: str) -> str:
    """Shorten to `width`: right-aligned text keeps its end, other text its beginning, with an ellipsis."""
    if text_width(text) <= width:
        return text
    if _ESCAPE in text:
        return _cut_coloured(text, width)
    if width <= 1:
        return tail(text, width) if alignment == "right" else head(text, width)
    if alignment == "right":
        return ELLIPSIS + tail(text, width - 1)
    return head(text, width - 1) + ELLIPSIS


def _cut_coloured(text: str, width: int) -> str:
    """The beginning with its escape sequences; the colour ends with it."""
    from spshell.engine.host.escapes import RESET, parts

    left = max(width - 1, 0)
    kept: list[str] = []
    for part, visible in parts(text):
        if visible:
            part = head(part, left)
            left -= text_width(part)
        kept.append(part)
        if left <= 0:
            break
    return "".join(kept) + ELLIPSIS + RESET


def pad(text: str, width: int, alignment: str) -> str:
    """Fill up to `width` columns with blanks."""
    missing = width - text_width(text)
    if missing <= 0:
        return text
    if alignment == "right":
        return " " * missing + text
    if alignment == "center":
        left = missing // 2
        return " " * left + text + " " * (missing - left)
    return text + " " * missing
