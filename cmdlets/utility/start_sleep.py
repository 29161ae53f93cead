"""Start-Sleep."""

from __future__ import annotations

from cmdlets.utility.event_table import take_up_events
from cmdlets.utility.messages import utility_fault
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LONGEST = 2147483.0
"""Seconds: the milliseconds must fit an Int32."""

_SLICE = 0.05


class StartSleep(Cmdlet, verb="Start", noun="Sleep", default_set="Seconds"):
    """Wait.

    PS> Start-Sleep -Milliseconds 1
    """

    seconds: Any = parameter(
        "double",
        sets=("Seconds",),
        position=0,
        mandatory=True,
        from_pipeline=True,
        by_name=True,
        validate=[ValidateRange(0.0, LONGEST)],
        help="How long, in seconds.",
    )
    milliseconds: Any = parameter(
        "int",
        sets=("Milliseconds",),
        mandatory=True,
        by_name=True,
        aliases=("ms",),
        validate=[ValidateRange(0, 2147483647)],
        help="How long, in milliseconds.",
    )
    duration: Any = parameter(
        "timespan",
        sets=("FromTimeSpan",),
        position=0,
        mandatory=True,
        from_pipeline=True,
        by_name=True,
        aliases=("ts",),
        help="How long, as a time span.",
    )

    def process(self) -> None:
        import time

        seconds = self._length()
        if seconds < 0:
            raise utility_fault("ParameterArgumentValidationError", "Duration", target=self.duration)
        if seconds > LONGEST:
            raise utility_fault("MaximumDurationExceeded", LONGEST, target=self.duration)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            time.sleep(min(left, _SLICE))  # in slices, so that a job that sleeps can be stopped
            take_up_events(self.session)

    def _length(self) -> float:
        if self.parameter_set == "Milliseconds":
            return float(self.milliseconds) / 1000
        if self.parameter_set == "FromTimeSpan":
            from spshell.dotnet.reflection.members import get_property

            return float(get_property(self.duration, "TotalSeconds"))
        return float(self.seconds)
