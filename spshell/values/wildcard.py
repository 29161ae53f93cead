"""Wildcard patterns: ``* ? [a-c]`` and the backtick as escape.  Source: about_Wildcards.

A pattern becomes a test function once; the frequent shapes (``x*``, ``*x``, ``*x*``, no wildcard) need no
engine.
"""

from __future__ import annotations

from spshell.values.exceptions import NetException, fault
from spshell.values.messages import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

WILDCARD_TESTS: dict[tuple[str, bool], Callable[[str], Any]] = {}
"""(pattern, ignore case) -> test: a bounded cache."""
_CACHE_LIMIT = 500


def wildcard_test(pattern: str, ignore_case: bool = True) -> Callable[[str], Any]:
    """A function that says (by truth) whether a text fits the whole pattern; raises
    WildcardPatternException.
    """
    found = WILDCARD_TESTS.get((pattern, ignore_case))
    if found is None:
        if len(WILDCARD_TESTS) >= _CACHE_LIMIT:
            WILDCARD_TESTS.clear()
        found = WILDCARD_TESTS[(pattern, ignore_case)] = _make_test(pattern, ignore_case)
    return found


def has_wildcards(pattern: str) -> bool:
    """Whether the text holds an unescaped wildcard character."""
    escaped = False
    for character in pattern:
        if character in "*?[]" and not escaped:
            return True
        escaped = character == "`" and not escaped
    return False


def escape(text: str, except_for: str = "") -> str:
    """The text with its wildcard characters escaped."""
    return "".join("`" + c if c in "*?[]`" and c not in except_for else c for c in text)


def unescape(text: str) -> str:
    """The text without the escapes before wildcard characters."""
    result: list[str] = []
    escaped = False
    for character in text:
        if character == "`":
            if escaped:
                result.append(character)
                escaped = False
            else:
                escaped = True
            continue
        if escaped and character not in "*?[]":
            result.append("`")
        result.append(character)
        escaped = False
    if escaped:
        result.append("`")
    return "".join(result)


def invalid(pattern: str) -> NetException:
    """The error of a set that is not closed or runs backwards."""
    return fault(
        "System.Management.Automation.WildcardPatternException",
        text_of("WildcardPattern_Invalid", (pattern,)),
        "RuntimeException",
        "NotSpecified",
        arguments=(pattern,),
    )


def _make_test(pattern: str, ignore_case: bool) -> Callable[[str], Any]:
    if "[" not in pattern and "?" not in pattern and "`" not in pattern:
        simple = _simple_test(pattern, ignore_case)
        if simple is not None:
            return simple
    import re

    return re.compile(to_regex(pattern), re.DOTALL | (re.IGNORECASE if ignore_case else 0)).fullmatch


def _simple_test(pattern: str, ignore_case: bool) -> Callable[[str], Any] | None:
    """A test by string methods for text with ``*`` at its ends only, when case folds one to one."""
    core = pattern.strip("*")
    if "*" in core or (ignore_case and not core.isascii()):
        return None
    start, end = pattern.startswith("*"), pattern.endswith("*")
    if not core:
        return (lambda _text: True) if pattern else (lambda text: not text)
    if not ignore_case:
        if start and end:
            return lambda text: core in text
        if start:
            return lambda text: text.endswith(core)
        return (lambda text: text.startswith(core)) if end else (lambda text: text == core)
    folded = core.lower()
    if start and end:
        return lambda text: folded in text.lower()
    if start:
        return lambda text: text.lower().endswith(folded)
    if end:
        return lambda text: text.lower().startswith(folded)
    return lambda text: text.lower() == folded


def to_regex(pattern: str) -> str:
    """The pattern as a Python regular expression for the whole text."""
    import re

    pieces: list[str] = []
    escaped = False
    position = 0
    while position < len(pattern):
        character = pattern[position]
        position += 1
        if escaped:
            pieces.append(re.escape(character))
            escaped = False
        elif character == "`":
            escaped = True
        elif character == "*":
            pieces.append(".*")
        elif character == "?":
            pieces.append(".")
        elif character == "[":
            characters, position = set_of(pattern, position)
            pieces.append(_set_text(characters, pattern))
        elif character in "\u0130\u0131":
            pieces.append(f"(?-i:{character})")  # .NET does not fold the Turkish i to i
        else:
            pieces.append(re.escape(character))
    if escaped and pattern != "`":
        pieces.append("`")
    return "".join(pieces)


def set_of(pattern: str, position: int) -> tuple[list[tuple[str, bool]], int]:
    """The characters of a bracket expression, each with whether it is a dash between two; and where it ends."""
    characters: list[tuple[str, bool]] = []
    escaped = False
    first = True
    while True:
        if position >= len(pattern):
            raise invalid(pattern)
        character = pattern[position]
        position += 1
        if character == "]" and not first and not escaped:
            break
        first = False
        if character == "`" and not escaped:
            escaped = True
            continue
        characters.append((character, character == "-" and not escaped))
        escaped = False
    return characters, position


def _set_text(characters: list[tuple[str, bool]], pattern: str) -> str:
    pieces: list[str] = []
    index = 0
    while index < len(characters):
        if index + 2 < len(characters) and characters[index + 1][1]:
            low, high = characters[index][0], characters[index + 2][0]
            if low > high:
                raise invalid(pattern)
            pieces.append(f"{_quoted(low)}-{_quoted(high)}")
            index += 3
        else:
            pieces.append(_quoted(characters[index][0]))
            index += 1
    return "[" + "".join(pieces) + "]" if pieces else "(?!)"


def _quoted(character: str) -> str:
    return "\\" + character if character in "\\]^-[&~|" else character
