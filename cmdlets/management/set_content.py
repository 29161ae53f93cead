"""Set-Content."""

from __future__ import annotations

from cmdlets.management.content_cmdlet import ContentCmdlet


class SetContent(ContentCmdlet, verb="Set", noun="Content", default_set="Path", should_process=True):
    """Replace the content of items.

    Each value becomes a line; -NoNewline writes no line ends.

        PS> Set-Content Env:RELAY mail01; $env:RELAY
    """
