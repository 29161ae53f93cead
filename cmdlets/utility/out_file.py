"""Out-File."""

from __future__ import annotations

import os
from typing import Any

from spshell.engine.cmdlet import Cmdlet, parameter
from spshell.engine.metadata import SetFlags


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
        aliases=("PSPath", "LP"),
        help="The file, without wildcards.",
    )
    encoding: Any = parameter("System.Object", position=1, help="The encoding.")
    append: Any = parameter("switch", help="Add to the file.")
    force: Any = parameter("switch", help="Overwrite a read-only file.")
    no_clobber: Any = parameter("switch", aliases=("NoOverwrite",), help="Never overwrite.")
    width: Any = parameter("int", default=80, help="Characters in a line.")
    no_newline: Any = parameter("switch", name="NoNewline", help="Without line ends.")
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")

    def begin(self) -> None:
        path = self.session.resolve_path(self.file_path or self.literal_path)
        self.pieces: list[str] = []
        self.path = path
        self.renderer = self.session.new_renderer(self.pieces.append, self.width, for_file=True)

    def process(self) -> None:
        self.renderer.add(self.input_object)

    def end(self) -> None:
        self.renderer.finish()
        text = "".join(self.pieces)
        if self.no_newline:
            text = text.replace("\n", "")
        if not self.should_process(self.path, "Output to File"):
            return
        if self.no_clobber and os.path.exists(self.path):
            from spshell.values.exceptions import fault

            self.throw(
                fault(
                    "System.IO.IOException",
                    f"The file '{self.path}' exists already and NoClobber was given.",
                    "NoClobber",
                    "ResourceExists",
                    target=self.path,
                )
            )
        from cmdlets.utility.text_encoding import encoding_name
        from spshell.engine.faults import raise_fault

        try:
            with open(
                self.path,
                "a" if self.append else "w",
                encoding=encoding_name(self.encoding),
                errors="replace",  # .NET's encoders write ? for what they have no bytes for
                newline="",
            ) as file:
                file.write(text)
        except OSError as error:
            raise_fault("FileOpenFailure", self.path, error.strerror or str(error))
