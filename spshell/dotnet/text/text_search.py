"""Searching and comparing text under a StringComparison."""

from __future__ import annotations

from spshell.values import collation


def case_folded(text: str, mode: str) -> str:
    """The text as an ordinal comparison sees it in this mode."""
    if not mode.endswith("IgnoreCase"):
        return text
    folded = text.upper()
    return (
        folded if len(folded) == len(text) else "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
    )


def _ordinal(mode: str) -> bool:
    return mode.startswith("Ordinal")


def find(text: str, part: str, mode: str) -> int:
    """The first place of `part`, or -1."""
    if _ordinal(mode):
        return case_folded(text, mode).find(case_folded(part, mode))
    return collation.index_of(text, part, mode.endswith("IgnoreCase"))


def find_last(text: str, part: str, mode: str) -> int:
    """The last place of `part`, or -1."""
    if _ordinal(mode):
        return case_folded(text, mode).rfind(case_folded(part, mode))
    return collation.last_index_of(text, part, mode.endswith("IgnoreCase"))


def starts_with(text: str, part: str, mode: str) -> bool:
    """Whether the text begins with `part`."""
    if _ordinal(mode):
        return case_folded(text, mode).startswith(case_folded(part, mode))
    return collation.starts_with(text, part, mode.endswith("IgnoreCase"))


def ends_with(text: str, part: str, mode: str) -> bool:
    """Whether the text ends with `part`."""
    if _ordinal(mode):
        return case_folded(text, mode).endswith(case_folded(part, mode))
    return collation.ends_with(text, part, mode.endswith("IgnoreCase"))


def equal(left: str, right: str, mode: str) -> bool:
    """Whether two texts are equal."""
    if _ordinal(mode):
        return case_folded(left, mode) == case_folded(right, mode)
    return collation.equals(left, right, mode.endswith("IgnoreCase"))


def compare(left: str, right: str, mode: str) -> int:
    """The order of two texts; ordinal order is the distance of the first different characters."""
    if not _ordinal(mode):
        return collation.compare(left, right, mode.endswith("IgnoreCase"))
    a, b = case_folded(left, mode), case_folded(right, mode)
    for first, second in zip(a, b, strict=False):
        if first != second:
            return ord(first) - ord(second)
    return len(a) - len(b)
