"""``-OutputFormat XML``: what a script writes leaves as CLIXML, for a PowerShell that reads objects."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_DEPTH = 2
_TOP = re.compile(r"  <(\w+)")


class XmlOutput:
    """In the formatter's place: keeps the objects and writes them at the end."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.write = write
        self.values: list[Any] = []
        self.add = self.values.append

    def finish(self) -> None:
        """Write everything as one document; each object says which stream it is of."""
        from spshell.dotnet.xml.clixml_writing import serialize

        lines = serialize(self.values, _DEPTH).strip().split("\n")
        marked = [_TOP.sub(r'<\1 S="Output"', line) if _TOP.match(line) else line.strip() for line in lines]
        self.write(f"#< CLIXML\n{''.join(marked)}")

    abandon = finish
