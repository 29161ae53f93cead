"""The wire of one SMTP session: connecting, moving bytes, TLS. It knows replies, and nothing of what they mean.

Addresses of a host are tried as RFC 8305 says (happy eyeballs). Any number of commands may travel as one group
(RFC 2920). What comes in without having been asked for is never taken for the answer to something else.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from spshell.mail.replies import Reply, ReplyReader
from spshell.mail.tls import TlsFacts, client_context, explained
from spshell.mail.wire_errors import DeadlineError, TlsError, WireError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spshell.mail.relay import Relay

    Proceed = Callable[[Sequence[Reply]], "bytes | None"]

_CONNECT = 30.0
_NEXT_ADDRESS = 0.25  # RFC 8305 §5: the delay before the next address is tried beside the first
_HANDSHAKE = 30.0


_BUFFER = 65536


class SmtpWire(asyncio.BufferedProtocol):
    """One connection to one relay. Every method raises WireError; `start_tls` and what follows it TlsError too."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._host = relay.host.strip("[]")
        self._transport: asyncio.Transport | None = None
        # One buffer for the whole session: without it, asyncio makes one of 256 KiB for every few bytes that come in.
        self._buffer = memoryview(bytearray(_BUFFER))
        self._reader = ReplyReader()
        self._replies: deque[Reply] = deque()
        self._waiter: asyncio.Future[None] | None = None
        self._wanted = 1
        self._proceed: Proceed | None = None
        self._ended: WireError | TlsError | None = None
        self._until: float | None = None
        self._watchdog: asyncio.TimerHandle | None = None
        self._fresh_tls = False
        self.tls: TlsFacts | None = None
        """What was agreed, once the session is encrypted."""

    # asyncio's side

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002 - asyncio's signature
        # A view, which asyncio's TLS can slice without copying.
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        self._replies.extend(self._reader.feed(bytes(self._buffer[:nbytes])))
        if self._reader.error is not None:
            self._end(WireError(self._reader.error))
            if self._transport is not None:
                self._transport.abort()
        self._fresh_tls = False
        if self._waiter is None or self._waiter.done() or len(self._replies) < self._wanted:
            return
        if self._proceed is not None:
            # Here and not in the task that waits: waking it would take two more turns of the loop.
            proceed, self._proceed = self._proceed, None
            more = proceed(self._replies)
            if more is not None and self._transport is not None:
                self._transport.write(more)
                self._wanted += 1
                return
        self._waiter.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(self._loss(exc))

    # The session's side

    @property
    def is_open(self) -> bool:
        return self._ended is None and self._transport is not None and not self._transport.is_closing()

    async def connect(self) -> None:
        """Connect to the first of the relay's addresses that answers."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(_CONNECT):
                await loop.create_connection(
                    lambda: self, self._host, self._relay.port, happy_eyeballs_delay=_NEXT_ADDRESS
                )
        except TimeoutError:
            raise WireError(f"{self._host} did not answer within {_CONNECT:g} seconds") from None
        except (OSError, UnicodeError) as error:
            raise WireError(_reason(error)) from error

    async def reply(self) -> Reply:
        """The next reply; what has come in is given out first, also when the connection has ended since."""
        await self._have(1)
        if not self._replies:
            raise self.end
        return self._replies.popleft()

    async def command(self, line: str) -> Reply:
        self._expect_silence()
        self._write(f"{line}\r\n".encode())
        return await self.reply()

    async def converse(self, lines: Sequence[str], chunk: bytes, proceed: Proceed | None) -> list[Reply]:
        """Send commands together, with a chunk behind the last, and read a reply to each.

        When all of them are in, `proceed` says what to send then at once, if anything, which has one reply more. The
        list is shorter when the connection ended meanwhile (`end`), and empty replies raise nothing.
        """
        self._expect_silence()
        self._write("\r\n".join((*lines, "")).encode() + chunk)
        await self._have(max(len(lines), 1), proceed)
        replies = list(self._replies)
        self._replies.clear()
        return replies

    @property
    def answered(self) -> int:
        """How many replies of a conversation are in."""
        return len(self._replies)

    @property
    def end(self) -> WireError | TlsError:
        """Why there are no more replies."""
        return self._ended or WireError("there is no connection")

    def watch(self, until: float) -> None:
        """Cut the connection at this time of the loop; the next call moves it."""
        self._until = until
        if self._watchdog is None:
            self._watchdog = asyncio.get_running_loop().call_at(until, self._bark)

    def unread(self) -> int:
        """How many bytes have come in that no reply needed."""
        return self._reader.unread + sum(len(reply.text) + 6 for reply in self._replies)

    async def start_tls(self) -> None:
        """Encrypt from here on, for the configured name: never one that DNS or the relay gave."""
        transport = self._transport
        if transport is None or transport.is_closing():
            raise WireError("the connection was lost before TLS")
        facts = TlsFacts()
        try:
            # Here, and not while the context is made, since files with secrets are read: ssl.SSLError as well
            context = client_context(self._relay, facts)
            encrypted = await asyncio.get_running_loop().start_tls(
                transport, self, context, server_hostname=self._host, ssl_handshake_timeout=_HANDSHAKE
            )
        except ssl.SSLError as error:
            raise TlsError(*explained(error, facts, presented=self._presents)) from error
        except OSError as error:
            if facts.alert is not None or facts.asks_certificate:
                raise TlsError(*explained(error, facts, presented=self._presents)) from error
            raise WireError(f"the connection was lost while TLS began: {_reason(error)}") from error
        if encrypted is None:
            raise WireError("the connection was lost while TLS began")
        self._transport = encrypted
        facts.agreed(encrypted.get_extra_info("ssl_object"))
        self.tls = facts
        self._fresh_tls = True

    async def quit(self, patience: float) -> None:
        """Say goodbye where somebody listens; nothing that happens here changes an outcome."""
        if self.is_open:
            with suppress(WireError, TlsError, TimeoutError):
                async with asyncio.timeout(patience):
                    await self.command("QUIT")

    def close(self) -> None:
        """Cut the connection."""
        if self._watchdog is not None:
            self._watchdog.cancel()
        if self._transport is not None:
            self._transport.abort()
            self._transport = None

    @property
    def _presents(self) -> bool:
        return self._relay.client_certificate is not None

    def _write(self, data: bytes) -> None:
        if self._ended is not None:
            raise self._ended
        if self._transport is None:
            raise WireError("there is no connection")
        self._transport.write(data)

    def _expect_silence(self) -> None:
        if self._replies or self._reader.unread:
            said = str(self._replies[0]) if self._replies else "half a reply"
            raise WireError(f"the relay spoke without having been asked: {said[:200]}")

    async def _have(self, count: int, proceed: Proceed | None = None) -> None:
        """Until so many replies are in, and one more where `proceed` sent something, or the connection has ended."""
        if self._ended is not None or (proceed is None and len(self._replies) >= count):
            return
        self._wanted, self._proceed = count, proceed
        self._waiter = asyncio.get_running_loop().create_future()
        try:
            await self._waiter
        finally:
            self._waiter = self._proceed = None

    def _bark(self) -> None:
        self._watchdog = None
        loop = asyncio.get_running_loop()
        if self._until is None or self._ended is not None:
            return
        if loop.time() < self._until:
            self._watchdog = loop.call_at(self._until, self._bark)
            return
        self._end(DeadlineError(f"the session took longer than {self._relay.deadline:g} seconds"))
        if self._transport is not None:
            self._transport.abort()

    def _end(self, reason: WireError | TlsError) -> None:
        if self._ended is None:
            self._ended = reason
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _loss(self, exc: Exception | None) -> WireError | TlsError:
        facts = self.tls
        if facts is not None and (isinstance(exc, ssl.SSLError) or (self._fresh_tls and facts.refuses_us)):
            # In TLS 1.3 the relay judges our certificate after the handshake (RFC 8446 §4.4.2.4).
            return TlsError(*explained(exc, facts, presented=self._presents))
        if exc is None:
            return WireError("the relay closed the connection")
        return WireError(f"the connection was lost: {_reason(exc)}")


async def speaks_tls_first(relay: Relay, patience: float) -> bool:
    """Whether the port wants TLS from the first byte; asked of ports that do not greet. Nothing is sent but a hello."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        async with asyncio.timeout(patience):
            _, writer = await asyncio.open_connection(relay.host.strip("[]"), relay.port, ssl=context)
    except ssl.SSLError as error:
        return error.reason not in {"WRONG_VERSION_NUMBER", "UNEXPECTED_EOF_WHILE_READING"}
    except (OSError, TimeoutError):
        return False
    writer.transport.abort()
    return True


def _reason(error: BaseException) -> str:
    return f"{error}".strip() or type(error).__name__
