"""An SMTP session as a sequence of steps (RFC 5321, 3207, 4954), over a wire that moves bytes.

    greeting, EHLO [, STARTTLS, EHLO] [, AUTH]      open() - raises StepFailed, WireError or TlsError
    MAIL, RCPT ..., DATA, the message               transaction.py - an Outcome

Each step knows its phase and the reply it wants; what any other reply means is outcome.py's business.
"""

from __future__ import annotations

import asyncio
import base64
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from spshell.mail.outcome import Phase, Verdict, judge_reply, misconfigured, temporary
from spshell.mail.relay import CredentialUnavailable, TlsPolicy
from spshell.mail.replies import Reply, shown
from spshell.mail.sasl import Login, SaslError, mechanism, usable
from spshell.mail.transaction import hand_over
from spshell.mail.wire import speaks_tls_first

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spshell.mail.envelope import Envelope
    from spshell.mail.outcome import Outcome
    from spshell.mail.relay import Credential, Relay
    from spshell.mail.sasl import Mechanism
    from spshell.mail.tls import TlsFacts

__all__ = ["Reply", "Session", "StepFailed", "Wire"]

_LOCAL_NAME = re.compile(r"[A-Za-z0-9._:\[\]-]{1,255}")
_ROUNDS = 8  # no mechanism needs more; an endless exchange is no exchange
_SILENT = 5.0
"""So long a relay may wait with its greeting before we look whether it wants TLS first."""


class Wire(Protocol):
    """What moves the bytes (wire.py). Every method raises WireError, and TlsError once TLS has begun."""

    tls: TlsFacts | None

    async def connect(self) -> None: ...

    async def reply(self) -> Reply:
        """The next reply: to what was pushed, or the greeting."""

    async def command(self, line: str) -> Reply: ...

    async def converse(
        self, lines: Sequence[str], chunk: bytes, proceed: Callable[[Sequence[Reply]], bytes | None] | None
    ) -> list[Reply]:
        """Commands sent together, with a chunk behind the last; a reply to each, fewer when the connection ends.

        When all are in, `proceed` says what to send then, which has a reply too.
        """

    @property
    def answered(self) -> int:
        """How many replies of a conversation are in; for who is interrupted in one."""

    @property
    def end(self) -> Exception:
        """Why a conversation has fewer replies than it should."""

    def unread(self) -> int:
        """How many bytes have come in that no reply needed."""

    async def start_tls(self) -> None:
        """Encrypt from here on."""


