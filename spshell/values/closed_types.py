"""Python classes of closed generic types: a ``List[int]`` and a ``List[string]`` are objects of two classes.

What a place in a script remembers by class is then exact, as it is for types that are not generic. A class of a closed type is
made with its first object: it is a subclass of the one that all closed types of a definition share, and adds nothing to it.
"""

from __future__ import annotations

from spshell.values.arrays import LISTS
from spshell.values.hashtable import READABLE
from spshell.values.nettype import BY_CLASS, NetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    K = TypeVar("K")

_made: dict[tuple[type, NetType], type] = {}
"""(class that types share, closed type) -> the type's own class."""


def closed_class(kind: type[K], net_type: NetType | None) -> type[K]:
    """The class of the objects of a closed type; a class that knows its type (one that a script defines) stays as it is."""
    found = _made.get((kind, net_type))  # type: ignore[arg-type]  # no key holds None
    if found is not None:
        return found
    own = kind.__dict__.get("net_type")
    if net_type is None or isinstance(own, NetType) or kind in BY_CLASS:
        return kind
    made = type(kind.__name__, (kind,), {"__slots__": (), "__module__": kind.__module__})
    _made[kind, net_type] = made
    BY_CLASS[made] = net_type
    for known in (LISTS, READABLE):
        if kind in known:
            known.add(made)
    return made
