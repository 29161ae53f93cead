"""System.Management.Automation.WildcardPattern."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.values import wildcard
from spshell.values.declare import Members

WILDCARD = Members()
_OPTIONS = "System.Management.Automation.WildcardOptions"
_IGNORE_CASE = 2


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


define(
    "System.Management.Automation.WildcardPattern",
    WILDCARD,
    ps_name="WildcardPattern",
    python_type=WildcardPattern,
)
