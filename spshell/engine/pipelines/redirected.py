"""Redirections of expressions: ``(...) 2>$null``, ``$x > file``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.pipelines.output import unwrap_list
from spshell.engine.pipelines.streams import Redirected

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.engine.variables.scope import Scope


def run_redirected(
    scope: Scope, out: Callable[[Any], None], specs: list[Any], targets: Any, body: Any
) -> None:
    """Run an expression statement with its streams redirected."""
    redirected = Redirected(scope, out, specs, targets)
    try:
        with redirected:
            body(redirected.out)
    finally:
        redirected.close()


def redirected_value(scope: Scope, specs: list[Any], targets: Any, body: Any) -> Any:
    """A redirected expression at the head of a pipeline: what still comes out of it."""
    items: list[Any] = []
    run_redirected(scope, items.append, specs, targets, body)
    return unwrap_list(items)
