"""What is shown in place of a collection: its elements, and of a dictionary its entries."""

from __future__ import annotations

from spshell.dotnet.collections.tuples import Pair
from spshell.engine.binding.bound_parameters import BoundParameters
from spshell.values.enumeration import enumerate_value
from spshell.values.hashtable import Hashtable
from spshell.values.objects import unwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def shown_elements(value: Any) -> list[Any] | None:
    """The elements; None for what is one object."""
    plain = unwrap(value)
    if isinstance(plain, BoundParameters):
        return list(plain.entries())
    if isinstance(plain, Hashtable):
        return [Pair(key, item) for key, item in plain.items()]
    elements = enumerate_value(plain)
    if elements is not None:
        return list(elements)
    entries = getattr(plain, "pairs", None)
    return None if entries is None else list(entries())
