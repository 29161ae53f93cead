"""System.Timers.Timer: an event after an interval, once or again and again."""

from __future__ import annotations

import threading
from typing import Any

from spshell.dotnet.system.event_sources import EventSource
from spshell.values.declare import constructor, field, method, net_class, prop


@net_class("System.EventArgs")
class EventArgs:
    """What an event says of itself: here nothing."""


@net_class("System.Timers.ElapsedEventArgs", base="System.EventArgs")
class ElapsedEventArgs(EventArgs):
    """When a timer's interval ended."""

    def __init__(self) -> None:
        from spshell.dotnet.time.datetimes import LOCAL, DateTime
        from spshell.dotnet.time.local_time import to_local, utc_now

        self.moment = DateTime(to_local(utc_now()), LOCAL)

    @prop("datetime SignalTime {get}")
    def signal_time(self) -> Any:
        return self.moment


@net_class("System.Timers.Timer", interfaces=("System.IDisposable",))
class Timer(EventSource):
    """A timer; it runs between Start and Stop."""

    events = ("Elapsed", "Disposed")

    def __init__(self, interval: float = 100.0) -> None:
        super().__init__()
        self.milliseconds = interval
        self.running: threading.Event | None = None

    @constructor("()", "(double interval)")
    @staticmethod
    def create(interval: float = 100.0) -> Timer:
        return Timer(interval)

    auto_reset: Any = field("bool AutoReset {get;set}", True)

    @prop("double Interval {get;set}")
    def interval(self) -> float:
        return float(self.milliseconds)

    @interval.setter
    def set_interval(self, value: float) -> None:
        self.milliseconds = value

    @prop("bool Enabled {get;set}")
    def enabled(self) -> bool:
        return self.running is not None

    @enabled.setter
    def set_enabled(self, value: bool) -> None:
        self.switch(on=value)

    def switch(self, *, on: bool) -> None:
        """Start or stop it."""
        if on and self.running is None:
            self.running = threading.Event()
            threading.Thread(target=self._run, args=(self.running,), daemon=True).start()
        elif not on and self.running is not None:
            self.running.set()
            self.running = None

    def _run(self, stopped: threading.Event) -> None:
        while not stopped.wait(self.milliseconds / 1000):
            if not self.auto_reset and self.running is stopped:
                self.running = None
                stopped.set()
            self.tell("Elapsed", ElapsedEventArgs())

    @method("void Start()")
    def start(self) -> None:
        self.switch(on=True)

    @method("void Stop()", "void Close()")
    def stop(self) -> None:
        self.switch(on=False)

    @method("void Dispose()")
    def dispose(self) -> None:
        self.switch(on=False)
        self.tell("Disposed", None)
