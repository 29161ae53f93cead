"""What ValueFromRemainingArguments hands over: a List[object] of the remaining arguments."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def remaining_list(values: list[Any]) -> Any:
    """The arguments as the System.Collections.Generic.List[object] that scripts see."""
    from spshell.dotnet.collections import generic_list

    return generic_list("System.Object", values)
