"""One SMTP dialogue with one address, on a blocking socket, kept as a transcript.

The delivery engine has its own way of doing this, fast and unforgiving. Here every byte is looked at: what
came too early, what came late, how a connection ended.
"""

from __future__ import annotations

import socket
import ssl
import time
from typing import TYPE_CHECKING

from spshell.mail.session import Reply

if TYPE_CHECKING:
    from spshell.mail.diagnosis.redaction import Redactor
    from spshell.mail.diagnosis.target import Patience

_LONGEST_LINE = 65536
_MOST_LINES = 200


class Broken(Exception):
    """The dialogue ended: `reason` for people, `sign` for the table of remedies."""

    def __init__(self, reason: str, sign: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sign = sign


class Conversation:
    """Connected on construction; Broken when that fails, with how it failed."""

    def __init__(self, family: int, address: tuple[str, int], patience: Patience, redactor: Redactor) -> None:
        self.address = address
        self.transcript: list[str] = []
        self.patience = patience
        self.redactor = redactor
        self._buffer = b""
        self._socket: socket.socket = socket.socket(family, socket.SOCK_STREAM)
        self._socket.settimeout(patience.connect)
        try:
            self._socket.connect(address)
        except OSError as error:
            self._socket.close()
            raise broken_connection(error, patience.connect) from None

    def reply(self, seconds: float | None = None) -> Reply:
        """The next reply, whole. Raises Broken."""
        limit = seconds or self.patience.reply
        deadline = time.monotonic() + limit
        lines: list[str] = []
        while True:
            line = self._line(deadline, limit)
            self.transcript.append(f"S: {self.redactor.shown(line)}")
            code, separator = line[:3], line[3:4]
            if not code.isascii() or not code.isdigit() or separator not in ("", " ", "-"):
                raise Broken(f"not an SMTP reply: {self.redactor.shown(line)[:80]!r}", "not-smtp")
            lines.append(line[4:])
            if separator != "-":
                return Reply(int(code), "\n".join(lines))
            if len(lines) >= _MOST_LINES:
                raise Broken(f"a reply of more than {_MOST_LINES} lines", "not-smtp")

    def command(self, line: str, shown: str | None = None, *, seconds: float | None = None) -> Reply:
        """Send a line and read its reply; `shown` is what the transcript says instead. Raises Broken."""
        self.transcript.append(f"C: {self.redactor.shown(line if shown is None else shown)}")
        try:
            self._socket.settimeout(self.patience.reply)
            self._socket.sendall(line.encode("utf-8") + b"\r\n")
        except OSError as error:
            raise _broken_dialogue(error, self.patience.reply) from None
        return self.reply(seconds)

    def unread(self) -> bytes:
        """What has come in that no reply needed."""
        try:
            self._socket.settimeout(0)
            self._buffer += self._socket.recv(4096)
        except (BlockingIOError, ssl.SSLWantReadError, OSError):
            pass
        return self._buffer

    def start_tls(self, context: ssl.SSLContext, host: str) -> ssl.SSLSocket:
        """Encrypt from here on. Raises ssl.SSLError, or OSError for a connection that was lost."""
        self._socket.settimeout(self.patience.reply)
        encrypted = context.wrap_socket(self._socket, server_hostname=host)
        self._socket = encrypted
        self._buffer = b""
        self.transcript.append(f"   (TLS {encrypted.version()})")
        return encrypted

    def channel_binding(self) -> bytes | None:
        """What ties a login to this TLS channel; None in clear text."""
        if not isinstance(self._socket, ssl.SSLSocket):
            return None
        from spshell.mail.tls import server_end_point

        certificate = self._socket.getpeercert(binary_form=True)
        return server_end_point(certificate) if certificate else None

    def close(self, *, politely: bool = True) -> None:
        """End it, with QUIT where somebody may be listening."""
        try:
            if politely:
                self._socket.settimeout(2)
                self._socket.sendall(b"QUIT\r\n")
                self._socket.recv(512)
        except OSError:
            pass  # the end was wanted
        self._socket.close()

    def _line(self, deadline: float, limit: float) -> str:
        while b"\n" not in self._buffer:
            if len(self._buffer) > _LONGEST_LINE:
                raise Broken(f"a reply line of more than {_LONGEST_LINE} bytes", "not-smtp")
            left = deadline - time.monotonic()
            if left <= 0:
                raise Broken(f"no reply within {limit:g} seconds", "silence")
            try:
                self._socket.settimeout(left)
                data = self._socket.recv(4096)
            except OSError as error:
                raise _broken_dialogue(error, limit) from None
            if not data:
                raise Broken("the relay closed the connection", "closed")
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line.rstrip(b"\r").decode("utf-8", "replace")


def broken_connection(error: OSError, seconds: float) -> Broken:
    """Why no connection came about: refused, filtered and unreachable want different people."""
    if isinstance(error, TimeoutError):
        return Broken(f"no answer within {seconds:g} seconds: packets are dropped on the way", "filtered")
    if isinstance(error, ConnectionRefusedError):
        return Broken("refused: nothing listens on this port, or a firewall says no", "refused")
    if isinstance(error, ConnectionResetError):
        return Broken("the connection was reset while it was being made", "reset")
    return Broken(f"not reachable: {error.strerror or error}", "unreachable")


def _broken_dialogue(error: OSError, seconds: float) -> Broken:
    if isinstance(error, TimeoutError):
        return Broken(f"no reply within {seconds:g} seconds", "silence")
    if isinstance(error, ssl.SSLError):
        reason = (error.reason or "without a goodbye").replace("_", " ").lower()
        return Broken(f"the relay ended TLS: {reason}", "tls-alert")
    if isinstance(error, ConnectionResetError | BrokenPipeError):
        return Broken("the connection was reset", "reset")
    return Broken(f"the connection was lost: {error.strerror or error}", "closed")
