"""Clear-History."""

from __future__ import annotations

from typing import Any

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty, ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class ClearHistory(Cmdlet, verb="Clear", noun="History", default_set="IDParameter", should_process=True):
    """Remove entries from the history.

    PS> Clear-History
    """

    id: Any = parameter(
        "int[]",
        sets={"IDParameter": SetFlags(position=0)},
        validate=[ValidateRange(1, 2147483647)],
        help="The numbers.",
    )
    command_line: Any = parameter(
        "string[]",
        sets=("CommandLineParameter",),
        validate=[ValidateNotNullOrEmpty()],
        help="Only commands like these.",
    )
    count: Any = parameter("int", position=1, validate=[ValidateRange(1, 2147483647)], help="How many.")
    newest: Any = parameter("switch", help="The newest.")

    def process(self) -> None:
        from cmdlets.core.history_list import history_of
        from spshell.values.wildcard import wildcard_test

        history = history_of(self.session)
        entries = list(history.entries)
        if self.newest:
            entries.reverse()
        if self.id is not None:
            wanted = {int(number) for number in self.id}
            entries = [entry for entry in entries if int(entry.number) in wanted]
        if self.command_line is not None:
            tests = [wildcard_test(pattern) for pattern in self.command_line]
            entries = [entry for entry in entries if any(test(entry.line) for test in tests)]
        if self.is_bound("Count"):
            entries = entries[: self.count]
        if self.should_process("Session history", "Clear-History"):
            history.entries = [entry for entry in history.entries if entry not in entries]
