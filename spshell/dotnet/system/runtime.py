"""Odds of the .NET runtime that scripts call: GC, Activator, Thread, Interlocked."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null
from spshell.values.declare import Members, method, net_class, prop
from spshell.values.numbers import Int64


@net_class("System.GC", kind="static")
class GarbageCollector:
    """Memory is collected by Python; the calls are accepted."""

    @prop("static int MaxGeneration {get}")
    @staticmethod
    def max_generation() -> int:
        return 2

    @method("static void Collect()", "static void Collect(int generation)")
    @staticmethod
    def collect(_generation: int = 2) -> None:
        import gc

        gc.collect()

    @method("static void WaitForPendingFinalizers()")
    @staticmethod
    def wait() -> None:
        """Nothing is pending."""

    @method("static long GetTotalMemory(bool forceFullCollection)")
    @staticmethod
    def get_total_memory(_force: bool) -> Int64:
        import resource

        return Int64(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


@net_class("System.Activator", kind="static")
class Activator:
    """Makes objects of types."""

    @method(
        "static System.Object CreateInstance(type type)",
        "static System.Object CreateInstance(type type, params System.Object[] args)",
    )
    @staticmethod
    def create_instance(net_type: Any, arguments: Any = ()) -> Any:
        from spshell.dotnet.reflection.statics import construct

        if net_type is None:
            raise argument_null("type")
        return construct(net_type, list(arguments or ()))


@net_class("System.Threading.Thread")
class Thread:
    """The thread that runs scripts."""

    @prop("static System.Threading.Thread CurrentThread {get}")
    @staticmethod
    def current() -> Thread:
        return Thread()

    @prop("int ManagedThreadId {get}")
    def managed_thread_id(self) -> int:
        return 1

    @prop("cultureinfo CurrentCulture {get;set}")
    def current_culture(self) -> Any:
        from spshell.dotnet.globalization.cultures import current

        return current()

    @current_culture.setter
    def set_current_culture(self, value: Any) -> None:
        from spshell.dotnet.globalization.cultures import make_current

        make_current(value)

    @prop("cultureinfo CurrentUICulture {get;set}")
    def current_ui_culture(self) -> Any:
        from spshell.dotnet.globalization.cultures import culture
        from spshell.values.hooks import UI_CULTURE

        return culture(UI_CULTURE.get())

    @current_ui_culture.setter
    def set_current_ui_culture(self, value: Any) -> None:
        from spshell.dotnet.globalization.cultures import chosen
        from spshell.values.hooks import UI_CULTURE

        UI_CULTURE.set(chosen(value))

    @method("static void Sleep(int millisecondsTimeout)", "static void Sleep(timespan timeout)")
    @staticmethod
    def sleep(length: Any) -> None:
        import time

        seconds = length / 1000 if isinstance(length, int) else length.span_ticks / 10_000_000
        time.sleep(max(seconds, 0))


INTERLOCKED = Members()


def _stepping(step: int) -> Any:
    def change(cell: Any) -> Any:
        cell.value = type(cell.value)(cell.value + step)
        return cell.value

    return change


for _kind in ("int", "long"):
    INTERLOCKED.method(f"static {_kind} Increment(ref {_kind} location)")(_stepping(1))
    INTERLOCKED.method(f"static {_kind} Decrement(ref {_kind} location)")(_stepping(-1))


@INTERLOCKED.method("static int Add(ref int location1, int value)")
def add(cell: Any, value: int) -> int:
    """Add to a variable and return the sum."""
    cell.value = cell.value + value
    return int(cell.value)


define("System.Threading.Interlocked", INTERLOCKED, kind="static")
