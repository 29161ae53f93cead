"""Write-Output."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class WriteOutput(Cmdlet, verb="Write", noun="Output"):
    """Write objects to the pipeline.

    Collections are written element by element unless -NoEnumerate is given.

        PS> Write-Output 1 2 3
    """

    input_object: Any = parameter(
        "psobject",
        position=0,
        mandatory=True,
        from_pipeline=True,
        remaining=True,
        allow_null=True,
        allow_empty_collection=True,
        help="What to write.",
    )
    no_enumerate: Any = parameter("switch", help="Write a collection as one object.")

    def process(self) -> Iterator[object] | None:
        if self.no_enumerate:
            self.write(self.input_object)
        else:
            self.write_all(self.input_object)
        return None
