"""ConvertFrom-Csv."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.csv_parameters import delimiter_of
from cmdlets.utility.csv_reading import CsvReader, check_names
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.text import to_text


class ConvertFromCsv(Cmdlet, verb="ConvertFrom", noun="Csv", default_set="Delimiter"):
    """Make objects of lines of comma-separated values.

    The first line names the properties, unless -Header does.

        PS> 'Name,Port', 'web01,443' | ConvertFrom-Csv
        PS> 'web01;443' | ConvertFrom-Csv -Delimiter ';' -Header Name, Port
    """

    delimiter: Any = parameter("char", position=1, sets=("Delimiter",), help="What stands between fields.")
    use_culture: Any = parameter(
        "switch",
        sets={"UseCulture": SetFlags(mandatory=True)},
        help="The list separator of the culture.",
    )
    input_object: Any = parameter(
        "psobject[]", position=0, mandatory=True, from_pipeline=True, by_name=True, help="The lines."
    )
    header: Any = parameter("string[]", help="The names of the properties.")

    def begin(self) -> None:
        header = list(self.header) if self.header else None
        if header is not None:
            check_names(header)
        self.reader = CsvReader(delimiter_of(self), header)
        self.warned = False

    def process(self) -> None:
        for value in self.input_object:
            self.accept(value)

    def accept(self, value: Any) -> None:
        """Read one text; without a line end it is one record."""
        out = self.out
        for item in self.reader.objects(to_text(value)):
            out(item)
        if self.reader.names_missing:
            self.warned = warn_of_names(self, self.reader, self.warned)


def warn_of_names(cmdlet: Cmdlet, reader: CsvReader, warned: bool) -> bool:
    """Warn once that names were made up; returns whether the warning has been written."""
    if reader.names_missing and not warned:
        cmdlet.write_warning("One or more columns have no name; they are called H1, H2 and so on.")
        return True
    return warned
