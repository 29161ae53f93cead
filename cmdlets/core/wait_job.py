"""Wait-Job."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from cmdlets.core.job_selection import JobSelection
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.jobs.jobs import Job


class WaitJob(JobSelection, verb="Wait", noun="Job", default_set="SessionIdParameterSet"):
    """Wait until jobs are over.

    PS> Start-Job { 1 + 1 } | Wait-Job | Receive-Job
    """

    job: Any = parameter(
        "System.Management.Automation.Job[]",
        sets={"JobParameterSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The jobs.",
    )
    any: Any = parameter("switch", help="Wait for the first only.")
    timeout: Any = parameter(
        "int", default=-1, aliases=("TimeoutSec",), help="Seconds to wait; -1 is without end."
    )
    force: Any = parameter("switch", help="Also wait for jobs that were suspended.")

    def begin(self) -> None:
        self._jobs: list[Job] = []

    def process(self) -> None:
        self._jobs += list(self.job) if self.parameter_set == "JobParameterSet" else list(self.selected())

    def end(self) -> Iterator[Job]:
        limit = None if self.timeout < 0 else time.monotonic() + self.timeout
        if self.any:
            yield from self._first(limit)
            return
        for job in self._jobs:
            left = None if limit is None else max(limit - time.monotonic(), 0)
            if job.wait(left):
                yield job

    def _first(self, limit: float | None) -> Iterator[Job]:
        while self._jobs:
            for job in self._jobs:
                if job.is_finished:
                    yield job
                    return
            if limit is not None and time.monotonic() >= limit:
                return
            time.sleep(0.01)
