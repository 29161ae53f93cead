"""Format-Table."""

from __future__ import annotations

from cmdlets.utility.format_sequence import FormatSequence
from spshell.engine.commands.cmdlet import parameter
from spshell.formatting.explicit import Options, TableSequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class FormatTable(FormatSequence, verb="Format", noun="Table"):
    """Show objects as a table.

    PS> [pscustomobject]@{ Name = 'mail01'; Port = 25 } | Format-Table Name, Port
    """

    sequence = TableSequence
    keys = ("name", "label", "expression", "formatstring", "width", "alignment")

    auto_size: Any = parameter("switch", help="Widths by content.")
    repeat_header: Any = parameter("switch", help="Repeat the header after each screen.")
    hide_table_headers: Any = parameter("switch", help="No header.")
    wrap: Any = parameter("switch", help="Break long cells into lines.")

    def make_options(self) -> Options:
        made = super().make_options()
        made.auto_size = bool(self.auto_size)
        made.hide_headers = bool(self.hide_table_headers)
        made.wrap = bool(self.wrap)
        return made
