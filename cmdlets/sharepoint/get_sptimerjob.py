"""Get-SPTimerJob."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPTimerJob(FarmCmdlet, verb="Get", noun="SPTimerJob", signature=True):
    """Timer jobs, all of them or by name, type or web application.

    PS> Get-Help Get-SPTimerJob -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.job_definition import SPJobDefinition, find_job
        from spshell.farm.web_application import find_application

        identity = self.given("Identity")
        application = self.given("WebApplication")
        jobs = list(self.farm.all(SPJobDefinition))
        if application is not None:
            wanted = find_application(self.farm, application)
            own = "" if wanted is None else str(wanted.record.id)
            jobs = [job for job in jobs if job.body.get("web_application") == own]
        if identity is None:
            yield from jobs
            return
        text = str(identity).lower()
        found = [
            job for job in jobs if text in (job.name.lower(), str(job.title).lower(), str(job.record.id))
        ]
        if not found and find_job(self.farm, identity) is None:
            self.write_error(errors.not_found("timer job", str(identity)), target=identity)
        yield from found
