"""Get-Clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetClipboard(Cmdlet, verb="Get", noun="Clipboard"):
    """Read the text of the clipboard, line by line.

    PS> Set-Clipboard -WhatIf x; Get-Clipboard -Raw | Out-Null
    """

    raw: Any = parameter("switch", help="The whole text as one.")
    delimiter: Any = parameter("string[]", help="What the text is cut at; the ends of lines by default.")

    def begin(self) -> Iterator[object]:
        import re

        from cmdlets.management.clipboard import read

        text = read(self.session)
        if not text:
            return
        if self.raw:
            yield text
            return
        cuts = sorted(filter(None, self.delimiter or ("\r\n", "\n")), key=len, reverse=True)
        yield from re.split("|".join(map(re.escape, cuts)), text) if cuts else [text]
