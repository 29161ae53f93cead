"""Remove-Job."""

from __future__ import annotations

from typing import Any

from cmdlets.core.job_selection import JobSelection
from cmdlets.core.messages import core_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter
from spshell.engine.jobs.jobs import jobs_of


class RemoveJob(
    JobSelection, verb="Remove", noun="Job", default_set="SessionIdParameterSet", should_process=True
):
    """Forget jobs and what they wrote.

    PS> Get-Job -State Completed | Remove-Job
    """

    job: Any = parameter(
        "System.Management.Automation.Job[]",
        sets={"JobParameterSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The jobs.",
    )
    force: Any = parameter("switch", aliases=("F",), help="Stop what still runs.")

    def process(self) -> None:
        table = jobs_of(self.session).jobs
        for job in list(self.job) if self.parameter_set == "JobParameterSet" else list(self.selected()):
            if not job.is_finished and not self.force:
                self.write_error(
                    core_fault("JobObjectNotFinishedCannotBeRemoved", str(job.number), target=job)
                )
                continue
            if self.should_process(f"{job.label} ({job.number})", "Remove"):
                job.stop()
                table.pop(job.number, None)
