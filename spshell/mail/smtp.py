"""The SMTP transport: sessions over aiosmtplib's connection, its replies and its commands.

Only this module imports aiosmtplib. Its higher calls are not used: `login()` tries one wrong password
several times (which locks accounts), `starttls()` forgives bytes behind the 220, and its data command
does not say whether DATA or the message was refused.
"""

from __future__ import annotations

import asyncio
import re
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import aiosmtplib
from aiosmtplib.protocol import SMTPProtocol

from spshell.mail.outcome import Phase, for_all, misconfigured, temporary
from spshell.mail.session import Reply, Session, StepFailed, TlsError, WireError
from spshell.mail.tls import client_context, explained

if TYPE_CHECKING:
    from types import TracebackType

    from spshell.mail.envelope import Envelope
    from spshell.mail.outcome import Outcome, Verdict
    from spshell.mail.relay import Relay

_CONNECT = 30.0
_REPLY = 300.0  # RFC 5321 §4.5.3.2; the session's deadline is usually shorter
_GOODBYE = 2.0
# Relays grow suspicious of sessions that never end.
_SESSION_MESSAGES = 100
_SESSION_SECONDS = 60.0


class SmtpTransport:
    """Delivers by SMTP: one session for each message.

    Used as an asynchronous context manager it keeps its sessions open for the messages that follow, one
    idle session for each relay, and closes them at the end.
    """

    def __init__(self) -> None:
        self._idle: dict[Relay, _Open] = {}
        self._keeps = False

    async def __aenter__(self) -> SmtpTransport:
        self._keeps = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._keeps = False
        while self._idle:
            _, kept = self._idle.popitem()
            await kept.wire.quit()
            kept.wire.close()

    async def deliver(self, message: bytes, envelope: Envelope, relay: Relay) -> Outcome:
        kept = self._idle.pop(relay, None)
        if kept is not None:
            outcome = await self._once_more(kept, message, envelope)
            if outcome is not None:
                return outcome
        wire = _AioWire(relay)
        session = Session(wire, relay)
        try:
            async with asyncio.timeout(relay.deadline):
                await session.open()
                outcome = await session.transaction(message, envelope)
        except (StepFailed, TlsError, WireError, TimeoutError) as failure:
            if isinstance(failure, StepFailed):
                await wire.quit()
            wire.close()
            return for_all(envelope.recipients, _verdict(failure, session))
        except BaseException:  # cancelled, or stopped from the keyboard
            wire.close()
            raise
        await self._keep(_Open(wire, session), outcome)
        return outcome

    async def _once_more(self, kept: _Open, message: bytes, envelope: Envelope) -> Outcome | None:
        """Use an open session again; None when the relay has given it up, and a fresh one is needed."""
        kept.messages += 1
        try:
            async with asyncio.timeout(kept.session.relay.deadline):
                await kept.session.reset()
                outcome = await kept.session.transaction(message, envelope)
        except (WireError, TimeoutError, StepFailed) as failure:
            kept.wire.close()
            if kept.session.phase in (Phase.RSET, Phase.MAIL):
                return None  # nothing was handed over: the relay was only tired of waiting
            return for_all(envelope.recipients, _verdict(failure, kept.session))
        except BaseException:
            kept.wire.close()
            raise
        if outcome.relay_verdict is not None and kept.session.phase is Phase.MAIL:
            kept.wire.close()
            return None
        await self._keep(kept, outcome)
        return outcome

    async def _keep(self, kept: _Open, outcome: Outcome) -> None:
        if self._keeps and outcome.relay_verdict is None and kept.is_good_for_more:
            self._idle[kept.session.relay] = kept
            return
        await kept.wire.quit()
        kept.wire.close()


@dataclass(slots=True)
class _Open:
    """A session that has just delivered."""

    wire: _AioWire
    session: Session
    messages: int = 1
    since: float = field(default_factory=time.monotonic)

    @property
    def is_good_for_more(self) -> bool:
        return self.messages < _SESSION_MESSAGES and time.monotonic() - self.since < _SESSION_SECONDS


def _verdict(failure: StepFailed | TlsError | WireError | TimeoutError, session: Session) -> Verdict:
    if isinstance(failure, StepFailed):
        return failure.verdict
    if isinstance(failure, TlsError):
        return misconfigured(Phase.TLS, failure.reason)
    if isinstance(failure, WireError):
        return temporary(session.phase, failure.reason)
    return temporary(session.phase, f"the session took longer than {session.relay.deadline:g} seconds")


class _AioWire:
    """A Wire over one aiosmtplib client."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._host = relay.host.strip("[]")
        self._client = aiosmtplib.SMTP(
            hostname=self._host,
            port=relay.port,
            start_tls=False,
            local_hostname="localhost",
            timeout=_CONNECT,
        )

    async def connect(self) -> Reply:
        try:
            response = await self._client.connect()
        except aiosmtplib.SMTPConnectResponseError as error:
            return Reply(error.code, error.message)
        except aiosmtplib.SMTPException as error:
            raise WireError(_reason(error)) from error
        return Reply(response.code, response.message)

    async def command(self, line: str) -> Reply:
        try:
            response = await self._protocol.execute_command(line.encode("ascii"), timeout=_REPLY)
        except aiosmtplib.SMTPResponseException as error:
            raise WireError(f"not a reply: {error.message}") from error
        except aiosmtplib.SMTPException as error:
            raise WireError(_reason(error)) from error
        return Reply(response.code, response.message)

    async def send(self, message: bytes) -> Reply:
        # RFC 5321 §4.5.2; the message ends in CRLF, as every message of ours does.
        stuffed = re.sub(rb"(?m)^\.", b"..", message)
        protocol = self._protocol
        try:
            protocol.write(stuffed + b".\r\n")
            response = await protocol.read_response(timeout=_REPLY)
        except aiosmtplib.SMTPResponseException as error:
            raise WireError(f"not a reply: {error.message}") from error
        except aiosmtplib.SMTPException as error:
            raise WireError(_reason(error)) from error
        return Reply(response.code, response.message)

    def unread(self) -> int:
        return len(self._protocol._buffer)

    async def start_tls(self) -> None:
        protocol = self._protocol
        transport = protocol.transport
        if not isinstance(transport, asyncio.WriteTransport):
            raise WireError("the connection was lost before TLS")
        try:
            # The name that must match is the configured one, never one that DNS or the relay gave.
            encrypted = await asyncio.get_running_loop().start_tls(
                transport,
                protocol,
                client_context(self._relay),
                server_hostname=self._host,
                ssl_handshake_timeout=_CONNECT,
            )
        except ssl.SSLError as error:
            raise TlsError(explained(error)) from error
        except OSError as error:
            raise WireError(f"the connection was lost while TLS began: {error}") from error
        if encrypted is None:
            raise WireError("the connection was lost while TLS began")
        protocol.transport = encrypted
        protocol._over_ssl = True
        self._client.transport = encrypted

    async def quit(self) -> None:
        """Say goodbye where somebody listens; nothing that happens here changes an outcome."""
        protocol = self._client.protocol
        if protocol is not None and protocol.is_connected:
            with suppress(aiosmtplib.SMTPException, OSError):
                await protocol.execute_command(b"QUIT", timeout=_GOODBYE)

    def close(self) -> None:
        self._client.close()

    @property
    def _protocol(self) -> SMTPProtocol:
        protocol = self._client.protocol
        if protocol is None:
            raise WireError("the relay closed the connection")
        return protocol


def _reason(error: BaseException) -> str:
    return f"{error}".strip() or type(error).__name__
