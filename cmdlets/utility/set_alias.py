"""Set-Alias."""

from __future__ import annotations

from cmdlets.utility.alias_writing import AliasWriter


class SetAlias(AliasWriter, verb="Set", noun="Alias", should_process=True):
    """Make or change an alias.

    PS> Set-Alias each ForEach-Object; 1..2 | each { $_ + 1 }
    """
