"""Get-Job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.job_selection import JobSelection, children
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter
from spshell.values.text import to_text
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.jobs.jobs import Job


_NOT_FILTERED = (
    "SessionIdParameterSet",
    "InstanceIdParameterSet",
    "NameParameterSet",
    "StateParameterSet",
    "CommandParameterSet",
)


class GetJob(JobSelection, verb="Get", noun="Job", default_set="SessionIdParameterSet"):
    """List the background jobs of this session.

    PS> Get-Job
    """

    finds_children = True

    id: Any = parameter(
        "int[]", sets={"SessionIdParameterSet": SetFlags(position=0, by_name=True)}, help="Ids of jobs."
    )
    command: Any = parameter(
        "string[]",
        sets={"CommandParameterSet": SetFlags(by_name=True)},
        help="Only jobs that run this.",
        wildcards=True,
    )
    filter: Any = parameter(
        "hashtable",
        sets={"FilterParameterSet": SetFlags(mandatory=True, position=0, by_name=True)},
        help="Only jobs with these values of properties.",
    )
    include_child_job: Any = parameter("switch", sets=_NOT_FILTERED, help="The child jobs too.")
    child_job_state: Any = parameter(
        "System.Management.Automation.JobState",
        sets=_NOT_FILTERED,
        help="The child jobs in this state too.",
    )
    has_more_data: Any = parameter(
        "bool", sets=_NOT_FILTERED, help="Only jobs that have, or have not, something to receive."
    )
    before: Any = parameter("datetime", sets=_NOT_FILTERED, help="Only jobs that ended before this time.")
    after: Any = parameter("datetime", sets=_NOT_FILTERED, help="Only jobs that ended after this time.")
    newest: Any = parameter("int", sets=_NOT_FILTERED, default=0, help="Only so many, the newest.")

    def process(self) -> Iterator[Job]:
        found = sorted(self._chosen(), key=lambda job: job.number)
        found += self._children(found)
        if self.is_bound("HasMoreData"):
            found = [job for job in found if job.has_more_data is self.has_more_data]
        found = self._in_time(found)
        yield from sorted(found, key=lambda job: job.number)

    def _chosen(self) -> list[Job]:
        found = list(self.selected())
        if self.command:
            tests = [wildcard_test(pattern) for pattern in self.command]
            found = [job for job in found if any(test(job.text.strip()) for test in tests)]
        if self.is_bound("Filter"):
            found = [job for job in found if self._fits(job)]
        return found

    def _fits(self, job: Job) -> bool:
        from spshell.dotnet.reflection.members import get_property
        from spshell.values.comparison import equal

        return all(equal(get_property(job, to_text(name)), value) for name, value in self.filter.items())

    def _children(self, jobs: list[Job]) -> list[Job]:
        if self.is_bound("ChildJobState"):
            return [job for job in children(jobs) if job.state_name == self.child_job_state.name]
        return children(jobs) if self.include_child_job else []

    def _in_time(self, jobs: list[Job]) -> list[Job]:
        if self.before is not None:
            jobs = [job for job in jobs if job.ended is not None and job.ended.ticks < self.before.ticks]
        if self.after is not None:
            jobs = [job for job in jobs if job.ended is not None and job.ended.ticks > self.after.ticks]
        return jobs[-self.newest :] if self.newest else jobs
