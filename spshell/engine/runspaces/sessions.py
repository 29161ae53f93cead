"""A session beside the running one: its own variables, functions and errors; the host, commands and services shared."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any

from spshell.engine.block_calls import RUNNING
from spshell.engine.signals import FlowSignal, PipelineStopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


class Worker:
    """One piece of work on a thread of its own; `stop` interrupts it between two Python instructions."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self.work = work
        self.result: Any = None
        self.error: BaseException | None = None
        self.stopped = False
        self.done = threading.Event()
        before = threading.stack_size(STACK)
        try:
            self.thread = threading.Thread(target=self._run, daemon=True)
            self.thread.start()
        finally:
            threading.stack_size(before)

    def _run(self) -> None:
        try:
            self.result = self.work()
        except PipelineStopped:
            self.stopped = True
        except (FlowSignal, Exception) as error:  # noqa: BLE001 - whoever waits gets it
            self.error = error
        finally:
            self.done.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; whether it came."""
        return self.done.wait(seconds)

    def stop(self, patience: float = 5) -> None:
        """Interrupt the work and wait so many seconds for its end."""
        import ctypes

        identifier = self.thread.ident
        if identifier is not None and not self.done.is_set():
            # CPython only: raised in that thread at its next bytecode instruction
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(identifier), ctypes.py_object(PipelineStopped)
            )
        self.done.wait(patience)
        self.stopped = True
