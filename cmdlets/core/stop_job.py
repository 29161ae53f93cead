"""Stop-Job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.job_selection import JobSelection
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.jobs.jobs import Job


class StopJob(
    JobSelection, verb="Stop", noun="Job", default_set="SessionIdParameterSet", should_process=True
):
    """Stop running jobs.

    PS> Get-Job -State Running | Stop-Job
    """

    job: Any = parameter(
        "System.Management.Automation.Job[]",
        sets={"JobParameterSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The jobs.",
    )
    pass_thru: Any = parameter("switch", help="Hand the jobs on.")

    def process(self) -> Iterator[Job]:
        for job in list(self.job) if self.parameter_set == "JobParameterSet" else list(self.selected()):
            if not self.should_process(f"{job.label} ({job.number})", "Stop"):
                continue
            job.stop()
            if self.pass_thru:
                yield job
