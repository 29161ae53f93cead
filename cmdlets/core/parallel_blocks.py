"""ForEach-Object -Parallel: a block for each object, so many at once, each in a session and thread of its own."""

from __future__ import annotations

import queue
import time
from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from spshell.engine.errors.records import ErrorRecord, InvocationInfo
from spshell.engine.jobs.background import Run, using_values
from spshell.values.objects import unwrap

_NOT_SUPPORTED = ("ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "PipelineVariable")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cmdlets.core.foreach_object import ForEachObject
    from spshell.engine.jobs.jobs import Job


class ParallelBlocks:
    """The runs of one command; what they write is handed on by the command's own thread as it comes."""

    def __init__(self, cmdlet: ForEachObject) -> None:
        from spshell.engine.scriptblock import ScriptBlock

        self.cmdlet = cmdlet
        if any(cmdlet.is_bound(name) for name in _NOT_SUPPORTED):
            raise core_fault("ParallelCommonParametersNotSupported", ", ".join(_NOT_SUPPORTED))
        self.values = using_values(cmdlet.parallel, cmdlet.scope, nested=False)
        if any(isinstance(unwrap(value), ScriptBlock) for value in self.values.values()):
            raise core_fault("ParallelUsingVariableCannotBeScriptBlock")
        self.written: queue.Queue[tuple[str, Any]] = queue.Queue()
        self.running: list[Run] = []
        self.limit = time.monotonic() + cmdlet.timeout_seconds if cmdlet.timeout_seconds else None
        self.waiting: list[Any] = []

    def add(self, value: Any) -> None:
        """Run the block for an object, as soon as a place is free."""
        from spshell.engine.scriptblock import ScriptBlock

        if isinstance(unwrap(value), ScriptBlock):
            self.cmdlet.write_error(core_fault("ParallelPipedInputObjectCannotBeScriptBlock", target=value))
            return
        if self.cmdlet.as_job:
            self.waiting.append(value)
            return
        while len(self.running) >= self.cmdlet.throttle_limit and not self._is_over():
            self._pass_on(0.02)
        if self._is_over():
            return
        run = self._run(value, self._take)
        run.on_failure = self._failed
        run.start()
        self.running.append(run)
        self._pass_on(0)

    def _run(self, value: Any, sink: Any) -> Run:
        run = Run(self.cmdlet.session, self.cmdlet.parallel, sink)
        run.values = self.values
        run.dollar = value
        return run

    def _take(self, stream: str, record: Any) -> None:
        self.written.put((stream, record))

    def _failed(self, record: ErrorRecord) -> None:
        """An error that ended a block is an error of the command, not its end."""
        shown = ErrorRecord(record.exception, "PSTaskException", "InvalidOperation", record.target)
        shown.invocation = InvocationInfo(None)
        self.written.put(("error", shown))

    def _is_over(self) -> bool:
        return self.limit is not None and time.monotonic() >= self.limit

    def _pass_on(self, seconds: float) -> None:
        """Hand on what has come; wait so long for the first."""
        wait = seconds
        while True:
            try:
                stream, record = self.written.get(timeout=wait) if wait else self.written.get_nowait()
            except queue.Empty:
                break
            wait = 0
            self._replay(stream, record)
        self.running = [run for run in self.running if not run.is_done or not self.written.empty()]

    def _replay(self, stream: str, record: Any) -> None:
        session = self.cmdlet.session
        if stream == "output":
            self.cmdlet.out(record)
        elif stream == "error":
            record.in_error_list = False
            self.cmdlet.runtime.write_record(record)
        else:
            if self.cmdlet.runtime.tap is not None:
                self.cmdlet.runtime.tap.take(stream, record)
            getattr(session.streams, stream)(record)

    def finish(self) -> Iterator[Job] | None:
        """Wait for all, or until the time is over; with -AsJob hand out the job instead."""
        if self.cmdlet.as_job:
            return iter([self._job()])
        while self.running and not self._is_over():
            self._pass_on(0.02)
        self.stop()
        self._pass_on(0)
        return None

    def stop(self) -> None:
        """Stop what still runs."""
        for run in self.running:
            if not run.is_done:
                run.stop()

    def _job(self) -> Job:
        import threading

        from spshell.engine.jobs.jobs import jobs_of, launch

        job = jobs_of(self.cmdlet.session).add("", "PSTaskJob", self.cmdlet.parallel.text)
        gate = threading.Semaphore(self.cmdlet.throttle_limit)
        for value in self.waiting:
            run = self._run(value, job.take)
            run.gate = gate
            launch(job, run)
        return job
