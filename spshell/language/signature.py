"""Recognizing the comment that begins a script's signature, or that pretends to."""

from __future__ import annotations

import re

from spshell.language.characters import BLANK

_TEXT = "sig#beginsignatureblock\n"
_THRESHOLD = 10  # edits; PowerShell's choice
_BLANKS = re.compile(rf"[{BLANK}]+")
_COUNTS = [(char, _TEXT.count(char)) for char in sorted(set(_TEXT))]


def resembles_signature(comment: str) -> bool:
    """Whether a comment (behind its `#`, with the line break) is within a few edits of the real thing.

    Statements behind such a comment are refused, because readers stop there.
    """
    if len(comment) < len(_TEXT) - _THRESHOLD:
        return False
    comment = _BLANKS.sub("", comment)
    if not len(_TEXT) - _THRESHOLD <= len(comment) <= len(_TEXT) + _THRESHOLD:
        return False
    comment = comment.lower()
    shared = sum(min(comment.count(char), count) for char, count in _COUNTS)
    if max(len(comment), len(_TEXT)) - shared >= _THRESHOLD:
        return False  # so many characters differ that no order could make up for it
    return _distance(comment, _TEXT) < _THRESHOLD


def _distance(first: str, second: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(second) + 1))
    for index, char in enumerate(first):
        diagonal, row[0] = row[0], index + 1
        for column, other in enumerate(second, 1):
            diagonal, row[column] = (
                row[column],
                diagonal if char == other else min(diagonal, row[column], row[column - 1]) + 1,
            )
    return row[-1]
