"""The embedded timer service: runs the jobs that are due, each on one server of the farm at a time.

What all servers must agree on stands in the farm's store, a record for each job: when it last started,
and which server holds its lease until when. A server that dies in a job leaves a lease that ends by
itself. Losing a race for a lease is normal, and means that another server runs the job.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol
from uuid import UUID, uuid5

from spshell.state import Conflict, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spshell.state import StateStore
    from spshell.timer.clock import Clock
    from spshell.timer.schedule import Schedule

KIND = "timer-lease"
LEASE = timedelta(minutes=30)
_NAMESPACE = UUID("5c8f2d52-0b57-4d3f-9d2a-3f1c7b9a6e10")


class TimerJob(Protocol):
    """What the service needs to know of a job."""

    name: str
    schedule: Schedule | None
    """None: only when somebody starts it."""

    def run(self) -> None: ...


@dataclass(frozen=True, slots=True)
class JobRun:
    """One run of one job; `error` is None when it went well."""

    job: str
    server: str
    started: datetime
    ended: datetime
    error: Exception | None
    trace: str = ""

    @property
    def succeeded(self) -> bool:
        return self.error is None


class TimerService:
    """Runs jobs for one server of the farm.

    `store` is the farm's, without its journal: a lease is nobody's change.
    """

    def __init__(self, store: StateStore, server: str, clock: Clock, *, lease: timedelta = LEASE) -> None:
        self._store = store
        self._server = server
        self._clock = clock
        self._lease = lease

    def run_due(self, jobs: Iterable[TimerJob]) -> list[JobRun]:
        """Run what is due now and what no other server is running."""
        runs = [self._run(job) for job in jobs if self._is_due(job)]
        return [run for run in runs if run is not None]

    def run_now(self, job: TimerJob) -> JobRun | None:
        """Run a job whatever its schedule says; None when another server is running it."""
        return self._run(job)

    def next_due(self, job: TimerJob) -> datetime | None:
        """When a job is due, which may be past; None without a schedule."""
        if job.schedule is None:
            return None
        record, now = self._record(job), self._clock.now()
        seen = datetime.fromisoformat(record.body["started"]) if record.version else now
        return job.schedule.next_after(seen.astimezone(now.tzinfo))

    def _is_due(self, job: TimerJob) -> bool:
        due, record, now = self.next_due(job), self._record(job), self._clock.now()
        if due is None:
            return False
        if not record.version or datetime.fromisoformat(record.body["started"]) > now:
            # Never seen before, or the clock was put back: its schedule begins to count now.
            self._claim(record, job, until=now)
            return False
        return due <= now

    def _run(self, job: TimerJob) -> JobRun | None:
        record, started = self._record(job), self._clock.now()
        if record.version and record.body["server"] != self._server:
            until = datetime.fromisoformat(record.body["until"])
            if until > started:
                return None
        if not self._claim(record, job, until=started + self._lease):
            return None
        error, trace = None, ""
        try:
            job.run()
        except Exception as failure:  # noqa: BLE001 - one job's failure must not end the service
            from traceback import format_exc

            error, trace = failure, format_exc()
        ended = self._clock.now()
        self._release(job, ended)
        return JobRun(job.name, self._server, started, ended, error, trace)

    def _record(self, job: TimerJob) -> Record:
        unique = uuid5(_NAMESPACE, job.name.lower())
        return self._store.get(KIND, unique) or Record(KIND, unique)

    def _claim(self, record: Record, job: TimerJob, *, until: datetime) -> bool:
        started = self._clock.now()
        record.body = {
            "job": job.name,
            "server": self._server,
            "started": started.isoformat(),
            "until": until.isoformat(),
        }
        try:
            self._store.commit(puts=[record])
        except Conflict:
            return False
        return True

    def _release(self, job: TimerJob, ended: datetime) -> None:
        record = self._record(job)
        if record.version and record.body["server"] == self._server:
            record.body["until"] = ended.isoformat()
            try:
                self._store.commit(puts=[record])
            except Conflict:
                return  # the lease ran out and another server has the job
