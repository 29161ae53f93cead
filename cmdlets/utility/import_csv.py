"""Import-Csv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.convertfrom_csv import warn_of_names
from cmdlets.utility.csv_parameters import delimiter_of
from cmdlets.utility.csv_reading import CsvReader, check_names
from cmdlets.utility.data_files import file_path, read_text
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


def _path_flags() -> SetFlags:
    return SetFlags(mandatory=True, position=0, by_value=True, by_name=True)


class ImportCsv(Cmdlet, verb="Import", noun="Csv", default_set="DelimiterPath"):
    """Make objects of a file of comma-separated values.

    The first line names the properties, unless -Header does; all values are text.

        PS> $file = [IO.Path]::GetTempFileName(); [IO.File]::WriteAllText($file, "A,B`n1,2"); Import-Csv $file
    """

    delimiter: Any = parameter(
        "char",
        position=1,
        sets=("DelimiterPath", "DelimiterLiteralPath"),
        help="What stands between fields.",
    )
    path: Any = parameter(
        "string[]",
        sets={"CulturePath": _path_flags(), "DelimiterPath": _path_flags()},
        help="The files.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={
            "CultureLiteralPath": SetFlags(mandatory=True, by_name=True),
            "DelimiterLiteralPath": SetFlags(mandatory=True, by_name=True),
        },
        aliases=("PSPath", "LP"),
        help="The files, without wildcards.",
    )
    use_culture: Any = parameter(
        "switch",
        sets={"CulturePath": SetFlags(mandatory=True), "CultureLiteralPath": SetFlags(mandatory=True)},
        help="The list separator of the culture.",
    )
    header: Any = parameter("string[]", help="The names of the properties.")
    encoding: Any = encoding_parameter()

    def process(self) -> Iterator[object]:
        literal = self.path is None
        header = list(self.header) if self.header else None
        if header is not None:
            check_names(header)
        for path in self.literal_path if literal else self.path:
            reader = CsvReader(delimiter_of(self), header)
            yield from reader.objects(read_text(file_path(self, path, literal=literal), self.encoding))
            warn_of_names(self, reader, warned=False)
