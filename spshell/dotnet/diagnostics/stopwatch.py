"""System.Diagnostics.Stopwatch."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import typed_array
from spshell.dotnet.system.errors import thrown
from spshell.values.declare import constructor, method, net_class, prop


@net_class("System.Diagnostics.Stopwatch")
class Stopwatch:
    """Measures elapsed time."""

    def __init__(self) -> None:
        self.passed = 0
        self.started: int | None = None

    def now(self) -> int:
        import time

        return self.passed + (time.perf_counter_ns() - self.started if self.started is not None else 0)

    @constructor("()")
    @staticmethod
    def create() -> Stopwatch:
        return Stopwatch()

    @method("static long GetTimestamp()")
    @staticmethod
    def timestamp() -> Any:
        import time

        from spshell.values.numbers import Int64

        return Int64(time.perf_counter_ns())

    @method(
        "static timespan GetElapsedTime(long startingTimestamp)",
        "static timespan GetElapsedTime(long startingTimestamp, long endingTimestamp)",
    )
    @staticmethod
    def elapsed_since(start: int, end: int | None = None) -> Any:
        from spshell.dotnet.time.timespans import TimeSpan

        return TimeSpan(((Stopwatch.timestamp() if end is None else end) - start) // 100)

    @prop("static long Frequency {get}")
    @staticmethod
    def frequency() -> Any:
        from spshell.values.numbers import Int64

        return Int64(1_000_000_000)

    @prop("static bool IsHighResolution {get}")
    @staticmethod
    def is_high_resolution() -> bool:
        return True

    @method("static System.Diagnostics.Stopwatch StartNew()")
    @staticmethod
    def start_new() -> Stopwatch:
        made = Stopwatch()
        made.start()
        return made

    @method("void Start()")
    def start(self) -> None:
        import time

        if self.started is None:
            self.started = time.perf_counter_ns()

    @method("void Stop()")
    def stop(self) -> None:
        self.passed, self.started = self.now(), None

    @method("void Reset()")
    def reset(self) -> None:
        self.passed, self.started = 0, None

    @method("void Restart()")
    def restart(self) -> None:
        self.reset()
        self.start()

    @prop("bool IsRunning {get}")
    def is_running(self) -> bool:
        return self.started is not None

    @prop("timespan Elapsed {get}")
    def elapsed(self) -> Any:
        from spshell.dotnet.time.timespans import TimeSpan

        return TimeSpan(self.now() // 100)

    @prop("long ElapsedMilliseconds {get}")
    def elapsed_milliseconds(self) -> Any:
        from spshell.values.numbers import Int64

        return Int64(self.now() // 1_000_000)

    @prop("long ElapsedTicks {get}")
    def elapsed_ticks(self) -> Any:
        from spshell.values.numbers import Int64

        return Int64(self.now())


__all__ = ["thrown", "typed_array"]
