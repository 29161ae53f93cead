"""A relay that misbehaves as the test says: every reply can be scripted, and every byte that came in is kept."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
import warnings
from typing import TYPE_CHECKING

from spshell.mail.tls import secret_path

if TYPE_CHECKING:
    from spshell.mail.lab import Authority, Issued


class ScriptedRelay:
    """Replies by the first word of a command, `greeting` first.

    A reply is a text; a list of texts is used up one a time; "close", "reset" and "stall" do as they say.
    `implicit_tls` begins with a handshake; `context` is the server's side of TLS.
    """

    host = "localhost"

    def __init__(
        self,
        replies: dict[str, str | list[str]] | None = None,
        *,
        context: ssl.SSLContext | None = None,
        implicit_tls: bool = False,
        address: str = "127.0.0.1",
    ) -> None:
        self.replies: dict[str, str | list[str]] = {
            "greeting": "220 relay ready",
            "EHLO": "250-relay\r\n250-PIPELINING\r\n"
            + ("250-STARTTLS\r\n" if context else "")
            + "250 AUTH LOGIN",
            "STARTTLS": "220 go",
            "AUTH": "334 VXNlcm5hbWU6",
            "password": "235 2.7.0 welcome",
            "DATA": "354 go on",
            "QUIT": "221 bye",
        } | (replies or {})
        self.received: list[str] = []
        self.sessions = 0
        self._context = context
        self._implicit = implicit_tls
        self._listener = socket.create_server((address, 0))
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> ScriptedRelay:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._listener.close()

    def sent(self, word: str) -> int:
        """How often a command came in."""
        return sum(line.upper().startswith(word.upper()) for line in self.received)

    def _serve(self) -> None:
        while True:
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            self.sessions += 1
            threading.Thread(target=self._session, args=(connection,), daemon=True).start()

    def _session(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            if self._implicit:
                assert self._context is not None
                connection = self._context.wrap_socket(connection, server_side=True)
            if not self._say(connection, "greeting"):
                return
            self._dialogue(connection)
        with contextlib.suppress(OSError):
            connection.close()

    def _dialogue(self, connection: socket.socket) -> None:
        login = 0
        buffer = b""
        while True:
            while b"\r\n" not in buffer:
                data = connection.recv(4096)
                if not data:
                    return
                buffer += data
            raw, _, buffer = buffer.partition(b"\r\n")
            line = raw.decode()
            self.received.append(line)
            word = line.split(" ")[0].upper()
            if login:
                login -= 1
                word = "password" if not login else "user"
                if word == "user":
                    connection.sendall(b"334 UGFzc3dvcmQ6\r\n")
                    continue
            elif word == "AUTH":
                login = 2 if str(self.replies["AUTH"]).startswith("334") else 0
            if not self._say(connection, word):
                return
            if word == "STARTTLS" and str(self.replies["STARTTLS"]).startswith("220") and self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
                buffer = b""

    def _say(self, connection: socket.socket, word: str) -> bool:
        reply = self.replies.get(word, "250 2.0.0 ok")
        if isinstance(reply, list):
            reply = reply.pop(0) if len(reply) > 1 else reply[0]
        if reply == "stall":
            time.sleep(5)
            return False
        if reply == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        if reply in ("close", "reset"):
            connection.close()
            return False
        connection.sendall(reply.encode() + b"\r\n")
        return True


def server_context(
    authority: Authority,
    issued: Issued | None = None,
    *,
    versions: tuple[ssl.TLSVersion, ssl.TLSVersion] | None = None,
    client_certificates: bool = False,
) -> ssl.SSLContext:
    """The server's side of TLS with a certificate of the authority, by default a good one for localhost."""
    issued = issued or authority.issue("localhost", "127.0.0.1")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if versions:
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version, context.maximum_version = versions
    with secret_path(issued.certificate + issued.key) as path:
        context.load_cert_chain(path)
    if client_certificates:
        with secret_path(
            authority.certificate
        ) as path:  # from a file, OpenSSL also names the authority to clients
            context.load_verify_locations(path)
        context.verify_mode = ssl.CERT_REQUIRED
    return context
