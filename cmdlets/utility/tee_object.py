"""Tee-Object."""

from __future__ import annotations

from typing import Any

from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class TeeObject(Cmdlet, verb="Tee", noun="Object", default_set="File"):
    """Write objects to a file or a variable and pass them on.

    PS> 1..3 | Tee-Object -Variable seen | Measure-Object | ForEach-Object Count; $seen.Count
    """

    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")
    file_path: Any = parameter(
        "string", sets={"File": SetFlags(mandatory=True, position=0)}, aliases=("Path",), help="The file."
    )
    literal_path: Any = parameter(
        "string",
        sets={"LiteralFile": SetFlags(mandatory=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    append: Any = parameter("switch", sets=("File",), help="Add to the file.")
    encoding: Any = encoding_parameter(sets=("File", "LiteralFile"))
    variable: Any = parameter("string", sets={"Variable": SetFlags(mandatory=True)}, help="The variable.")

    def begin(self) -> None:
        self._kept: list[Any] = []
        self._file: Any = None
        if self.parameter_set != "Variable":
            from cmdlets.utility.text_output import TextOutput

            self._file = TextOutput(
                self.session, self.file_path or self.literal_path, self.encoding, append=bool(self.append)
            )

    def accept(self, value: Any) -> None:
        """One object."""
        if self._file is not None:
            self._file.add(value)
        else:
            self._kept.append(value)
        self.out(value)

    def process(self) -> None:
        self.accept(self.input_object)

    def end(self) -> None:
        if self._file is not None:
            self._file.finish()
            return
        from spshell.engine.variables.variables import write

        kept = self._kept
        write(self.scope, self.variable, kept[0] if len(kept) == 1 else kept)

    def close(self) -> None:
        if getattr(self, "_file", None) is not None:
            self._file.close()
