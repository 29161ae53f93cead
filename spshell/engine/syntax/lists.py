"""ReadOnlyCollection of the faces of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.nettype import BY_NAME, NetType, register

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_only(element: str, items: Iterable[Any]) -> Any:
    """A ReadOnlyCollection[element] of the items; the element type is given by its full name."""
    from spshell.dotnet.collections.collections import ReadOnlyList
    from spshell.dotnet.reflection.typenames import resolve
    from spshell.values.typenames import make_generic

    definition = resolve("System.Collections.ObjectModel.ReadOnlyCollection`1")
    found = BY_NAME.get(element.lower()) or register(NetType(element))
    return ReadOnlyList(items, make_generic(definition, [found]))
