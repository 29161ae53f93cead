"""New-Alias."""

from __future__ import annotations

from cmdlets.utility.alias_writing import AliasWriter


class NewAlias(AliasWriter, verb="New", noun="Alias", should_process=True, impact="Low"):
    """Make an alias that does not exist yet.

    PS> New-Alias keep Where-Object; 1..3 | keep { $_ -gt 2 }
    """

    replaces = False
    action = "New Alias"
