"""The child of a background job: where its work is done, and where its output, errors and reason are found."""

from __future__ import annotations

from spshell.engine.jobs.jobs import Job
from spshell.values.declare import net_class


@net_class("System.Management.Automation.PSRemotingChildJob")
class ChildJob(Job):
    """A view of its parent under a number and a name of its own; what is received from one is gone from the other."""

    def __init__(self, parent: Job) -> None:
        super().__init__(parent.number + 1, "", "", parent.text)
        self.parent = parent
        self.runs = parent.runs
        self.written = parent.written
        self.lock = parent.lock
        self.arrived = parent.arrived

    @property
    def is_finished(self) -> bool:
        return self.parent.is_finished

    @property
    def state_name(self) -> str:
        return self.parent.state_name

    def stop(self) -> None:
        self.parent.stop()
