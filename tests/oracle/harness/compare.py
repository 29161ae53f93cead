"""Comparing texts in which ‹...› marks what may be worded freely.

A mark reads ``‹id: a | b›``: any text of up to five lines that contains the arguments a and b.
"""

from __future__ import annotations

import re

_MARK = re.compile("‹([^›]*)›", re.DOTALL)
_FREE = r"([^\n]*(?:\n[^\n]*){0,4}?)"
# a nested sentence without arguments leaves only its resource name in the mark
_BARE_ID = re.compile(
    r"[A-Z][A-Za-z]*_[A-Z]\w+|Validate\w+(?:Failure|NotString|NotInArray)|InvalidCastCannotRetrieveString|IsOperatorRequiresType"
    r"|CanOnlyConvertOnePipeline|CantConvertEmptyPipeline"
    r"|(?:net|dns)_\w+|bad_endpoint_string|MailAddressInvalidFormat|NoElements"
)
_ID = re.compile(
    r"[A-Z][A-Za-z]*_[A-Z]\w+|Validate\w+(?:Failure|NotString|NotInArray)|InvalidCastCannotRetrieveString|IsOperatorRequiresType"
    r"|CanOnlyConvertOnePipeline|CantConvertEmptyPipeline"
    r"|(?:net|dns)_\w+|bad_endpoint_string|MailAddressInvalidFormat|NoElements"
)
# a nested sentence that the recorder left in .NET's words: what it quotes counts, not the words
_SENTENCE = re.compile(
    r"[^\n]*[a-z]+ [a-z]+ [^\n]*(?:\.|\(Parameter '\w+'\))(?:\nActual value was [^\n]*\.|\n\S+ is an [^\n]*\.)?"
)
_QUOTED = re.compile(r"'([^']*)'|Actual value was ([^\n]*)\.")
# a nested parse error: its position counts, its last line is free
_POSITION = re.compile(r"(At line:\d+ char:\d+\n\+ [^\n]*\n\+ +~+)\n[^\n]*")
_ID = re.compile(r"^\w[\w.+]*: ?", re.ASCII)
_NESTED_ID = re.compile(r"^[A-Z][A-Za-z]*_[A-Z]\w+: ")  # a sentence that is all another sentence says


def same_text(expected: str, got: str) -> bool:
    """Whether `got` is the expected text, marks worded freely."""
    if "‹" not in expected:
        return expected == got
    pattern, marks = _pattern(expected)
    match = re.fullmatch(pattern, got, re.DOTALL)
    if match is None:
        return False
    return all(_names(mark, match.group(index + 1)) for index, mark in enumerate(marks))


def _pattern(expected: str) -> tuple[str, list[str]]:
    parts: list[str] = []
    marks: list[str] = []
    position = 0
    for match in _MARK.finditer(expected):
        parts.append(re.escape(expected[position : match.start()]))
        parts.append(_FREE)
        marks.append(match.group(1))
        position = match.end()
    parts.append(re.escape(expected[position:]))
    return "".join(parts), marks


def arguments(mark: str) -> list[str]:
    """What a mark's text must name."""
    if ":" not in mark:
        return []
    found = []
    for piece in mark.split(" | "):
        text = _NESTED_ID.sub("", _ID.sub("", piece, count=1), count=1)
        if text.strip() and not _BARE_ID.fullmatch(text):
            found.append(text)
    return found


def _names(mark: str, text: str) -> bool:
    flat = _flat(text)
    return all(_flat(argument) in flat for argument in arguments(mark))


def _flat(text: str) -> str:
    """Text without the white space and bars that wrapping an error message adds."""
    return re.sub(r"[\s|]+", "", text)
