"""Write-Output."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from spshell.engine.variables.scope import Scope

PLAIN = frozenset({str, int, float, bool, PSCustomObject})
"""Classes of values that are written as they are."""


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

    @staticmethod
    def quick(_scope: Scope, args: tuple[Any, ...]) -> Sequence[Any] | None:
        """One value, or one array: an only argument is not wrapped."""
        if len(args) != 1:
            return None
        kind = args[0].__class__
        return args if kind in PLAIN else args[0][:] if kind is list else None

    def process(self) -> Iterator[object] | None:
        if self.no_enumerate:
            self.write(self.input_object)
        else:
            self.write_all(self.input_object)
        return None
