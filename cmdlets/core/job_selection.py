"""How the job commands find jobs: as objects, by id, name, instance id or state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.jobs.jobs import Job, jobs_of
from spshell.values.text import to_text
from spshell.values.wildcard import has_wildcards, wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator


def _by_name(*, mandatory: bool = True) -> SetFlags:
    return SetFlags(mandatory=mandatory, position=0, by_name=True)


def children(jobs: list[Job]) -> list[Job]:
    """The child jobs of jobs."""
    return [job.child for job in jobs if job.child is not None]


class JobSelection(Cmdlet):
    """Finds jobs of the session."""

    id: Any = parameter("int[]", sets={"SessionIdParameterSet": _by_name()}, help="Ids of jobs.")
    name: Any = parameter(
        "string[]", sets={"NameParameterSet": _by_name()}, help="Names of jobs.", wildcards=True
    )
    instance_id: Any = parameter(
        "guid[]", sets={"InstanceIdParameterSet": _by_name()}, help="Instance ids of jobs."
    )
    state: Any = parameter(
        "System.Management.Automation.JobState",
        sets={"StateParameterSet": _by_name()},
        help="Only jobs in this state.",
    )

    finds_children = False
    """Whether ids and names of child jobs are meant too."""

    def selected(self) -> Iterator[Job]:
        """The jobs that the parameters mean; what is not there is an error."""
        jobs = list(jobs_of(self.session).jobs.values())
        known = [*jobs, *children(jobs)] if self.finds_children else jobs
        if self.is_bound("Id"):
            for number in self.id:
                yield from self._found(
                    [job for job in known if job.number == number], "SessionNotFound", number
                )
        elif self.is_bound("Name"):
            for name in self.name:
                test = wildcard_test(name)
                found = [job for job in known if test(job.label)]
                yield from found if has_wildcards(name) else self._found(found, "NameNotFound", name)
        elif self.is_bound("InstanceId"):
            for identity in self.instance_id:
                found = [job for job in known if job.identity == identity]
                yield from self._found(found, "InstanceIdNotFound", identity)
        elif self.is_bound("State"):
            yield from (job for job in jobs if job.state_name == self.state.name)
        else:
            yield from jobs

    def _found(self, found: list[Job], error: str, wanted: Any) -> list[Job]:
        if not found:
            self.write_error(core_fault(f"JobWithSpecified{error}", to_text(wanted), target=wanted))
        return found
