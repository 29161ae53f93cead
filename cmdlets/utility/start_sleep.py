"""Start-Sleep."""

from __future__ import annotations

from typing import Any

from spshell.engine.cmdlet import Cmdlet, parameter
from spshell.engine.validation import ValidateRange


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
        validate=[ValidateRange(0.0, 2147483.0)],
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

        time.sleep(self._length())

    def _length(self) -> float:
        if self.parameter_set == "Milliseconds":
            return float(self.milliseconds) / 1000
        if self.parameter_set == "FromTimeSpan":
            from spshell.dotnet.members import get_property

            return float(get_property(self.duration, "TotalSeconds"))
        return float(self.seconds)
