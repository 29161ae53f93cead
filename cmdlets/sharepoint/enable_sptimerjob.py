"""Enable-SPTimerJob."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class EnableSPTimerJob(FarmCmdlet, verb="Enable", noun="SPTimerJob", signature=True):
    """Switch a timer job on.

    PS> Get-Help Enable-SPTimerJob -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.job_definition import find_job

        identity = self.given("Identity")
        job = find_job(self.farm, identity)
        if job is None:
            self.write_error(errors.not_found("timer job", str(identity)), target=identity)
        elif self.should_process(str(job.name), "Enable-SPTimerJob"):
            job.is_disabled = False
            job.update()
        return None
