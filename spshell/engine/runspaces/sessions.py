"""A session beside the running one: its own variables, functions and errors; the host, commands and services shared."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from spshell.engine.errors.signals import FlowSignal, PipelineStopped
from spshell.engine.running import RUNNING
from spshell.values.exceptions import NetException, fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from spshell.engine.session import Session

STACK = 256 * 1024 * 1024
"""Bytes of address space for a thread's stack: scripts may call 1,000 levels deep (CallDepthOverflow)."""


def sibling(session: Session) -> Session:
    """A fresh session with the same host, manifests, formatter and services."""
    from spshell.engine.session import Session as Kind

    running = RUNNING.get()
    try:
        made = Kind(
            session.host, non_interactive=session.non_interactive, manifests=session.commands.manifests
        )
    finally:
        RUNNING.set(running)
    made.renderer_factory = session.renderer_factory
    made.error_text = session.error_text
    made.services = dict(session.services)
    made.location = session.location
    return made


@contextlib.contextmanager
def running_in(session: Session) -> Iterator[None]:
    """Static .NET methods called in the body find this session as the running one."""
    before = RUNNING.set(session)
    try:
        yield
    finally:
        RUNNING.reset(before)


def stopped() -> NetException:
    """The error of a pipeline that somebody stopped."""
    return fault(
        "System.Management.Automation.PipelineStoppedException",
        "The pipeline was stopped.",
        "PipelineStopped",
        "OperationStopped",
    )


class Worker:
    """One piece of work on a thread of its own; `stop` interrupts it between two Python instructions."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self.work = work
        self.result: Any = None
        self.error: BaseException | None = None
        self.stopped = False
        self.working = False
        self.done = threading.Event()
        before = threading.stack_size(STACK)
        try:
            self.thread = threading.Thread(target=self._run, daemon=True)
            self.thread.start()
        finally:
            threading.stack_size(before)

    def _run(self) -> None:
        self.working = True
        try:
            self.result = self.work()
        except PipelineStopped:
            self.stopped = True
        except (FlowSignal, Exception) as error:  # noqa: BLE001 - whoever waits gets it
            self.error = error
        finally:
            self.working = False
            self.done.set()

    def failure(self) -> BaseException | None:
        """What the work ended with, once it did: its error, or that it was stopped."""
        return self.error or (stopped() if self.stopped else None)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; whether it came."""
        return self.done.wait(seconds)

    def stop(self, patience: float = 5) -> None:
        """Interrupt the work and wait so many seconds for its end."""
        end = time.monotonic() + patience
        while not self.done.is_set() and not self._interrupt() and time.monotonic() < end:
            self.done.wait(0.001)
        self.done.wait(max(0.0, end - time.monotonic()))
        self.stopped = True

    def _interrupt(self) -> bool:
        """Raise PipelineStopped in the thread; whether it was at a place where that does no harm.

        CPython only: it is raised at the thread's next bytecode instruction. Within an import it would leave the
        lock of the import system taken for ever, so that every later import would wait.
        """
        import ctypes

        identifier = self.thread.ident
        interval = sys.getswitchinterval()
        sys.setswitchinterval(10)  # the thread must not run between the look at it and the interruption
        try:
            frame = sys._current_frames().get(identifier or 0)
            if not self.working or not _may_interrupt(frame):
                return False
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(identifier or 0), ctypes.py_object(PipelineStopped)
            )
        finally:
            sys.setswitchinterval(interval)
        return True


def _may_interrupt(frame: FrameType | None) -> bool:
    """Whether a thread is in its work, and not in an import."""
    if frame is None or frame.f_code is Worker._run.__code__:
        return False
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return False
        frame = frame.f_back
    return True
