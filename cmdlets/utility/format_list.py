"""Format-List."""

from __future__ import annotations

from cmdlets.utility.format_sequence import FormatSequence
from spshell.formatting.explicit import ListSequence


class FormatList(FormatSequence, verb="Format", noun="List"):
    """Show objects as lists of their properties.

    PS> [pscustomobject]@{ Name = 'mail01'; Port = 25 } | Format-List
    """

    sequence = ListSequence
    view_kind = "list"
