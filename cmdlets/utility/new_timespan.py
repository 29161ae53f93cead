"""New-TimeSpan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewTimeSpan(Cmdlet, verb="New", noun="TimeSpan", default_set="Date"):
    """Make a length of time: of given parts, or between two dates.

    A date that is not given is the present moment.

        PS> New-TimeSpan -Hours 1 -Minutes 30
        PS> New-TimeSpan -Start 2024-01-01 -End 2024-03-01
    """

    start: Any = parameter(
        "datetime",
        sets={"Date": SetFlags(position=0, by_value=True, by_name=True)},
        aliases=("LastWriteTime",),
        help="The earlier date.",
    )
    end_date: Any = parameter(
        "datetime", name="End", sets={"Date": SetFlags(position=1, by_name=True)}, help="The later date."
    )
    days: Any = parameter("int", default=0, sets=("Time",), help="Days.")
    hours: Any = parameter("int", default=0, sets=("Time",), help="Hours.")
    minutes: Any = parameter("int", default=0, sets=("Time",), help="Minutes.")
    seconds: Any = parameter("int", default=0, sets=("Time",), help="Seconds.")
    milliseconds: Any = parameter("int", default=0, sets=("Time",), help="Milliseconds.")

    def process(self) -> Iterator[object]:
        from spshell.dotnet.time.datetimes import LOCAL, DateTime
        from spshell.dotnet.time.local_time import to_local, utc_now
        from spshell.dotnet.time.timespans import TimeSpan

        if self.parameter_set == "Time":
            seconds = ((self.days * 24 + self.hours) * 60 + self.minutes) * 60 + self.seconds
            yield TimeSpan((seconds * 1000 + self.milliseconds) * 10_000)
            return
        now = DateTime(to_local(utc_now()), LOCAL)
        start = now if self.start is None else self.start
        end = now if self.end_date is None else self.end_date
        yield TimeSpan(end.ticks - start.ticks)
