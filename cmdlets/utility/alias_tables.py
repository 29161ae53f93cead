"""The aliases that a scope sees: those of the session and the built-in ones of the manifests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.commands.alias_options import alias_options
from spshell.engine.commands.kinds import AliasInfo

if TYPE_CHECKING:
    from spshell.engine.variables.scope import Scope


def visible_aliases(scope: Scope, *, only_here: bool = False) -> dict[str, AliasInfo]:
    """Folded name -> alias, the nearest definition first."""
    found: dict[str, AliasInfo | None] = {}
    current: Scope | None = scope
    while current is not None:
        for folded, info in (current.aliases or {}).items():
            found.setdefault(folded, info)
        current = None if only_here else current.parent
    if not only_here or scope.parent is None:
        for name, definition in scope.session.commands.manifests.aliases():
            if name.lower() not in found:
                made = found[name.lower()] = AliasInfo(name, definition)
                made.session = scope.session
                made.options = alias_options(name)
    return {folded: info for folded, info in sorted(found.items()) if info is not None}
