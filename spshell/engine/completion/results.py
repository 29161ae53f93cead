"""What completion gives: the matches, and which part of the text they replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.dotnet.system.completion_results import CompletionResult
from spshell.dotnet.system.enumerations import enum_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_KIND = "System.Management.Automation.CompletionResultType"


class Completion:
    """Matches for the `length` characters from `start`; nothing at all has start and length -1."""

    __slots__ = ("length", "matches", "start")

    def __init__(self, start: int, length: int, matches: list[CompletionResult]) -> None:
        self.start = start
        self.length = length
        self.matches = matches


def nothing() -> Completion:
    """The answer for a place where nothing can be offered."""
    return Completion(-1, -1, [])


def match(
    text: str, shown: str | None = None, kind: str = "ParameterValue", hint: str | None = None
) -> CompletionResult:
    """One thing to offer; without more, the list and the hint show the text itself."""
    shown = text if shown is None else shown
    return CompletionResult(text, shown, enum_value(_KIND, kind), hint or shown)


def starts(word: str) -> Callable[[str], bool]:
    """A test for names that begin with a word, in which wildcards count."""
    from spshell.values.wildcard import wildcard_test

    folded = word.lower()
    try:
        fits = wildcard_test(word + "*")
    except Exception as fault:
        from spshell.values.exceptions import NetException

        if not isinstance(fault, NetException):
            raise
        return lambda name: name.lower().startswith(folded)  # an unfinished [ is no pattern
    return lambda name: name.lower().startswith(folded) or fits(name)


def unquoted(word: str) -> tuple[str, str]:
    """(quote, word without its quotes); the quote is empty for a bare word."""
    if not word or word[0] not in "'\"":
        return "", word
    quote = word[0]
    inner = word[1:-1] if len(word) > 1 and word[-1] == quote else word[1:]
    return quote, inner


def needs_quotes(text: str) -> bool:
    """Whether a text is no single bare word of a command line."""
    from spshell.language import parse

    found = parse(text)
    tokens = [token for token in found.tokens if token.kind != "EndOfInput"]
    keyword = len(tokens) == 1 and "Keyword" in tokens[0].traits
    if len(tokens) != 1 or (found.errors and not keyword):
        return True
    return tokens[0].kind in ("Semi", "Comma") or any(character in text for character in "$`")


def quoted(text: str, quote: str = "") -> str:
    """A value as it must stand in the text: in the quotes that are there, else in single ones if it needs any."""
    if not needs_quotes(text):
        return f"{quote}{text}{quote}"
    mark = quote or "'"
    return mark + (text.replace("'", "''") if mark == "'" else text) + mark


def values(
    word: str, candidates: Iterable[str], *, kind: str = "ParameterValue", ordered: bool = False
) -> list[CompletionResult]:
    """The candidates that begin with the word, sorted unless their order means something."""
    quote, bare = unquoted(word)
    test = starts(bare)
    found = [text for text in candidates if test(text)]
    if not ordered:
        found.sort(key=str.lower)
    return [match(quoted(text, quote), text, kind) for text in found]