class StepFailed(Exception):
    """A step that concerns the whole relay failed; `verdict` says how."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(str(verdict))
        self.verdict = verdict


@dataclass(slots=True)
class Session:
    """One connection to one relay; `phase` is where it stands, also after an exception."""

    wire: Wire
    relay: Relay
    phase: Phase = Phase.CONNECT
    encrypted: bool = False
    extensions: dict[str, list[str]] = field(default_factory=dict)
    mechanism: str | None = None
    """Which SASL mechanism the login used."""
    clean: bool = True
    """No transaction is half open; otherwise RSET goes before the next."""
    delivered: int = 0
    """How many messages the relay has taken in this session."""

    async def open(self) -> None:
        """Everything before the first message; StepFailed, WireError or TlsError."""
        await self.wire.connect()
        self.phase = Phase.BANNER
        self._want(await self._greeting(), 220)
        await self._hello()
        if self.relay.tls is TlsPolicy.REQUIRED:
            await self._start_tls()
            await self._hello()
        if self.relay.credentials is not None:
            await self._authenticate()

    async def transaction(self, message: bytes, envelope: Envelope) -> Outcome:
        """Hand over one message; WireError or TlsError only while the outcome is open for everybody."""
        return await hand_over(self, message, envelope)

    async def reset(self) -> None:
        """Forget a transaction that was begun; StepFailed or WireError."""
        self.phase = Phase.RSET
        self._want(await self.wire.command("RSET"), 250)
        self.clean = True

    async def _greeting(self) -> Reply:
        waiting = asyncio.ensure_future(self.wire.reply())
        try:
            done, _ = await asyncio.wait({waiting}, timeout=_SILENT)
            if not done and await self._speaks_tls_first():
                reason = (
                    "the port expects TLS from the first byte (implicit TLS, as on 465), and STARTTLS is what is"
                    " used here: set the port that offers STARTTLS, 587 or 25 as a rule"
                )
                raise StepFailed(misconfigured(self.phase, reason, "implicit-tls"))
            return await waiting
        finally:
            waiting.cancel()

    async def _speaks_tls_first(self) -> bool:
        return await speaks_tls_first(self.relay, _SILENT)

    async def _hello(self) -> None:
        self.phase = Phase.EHLO
        name = self.relay.local_name if _LOCAL_NAME.fullmatch(self.relay.local_name) else "localhost"
        reply = await self.wire.command(f"EHLO {name}")
        self._want(reply, 250)
        self.extensions = {}
        for line in reply.text.split("\n")[1:]:
            # "AUTH=LOGIN" is the form of servers older than the standard.
            keyword, *parameters = line.replace("AUTH=", "AUTH ", 1).upper().split()[:50] or [""]
            self.extensions.setdefault(keyword, []).extend(parameters)

    async def _start_tls(self) -> None:
        self.phase = Phase.STARTTLS
        if "STARTTLS" not in self.extensions:
            reason = "TLS is required and the relay does not offer STARTTLS (or somebody in between has removed it)"
            raise StepFailed(misconfigured(self.phase, reason, "starttls-not-offered"))
        reply = await self.wire.command("STARTTLS")
        if unread := self.wire.unread():
            # RFC 3207 §4.2; somebody in the middle put words into the relay's mouth.
            reason = f"{unread} bytes came behind the reply to STARTTLS, unencrypted (response injection)"
            raise StepFailed(misconfigured(self.phase, reason, "starttls-injection"))
        self._want(reply, 220)
        self.phase = Phase.TLS
        await self.wire.start_tls()
        self.encrypted = True

    async def _authenticate(self) -> None:
        self.phase = Phase.AUTH
        assert self.relay.credentials is not None
        try:
            names = usable(self.extensions.get("AUTH", []), self.relay, encrypted=self.encrypted)
            credential = self.relay.credentials()
            login = Login(credential, self.relay.host.strip("[]"), self._channel_binding())
            reply = await self._exchange(names, login)
        except CredentialUnavailable as error:
            raise StepFailed(misconfigured(self.phase, error.reason, "credential-unavailable")) from None
        except SaslError as error:
            judge = temporary if error.passes else misconfigured
            raise StepFailed(judge(self.phase, error.reason, error.cause)) from None
        if reply.code != 235:
            text = _redacted(shown(reply.text), credential)
            if self.mechanism == "GSSAPI":
                from spshell.mail.sasl import kerberos_hint

                text += kerberos_hint()
            raise StepFailed(judge_reply(self.phase, reply.code, text))

    async def _exchange(self, names: list[str], login: Login) -> Reply:
        for name in names:
            self.mechanism = name
            machine = mechanism(name, login)
            reply = await self._dialogue(machine)
            if reply.code < 500 or machine.has_shown:
                break
        return reply

    async def _dialogue(self, machine: Mechanism) -> Reply:
        first = machine.initial()
        # RFC 4954 §4: an initial response of no bytes is "="
        suffix = "" if first is None else f" {_b64(first) or '='}"
        reply = await self.wire.command(f"AUTH {machine.name}{suffix}")
        prose = machine.prose if first is None else 0
        for number in range(_ROUNDS):
            if reply.code != 334:
                return reply
            try:
                challenge = b"" if number < prose else _unb64(reply.text)
                answer = await _stepped(machine, challenge)
            except SaslError:
                await self.wire.command("*")  # RFC 4954 §4: cancels the exchange
                raise
            reply = await self.wire.command(_b64(answer))
        raise SaslError(f"{machine.name}: the relay goes on asking")

    def _channel_binding(self) -> bytes | None:
        facts = self.wire.tls
        if facts is None or facts.certificate is None:
            return None
        from spshell.mail.tls import server_end_point

        return server_end_point(facts.certificate)

    def _want(self, reply: Reply, code: int) -> None:
        if reply.code != code:
            raise StepFailed(self.judged(reply))

    def judged(self, reply: Reply) -> Verdict:
        """What a reply other than the wanted one means, at this point of this session."""
        facts = self.wire.tls
        if facts is not None and facts.refuses_us and "certificate" in reply.text.lower():
            # Postfix completes the handshake and says 421 to the first command.
            cause = (
                "client-certificate-refused"
                if self.relay.client_certificate
                else "client-certificate-required"
            )
            refused = misconfigured(self.phase, shown(reply.text), cause)
            return Verdict(refused.nature, refused.scope, self.phase, refused.text, reply.code, cause)
        return judge_reply(self.phase, reply.code, shown(reply.text))


async def _stepped(machine: Mechanism, challenge: bytes) -> bytes:
    # In a thread, where a domain controller that does not answer cannot stop the deadline.
    return await asyncio.to_thread(machine.step, challenge) if machine.blocks else machine.step(challenge)


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _unb64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise SaslError("the relay's challenge is not base64") from None


def _redacted(text: str, credential: Credential) -> str:
    """The text without the password, which a careless relay might repeat."""
    for secret in (credential.password, _b64(credential.password.encode())):
        if secret:
            text = text.replace(secret, "***")
    return text
