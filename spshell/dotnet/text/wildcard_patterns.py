"""System.Management.Automation.WildcardPattern."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.values import wildcard
from spshell.values.declare import Members

WILDCARD = Members()
_OPTIONS = "System.Management.Automation.WildcardOptions"
_IGNORE_CASE = 2
_REGEX_OPTIONS = {1: 8, 2: 1, 4: 512}
"""Compiled, IgnoreCase and CultureInvariant as bits of WildcardOptions and of RegexOptions."""
_SINGLE_LINE = 16
_OF_EXPRESSIONS = "()[.?*{}^$+|\\"


class WildcardPattern:
    """A wildcard pattern with options; as right operand of -like it brings its own test."""

    __slots__ = ("options", "pattern", "ps_members")

    def __init__(self, pattern: str, options: int = 0) -> None:
        self.pattern = pattern
        self.options = options
        self.ps_members: Any = None

    def wildcard_matcher(self) -> Any:
        return wildcard.wildcard_test(self.pattern, bool(self.options & _IGNORE_CASE))


@WILDCARD.constructor("(string pattern)", f"(string pattern, {_OPTIONS} options)")
@WILDCARD.method(f"static WildcardPattern Get(string pattern, {_OPTIONS} options)")
def create(pattern: str, options: Any = 0) -> WildcardPattern:
    return WildcardPattern(pattern, int(getattr(options, "value", options)))


@WILDCARD.method("bool IsMatch(string input)")
def is_match(pattern: WildcardPattern, text: str | None) -> bool:
    return text is not None and bool(pattern.wildcard_matcher()(text))


@WILDCARD.method("static string Escape(string pattern)")
def escape(text: str) -> str:
    return wildcard.escape(text)


@WILDCARD.method("static string Unescape(string pattern)")
def unescape(text: str) -> str:
    return wildcard.unescape(text)


@WILDCARD.method("static bool ContainsWildcardCharacters(string pattern)")
def contains_wildcards(text: str | None) -> bool:
    return bool(text) and wildcard.has_wildcards(text or "")


@WILDCARD.method("string ToWql()")
def to_wql(pattern: WildcardPattern) -> str:
    """The pattern for a LIKE of WQL."""
    pieces: list[str] = []
    escaped = False
    for character in pattern.pattern:
        if escaped or character not in "*?`":
            pieces.append(f"[{character}]" if character in "%_" else character)
            escaped = False
        elif character == "`":
            escaped = True
        else:
            pieces.append("%" if character == "*" else "_")
    return "".join(pieces)


@WILDCARD.method("regex ToRegex()")
def to_regex(pattern: WildcardPattern) -> Any:
    """The regular expression that fits the same texts; asterisks at the ends leave their end open."""
    from spshell.dotnet.text.regular_expressions import Regex

    text = f"^{_expression(pattern.pattern)}$"
    if text == "^.*$":
        text = ""
    text = text.removeprefix("^.*")
    text = text.removesuffix(".*$")
    return Regex(
        text, sum(flag for bit, flag in _REGEX_OPTIONS.items() if pattern.options & bit) | _SINGLE_LINE
    )


def _expression(pattern: str) -> str:
    pieces: list[str] = []
    escaped = False
    position = 0
    while position < len(pattern):
        character = pattern[position]
        position += 1
        if character == "`" and not escaped:
            escaped = True
            continue
        if escaped or character not in "*?[":
            pieces.append("\\" + character if character in _OF_EXPRESSIONS else character)
        elif character == "[":
            characters, position = wildcard.set_of(pattern, position)
            pieces.append(_bracket(characters, pattern))
        else:
            pieces.append(".*" if character == "*" else ".")
        escaped = False
    return "".join(pieces) + ("`" if escaped and pattern != "`" else "")


def _bracket(characters: list[tuple[str, bool]], pattern: str) -> str:
    pieces: list[str] = []
    index = 0
    while index < len(characters):
        pieces.append(_in_bracket(characters[index][0]))
        if index + 2 < len(characters) and characters[index + 1][1]:
            if characters[index][0] > characters[index + 2][0]:
                raise wildcard.invalid(pattern)
            pieces.append("-" + _in_bracket(characters[index + 2][0]))
            index += 2
        index += 1
    return f"[{''.join(pieces)}]"


def _in_bracket(character: str) -> str:
    if character == "-":
        return "\\x2d"
    return "\\" + character if character in _OF_EXPRESSIONS.replace("[", "]") else character


define(
    "System.Management.Automation.WildcardPattern",
    WILDCARD,
    ps_name="WildcardPattern",
    python_type=WildcardPattern,
)
