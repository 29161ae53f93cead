"""Get-History."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetHistory(Cmdlet, verb="Get", noun="History"):
    """List the commands that were typed.

    Scripts are not typed: their history is empty.

        PS> Get-History -Count 5
    """

    id: Any = parameter(
        "long[]",
        position=0,
        from_pipeline=True,
        validate=[ValidateRange(1, 9223372036854775807)],
        help="The numbers.",
    )
    count: Any = parameter("int", position=1, validate=[ValidateRange(0, 32767)], help="How many.")

    def process(self) -> Iterator[object]:
        from cmdlets.core.history_list import history_of
        from cmdlets.core.messages import core_fault

        entries = history_of(self.session).entries
        if self.id is not None:
            by_id = {int(entry.number): entry for entry in entries}
            for number in self.id:
                entry = by_id.get(int(number))
                if entry is None:
                    self.write_error(core_fault("GetHistoryNoHistoryForId", number, target=number))
                else:
                    yield entry
            return
        yield from (
            entries[-self.count :]
            if self.is_bound("Count") and self.count
            else ([] if self.is_bound("Count") else entries)
        )
