"""Time: clocks, schedule phrases, and the service that runs jobs when they are due.

clock = SystemClock()                                  # or ManualClock(datetime(...)) in tests
schedule = Schedule.parse("Every 5 minutes between 0 and 59")
str(schedule)                                          # every 5 minutes between 0 and 59
schedule.next_after(clock.now())
service = TimerService(store, "SP1", clock)
service.run_due([job, ...])                            # a job has name, schedule and run()
service.run_now(job)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spshell.timer.clock import Clock, ManualClock, SystemClock
    from spshell.timer.schedule import Schedule, ScheduleError
    from spshell.timer.service import JobRun, TimerJob, TimerService

__all__ = [
    "Clock",
    "JobRun",
    "ManualClock",
    "Schedule",
    "ScheduleError",
    "SystemClock",
    "TimerJob",
    "TimerService",
]

# ORDER: the imports above, for type checkers. Each name brings its own module along, and no other.
_HOMES = {
    "Clock": "clock",
    "JobRun": "service",
    "ManualClock": "clock",
    "Schedule": "schedule",
    "ScheduleError": "schedule",
    "SystemClock": "clock",
    "TimerJob": "service",
    "TimerService": "service",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    value: object = getattr(import_module(f"spshell.timer.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
