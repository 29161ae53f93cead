"""What can be seen where completion is asked for: the scope of the code that asks, at the prompt the global one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.calls.frames import running_scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


def current_scope(session: Session) -> Scope:
    """The scope of the innermost running code of the session."""
    found: Scope | None = running_scope()
    return found if found is not None and found.session is session else session.global_scope


def scopes(session: Session) -> Iterator[Scope]:
    """The scopes from the innermost to the global one."""
    scope: Scope | None = current_scope(session)
    while scope is not None:
        yield scope
        scope = scope.parent
