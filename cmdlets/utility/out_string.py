"""Out-String."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class OutString(Cmdlet, verb="Out", noun="String", default_set="NoNewLineFormatting"):
    """The text that the console would show.

    PS> 'x' | Out-String
    """

    stream: Any = parameter("switch", sets=("StreamFormatting",), help="One string a line.")
    width: Any = parameter(
        "int", default=80, validate=[ValidateRange(2, 2147483647)], help="Characters in a line."
    )
    no_newline: Any = parameter(
        "switch", sets={"NoNewLineFormatting": SetFlags()}, name="NoNewline", help="Without line ends."
    )
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")

    def begin(self) -> None:
        self.pieces: list[str] = []
        self.renderer = self.session.new_renderer(
            self.pieces.append, self.width, for_file=True, breaks_lists=self.is_bound("Width")
        )

    def process(self) -> None:
        self.renderer.add(self.input_object)

    def end(self) -> Iterator[object]:
        self.renderer.finish()
        text = "".join(self.pieces)
        if self.stream:
            lines = text.split("\n")
            if lines and lines[-1] == "":
                lines.pop()
            yield from lines
        elif self.no_newline:
            yield text.replace("\n", "")
        else:
            yield text
