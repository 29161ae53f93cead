"""The SMTP transport: sessions for each relay, so many at once and no more, each used for message after message."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spshell.mail.outcome import Phase, for_all, misconfigured, temporary
from spshell.mail.session import Session, StepFailed
from spshell.mail.wire import SmtpWire
from spshell.mail.wire_errors import DeadlineError, TlsError, WireError

if TYPE_CHECKING:
    from types import TracebackType

    from spshell.mail.envelope import Envelope
    from spshell.mail.outcome import Outcome, Verdict
    from spshell.mail.relay import Relay


@dataclass(frozen=True, slots=True)
class Limits:
    """How long sessions are used: relays grow suspicious of those that never end."""

    messages: int = 100
    seconds: float = 60.0
    goodbye: float = 2.0
    """How long a relay may take to answer QUIT; whatever it says or does not say changes nothing."""


class SmtpTransport:
    """Delivers by SMTP, over at most `relay.connections` sessions at once.

    Used as an asynchronous context manager it keeps its sessions open for the messages that follow, and closes them at
    the end; otherwise each message has its own.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._pools: dict[Relay, _Pool] = {}
        self._keeps = False

    async def __aenter__(self) -> SmtpTransport:
        self._keeps = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._keeps = False
        idle = [kept for pool in self._pools.values() for kept in pool.idle]
        self._pools.clear()
        await asyncio.gather(*(kept.end(self._limits.goodbye) for kept in idle))

    async def tidy(self) -> None:
        """End the sessions that have been open long enough; for pauses between messages."""
        for pool in self._pools.values():
            old = [kept for kept in pool.idle if not kept.is_good(self._limits)]
            pool.idle[:] = [kept for kept in pool.idle if kept not in old]
            await asyncio.gather(*(kept.end(self._limits.goodbye) for kept in old))

    async def deliver(self, message: bytes, envelope: Envelope, relay: Relay) -> Outcome:
        pool = self._pools.get(relay)
        if pool is None:
            await self._forget_old_pools()
            pool = self._pools[relay] = _Pool(asyncio.Semaphore(relay.connections))
        async with pool:
            while pool.idle:
                kept = pool.idle.pop()
                if not kept.is_good(self._limits):
                    await kept.end(self._limits.goodbye)
                    continue
                outcome = await self._once_more(pool, kept, message, envelope)
                if outcome is not None:
                    return outcome
            return await self._afresh(pool, message, envelope, relay)

    async def _afresh(self, pool: _Pool, message: bytes, envelope: Envelope, relay: Relay) -> Outcome:
        wire = SmtpWire(relay)
        session = Session(wire, relay)
        failures = pool.failures
        try:
            # One after the other: with a wrong password, the others must not try it too (accounts get locked).
            async with pool.opening:
                if pool.failures != failures and pool.failure is not None:
                    return for_all(envelope.recipients, pool.failure)
                until = asyncio.get_running_loop().time() + relay.deadline
                try:
                    async with asyncio.timeout_at(until):
                        await session.open()
                except (StepFailed, TlsError, WireError, TimeoutError) as failure:
                    pool.failures += 1
                    pool.failure = _verdict(failure, session)
                    raise
            wire.watch(until)
            outcome = await session.transaction(message, envelope)
        except (StepFailed, TlsError, WireError, TimeoutError) as failure:
            if isinstance(failure, StepFailed):
                await wire.quit(self._limits.goodbye)
            wire.close()
            return for_all(envelope.recipients, _verdict(failure, session))
        except BaseException:  # cancelled, or stopped from the keyboard
            wire.close()
            raise
        await self._keep(pool, _Open(wire, session), outcome)
        return outcome

    async def _once_more(
        self, pool: _Pool, kept: _Open, message: bytes, envelope: Envelope
    ) -> Outcome | None:
        """Use an open session again; None when the relay has given it up, and a fresh one is needed."""
        kept.messages += 1
        session = kept.session
        kept.wire.watch(asyncio.get_running_loop().time() + session.relay.deadline)
        try:
            outcome = await session.transaction(message, envelope)
        except (WireError, TlsError, StepFailed) as failure:
            kept.wire.close()
            if session.phase in (Phase.RSET, Phase.MAIL) and not isinstance(failure, DeadlineError):
                return None  # nothing was handed over: the relay was only tired of waiting
            return for_all(envelope.recipients, _verdict(failure, session))
        except BaseException:
            kept.wire.close()
            raise
        if outcome.relay_verdict is not None and session.phase in (Phase.RSET, Phase.MAIL):
            kept.wire.close()
            return None
        await self._keep(pool, kept, outcome)
        return outcome

    async def _keep(self, pool: _Pool, kept: _Open, outcome: Outcome) -> None:
        if self._keeps and outcome.relay_verdict is None and kept.is_good(self._limits):
            pool.idle.append(kept)
        else:
            await kept.end(self._limits.goodbye)

    async def _forget_old_pools(self) -> None:
        """Settings that have changed made a new relay of it; the sessions of the old one end."""
        for relay in [relay for relay, pool in self._pools.items() if pool.is_unused(self._limits)]:
            for kept in self._pools.pop(relay).idle:
                await kept.end(self._limits.goodbye)


@dataclass(slots=True)
class _Open:
    """A session that has just delivered."""

    wire: SmtpWire
    session: Session
    messages: int = 1
    since: float = field(default_factory=time.monotonic)

    def is_good(self, limits: Limits) -> bool:
        return (
            self.wire.is_open
            and self.messages < limits.messages
            and time.monotonic() - self.since < limits.seconds
        )

    async def end(self, patience: float) -> None:
        await self.wire.quit(patience)
        self.wire.close()


@dataclass(slots=True)
class _Pool:
    """The sessions of one relay: how many more may be opened, and those that wait."""

    free: asyncio.Semaphore
    idle: list[_Open] = field(default_factory=list)
    busy: int = 0
    opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    failures: int = 0
    failure: Verdict | None = None

    async def __aenter__(self) -> None:
        self.busy += 1
        try:
            await self.free.acquire()
        except BaseException:
            self.busy -= 1
            raise

    async def __aexit__(self, *_: object) -> None:
        self.busy -= 1
        self.free.release()

    def is_unused(self, limits: Limits) -> bool:
        return not self.busy and not any(kept.is_good(limits) for kept in self.idle)


def _verdict(failure: StepFailed | TlsError | WireError | TimeoutError, session: Session) -> Verdict:
    if isinstance(failure, StepFailed):
        return failure.verdict
    if isinstance(failure, TlsError):
        return misconfigured(session.phase, failure.reason, failure.cause)
    if isinstance(failure, WireError) and not isinstance(failure, DeadlineError):
        return temporary(session.phase, failure.reason)
    return temporary(
        session.phase, f"the session took longer than {session.relay.deadline:g} seconds", "deadline"
    )
