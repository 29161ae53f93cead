"""Export-Csv."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.csv_parameters import CsvWritingCmdlet
from cmdlets.utility.csv_reading import CsvReader
from cmdlets.utility.csv_writing import column_names, type_line
from cmdlets.utility.data_files import file_path, open_for_writing, read_text
from cmdlets.utility.messages import utility_fault
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.commands.cmdlet import parameter


class ExportCsv(CsvWritingCmdlet, verb="Export", noun="Csv", default_set="Delimiter", should_process=True):
    """Write objects to a file of comma-separated values.

    The first object decides the columns; with -Append the file does.

        PS> [pscustomobject]@{ Name = 'web01' } | Export-Csv ([IO.Path]::GetTempFileName())
    """

    input_object: Any = parameter(
        "psobject", mandatory=True, from_pipeline=True, by_name=True, help="The objects."
    )
    path: Any = parameter("string", position=0, help="The file.")
    literal_path: Any = parameter("string", aliases=("PSPath", "LP"), help="The file, without wildcards.")
    force: Any = parameter(
        "switch", help="Overwrite a read-only file; append in spite of missing properties."
    )
    no_clobber: Any = parameter("switch", aliases=("NoOverwrite",), help="Never overwrite.")
    encoding: Any = encoding_parameter()
    append: Any = parameter("switch", help="Add to the file.")

    file: Any = None

    def begin(self) -> None:
        if (self.path is None) == (self.literal_path is None):
            raise utility_fault("CannotSpecifyPathAndLiteralPath")
        self.writer = self.new_writer()
        self.appending = False
        self.given = self.literal_path if self.path is None else self.path
        if not self.should_process(self.given):
            return
        full = file_path(self, self.given, literal=self.path is None)
        if self.append:
            self._read_columns(full)
        self.file = open_for_writing(
            full,
            self.encoding,
            append=bool(self.append),
            force=bool(self.force),
            no_clobber=bool(self.no_clobber),
        )

    def _read_columns(self, path: str) -> None:
        """Take the columns of a file that has some."""
        import os

        if not os.path.isfile(path) or not os.path.getsize(path):
            return
        reader = CsvReader(self.writer.delimiter)
        for _ in reader.objects(read_text(path, self.encoding)):
            break
        self.appending = True
        if reader.header:
            self.writer.set_names(reader.header)

    def process(self) -> None:
        self.accept(self.input_object)

    def accept(self, value: Any) -> None:
        """Write the line of an object, the header before the first."""
        if self.file is None:
            return
        writer = self.writer
        if self.appending and writer.names is not None and not self.force:
            self._check_columns(writer.names, value)
        if writer.names is None:
            writer.set_names(column_names(value))
        if not self.appending and not self.no_header:
            if self.include_type_information:
                self._write(type_line(value))
            self._write(writer.header())
        self.appending = True
        self.force = True  # only the first object is compared with the file
        self._write(writer.line(value))

    def _check_columns(self, names: list[str], value: Any) -> None:
        own = {name.lower() for name in column_names(value)}
        for name in names:
            if name.lower() not in own:
                raise utility_fault(
                    "CannotAppendCsvWithMismatchedPropertyNames", self.given, name, target=name
                )

    def _write(self, line: str) -> None:
        self.file.write(line + "\n")

    def close(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None
