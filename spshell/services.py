"""The services of a farm server: `spshell -TimerService` runs the timer jobs, `-MailService` drains the outbox.

Both run until they are told to stop (SIGTERM, SIGINT), finish what they are at, and leave nothing half done.
One line a happening goes to standard error, with no secret in it.
"""

from __future__ import annotations

import signal
import sys
import threading

from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.session import Session
    from spshell.farm.farm import SPFarm
    from spshell.farm.job_definition import SPJobDefinition
    from spshell.timer.schedule import Schedule

_PAUSE = 1.0
"""Seconds between two looks for something to do."""
_BATCH = 50
"""So many messages between two looks for an order to stop."""


def run_services(session: Session, *, timer: bool, mail: bool, stop: threading.Event | None = None) -> int:
    """Run until told to stop; 0, or 1 when there is no farm."""
    stop = stop or threading.Event()
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
    try:
        farm = session.require("farm").farm
    except NetException as error:
        session.host.write_error(f"{error}\n")
        return 1
    rounds: list[Callable[[], bool]] = []
    if timer:
        rounds.append(TimerRounds(farm).once)
    delivery = MailRounds(farm, stop) if mail else None
    if delivery is not None:
        rounds.append(delivery.once)
    _say(farm, "started")
    while not stop.is_set():
        busy = [_guarded(farm, work) for work in rounds]
        if not any(busy):
            stop.wait(_PAUSE)
    if delivery is not None:
        delivery.end()
    _say(farm, "stopped")
    return 0


class TimerRounds:
    """Looks, again and again, which jobs are due on this server, and for questions of Test-SPOutgoingEmail."""

    def __init__(self, farm: SPFarm) -> None:
        from spshell.state import open_store
        from spshell.timer import SystemClock, TimerService

        self._farm = farm
        # Leases are nobody's change: they go past the journal.
        self._service = TimerService(open_store(farm.context.address), farm.context.server, SystemClock())

    def once(self) -> bool:
        """Run what is due; whether there was anything."""
        from spshell.farm.job_definition import SPJobDefinition
        from spshell.farm.mail_tests import answer_all
        from spshell.farm.service_instance import timer_is_online

        answered = answer_all(self._farm)
        if not timer_is_online(self._farm, self._farm.context.server):
            return bool(answered)
        jobs = [_Job(found) for found in self._farm.all(SPJobDefinition) if not found.is_disabled]
        runs = self._service.run_due(jobs)
        for job in jobs:
            if job.definition.body.get("run_now"):
                job.forget_order()
                runs += [run for run in [self._service.run_now(job)] if run is not None]
        for run in runs:
            _say(self._farm, f"{run.job}: {'done' if run.succeeded else f'failed: {run.error}'}")
        return bool(answered or runs)


class _Job:
    """A stored job definition as the timer service wants it."""

    def __init__(self, definition: SPJobDefinition) -> None:
        self.definition = definition
        self.name = f"{definition.name} {definition.record.id}"
        self.schedule = self._parsed()

    def _parsed(self) -> Schedule | None:
        from spshell.timer.schedule import Schedule, ScheduleError

        try:
            return Schedule.parse(str(self.definition.schedule))
        except ScheduleError:
            return None  # only by hand, as a job without a schedule

    def forget_order(self) -> None:
        """RunNow() asks for one run."""
        self.definition.reload()
        self.definition.body.pop("run_now", None)
        self.definition.commit()

    def run(self) -> None:
        from spshell.jobs import run_job

        self.definition.reload()
        run_job(self.definition)


class MailRounds:
    """Drains the outbox a batch at a time, over sessions that stay open from round to round."""

    def __init__(self, farm: SPFarm, stop: threading.Event) -> None:
        import asyncio

        from spshell.farm.outgoing import open_outbox, relay_for
        from spshell.mail import MailWorker
        from spshell.mail.smtp import SmtpTransport

        self._farm = farm
        self._stop = stop
        self._loop = asyncio.Runner()
        self._transport = SmtpTransport()
        self._loop.run(self._transport.__aenter__())
        self._outbox = open_outbox(farm)
        self._worker = MailWorker(
            self._outbox, lambda key: relay_for(farm, key), self._transport, farm.context.clock
        )

    def once(self) -> bool:
        """Deliver what is due; whether there was anything."""
        report = self._loop.run(self._worker.drain(_BATCH))
        if not report:
            self._loop.run(self._transport.tidy())
            self._worker.prune()
            return False
        counts = (
            f"{report.sent} sent, {report.deferred} deferred, {report.held} held, {report.bounced} bounced"
        )
        _say(self._farm, f"mail: {counts}")
        return report.sent > 0 and not self._stop.is_set()

    def end(self) -> None:
        """Say goodbye to the relays."""
        self._loop.run(self._transport.__aexit__(None, None, None))
        self._loop.close()
        self._outbox.close()


def _guarded(farm: SPFarm, work: Callable[[], bool]) -> bool:
    """One round; what goes wrong in it is said, and the next round comes."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - a service outlives the failure of one round
        _say(farm, f"failed: {type(error).__name__}: {error}")
        return False


def _say(farm: SPFarm, text: Any) -> None:
    moment = farm.context.clock.now().isoformat(timespec="seconds")
    sys.stderr.write(f"{moment} {farm.context.server}: {text}\n")
    sys.stderr.flush()
