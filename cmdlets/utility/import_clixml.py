"""Import-Clixml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.data_files import file_path, read_text
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.binding.paging import PagingParameters
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class ImportClixml(Cmdlet, verb="Import", noun="Clixml", default_set="ByPath", paging=True):
    """Make the objects again that Export-Clixml wrote.

    PS> $file = [IO.Path]::GetTempFileName(); 1, 2 | Export-Clixml $file; Import-Clixml $file -First 1
    """

    path: Any = parameter(
        "string[]",
        sets={"ByPath": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The files.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"ByLiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=("PSPath", "LP"),
        help="The files, without wildcards.",
    )

    def process(self) -> Iterator[object]:
        from spshell.dotnet.xml.clixml_reading import deserialize

        literal = self.path is None
        for path in self.literal_path if literal else self.path:
            text = read_text(file_path(self, path, literal=literal))
            items = deserialize(
                text.removeprefix("#< CLIXML").lstrip("\r\n")
            )  # as -OutputFormat XML writes it
            paging = PagingParameters(self.bound)
            yield from items[int(paging.skip) :][: int(paging.first)]
