"""Get-Job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.job_selection import JobSelection
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.jobs.jobs import Job


class GetJob(JobSelection, verb="Get", noun="Job", default_set="SessionIdParameterSet"):
    """List the background jobs of this session.

    PS> Get-Job
    """

    id: Any = parameter(
        "int[]", sets={"SessionIdParameterSet": SetFlags(position=0, by_name=True)}, help="Ids of jobs."
    )
    command: Any = parameter(
        "string[]",
        sets={"CommandParameterSet": SetFlags(by_name=True)},
        help="Only jobs that run this.",
        wildcards=True,
    )
    has_more_data: Any = parameter("bool", help="Only jobs that have, or have not, something to receive.")
    newest: Any = parameter("int", default=0, help="Only so many, the newest.")

    def process(self) -> Iterator[Job]:
        found = list(self.selected())
        if self.command:
            tests = [wildcard_test(pattern) for pattern in self.command]
            found = [job for job in found if any(test(job.text.strip()) for test in tests)]
        if self.is_bound("HasMoreData"):
            found = [job for job in found if job.has_more_data is self.has_more_data]
        yield from found[-self.newest :] if self.newest else found
