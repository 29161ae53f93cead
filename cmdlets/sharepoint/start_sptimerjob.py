"""Start-SPTimerJob."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class StartSPTimerJob(FarmCmdlet, verb="Start", noun="SPTimerJob", signature=True):
    """Run a timer job now, here, and deliver the mail that it makes.

    PS> Get-Help Start-SPTimerJob -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.job_definition import find_job
        from spshell.jobs import run_job

        identity = self.given("Identity")
        job = find_job(self.farm, identity)
        if job is None:
            self.write_error(errors.not_found("timer job", str(identity)), target=identity)
        elif job.is_disabled:
            self.throw(
                errors.invalid(
                    f"The timer job '{job.name}' is disabled; enable it first.", "TimerJobDisabled"
                )
            )
        elif self.should_process(str(job.name), "Start-SPTimerJob"):
            report = run_job(job)
            for line in report.lines():
                self.write_verbose(line)
            for reason in report.problems():
                self.write_warning(reason)
        return None
