"""Completing `-eq` and its like behind an expression, and the flags of `switch`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.completion.messages import OPERATORS
from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, match
from spshell.language.nodes import Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.session import Session

_CASED = [
    "contains",
    "eq",
    "ge",
    "gt",
    "in",
    "le",
    "like",
    "lt",
    "match",
    "ne",
    "notcontains",
    "notin",
    "notlike",
    "notmatch",
    "replace",
    "split",
]
_PLAIN = [
    "and",
    "as",
    "band",
    "bnot",
    "bor",
    "bxor",
    "f",
    "is",
    "isnot",
    "join",
    "not",
    "or",
    "shl",
    "shr",
    "xor",
]
_FLAGS = ("CaseSensitive", "Exact", "File", "Parallel", "Regex", "Wildcard")
_OPERANDS = frozenset(
    {"Variable", "Number", "StringLiteral", "StringExpandable", "HereStringLiteral", "HereStringExpandable", "RParen",
     "RBracket", "RCurly", "Identifier", "PostfixPlusPlus", "PostfixMinusMinus"}
)  # fmt: skip


def offer(session: Session, place: Place) -> Completion | None:
    """Operators that begin as written."""
    del session
    if place.at is None or not place.word.startswith("-") or place.before is None:
        return None
    word = place.word[1:].lower()
    if place.before.kind == "Switch" or (place.before.kind == "Parameter" and _in_switch(place)):
        matches = [
            match("-" + name, name, "ParameterName") for name in _FLAGS if name.lower().startswith(word)
        ]
        return Completion(place.start, place.length, matches)
    if place.before.kind not in _OPERANDS or place.innermost(Command) is not None or place.new_line:
        return None
    return Completion(place.start, place.length, operator_matches(word))


def operator_matches(word: str) -> list[CompletionResult]:
    """The operators that begin with a word without its dash."""
    folded = word.lower()
    return [
        match("-" + name, name, "ParameterName", hint)
        for name, hint in operators()
        if name.startswith(folded)
    ]


def _in_switch(place: Place) -> bool:
    assert place.before is not None
    for token in reversed(place.tokens[: place.index(place.before)]):
        if token.kind == "Switch":
            return True
        if token.kind != "Parameter":
            return False
    return False


def operators() -> Iterator[tuple[str, str]]:
    """All operators with what they do, sorted; the explicitly case-insensitive ones only where no plain one hides them."""
    names = {name: OPERATORS[name] for name in (*_PLAIN, *_CASED)}
    names.update({f"c{name}": OPERATORS[name] + ", case counts" for name in _CASED})
    names.update({f"i{name}": OPERATORS[name] + ", whatever the case" for name in _CASED})
    yield from sorted(names.items())
