"""Regular expressions that stand in a script as constants: compiled at their first use, then only searched."""

from __future__ import annotations

from spshell.engine.errors.faults import make_fault
from spshell.engine.members.access import get_index, get_member, match
from spshell.engine.variables.variables import MatchResult, read_matches
from spshell.values import matching, splitting
from spshell.values.exceptions import NetException
from spshell.values.regex_dialect import IGNORE_CASE, compile_pattern, pattern_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope


class ConstantPattern:
    """A pattern of the text, perhaps a clause of a ``switch``.

    ``search`` gives a match object or None; it raises when the pattern is not valid.
    """

    __slots__ = ("ignore_case", "is_clause", "search", "text")

    def __init__(self, text: str, ignore_case: bool, is_clause: bool) -> None:
        self.text = text
        self.ignore_case = ignore_case
        self.is_clause = is_clause
        self.search: Callable[[str], Any] = self._first

    def _first(self, text: str) -> Any:
        try:
            pattern = compile_pattern(self.text, IGNORE_CASE if self.ignore_case else 0)
        except NetException as error:
            if not self.is_clause:
                raise
            raise make_fault(
                "InvalidRegularExpression", self.text, error.message, target=self.text, inner=error
            ) from None
        self.search = pattern.search
        return self.search(text)


class ConstantReplacement:
    """``-replace`` with a constant pattern and replacement: ``run`` gives the new text."""

    __slots__ = ("ignore_case", "pattern", "run", "template")

    def __init__(self, pattern: str, template: str, ignore_case: bool) -> None:
        self.pattern = pattern
        self.template = template
        self.ignore_case = ignore_case
        self.run: Callable[[str], str] = self._first

    def _first(self, text: str) -> str:
        found = matching.replace(
            text, [self.pattern, self.template], self.ignore_case
        )  # raises for a bad pattern
        self.run = matching.text_replacer(self.pattern, self.template, self.ignore_case)
        return found  # type: ignore[no-any-return]  # one text gives one


class ConstantSplit:
    """``-split`` with a constant pattern: ``run`` gives the pieces as string[]."""

    __slots__ = ("ignore_case", "pattern", "run")

    def __init__(self, pattern: str, ignore_case: bool) -> None:
        self.pattern = pattern
        self.ignore_case = ignore_case
        self.run: Callable[[str], Any] = self._first

    def _first(self, text: str) -> Any:
        found = splitting.split_values(text, self.pattern, ignore_case=self.ignore_case)
        self.run = splitting.text_splitter(self.pattern, ignore_case=self.ignore_case)
        return found


def group_site(key: Any, is_member: bool) -> Callable[[Scope], Any]:
    """``$Matches[key]`` and (`is_member`) ``$Matches.key``: remembers which group of the last pattern that is."""
    known: Any = None
    number = 0

    def read(scope: Scope) -> Any:
        nonlocal known, number
        kept = scope.vars.get("matches")
        if kept.__class__ is MatchResult:
            found = kept.match
            if found.re is not known:
                pattern = pattern_of(found)
                place = (
                    pattern.index.get(key if type(key) is str else str(key)) if pattern is not None else None
                )
                if place is None:
                    return match_group(scope, key, is_member)
                known, number = found.re, place
            text = found[number]
            if text is not None:
                return text
        return match_group(scope, key, is_member)

    return read


def match_constant(scope: Scope, site: ConstantPattern, left: Any) -> Any:
    """``-match`` with a constant pattern."""
    if type(left) is str:
        found = site.search(left)
        if found is None:
            return False
        scope.vars["matches"] = MatchResult(found)
        return True
    return match(scope, left, site.text, site.ignore_case)


def keep_match(variables: dict[str, Any], found: Any) -> bool:
    """Fill ``$Matches``."""
    variables["matches"] = MatchResult(found)
    return True


def match_group(scope: Scope, key: Any, is_member: bool) -> Any:
    """``$Matches[key]`` and (`is_member`) ``$Matches.key`` without making the table."""
    kept = scope.vars.get("matches")
    if type(kept) is MatchResult:
        pattern = pattern_of(kept.match)
        number = pattern.index.get(key if type(key) is str else str(key)) if pattern is not None else None
        if number is not None:
            group = kept.match.group(number)
            if group is not None:
                return group
    table = read_matches(scope)
    return get_member(scope, table, key) if is_member else get_index(scope, table, key)
