"""How text becomes values of the library's types: the ``Parse`` methods that conversions found, by type.

`declared_conversion` fills the table at the first conversion of a type; what a reader refuses is converted in the general way,
which raises the error with all that belongs to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.values.nettype import NetType

READERS: dict[NetType, Callable[[str], Any]] = {}


def remember(net_type: NetType, reader: Callable[[str], Any]) -> None:
    """Keep the reader of a type that no script defines (that it could define anew)."""
    if is_ours(net_type):
        READERS[net_type] = reader


def is_ours(net_type: NetType) -> bool:
    """Whether the type is one of the library, none that a script defined."""
    made = net_type.python_type
    return made is not None and made.__module__.startswith("spshell.dotnet.")
