"""Background jobs (about_Jobs, about_Thread_Jobs): a run, what it has written so far, and its state."""

from __future__ import annotations

import threading

from spshell.engine.jobs.background import Run
from spshell.values.declare import method, net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.session import Session

_SMA = "System.Management.Automation."
FINISHED = ("Completed", "Failed", "Stopped")


@net_class(_SMA + "JobStateInfo")
class JobStateInfo:
    """The state of a job and why."""

    def __init__(self, job: Job) -> None:
        self.job = job

    @prop("System.Management.Automation.JobState State {get}")
    def state(self) -> Any:
        return self.job.state

    @prop("System.Exception Reason {get}")
    def reason(self) -> Any:
        failure = self.job.failure() if self.job.child is None else None
        return None if failure is None else failure.exception

    def ps_text(self) -> str:
        return self.job.state_name

    to_string = ps_text


@net_class(_SMA + "Job")
class Job:
    """One job of a session. ``written`` holds (stream, record) pairs that nobody has received yet."""

    ps_view = (
        "table",
        (
            ("Id", 6, "left", "Id"), ("Name", 15, "left", "Name"), ("PSJobTypeName", 15, "left", "PSJobTypeName"),
            ("State", 13, "left", "State"), ("HasMoreData", 15, "left", "HasMoreData"),
            ("Location", 20, "left", "Location"), ("Command", 25, "left", "Command"),
        ),
    )  # fmt: skip

    def __init__(self, number: int, name: str, kind: str, command: str) -> None:
        from spshell.dotnet.system.ids import new_guid

        self.number = number
        self.label = name or f"Job{number}"
        self.kind = kind
        self.text = command
        self.runs: list[Run] = []
        self.written: list[tuple[str, Any]] = []
        self.lock = threading.Lock()
        self.arrived = threading.Condition(self.lock)
        self.identity = new_guid()
        self.began: Any = None
        self.ended: Any = None
        self.child: Job | None = None
        self.convert: Callable[[Any], Any] | None = None
        self.halted = False

    def take(self, stream: str, record: Any) -> None:
        """What a run writes; called from its thread."""
        if self.convert is not None and stream == "output":
            record = self.convert(record)
        with self.lock:
            self.written.append((stream, record))
            self.arrived.notify_all()

    def one_ended(self) -> None:
        """A run is over; the last one's time is the job's."""
        from spshell.dotnet.time.datetimes import now

        self.ended = now()

    def receive(self, *, keep: bool) -> list[tuple[str, Any]]:
        """What was written since the last time, the error that ended a run last."""
        with self.lock:
            found = list(self.written)
            if not keep:
                self.written.clear()
        return found

    def failure(self) -> Any:
        """The record of the error that ended the job, or None."""
        return next((run.failure for run in self.runs if run.failure is not None), None)

    @property
    def is_finished(self) -> bool:
        """Whether nothing of it runs any more."""
        return self.halted or all(run.is_done for run in self.runs)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the end; False when the time is over first. Ctrl+C is heard."""
        import time

        end = None if timeout is None else time.monotonic() + timeout
        while not self.is_finished:
            if end is not None and time.monotonic() >= end:
                return False
            next((run for run in self.runs if not run.is_done), self.runs[0]).wait(0.05)
        return True

    def stop(self) -> None:
        """Stop what runs."""
        if not self.is_finished:
            for run in self.runs:
                run.stop()
            self.halted = True

    @property
    def state_name(self) -> str:
        """The state's name."""
        if not self.is_finished:
            return "Running"
        if self.halted or any(run.stopped for run in self.runs):
            return "Stopped"
        return "Failed" if self.failure() is not None else "Completed"

    @prop("int Id {get}")
    def id(self) -> int:
        return self.number

    @prop("string Name {get;set}")
    def name(self) -> str:
        return self.label

    @name.setter
    def set_name(self, value: str) -> None:
        self.label = value

    @prop("guid InstanceId {get}")
    def instance_id(self) -> Any:
        return self.identity

    @prop("string PSJobTypeName {get}")
    def type_name(self) -> str:
        return self.kind

    @prop("System.Management.Automation.JobState State {get}")
    def state(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value(_SMA + "JobState", self.state_name)

    @prop("System.Management.Automation.JobStateInfo JobStateInfo {get}")
    def state_info(self) -> JobStateInfo:
        return JobStateInfo(self)

    @prop("bool HasMoreData {get}")
    def has_more_data(self) -> bool:
        return bool(self.written) or not self.is_finished

    @prop("string Location {get}")
    def location(self) -> str:
        return "localhost" if self.kind == "BackgroundJob" else "PowerShell"

    @prop("string Command {get}")
    def command(self) -> str:
        return self.text

    @prop("string StatusMessage {get}")
    def status_message(self) -> str:
        return ""

    @prop("System.Collections.Generic.IList[System.Management.Automation.Job] ChildJobs {get}")
    def child_jobs(self) -> Any:
        return [] if self.child is None else [self.child]

    @prop("System.Nullable[datetime] PSBeginTime {get}")
    def begin_time(self) -> Any:
        return self.began

    @prop("System.Nullable[datetime] PSEndTime {get}")
    def end_time(self) -> Any:
        return self.ended

    def _waiting(self, stream: str) -> list[Any]:
        """What nobody has received yet; a job with a child has none of its own."""
        if self.child is not None:
            return []
        return [record for kind, record in list(self.written) if kind == stream]

    @prop("System.Object Output {get}")
    def output(self) -> Any:
        return self._waiting("output")

    @prop("System.Object Error {get}")
    def error(self) -> Any:
        return self._waiting("error")

    @prop("System.Object Progress {get}")
    def progress(self) -> Any:
        return self._waiting("progress")

    @prop("System.Object Verbose {get}")
    def verbose(self) -> Any:
        return self._waiting("verbose")

    @prop("System.Object Debug {get}")
    def debug(self) -> Any:
        return self._waiting("debug")

    @prop("System.Object Warning {get}")
    def warning(self) -> Any:
        return self._waiting("warning")

    @prop("System.Object Information {get}")
    def information(self) -> Any:
        return self._waiting("information")

    @method("void StopJob()")
    def stop_job(self) -> None:
        self.stop()

    def ps_text(self) -> str:
        return str(type(self).net_type.full_name)  # type: ignore[attr-defined]  # set by net_class

    to_string = ps_text


@net_class(_SMA + "PSRemotingJob")
class BackgroundJob(Job):
    """A job of Start-Job or ``&``."""


@net_class("ThreadJob.ThreadJob")
class ThreadJob(Job):
    """A job of Start-ThreadJob."""


@net_class(_SMA + "PSTasks.PSTaskJob")
class TaskJob(Job):
    """A job of ForEach-Object -Parallel -AsJob."""


_KINDS: dict[str, type[Job]] = {"BackgroundJob": BackgroundJob, "ThreadJob": ThreadJob, "PSTaskJob": TaskJob}


class JobTable:
    """The jobs of a session by id."""

    def __init__(self) -> None:
        self.jobs: dict[int, Job] = {}
        self.last = 0

    def add(self, name: str, kind: str, command: str) -> Job:
        """A new job; give it runs, then start them."""
        self.last += 1
        made = self.jobs[self.last] = _KINDS[kind](self.last, name, kind, command)
        if kind == "BackgroundJob":
            from spshell.engine.jobs.child_jobs import ChildJob

            self.last += 1
            made.child = ChildJob(made)
        return made


def jobs_of(session: Session) -> JobTable:
    """The job table of a session, made at first use."""
    if session.jobs is None:
        session.jobs = JobTable()
    return session.jobs


def launch(job: Job, run: Run) -> None:
    """Start a run as (a part of) a job; the error that ends it is the last thing that the job writes."""
    from spshell.dotnet.time.datetimes import now

    job.runs.append(run)
    run.on_failure = lambda record: job.take("error", record)
    if job.began is None:
        job.began = now()
    run.on_end = job.one_ended
    run.start()


def deserialized(value: Any) -> Any:
    """A value as it comes back from another process: a copy without methods."""
    from spshell.dotnet.xml.clixml_reading import deserialize
    from spshell.dotnet.xml.clixml_writing import serialize

    copies = deserialize(serialize([value], 1))
    return copies[0] if copies else None
