"""ConvertTo-Csv."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.csv_parameters import CsvWritingCmdlet
from cmdlets.utility.csv_writing import column_names, type_line
from spshell.engine.commands.cmdlet import parameter


class ConvertToCsv(CsvWritingCmdlet, verb="ConvertTo", noun="Csv", default_set="Delimiter"):
    """Write objects as lines of comma-separated values.

    The first object decides the columns.

        PS> [pscustomobject]@{ Name = 'web01'; Port = 443 } | ConvertTo-Csv
        PS> [pscustomobject]@{ Name = 'web01'; Port = 443 } | ConvertTo-Csv -UseQuotes AsNeeded -Delimiter ';'
    """

    input_object: Any = parameter(
        "psobject", position=0, mandatory=True, from_pipeline=True, by_name=True, help="The objects."
    )

    def begin(self) -> None:
        self.writer = self.new_writer()

    def process(self) -> None:
        self.accept(self.input_object)

    def accept(self, value: Any) -> None:
        """Write the line of an object, the header before the first."""
        writer = self.writer
        if writer.names is None:
            writer.set_names(column_names(value))
            if self.include_type_information:
                self.out(type_line(value))
            if not self.no_header and writer.names:
                self.out(writer.header())
        line = writer.line(value)
        if line:
            self.out(line)
