"""Export-Clixml."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.data_files import file_path, open_for_writing
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class ExportClixml(Cmdlet, verb="Export", noun="Clixml", default_set="ByPath", should_process=True):
    """Write objects to a file from which Import-Clixml makes them again.

    PS> @{ Name = 'web01' } | Export-Clixml ([IO.Path]::GetTempFileName())
    """

    depth: Any = parameter(
        "int", default=2, validate=[ValidateRange(1, 2147483647)], help="How many levels are written."
    )
    path: Any = parameter("string", sets={"ByPath": SetFlags(mandatory=True, position=0)}, help="The file.")
    literal_path: Any = parameter(
        "string",
        sets={"ByLiteralPath": SetFlags(mandatory=True)},
        aliases=("PSPath", "LP"),
        help="The file, without wildcards.",
    )
    input_object: Any = parameter(
        "psobject", mandatory=True, from_pipeline=True, allow_null=True, help="The objects."
    )
    force: Any = parameter("switch", help="Overwrite a read-only file.")
    no_clobber: Any = parameter("switch", aliases=("NoOverwrite",), help="Never overwrite.")
    encoding: Any = encoding_parameter()

    file: Any = None

    def begin(self) -> None:
        self.items: list[Any] = []
        self.accept = self.items.append  # type: ignore[assignment,method-assign]  # collecting is all there is to do
        literal = self.path is None
        path = file_path(self, self.literal_path if literal else self.path, literal=literal)
        if not self.should_process(path):
            return
        self.file = open_for_writing(
            path, self.encoding, force=bool(self.force), no_clobber=bool(self.no_clobber)
        )

    def accept(self, value: Any) -> None:
        """Replaced when the command begins."""

    def process(self) -> None:
        self.items.append(self.input_object)

    def end(self) -> None:
        if self.file is not None:
            from spshell.dotnet.xml.clixml_writing import serialize

            self.file.write(serialize(self.items, self.depth))

    def close(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None
