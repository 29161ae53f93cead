"""What ValueFromRemainingArguments hands over: a List[object] of the remaining arguments."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.nettype import NetType


def remaining_list(values: list[Any]) -> Any:
    """The arguments as the System.Collections.Generic.List[object] that scripts see."""
    from spshell.dotnet.collections.collections import GenericList

    return GenericList(values, _list_of_objects())


_known: list[NetType] = []


def _list_of_objects() -> NetType:
    if not _known:
        from spshell.dotnet.collections.collections import generic_list

        _known.append(generic_list("System.Object", ()).net_type)
    return _known[0]
