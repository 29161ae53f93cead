"""Out-File."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class OutFile(Cmdlet, verb="Out", noun="File", default_set="ByPath", should_process=True):
    """Write what the console would show to a file.

    PS> 'x' | Out-File ([IO.Path]::GetTempFileName())
    """

    file_path: Any = parameter(
        "string", sets={"ByPath": SetFlags(mandatory=True, position=0)}, aliases=("Path",), help="The file."
    )
    literal_path: Any = parameter(
        "string",
        sets={"ByLiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    encoding: Any = encoding_parameter(position=1)
    append: Any = parameter("switch", help="Add to the file.")
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    no_clobber: Any = parameter("switch", aliases=("NoOverwrite",), help="Never overwrite.")
    width: Any = parameter("int", validate=[ValidateRange(2, 2147483647)], help="Characters in a line.")
    no_newline: Any = parameter("switch", help="Without line ends.")
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")

    def begin(self) -> None:
        from cmdlets.utility.text_output import TextOutput

        path = self.file_path or self.literal_path
        self._file: Any = None
        if not self.should_process(path, "Output to File"):
            return
        self._file = TextOutput(
            self.session,
            path,
            self.encoding,
            append=bool(self.append),
            no_clobber=bool(self.no_clobber),
            force=bool(self.force),
            width=self.width,
            line_ends=not self.no_newline,
        )

    def accept(self, value: Any) -> None:
        """One object."""
        if self._file is not None:
            self._file.add(value)

    def process(self) -> None:
        if self.expects_input or self.is_bound("InputObject"):
            self.accept(self.input_object)

    def end(self) -> None:
        if self._file is not None:
            self._file.finish()

    def close(self) -> None:
        if getattr(self, "_file", None) is not None:
            self._file.close()
