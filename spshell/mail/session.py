"""An SMTP session as a sequence of steps (RFC 5321, 3207, 4954), over a wire that moves bytes.

    greeting, EHLO [, STARTTLS, EHLO] [, AUTH]      opened() - raises StepFailed
    MAIL, RCPT ..., DATA, the message               transaction() - an Outcome

Each step knows its phase and the reply it wants; what any other reply means is outcome.py's business.
"""

from __future__ import annotations

import asyncio
import base64
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from spshell.mail.outcome import (
    Nature,
    Outcome,
    Phase,
    Scope,
    Verdict,
    for_all,
    judge_reply,
    misconfigured,
    temporary,
)
from spshell.mail.relay import CredentialUnavailable, TlsPolicy
from spshell.mail.sasl import SaslError, choose, mechanism

if TYPE_CHECKING:
    from spshell.mail.envelope import Envelope
    from spshell.mail.relay import Credential, Relay
    from spshell.mail.sasl import Mechanism

_LOCAL_NAME = re.compile(r"[A-Za-z0-9._:\[\]-]{1,255}")
_ROUNDS = 8  # no mechanism needs more; an endless exchange is no exchange
_REPLY_TEXT = 1000
# Controls, marks of direction, and halves of pairs (undecodable bytes).
_UNSEEMLY = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply, its lines joined by LF."""

    code: int
    text: str


class WireError(Exception):
    """The wire broke, timed out or carried nonsense: `reason`. Temporary by nature."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TlsError(Exception):
    """TLS was refused, by us or by the relay: `reason`. Waiting will not help."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Wire(Protocol):
    """What moves the bytes. Every method raises WireError."""

    async def connect(self) -> Reply:
        """Connect; the greeting."""

    async def command(self, line: str) -> Reply: ...

    async def send(self, message: bytes) -> Reply:
        """A message after 354, dots stuffed and ended."""

    def unread(self) -> int:
        """How many bytes have come in that no reply needed."""

    async def start_tls(self) -> None:
        """Encrypt from here on; raises TlsError too."""


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

    async def open(self) -> None:
        """Everything before the first message; StepFailed, WireError or TlsError."""
        greeting = await self.wire.connect()
        self.phase = Phase.BANNER
        self._want(greeting, 220)
        await self._hello()
        if self.relay.tls is TlsPolicy.REQUIRED:
            await self._start_tls()
            await self._hello()
        if self.relay.credentials is not None:
            await self._authenticate()

    async def reset(self) -> None:
        """Make the session ready for another message; StepFailed or WireError."""
        self.phase = Phase.RSET
        self._want(await self.wire.command("RSET"), 250)

    async def transaction(self, message: bytes, envelope: Envelope) -> Outcome:
        """Hand over one message; raises WireError only while the outcome is open for everybody."""
        self.phase = Phase.MAIL
        limit = self._size_limit()
        if limit and len(message) > limit:
            text = f"the message has {len(message)} octets, the relay takes {limit}"
            return for_all(envelope.recipients, Verdict(Nature.PERMANENT, Scope.MESSAGE, Phase.MAIL, text))
        size = f" SIZE={len(message)}" if "SIZE" in self.extensions else ""
        reply = await self.wire.command(f"MAIL FROM:<{envelope.mail_from}>{size}")
        if reply.code != 250:
            return for_all(envelope.recipients, self._judged(reply))
        verdicts = await self._recipients(envelope)
        taken = [address for address in envelope.recipients if address not in verdicts]
        if not taken:
            return Outcome(verdicts)
        final = await self._message(message)
        return Outcome({**dict.fromkeys(taken, final), **verdicts})

    async def _recipients(self, envelope: Envelope) -> dict[str, Verdict]:
        """The verdicts of those that were refused."""
        self.phase = Phase.RCPT
        verdicts: dict[str, Verdict] = {}
        for address in envelope.recipients:
            reply = await self.wire.command(f"RCPT TO:<{address}>")
            if reply.code in (250, 251):
                continue
            verdict = self._judged(reply)
            if verdict.scope is not Scope.RECIPIENT:
                return dict.fromkeys(envelope.recipients, verdict)
            verdicts[address] = verdict
        return verdicts

    async def _message(self, message: bytes) -> Verdict:
        self.phase = Phase.DATA
        reply = await self.wire.command("DATA")
        if reply.code != 354:
            return self._judged(reply)
        self.phase = Phase.DOT
        reply = await self.wire.send(message)
        if reply.code != 250:
            return self._judged(reply)
        return Verdict(Nature.ACCEPTED, Scope.MESSAGE, Phase.DOT, _shown(reply.text), reply.code)

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
            raise StepFailed(
                misconfigured(self.phase, "TLS is required and the relay does not offer STARTTLS")
            )
        self._want(await self.wire.command("STARTTLS"), 220)
        if unread := self.wire.unread():
            # RFC 3207 §4.2; somebody in the middle put words into the relay's mouth.
            reason = f"{unread} bytes came behind the reply to STARTTLS, unencrypted (response injection)"
            raise StepFailed(misconfigured(self.phase, reason))
        self.phase = Phase.TLS
        await self.wire.start_tls()
        self.encrypted = True

    async def _authenticate(self) -> None:
        self.phase = Phase.AUTH
        relay = self.relay
        assert relay.credentials is not None
        try:
            name = choose(self.extensions.get("AUTH", []), relay, encrypted=self.encrypted)
            credential = relay.credentials()
            reply = await self._exchange(mechanism(name, credential, relay))
        except CredentialUnavailable as error:
            raise StepFailed(misconfigured(self.phase, error.reason)) from None
        except SaslError as error:
            judge = temporary if error.passes else misconfigured
            raise StepFailed(judge(self.phase, error.reason)) from None
        if reply.code != 235:
            raise StepFailed(judge_reply(self.phase, reply.code, _redacted(_shown(reply.text), credential)))

    async def _exchange(self, machine: Mechanism) -> Reply:
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

    def _size_limit(self) -> int:
        digits = "".join(self.extensions.get("SIZE", [])[:1])
        return int(digits) if digits.isdecimal() and len(digits) < 16 else 0

    def _want(self, reply: Reply, code: int) -> None:
        if reply.code != code:
            raise StepFailed(self._judged(reply))

    def _judged(self, reply: Reply) -> Verdict:
        if not 200 <= reply.code <= 599:
            return temporary(self.phase, f"not a reply: {reply.code} {_shown(reply.text)}")
        return judge_reply(self.phase, reply.code, _shown(reply.text))


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


def _shown(text: str) -> str:
    """A reply's text as it may stand in logs and on terminals."""
    return " ".join(_UNSEEMLY.sub(" ", text).split())[:_REPLY_TEXT]


def _redacted(text: str, credential: Credential) -> str:
    """The text without the password, which a careless relay might repeat."""
    for secret in (credential.password, _b64(credential.password.encode())):
        if secret:
            text = text.replace(secret, "***")
    return text
