"""A relay that does one thing wrong: at one phase of the session, in one way, until it is mended.

It speaks STARTTLS, AUTH LOGIN and PIPELINING, takes what it is given, and runs in the caller's event loop.
"""

from __future__ import annotations

import asyncio
import enum
import socket
import ssl
from contextlib import suppress
from typing import TYPE_CHECKING

from spshell.mail.outcome import Phase
from spshell.mail.tls import secret_path

if TYPE_CHECKING:
    from spshell.mail.lab import Authority


class Fault(enum.Enum):
    """What the relay does instead of answering."""

    STALL = "stall"
    DRIP = "one byte at a time"
    CLOSE = "close"
    CLOSING = "421"
    LATER = "4xx"
    NO = "5xx"
    GARBAGE = "garbage"
    ENDLESS = "endless reply"
    NUL = "NUL"
    MULTILINE = "wrong multiline"


_SAID = {
    Fault.LATER: b"451 4.3.0 later\r\n",
    Fault.NO: b"554 5.3.0 no\r\n",
    Fault.GARBAGE: b"HTTP/1.1 400 \xff what?\r\n",
    Fault.NUL: b"250 ok\0\r\n",
    Fault.MULTILINE: b"250-one thing\r\n550 and another\r\n",
}
_GOOD = {
    Phase.EHLO: b"250-faulty\r\n250-PIPELINING\r\n250-AUTH LOGIN\r\n250 STARTTLS\r\n",
    Phase.STARTTLS: b"220 go\r\n",
    Phase.DATA: b"354 go\r\n",
    Phase.QUIT: b"221 bye\r\n",
}
_PHASES = {
    b"EHLO": Phase.EHLO,
    b"STARTTLS": Phase.STARTTLS,
    b"AUTH": Phase.AUTH,
    b"MAIL": Phase.MAIL,
    b"RCPT": Phase.RCPT,
    b"DATA": Phase.DATA,
    b"RSET": Phase.RSET,
    b"QUIT": Phase.QUIT,
}


_ORDER = (Phase.MAIL, Phase.RCPT, Phase.DATA)


class FaultyRelay:
    """Start it, send to `port`; `received` are the messages that it took responsibility for."""

    def __init__(self, authority: Authority, phase: Phase, fault: Fault) -> None:
        self.phase = phase
        self.fault: Fault | None = fault
        self.received: list[bytes] = []
        self.refuse_next_sender = False
        """Answer MAIL with 550 once: what follows on the same session begins with RSET."""
        self._issued = authority.issue("localhost", "127.0.0.1")
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._blockers: list[socket.socket] = []
        self.port = 0

    async def start(self) -> None:
        if self.phase is Phase.CONNECT and self.fault is Fault.STALL:
            self._block()
            return
        await self._listen()
        if self.phase is Phase.CONNECT and self.fault is Fault.CLOSE:
            await self._end()

    async def mend(self) -> None:
        self.fault = None
        for blocker in self._blockers:
            blocker.close()
        await self._end()
        await self._listen()

    async def stop(self) -> None:
        await self._end()
        for blocker in self._blockers:
            blocker.close()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _end(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _block(self) -> None:
        """A port whose queue of connections is full: the kernel answers nobody."""
        listener = socket.create_server(("127.0.0.1", 0), backlog=0)
        self.port = listener.getsockname()[1]
        self._blockers = [listener]
        for _ in range(4):
            filler = socket.socket()
            filler.setblocking(False)
            with suppress(BlockingIOError):
                filler.connect(("127.0.0.1", self.port))
            self._blockers.append(filler)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._talk(reader, writer)
        except (OSError, ssl.SSLError, asyncio.IncompleteReadError):
            pass  # the other side has gone
        finally:
            self._tasks.discard(task)
            writer.transport.abort()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not await self._say(writer, Phase.BANNER, b"220 faulty\r\n"):
            return
        needed = Phase.MAIL
        while line := await reader.readline():
            phase = _PHASES[line.split()[0].upper()]
            if phase is Phase.MAIL and self.refuse_next_sender:
                self.refuse_next_sender = False
                writer.write(b"550 5.1.8 not this sender\r\n")
                continue
            if phase in _ORDER and _ORDER.index(phase) > _ORDER.index(needed):
                writer.write(b"503 5.5.1 not yet\r\n")
                continue
            if not await self._say(writer, phase, _GOOD.get(phase, b"250 ok\r\n")):
                return
            if self.fault in (Fault.LATER, Fault.NO) and phase is self.phase:
                continue
            if phase in _ORDER:
                needed = _ORDER[(_ORDER.index(phase) + 1) % len(_ORDER)]
            if phase is Phase.STARTTLS and not await self._encrypt(reader, writer):
                return
            if phase is Phase.DATA and not await self._take(reader, writer):
                return
            if phase is Phase.QUIT:
                return
            if phase is Phase.AUTH:
                await self._log_in(reader, writer)

    async def _log_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """The first 334 is the place of the fault; here comes the rest."""
        await reader.readline()
        writer.write(b"334 UGFzc3dvcmQ6\r\n")
        await reader.readline()
        writer.write(b"235 ok\r\n")

    async def _encrypt(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        if self.phase is Phase.TLS and self.fault is not None:
            await reader.read(1)
            return await self._say(writer, Phase.TLS, b"")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with secret_path(self._issued.certificate + self._issued.key) as path:
            context.load_cert_chain(path)
        await writer.start_tls(context)
        return True

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        lines = []
        while (line := await reader.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line)
        if self.phase is not Phase.DOT or self.fault is None:
            self.received.append(b"".join(lines))
        return await self._say(writer, Phase.DOT, b"250 taken\r\n")

    async def _say(self, writer: asyncio.StreamWriter, phase: Phase, good: bytes) -> bool:
        """Answer, well or not; False when the session is over."""
        if phase is not self.phase or self.fault is None:
            writer.write(b"334 VXNlcm5hbWU6\r\n" if phase is Phase.AUTH else good)
            return True
        if self.fault is Fault.STALL:
            await asyncio.sleep(3600)
        elif self.fault is Fault.CLOSING:
            writer.write(b"421 4.3.2 closing\r\n")
            await writer.drain()
            writer.close()
            await writer.wait_closed()
        elif self.fault is Fault.ENDLESS:
            while True:
                writer.write(b"250-and more\r\n" * 100)
                await writer.drain()
        elif self.fault is Fault.DRIP:
            while True:
                writer.write(b"2")
                await asyncio.sleep(0.02)
        elif self.fault in _SAID:
            writer.write(_SAID[self.fault])
            return self.fault in (Fault.LATER, Fault.NO)
        return False
