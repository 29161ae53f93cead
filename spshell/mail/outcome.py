"""What a failure means: how far it reaches, and whether it passes. Nothing else decides that.

A transport reports where it happened (the phase) and what was said (the reply) or seen (the failure);
the verdict follows from the table below. RFC 5321 §4.2.1 gives the first digit its meaning; where it
happened says whom it concerns:

    connect, banner, EHLO, STARTTLS, TLS, AUTH   5xx is a fault of the settings: the relay is held and
                                                 nobody bounces
    MAIL                                         5xx concerns this message (its sender was refused)
    RCPT                                         5xx concerns this recipient, the others go on
    DATA and the final dot                       5xx concerns this message
    these four, with 5.7.x                       a right is missing (relaying, impersonation): held
    RSET, QUIT                                   nothing: the session is replaced
    anywhere                                     4xx, a lost connection, garbage: temporary

    sent       the relay took responsibility (250 after the final dot)
    deferred   temporary: tried again later
    held       configuration: waits until an administrator has put it right
    bounced    permanent: this recipient, or this message, will never be taken
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Phase(enum.Enum):
    """The steps of a session, in their order."""

    SETTINGS = "settings"
    CONNECT = "connect"
    BANNER = "banner"
    EHLO = "EHLO"
    STARTTLS = "STARTTLS"
    TLS = "TLS"
    AUTH = "AUTH"
    MAIL = "MAIL"
    RCPT = "RCPT"
    DATA = "DATA"
    DOT = "end of data"
    RSET = "RSET"
    QUIT = "QUIT"


class Scope(enum.Enum):
    """How far a verdict reaches."""

    SESSION = "session"
    RELAY = "relay"
    MESSAGE = "message"
    RECIPIENT = "recipient"


class Nature(enum.Enum):
    """Whether waiting, changing a setting, or nothing will help."""

    ACCEPTED = "accepted"
    TEMPORARY = "temporary"
    PERMANENT = "permanent"
    CONFIGURATION = "configuration"


class Status(enum.Enum):
    """What becomes of one recipient."""

    SENT = "sent"
    DEFERRED = "deferred"
    HELD = "held"
    BOUNCED = "bounced"


_STATUS = {
    Nature.ACCEPTED: Status.SENT,
    Nature.TEMPORARY: Status.DEFERRED,
    Nature.CONFIGURATION: Status.HELD,
    Nature.PERMANENT: Status.BOUNCED,
}

SETTING_PHASES = frozenset(
    {Phase.SETTINGS, Phase.CONNECT, Phase.BANNER, Phase.EHLO, Phase.STARTTLS, Phase.TLS, Phase.AUTH}
)
_ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What happened to one recipient, and why: `text` is the relay's own, or ours for a failure."""

    nature: Nature
    scope: Scope
    phase: Phase
    text: str
    code: int | None = None
    cause: str = ""
    """A word that does not change, where a sentence of ours would not be enough to look up the remedy."""

    @property
    def status(self) -> Status:
        return _STATUS[self.nature]

    @property
    def enhanced(self) -> str | None:
        """RFC 3463 status code, when the reply has one."""
        found = _ENHANCED.match(self.text)
        return found.group() if found else None

    def __str__(self) -> str:
        reply = f"{self.code} {self.text}" if self.code else self.text
        return f"{self.phase.value}: {reply}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict for every recipient of one delivery; `outcome["ann@contoso.com"]` is a Status."""

    verdicts: Mapping[str, Verdict]

    def __getitem__(self, recipient: str) -> Status:
        return self.verdicts[recipient].status

    @property
    def relay_verdict(self) -> Verdict | None:
        """The verdict that reaches beyond this message, when there is one."""
        for verdict in self.verdicts.values():
            if verdict.scope in (Scope.SESSION, Scope.RELAY):
                return verdict
        return None


def judge_reply(phase: Phase, code: int, text: str) -> Verdict:
    """What a reply other than the wanted one means."""
    if phase in SETTING_PHASES:
        # 454 and 4xx at AUTH are the relay's own troubles; 432 asks for a change by the user (RFC 4954 §6).
        configuration = 500 <= code <= 599 or (phase is Phase.AUTH and code == 432)
        nature = Nature.CONFIGURATION if configuration else Nature.TEMPORARY
        return Verdict(nature, Scope.RELAY, phase, text, code)
    if phase in (Phase.RSET, Phase.QUIT):  # they concern no message
        return Verdict(Nature.TEMPORARY, Scope.SESSION, phase, text, code)
    scope = Scope.RECIPIENT if phase is Phase.RCPT else Scope.MESSAGE
    if code == 421:  # RFC 5321 §3.8: the service is closing; it says nothing about the message
        return Verdict(Nature.TEMPORARY, Scope.SESSION, phase, text, code)
    if code == 530:  # RFC 4954 §6: authentication required, at whatever command it comes
        return Verdict(Nature.CONFIGURATION, Scope.RELAY, phase, text, code)
    if code == 552 and phase is Phase.RCPT:  # RFC 5321 §4.5.3.1.10: an old 552 here means 452
        return Verdict(Nature.TEMPORARY, scope, phase, text, code)
    nature = Nature.PERMANENT if 500 <= code <= 599 else Nature.TEMPORARY
    if nature is Nature.PERMANENT and text.startswith("5.7."):
        # RFC 3463 §3.8: not authorized (to relay, to send as this sender, to write to this group). The
        # address is good and the message too; somebody has to give a right, or a setting has to change.
        nature = Nature.CONFIGURATION
    return Verdict(nature, scope, phase, text, code)


def temporary(phase: Phase, text: str, cause: str = "") -> Verdict:
    """A failure without a reply that passes by itself: no answer, a lost connection, garbage."""
    return Verdict(Nature.TEMPORARY, Scope.SESSION, phase, text, cause=cause)


def misconfigured(phase: Phase, text: str, cause: str = "") -> Verdict:
    """A failure without a reply that an administrator has to mend: certificate, credential, STARTTLS."""
    return Verdict(Nature.CONFIGURATION, Scope.RELAY, phase, text, cause=cause)


def impossible(phase: Phase, text: str, cause: str) -> Verdict:
    """A message that cannot go to this relay, ever: known before anything is said."""
    return Verdict(Nature.PERMANENT, Scope.MESSAGE, phase, text, cause=cause)


def accepted(recipients: Iterable[str], reply: str) -> Outcome:
    code, _, text = reply.partition(" ")
    verdict = Verdict(Nature.ACCEPTED, Scope.MESSAGE, Phase.DOT, text, int(code))
    return Outcome(dict.fromkeys(recipients, verdict))


def for_all(recipients: Iterable[str], verdict: Verdict) -> Outcome:
    return Outcome(dict.fromkeys(recipients, verdict))
