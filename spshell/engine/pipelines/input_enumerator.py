"""``$input`` and the enumerators behind ``$foreach`` and ``$switch`` (about_Automatic_Variables)."""

from __future__ import annotations

from spshell.dotnet.collections.enumerators import Enumerator
from spshell.engine.pipelines.output import each, switch_items
from spshell.engine.variables.scope import UNSET
from spshell.engine.variables.variables import restore_local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.engine.variables.scope import Scope


class InputEnumerator(Enumerator):
    """The objects that came in, seen live; going through them uses them up until ``Reset()``."""

    def __init__(self, items: list[Any]) -> None:
        super().__init__((), "System.Collections.ArrayList+ArrayListEnumeratorSimple")
        self.items = items


def foreach_items(scope: Scope, value: Any) -> Iterator[Any]:
    """The elements of a ``foreach`` whose body names ``$foreach``."""
    return _observed(scope, "foreach", each(scope, value))


def observed_switch_items(scope: Scope, value: Any) -> Iterator[Any]:
    """The items of a ``switch`` whose clauses name ``$switch``."""
    return _observed(scope, "switch", switch_items(scope, value))


def _observed(scope: Scope, name: str, items: Any) -> Iterator[Any]:
    enumerator = Enumerator(items, "System.Array+ArrayEnumerator")
    saved = scope.vars.get(name, UNSET)
    scope.vars[name] = enumerator
    try:
        while enumerator.move_next():
            yield enumerator.current
    finally:
        restore_local(scope.vars, name, saved)
