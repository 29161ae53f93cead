"""Write-Host."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class WriteHost(Cmdlet, verb="Write", noun="Host"):
    """Write text to the host.

    The text does not go down the pipeline; it is part of the information stream.

        PS> Write-Host 'done' -NoNewline
    """

    object: Any = parameter(
        "System.Object",
        position=0,
        from_pipeline=True,
        remaining=True,
        aliases=("Msg", "Message"),
        help="What to write.",
    )
    no_newline: Any = parameter("switch", help="Do not end the line.")
    separator: Any = parameter("System.Object", default=" ", help="What stands between elements.")
    foreground_color: Any = parameter("System.ConsoleColor", help="Colour of the text.")
    background_color: Any = parameter("System.ConsoleColor", help="Colour behind the text.")

    def process(self) -> Iterator[object] | None:
        from spshell.engine.pipelines.records import HostInformation

        information = HostInformation(
            self._text(self.object),
            no_newline=bool(self.no_newline),
            foreground=self.foreground_color,
            background=self.background_color,
        )
        self.write_information(information, ("PSHOST",))
        return None

    def _text(self, value: Any) -> str:
        if value is None or value is NOTHING:
            return ""
        if type(value) is str:
            return value
        from spshell.values.enumeration import enumerate_value
        from spshell.values.hashtable import Hashtable
        from spshell.values.objects import PSCustomObject, PSObject
        from spshell.values.text import to_string, to_text

        items = _entries(value) if isinstance(value, Hashtable) else enumerate_value(value)
        if items is None:
            return to_text(value) if isinstance(value, (PSObject, PSCustomObject)) else to_string(value)
        texts = [self._text(item) for item in items]
        return (to_text(self.separator) if self.separator is not None else "").join(texts)


def _entries(table: Any) -> Any:
    from spshell.dotnet.collections.tuples import entries

    return entries(table)
