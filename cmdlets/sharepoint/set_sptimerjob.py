"""Set-SPTimerJob."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPTimerJob(FarmCmdlet, verb="Set", noun="SPTimerJob", signature=True):
    """Change when a timer job runs: "Every 5 minutes between 0 and 59", "Daily at 15:00:00", "Weekly at sat 5:00" ...

    PS> Get-Help Set-SPTimerJob -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.job_definition import find_job
        from spshell.timer.schedule import Schedule, ScheduleError

        identity = self.given("Identity")
        job = find_job(self.farm, identity)
        if job is None:
            self.write_error(errors.not_found("timer job", str(identity)), target=identity)
            return None
        text = self.text("Schedule")
        if text is None or not self.should_process(str(job.name), "Set-SPTimerJob"):
            return None
        try:
            job.schedule = str(Schedule.parse(text))
        except ScheduleError as error:
            raise errors.invalid(
                f"'{error.phrase}' is no schedule: '{error.part}' is not understood.",
                "InvalidSchedule",
                target=text,
            ) from None
        job.update()
        return None
