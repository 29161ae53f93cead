"""Which variables a name with wildcards, -Include and -Exclude mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.variables.objects import exists, find_scope, names_in
from spshell.values.wildcard import has_wildcards, unescape, wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spshell.engine.variables.scope import Scope


def selected(names: Iterable[str], include: Any, exclude: Any) -> list[str]:
    """The names that -Include lets in and -Exclude does not take out."""
    wanted = [wildcard_test(pattern) for pattern in include or ()]
    refused = [wildcard_test(pattern) for pattern in exclude or ()]
    return [
        name
        for name in names
        if (not wanted or any(test(name) for test in wanted)) and not any(test(name) for test in refused)
    ]


def matching(scope: Scope, pattern: str, *, only_here: bool) -> list[tuple[Scope, str]]:
    """(holding scope, name) of the variables that a name or pattern means, nearest scope first, sorted by
    name.
    """
    found: dict[str, tuple[Scope, str]] = {}
    if not has_wildcards(pattern):
        name = unescape(pattern)
        holder = scope if only_here and exists(scope, name.lower()) else None
        if not only_here:
            holder = find_scope(scope, name.lower())
        return [] if holder is None else [(holder, name.lower())]
    test = wildcard_test(pattern)
    current: Scope | None = scope
    while current is not None:
        for name in names_in(current):
            visible = current is scope or current.private is None or name.lower() not in current.private
            if test(name) and visible:
                found.setdefault(name.lower(), (current, name))
        current = None if only_here else current.parent
    return [found[key] for key in sorted(found)]
