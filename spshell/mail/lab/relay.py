"""The lab relay: aiosmtpd in a thread, strict, and with a memory."""

from __future__ import annotations

import asyncio
import hmac
import logging
import socket
import ssl
import threading
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from spshell.mail.charset import decoded
from spshell.mail.lab.authority import Authority, Issued
from spshell.mail.tls import secret_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from spshell.mail.lab.connector import Connector

_ADDRESS = "127.0.0.1"
_NAMES = ("localhost", "127.0.0.1")
_START = 10.0


@dataclass(frozen=True, slots=True)
class LabMessage:
    """A message as it came in: envelope, bytes, and how the client proved itself."""

    mail_from: str
    recipients: tuple[str, ...]
    content: bytes
    user: str | None
    """Who authenticated, or None for anonymous mail."""
    tls: str | None
    """Protocol version and cipher, or None for clear text."""

    def field(self, name: str) -> str | None:
        """A header field as a mail reader shows it: unfolded, encoded words decoded."""
        found: str | None = self._read()[name]
        return None if found is None else str(found)

    @property
    def charset(self) -> str:
        """The charset that the text is labelled with."""
        return str(self._text().get_content_charset("us-ascii"))

    @property
    def text(self) -> str:
        """The plain text."""
        part = self._text()
        return decoded(part.get_payload(decode=True), self.charset).replace("\r\n", "\n")

    def _text(self) -> Any:
        return self._read().get_body(("plain",))

    def _read(self) -> Any:
        # Another reader than the one that checks messages before they leave.
        from email import message_from_bytes, policy

        return message_from_bytes(self.content, policy=policy.default)


@dataclass(frozen=True, slots=True)
class Login:
    """One attempt to authenticate; the password is not kept."""

    mechanism: str
    user: str
    accepted: bool


class LabSmtp(SMTP):
    """One connection. Kerberos tokens are longer than aiosmtpd's limits (RFC 4954 §4: 12288)."""

    line_length_limit = 16384


