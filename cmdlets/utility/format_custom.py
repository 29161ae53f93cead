"""Format-Custom."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.format_sequence import FormatSequence
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import parameter
from spshell.formatting.explicit import CustomSequence, Options


class FormatCustom(FormatSequence, verb="Format", noun="Custom"):
    """Show the structure of objects.

    PS> [pscustomobject]@{ Name = 'mail01' } | Format-Custom
    """

    sequence = CustomSequence
    view_kind = "custom"
    keys = ("expression", "depth")

    depth: Any = parameter("int", default=5, validate=[ValidateRange(1, 2147483647)], help="How many levels.")

    def make_options(self) -> Options:
        made = super().make_options()
        made.depth = self.depth
        return made
