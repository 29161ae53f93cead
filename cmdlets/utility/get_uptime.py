"""Get-Uptime."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class GetUptime(Cmdlet, verb="Get", noun="Uptime", default_set="Timespan"):
    """How long the machine has been running.

    PS> (Get-Uptime).GetType().Name
    """

    since: Any = parameter("switch", sets=("Since",), help="The moment of the start.")

    def process(self) -> None:
        from spshell.dotnet.reflection.members import invoke_static
        from spshell.values.conversion import resolve_type_name

        with open("/proc/uptime", encoding="ascii") as file:
            seconds = int(float(file.read().split()[0]))
        span = invoke_static(resolve_type_name("timespan"), "FromSeconds", [float(seconds)])
        if not self.since:
            self.write(span)
            return
        from spshell.dotnet.time.datetimes import DateTime, now

        moment = now()
        self.write(DateTime(moment.ticks - span.span_ticks, moment.kind))
