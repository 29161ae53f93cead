"""Templates of ``-f`` that stand in a script, as far as they are plain: text and ``{index,width:format}``."""

from __future__ import annotations

Piece = str | tuple[int, int, str | None]
"""Text, or (index, width, format) of an item."""


def parse(template: str) -> list[Piece] | None:
    """The pieces of a template; None for one that has more to it, or is not valid."""
    pieces: list[Piece] = []
    text = ""
    position = 0
    while position < len(template):
        character = template[position]
        if character not in "{}":
            text += character
            position += 1
        elif template[position + 1 : position + 2] == character:
            text += character
            position += 2
        else:
            end = template.find("}", position)
            item = None if character == "}" or end < 0 else _item(template[position + 1 : end])
            if item is None:
                return None
            pieces += [text, item] if text else [item]
            text = ""
            position = end + 1
    return [*pieces, text] if text else pieces


def _item(text: str) -> Piece | None:
    head, _, spec = text.partition(":")
    index, comma, width = head.partition(",")
    if not _is_number(index) or (comma and not _is_number(width.removeprefix("-"))) or "{" in spec:
        return None
    return int(index), int(width) if comma else 0, spec or None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4
