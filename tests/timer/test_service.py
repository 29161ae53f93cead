"""The service runs each job when it is due, on one server, and survives its failures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from spshell.state.memory import MemoryStore
from spshell.timer import ManualClock, Schedule, TimerService


class Job:
    def __init__(self, name: str = "job-immediate-alerts", phrase: str | None = "every 5 minutes") -> None:
        self.name = name
        self.schedule = Schedule.parse(phrase) if phrase else None
        self.runs = 0
        self.during = lambda: None

    def run(self) -> None:
        self.runs += 1
        self.during()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 3, 1, 12, 0, 30, tzinfo=UTC))


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def test_a_job_runs_once_for_each_due_time(store: MemoryStore, clock: ManualClock) -> None:
    job, service = Job(), TimerService(store, "SP1", clock)
    counts = []
    for _ in range(12):
        service.run_due([job])
        counts.append(job.runs)
        clock.advance(timedelta(minutes=1))
    assert counts == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2]


def test_due_times_missed_while_nobody_ran_make_one_run(store: MemoryStore, clock: ManualClock) -> None:
    job, service = Job(), TimerService(store, "SP1", clock)
    service.run_due([job])
    clock.advance(timedelta(days=2))
    service.run_due([job])
    service.run_due([job])
    assert job.runs == 1


def test_a_due_job_runs_on_one_of_two_servers(store: MemoryStore, clock: ManualClock) -> None:
    job = Job()
    first, second = TimerService(store, "SP1", clock), TimerService(store, "SP2", clock)
    first.run_due([job])
    clock.advance(timedelta(minutes=5))
    job.during = lambda: second.run_due([job]) and second.run_now(job)
    assert [run.server for run in first.run_due([job])] == ["SP1"]
    assert second.run_due([job]) == []
    assert job.runs == 1


def test_the_lease_of_a_dead_server_ends(store: MemoryStore, clock: ManualClock) -> None:
    job = Job()
    first, second = TimerService(store, "SP1", clock), TimerService(store, "SP2", clock)

    class Killed(BaseException):
        pass

    def die() -> None:
        raise Killed

    job.during = die
    with pytest.raises(Killed):
        first.run_now(job)
    job.during = lambda: None
    assert second.run_now(job) is None
    clock.advance(timedelta(minutes=31))
    assert second.run_now(job).succeeded


def test_a_failing_job_is_reported_and_runs_again(store: MemoryStore, clock: ManualClock) -> None:
    job, service = Job(), TimerService(store, "SP1", clock)

    def fail() -> None:
        raise OSError("disk full")

    job.during = fail
    run = service.run_now(job)
    assert not run.succeeded
    assert "disk full" in run.trace
    job.during = lambda: None
    assert service.run_now(job).succeeded


def test_a_job_without_schedule_runs_only_when_started(store: MemoryStore, clock: ManualClock) -> None:
    job, service = Job(phrase=None), TimerService(store, "SP1", clock)
    clock.advance(timedelta(days=400))
    assert service.run_due([job]) == []
    assert service.next_due(job) is None
    service.run_now(job)
    assert job.runs == 1


def test_a_clock_put_back_does_not_stop_a_job(store: MemoryStore, clock: ManualClock) -> None:
    job, service = Job(), TimerService(store, "SP1", clock)
    service.run_now(job)
    clock.advance(timedelta(days=-30))
    service.run_due([job])
    clock.advance(timedelta(minutes=10))
    service.run_due([job])
    assert job.runs == 2
