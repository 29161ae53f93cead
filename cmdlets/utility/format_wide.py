"""Format-Wide."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.format_sequence import FormatSequence
from spshell.engine.commands.cmdlet import parameter
from spshell.formatting.explicit import Options, WideSequence


class FormatWide(FormatSequence, verb="Format", noun="Wide"):
    """Show one property of each object in columns.

    PS> [pscustomobject]@{ Length = 1 }, [pscustomobject]@{ Length = 2 } | Format-Wide Length
    """

    sequence = WideSequence
    view_kind = "wide"
    keys = ("expression", "formatstring")

    property: Any = parameter("System.Object", position=0, help="Which property, by name or calculated.")
    auto_size: Any = parameter("switch", help="As many columns as fit.")
    column: Any = parameter("int", help="How many columns.")

    def given_properties(self) -> Any:
        return [self.property] if isinstance(self.property, list) else self.property

    def make_options(self) -> Options:
        made = super().make_options()
        if self.auto_size and self.is_bound("Column"):
            from spshell.values.exceptions import fault

            self.throw(
                fault(
                    "System.InvalidOperationException",
                    "AutoSize and Column cannot be used together.",
                    "FormatCannotSpecifyAutosizeAndColumns",
                    "InvalidArgument",
                )
            )
        made.auto_size = bool(self.auto_size)
        made.columns = self.column or 0
        return made
