"""Private variables: those that the scopes below do not see (about_Scopes)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.variables.scope import Scope


def make_private(scope: Scope, name: str) -> None:
    """Hide a variable (folded name) of a scope from the scopes below.

    From now on functions get scopes of their own: one that runs in its caller's would see the variable.
    """
    scope.private = (scope.private or set()) | {name}
    session = scope.session
    if not session.has_private:
        from spshell.engine.calls.sites import forget

        session.has_private = True
        forget(session)
