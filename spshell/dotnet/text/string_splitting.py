"""String.Split: pieces between separators, with a greatest number of pieces and StringSplitOptions."""

from __future__ import annotations


def split_text(text: str, separators: list[str], count: int | None, options: int) -> list[str]:
    """The pieces of a text; option 1 drops empty ones, option 2 trims them."""
    remove_empty, trim_entries = bool(options & 1), bool(options & 2)
    if count == 0:
        return []
    if count == 1 or not separators:
        whole = text.strip() if trim_entries else text
        return [] if remove_empty and not whole else [whole]
    pieces: list[str] = []
    start = 0
    for begin, end in _cuts(text, separators):
        piece = text[start:begin].strip() if trim_entries else text[start:begin]
        if piece or not remove_empty:
            if count is not None and len(pieces) == count - 1:
                break
            pieces.append(piece)
        start = end
    rest = text[start:]
    if remove_empty and count is not None and len(pieces) == count - 1:
        rest = _without_leading(rest, separators)
    rest = rest.strip() if trim_entries else rest
    if rest or not remove_empty:
        pieces.append(rest)
    return pieces


def _without_leading(text: str, separators: list[str]) -> str:
    # What follows the last wanted piece loses separators in front when empty pieces are dropped.
    while True:
        found = next((item for item in separators if text.startswith(item)), None)
        if found is None:
            return text
        text = text[len(found) :]


def _cuts(text: str, separators: list[str]) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    if len(separators) == 1:
        separator = separators[0]
        position = text.find(separator)
        while position >= 0:
            cuts.append((position, position + len(separator)))
            position = text.find(separator, position + len(separator))
        return cuts
    position = 0
    while position < len(text):
        found = next((item for item in separators if text.startswith(item, position)), None)
        if found is None:
            position += 1
        else:
            cuts.append((position, position + len(found)))
            position += len(found)
    return cuts
