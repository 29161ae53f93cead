"""Add-Content."""

from __future__ import annotations

from cmdlets.management.content_cmdlet import ContentCmdlet


class AddContent(ContentCmdlet, verb="Add", noun="Content", default_set="Path", should_process=True):
    """Add to the content of items.

    A file that does not exist is made.

        PS> $f = [IO.Path]::GetTempFileName(); Add-Content $f one, two; Get-Content $f
    """

    appends = True
