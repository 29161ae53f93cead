""".NET regular expressions in Python's terms: translated once, then matched by ``re``, or by ``regex``
where needed.

``re`` is the faster engine and takes most patterns; lookbehinds of varying width, Unicode classes,
right-to-left matching and names used twice need the ``regex`` package. Both are imported when the first
pattern is compiled.
"""

from __future__ import annotations

from spshell.values.messages import net_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.values.exceptions import NetException

IGNORE_CASE, MULTILINE, EXPLICIT_CAPTURE, SINGLELINE, IGNORE_WHITESPACE, RIGHT_TO_LEFT = 1, 2, 4, 16, 32, 64
"""Numbers of System.Text.RegularExpressions.RegexOptions that change what a pattern means."""

_CACHE: dict[tuple[str, int], NetPattern] = {}
_CACHE_LIMIT = 500
_BY_COMPILED: dict[int, NetPattern] = {}


class NetPattern:
    """A compiled .NET pattern.

    ``compiled`` is a Python pattern object; ``names`` are .NET's group names in the order of GetGroupNames
    (numbers first), ``index`` maps a name to the number of the Python group.
    """

    __slots__ = ("compiled", "index", "names", "options", "search", "splits", "text")

    def __init__(self, text: str, options: int, compiled: Any, index: dict[str, int]) -> None:
        self.text = text
        self.options = options
        self.compiled = compiled
        self.index = index
        self.names = list(index)
        self.search: Callable[[str], Any] = compiled.search
        # without groups Python's own split is .NET's (the other engine leaves out empty matches)
        self.splits = len(index) == 1 and type(compiled).__module__ == "re"


def compile_pattern(text: str, options: int = 0) -> NetPattern:
    """The pattern, from the cache when it was used before; raises RegexParseException."""
    found = _CACHE.get((text, options))
    if found is None:
        found = _compile(text, options)
        if len(_CACHE) >= _CACHE_LIMIT:
            _CACHE.clear()
            _BY_COMPILED.clear()
        _CACHE[(text, options)] = found
        _BY_COMPILED[id(found.compiled)] = found
    return found


_SPECIAL = frozenset("\\*+?|{}[]()^$.")


def literal(text: str, *, ignore_case: bool) -> str | None:
    """The text that a pattern matches when it matches just that, in any case of its letters; else None."""
    plain = ""
    position = 0
    while position < len(text):
        character = text[position]
        if character == "\\":
            position += 1
            character = text[position : position + 1]
            if not character or not character.isascii() or character.isalnum() or character == "_":
                return None
        elif character in _SPECIAL:
            return None
        if not character.isascii() or (ignore_case and character.isalpha()):
            return None
        plain += character
        position += 1
    return plain or None


def capturing(pattern: NetPattern) -> Any:
    """The pattern compiled by the engine that remembers every capture of a group (Group.Captures)."""
    if type(pattern.compiled).__module__ != "re":
        return pattern.compiled
    from spshell.values.regex_translation import Translation

    translation = Translation(pattern.text, pattern.options)
    source = translation.run()
    return _compile_beyond(pattern.text, source, _flags(translation.start_options), pattern.options)


def pattern_of(match: Any) -> NetPattern | None:
    """The .NET pattern that a match object came from."""
    return _BY_COMPILED.get(id(match.re))


def matched_groups(match: Any) -> list[tuple[str, str]]:
    """(group name, text) of the groups that took part, in .NET's order."""
    pattern = pattern_of(match)
    if pattern is None:
        return [("0", match.group())]
    return [
        (name, match.group(number))
        for name, number in pattern.index.items()
        if match.group(number) is not None
    ]


_REASONS = {
    "BalancingGroup": "balancing groups are not supported",
    "CapturingGroupNameInvalid": "a group name is not valid",
    "CapturingGroupOfZero": "group 0 cannot be named",
    "ExclusionGroupNotLast": "a subtracted class must stand last",
    "InsufficientClosingParentheses": "a parenthesis is not closed",
    "InsufficientOpeningParentheses": "a parenthesis is closed that was not opened",
    "InsufficientOrInvalidHexDigits": "too few hexadecimal digits",
    "InvalidGroupingConstruct": "a grouping construct is not known or not complete",
    "MalformedNamedReference": "a named reference is malformed",
    "MalformedUnicodePropertyEscape": "a character category is malformed",
    "NestedQuantifiersNotParenthesized": "a quantifier follows another one",
    "QuantifierAfterNothing": "a quantifier follows nothing",
    "ReversedQuantifierRange": "a quantifier has its bounds reversed",
    "UndefinedNamedReference": "the group referred to does not exist",
    "UndefinedNumberedReference": "the group referred to does not exist",
    "UnescapedEndingBackslash": "it ends with a backslash",
    "UnrecognizedControlCharacter": "a control character is not known",
    "UnrecognizedEscape": "an escape is not known",
    "UnterminatedBracket": "a character class is not closed",
    "UnterminatedComment": "a comment is not closed",
}
"""RegexParseError -> what is wrong."""


def parse_fault(text: str, name: str, offset: int | None = None) -> NetException:
    """The exception of an invalid pattern: a RegexParseError, and how far the pattern was read."""
    at = len(text) if offset is None else offset
    reason = f"{_REASONS[name]} ({name})" if name in _REASONS else name
    error = net_fault("System.Text.RegularExpressions.RegexParseException", "RegexParse", text, reason, at)
    error.properties = {"Offset": at}
    return error


def _compile(text: str, options: int) -> NetPattern:
    import re

    from spshell.values.regex_translation import Translation

    translation = Translation(text, options)
    source = translation.run()
    flags = _flags(translation.start_options)
    compiled: Any = None
    if not translation.beyond_re and not options & RIGHT_TO_LEFT:
        try:
            compiled = re.compile(source, flags)
        except (re.error, OverflowError, RecursionError):
            compiled = None  # the other engine decides whether it is a fault
    if compiled is None:
        compiled = _compile_beyond(text, source, flags, options)
    return NetPattern(text, options, compiled, translation.numbering())


def _flags(options: int) -> int:
    import re

    flags = 0
    for bit, flag in ((IGNORE_CASE, re.IGNORECASE), (MULTILINE, re.MULTILINE), (SINGLELINE, re.DOTALL)):
        if options & bit:
            flags |= int(flag)
    return flags


def _compile_beyond(text: str, source: str, flags: int, options: int) -> Any:
    import re

    import regex

    wanted = regex.V0
    for ours, theirs in ((re.IGNORECASE, regex.I), (re.MULTILINE, regex.M), (re.DOTALL, regex.S)):
        if flags & ours:
            wanted |= theirs
    if options & RIGHT_TO_LEFT:
        wanted |= regex.REVERSE
    try:
        return regex.compile(source, wanted)
    except (regex.error, OverflowError) as error:
        raise parse_fault(text, str(error)) from None
