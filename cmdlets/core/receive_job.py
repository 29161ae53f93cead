"""Receive-Job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.job_selection import JobSelection
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter
from spshell.engine.jobs.jobs import jobs_of

if TYPE_CHECKING:
    from spshell.engine.jobs.jobs import Job

_SETS = ("Location", "ComputerName", "Session")


class ReceiveJob(JobSelection, verb="Receive", noun="Job", default_set="Location"):
    """Take what jobs have written so far: output, errors and the other streams.

    PS> Start-Job { 'done' } | Receive-Job -Wait -AutoRemoveJob
    """

    finds_children = True

    job: Any = parameter(
        "System.Management.Automation.Job[]",
        sets={name: SetFlags(mandatory=True, position=0, by_value=True, by_name=True) for name in _SETS},
        help="The jobs.",
    )
    computer_name: Any = parameter(
        "string[]",
        sets={"ComputerName": SetFlags(position=1, by_name=True)},
        aliases=("Cn",),
        help="Jobs run here only.",
    )
    location: Any = parameter("string[]", sets=("Location",), position=1, help="Jobs run here only.")
    keep: Any = parameter("switch", help="Leave it there, to be received again.")
    no_recurse: Any = parameter("switch", help="Not from child jobs.")
    force: Any = parameter("switch", help="Go on waiting for suspended jobs.")
    wait: Any = parameter("switch", help="Wait until the jobs are over.")
    auto_remove_job: Any = parameter("switch", help="Remove a job when all of it was received.")
    write_events: Any = parameter("switch", help="Also tell of changes of state.")
    write_job_in_results: Any = parameter("switch", help="Write the job itself first.")

    def process(self) -> None:
        chosen = list(self.job) if self.parameter_set in _SETS else list(self.selected())
        for job in chosen:
            if self.write_job_in_results:
                self.out(job)
            self._receive(job)
            if self.auto_remove_job and job.is_finished:
                jobs_of(self.session).jobs.pop(job.number, None)

    def _receive(self, job: Job) -> None:
        while self.wait and not job.is_finished:
            job.wait(0.02)
            self._replay(job)
        self._replay(job)

    def _replay(self, job: Job) -> None:
        for stream, record in job.receive(keep=bool(self.keep)):
            if stream == "output":
                self.out(record)
            elif stream == "error":
                record.in_error_list = False
                self.runtime.write_record(record)
            else:
                getattr(self.session.streams, stream)(record)
