"""Measure-Command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class MeasureCommand(Cmdlet, verb="Measure", noun="Command"):
    """Tell how long a script block takes.

    It runs in the caller's scope, once for each object of the pipeline; its output is thrown away.

        PS> (Measure-Command { 1..10 | ForEach-Object { $_ } }).GetType().Name
    """

    input_object: Any = parameter("psobject", from_pipeline=True, help="Objects for $_.")
    expression: Any = parameter("scriptblock", position=0, mandatory=True, help="The script block.")

    def begin(self) -> None:
        self.nanoseconds = 0

    def process(self) -> None:
        from time import perf_counter_ns

        started = perf_counter_ns()
        try:
            self.expression.invoke_in_place((), self.input_object)
        finally:
            self.nanoseconds += perf_counter_ns() - started

    def end(self) -> Iterator[object]:
        from spshell.dotnet.time.timespans import TimeSpan

        yield TimeSpan(self.nanoseconds // 100)
