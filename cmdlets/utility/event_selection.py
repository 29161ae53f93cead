"""Which events or subscriptions a cmdlet means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.values.wildcard import has_wildcards, wildcard_test

if TYPE_CHECKING:
    from spshell.engine.commands.cmdlet import Cmdlet

ALL = -1
"""The number that stands for every event: identifiers begin at 1."""


def chosen(cmdlet: Cmdlet, items: list[Any], source: str | None, number: int | None, kind: str) -> list[Any]:
    """Items by source identifier (wildcards allowed) or by number; none that fits is an error.

    `kind` is Event or Subscription: it chooses the sentence.
    """
    if number is not None and number != ALL:
        found = [item for item in items if _number(item) == number]
        if not found:
            cmdlet.write_error(
                utility_fault(
                    f"{kind}NumberNotFound", number, error_id="INVALID_EVENT_IDENTIFIER", target=number
                )
            )
        return found
    if source is None:
        return list(items)
    test = wildcard_test(source)
    found = [item for item in items if test(item.source_identifier)]
    if not found and not has_wildcards(source):
        cmdlet.write_error(
            utility_fault(f"{kind}SourceNotFound", source, error_id="INVALID_SOURCE_IDENTIFIER", target=None)
        )
    return found


def _number(item: Any) -> int:
    found = getattr(item, "event_identifier", None)
    return int(found if found is not None else item.number)
