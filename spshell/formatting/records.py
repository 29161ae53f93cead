"""What Format-* cmdlets output: the start of a formatted sequence, its entries, its end.

They are objects like any other: piped on to Where-Object or a file they are seen as such (about_Format.ps1xml).
"""

from __future__ import annotations

from spshell.values.exceptions import NetException, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_NAMESPACE = "Microsoft.PowerShell.Commands.Internal.Format."


class FormatStart:
    """The beginning: `make` gives the object that writes the sequence, for (write, width, session)."""

    net_name = _NAMESPACE + "FormatStartData"

    def __init__(self, make: Callable[[Callable[[str], None], int, Any], Any]) -> None:
        self.make = make

    def open(self, write: Callable[[str], None], width: int, session: Any) -> Any:
        """The writer of this sequence."""
        return self.make(write, width, session)


class GroupStart:
    """The beginning of a group; without -GroupBy all objects are one group and `label` is None."""

    net_name = _NAMESPACE + "GroupStartData"

    def __init__(self, label: str | None = None, key: str = "") -> None:
        self.label = label
        self.key = key


class GroupEnd:
    """The end of a group."""

    net_name = _NAMESPACE + "GroupEndData"


class FormatEntry:
    """One object of the sequence."""

    net_name = _NAMESPACE + "FormatEntryData"

    def __init__(self, value: Any) -> None:
        self.value = value


class FormatEnd:
    """The end."""

    net_name = _NAMESPACE + "FormatEndData"


def torn_sequence() -> NetException:
    """The error for format records that do not form a whole sequence."""
    return fault(
        "System.InvalidOperationException",
        "Format records must come whole: the start of the sequence is missing (was it filtered away?).",
        "ConsoleLineOutputOutOfSequencePacket",
        "InvalidData",
    )