class LabRelay:
    """Start it, send to it, look at `messages` and `logins`; a context manager.

    `accounts` maps user names to passwords; without any, mail is taken anonymously. `refusals` maps
    addresses, in MAIL or RCPT, to the reply that they get instead of 250. `certificate` (of `authority`)
    replaces the good one; `client_certificates` asks clients for one of the authority's. `connector` gives
    the rules of an Exchange receive connector, asked for at every decision.
    """

    host = "localhost"
    smtp: type[LabSmtp] = LabSmtp
    """What a connection speaks; a subclass may know more mechanisms."""

    def __init__(
        self,
        accounts: Mapping[str, str] | None = None,
        *,
        starttls: bool = True,
        authority: Authority | None = None,
        certificate: Issued | None = None,
        client_certificates: bool = False,
        refusals: Mapping[str, str] | None = None,
        connector: Callable[[], Connector] | None = None,
    ) -> None:
        self.authority = authority or Authority()
        self.messages: list[LabMessage] = []
        self.logins: list[Login] = []
        self.port = 0
        """Where it listens, on loopback only; known once it is started."""
        self._connector = connector
        self._accounts = dict(accounts or {})
        self._refusals = {address.lower(): reply for address, reply in (refusals or {}).items()}
        self._context = (
            _server_context(self.authority, certificate, client_certificates) if starttls else None
        )
        self._protocols: WeakSet[SMTP] = WeakSet()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def __repr__(self) -> str:
        return f"<LabRelay {self.host}:{self.port}, {len(self.messages)} messages>"

    def __enter__(self) -> LabRelay:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self, port: int = 0) -> None:
        """Listen on a free port of loopback, or on this one."""
        # What a client does wrong is seen in the client's outcome, not on the terminal.
        logging.getLogger("mail.log").addHandler(logging.NullHandler())
        listener = socket.create_server((_ADDRESS, port))
        self.port = listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        self._thread = threading.Thread(
            target=self._serve, args=(self._loop, listener, ready), name="lab relay", daemon=True
        )
        self._thread.start()
        if not ready.wait(_START):
            raise TimeoutError("the lab relay did not start")

    def disconnect(self) -> None:
        """Close every connection, as a relay does that is tired of waiting; listen on."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._disconnect)

    def stop(self) -> None:
        """Close the listener and every connection; `messages` stay."""
        if self._loop is None or self._thread is None:
            return
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop = self._thread = None

    def _serve(
        self, loop: asyncio.AbstractEventLoop, listener: socket.socket, ready: threading.Event
    ) -> None:
        asyncio.set_event_loop(loop)
        server = loop.run_until_complete(loop.create_server(self._protocol, sock=listener))
        loop.call_soon(ready.set)
        loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()

    def _disconnect(self) -> None:
        for protocol in self._protocols:
            if protocol.transport is not None:
                protocol.transport.close()

    def _protocol(self) -> SMTP:
        needs_login = bool(self._accounts)
        protocol = self.smtp(
            _Handler(self),
            hostname=self.host,
            ident="spshell lab relay",
            tls_context=self._context,
            require_starttls=self._context is not None,
            auth_required=needs_login,
            auth_require_tls=self._context is not None,
            authenticator=self._authenticate,
            auth_exclude_mechanism=() if needs_login else ("LOGIN", "PLAIN"),
            loop=self._loop,
        )
        protocol.command_size_limits = defaultdict(lambda: 16384)
        self._protocols.add(protocol)
        return protocol

    def _authenticate(
        self, _server: Any, _session: Any, _envelope: Any, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        user = data.login.decode("utf-8", "replace")
        expected = self._accounts.get(user)
        accepted = expected is not None and hmac.compare_digest(data.password, expected.encode())
        self.logins.append(Login(mechanism, user, accepted))
        # Without handled=False a refused client would wait for a reply for ever.
        return AuthResult(success=accepted, handled=False, auth_data=LoginPassword(data.login, b""))


def _server_context(authority: Authority, certificate: Issued | None, asks_clients: bool) -> ssl.SSLContext:
    issued = certificate or authority.issue(*_NAMES)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    with secret_path(issued.certificate + issued.key) as path:
        context.load_cert_chain(path)
    if asks_clients:
        context.load_verify_locations(cadata=authority.certificate)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


class _Handler:
    """What the relay says to MAIL, RCPT and DATA (aiosmtpd's names)."""

    def __init__(self, relay: LabRelay) -> None:
        self._relay = relay

    async def handle_MAIL(  # noqa: N802
        self, _server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        refusal = self._relay._refusals.get(address.lower())
        if refusal is None and self._relay._connector is not None:
            connector = self._relay._connector()
            refusal = connector.admits(str(session.peer[0])) or connector.refuses_sender(
                _user_of(session), address
            )
        if refusal is None:
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return refusal or "250 2.1.0 sender ok"

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        refusal = self._relay._refusals.get(address.lower())
        if refusal is None and self._relay._connector is not None:
            refusal = self._relay._connector().refuses_recipient(_user_of(session), address)
        if refusal is None:
            envelope.rcpt_tos.append(address)
            envelope.rcpt_options.extend(options)
        return refusal or "250 2.1.5 recipient ok"

    async def handle_DATA(self, _server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        user = _user_of(session)
        message = LabMessage(
            mail_from=envelope.mail_from or "",
            recipients=tuple(envelope.rcpt_tos),
            content=envelope.original_content or b"",
            user=user,
            tls=_tls_of(session),
        )
        if self._relay._connector is not None:
            connector = self._relay._connector()
            refusal = connector.refuses_author(user, message.field("From") or "")
            if refusal is not None:
                return refusal
            message = replace(message, content=connector.kept(user, message.content))
        self._relay.messages.append(message)
        return f"250 2.0.0 kept as message {len(self._relay.messages)}"


def _user_of(session: Any) -> str | None:
    login = session.login_data
    return None if login is None else str(login.decode("utf-8", "replace"))


def _tls_of(session: Any) -> str | None:
    if not session.ssl:
        return None
    cipher, version, _ = session.ssl["cipher"]
    return f"{version} {cipher}"
