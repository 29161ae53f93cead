"""What to do about it: a remedy for (phase, code, enhanced code, text), or for a sign.

The rows of REPLIES are read from top to bottom; the first that fits is taken, so the special ones come
first. An empty column fits everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spshell.mail.diagnosis.signs import SIGNS
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?=\s|$|:)")
_ANY: frozenset[Phase] = frozenset()
_BEFORE_MAIL = frozenset({Phase.CONNECT, Phase.BANNER, Phase.EHLO, Phase.STARTTLS, Phase.TLS})
_AUTH = frozenset({Phase.AUTH})
_ENVELOPE = frozenset({Phase.MAIL, Phase.RCPT})
_MESSAGE = frozenset({Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.DOT})

_CONNECTOR = "Exchange: receive connectors"
_ONLINE = "Exchange Online: SMTP AUTH client submission"

REPLIES: tuple[tuple[frozenset[Phase], str, str, str, tuple[str, str, str]], ...] = (
    # (phases, code, enhanced code, text: regular expressions, (problem, remedy, source))
    (
        _ANY, "", r"5\.7\.139", "",
        ("P4", ("SMTP AUTH is disabled in the tenant or for this mailbox: Set-CASMailbox <user> "
         "-SmtpClientAuthenticationDisabled $false, and leave the security defaults; or use a relay of your own."), _ONLINE),
    ),
    (
        _ANY, "", r"5\.7\.57|5\.7\.3", "authenticated|anonymous|authentication unsuccessful",
        ("P4", ("The relay sees mail without a sign-in: give -SMTPCredentials, and check the AUTH step above; where SMTP AUTH "
         "is disabled for the mailbox, enable it."), _ONLINE),
    ),
    (
        _ANY, "", r"5\.7\.66", "",
        ("P8", "The relay refuses TLS 1.0 and 1.1: this server must negotiate TLS 1.2 or later.",
         "Exchange Online: TLS 1.0 and 1.1 for SMTP AUTH"),
    ),
    (
        _ANY, "421|550", "", r"tls ?1\.[01]|tls version",
        ("P8", "The relay refuses this TLS version: both sides must speak TLS 1.2 or later.", "RFC 8996"),
    ),
    (
        _ANY, "", r"5\.7\.64", "",
        ("P16", ("The connector does not recognise this server: its TlsSenderCertificateName or address list must match the "
         "client certificate or the address that mail leaves from."), "Relay access denied: 5.7.64 TenantAttribution"),
    ),
    (
        _MESSAGE, "", r"5\.7\.60", "",
        ("P5", ("The relay does not let this login send as somebody else. Grant Send As (or "
         "ms-Exch-SMTP-Accept-Any-Sender and ms-Exch-SMTP-Accept-Authoritative-Domain-Sender on the connector); or end "
         "impersonation: $wa.OutboundMailOverrideEnvelopeSender = $true; $wa.Update()."),
         "Plan outgoing email: impersonation"),
    ),
    (
        _MESSAGE, "", "", (
            r"not owned by|send(er)? as|not allowed to send|sender address rejected|spoof"
            r"|client does not have permission"
        ),
        ("P5", ("The relay does not let this login send as somebody else. Grant the right there, or end impersonation: "
         "$wa.OutboundMailOverrideEnvelopeSender = $true; $wa.Update()."), "Plan outgoing email: impersonation"),
    ),
    (
        _ANY, "432|4\\d\\d", r"4\.3\.2|4\.7\.0", "concurrent|connections|too many|throttl|rate|limit",
        ("P16", ("The relay limits connections or messages: fewer at once (three for Exchange Online); the outbox tries again "
         "by itself."), "Exchange Online: SMTP AUTH limits"),
    ),
    (
        _ANY, "432", "", "",
        ("P16", ("The relay is throttling, or asks for a password transition: fewer connections at once, and a look at the "
         "account."), "RFC 4954 §6; Exchange Online: SMTP AUTH limits"),
    ),
    (
        _ANY, "", "", "bare ?(lf|linefeed|newline)|smtpsend",
        ("P16", ("Something between here and the relay rewrites line endings: spshell ends every line with CR LF. Look for a "
         "filter on the way."), "Exchange: BareLinefeedsAreIllegal"),
    ),
    (
        _MESSAGE, "5\\d\\d", "", "line (is )?too long|998",
        ("P16", "The relay refuses long lines: spshell writes none over 998 octets; look for a filter on the way.",
         "RFC 5322 §2.1.1"),
    ),
    (
        _BEFORE_MAIL, "", "", "client certificate|certificate (is )?(required|not|presented)",
        SIGNS["client-certificate-wanted"],
    ),
    (
        _ANY, "530|550|451", r"5\.7\.0|5\.7\.1|", "must issue a starttls|starttls (is )?required|encryption (is )?required",
        ("P7", "The relay wants TLS: run Set-SPWebApplication without -DisableSMTPEncryption.", "RFC 3207 §4"),
    ),
    (
        _AUTH, "454", "", "",
        ("P3", "The relay cannot check passwords at the moment: look at its directory or SASL service.", "RFC 4954 §6"),
    ),
    (
        _AUTH, "534|538", "", "",
        ("P3", "The relay wants a stronger mechanism, or TLS first.", "RFC 4954 §6"),
    ),
    (
        _AUTH, "535|5\\d\\d", "", "",
        ("P3", ("The relay rejects user name or password. Store them again (-SMTPCredentials), in the form it wants "
         "(user@domain or DOMAIN\\user), and look whether the account is locked or its password has expired."), "RFC 4954 §6"),
    ),
    (
        _MESSAGE, "530", "", "",
        ("P3", "The relay wants a sign-in: give -SMTPCredentials.", "RFC 4954 §6"),
    ),
    (
        _ENVELOPE, "5\\d\\d", r"5\.7\.1|5\.7\.54|", "relay",
        ("P16", ("The relay takes no mail for this domain from this server: sign in, add the server to its list of allowed "
         "clients, or grant ms-Exch-SMTP-Accept-Any-Recipient on the connector."), _CONNECTOR),
    ),
    (
        _MESSAGE, "5\\d\\d", r"5\.7\.\d+", (
            "group|restricted|not permitted to send to|delivery (is )?not authorized|not authorized"
        ),
        ("P14", ("The recipient (often a restricted group) takes mail only from known senders: sign in with an account it "
         "knows, or allow the farm's address."), "No alert notifications: distribution groups"),
    ),
    (
        _ENVELOPE, "5\\d\\d", r"5\.1\.1|5\.1\.10", "",
        ("P13", "There is no such mailbox: correct the user's address (Set-SPUser -Email).", "RFC 3463 §3.2"),
    ),
    (
        _ENVELOPE, "5\\d\\d", r"5\.1\.[078]", "",
        ("P18", "The relay does not accept the sender's domain: use a From address of a domain that exists.", "RFC 3463 §3.2"),
    ),
    (
        _ENVELOPE, "4\\d\\d", r"4\.7\.\d+|4\.2\.\d+|", "greylist|grey-list|try again later|temporar",
        ("P16", "The relay asks to come again (greylisting): the outbox does so by itself.", "RFC 6647"),
    ),
    (
        _MESSAGE, "5\\d\\d", r"5\.7\.(1|9|26|\d+)", "spf|dkim|dmarc|policy",
        ("P18", ("A policy of the sender's domain or of the receiver refuses the mail: send From a domain whose SPF and DKIM "
         "name this relay."), "RFC 7489"),
    ),
    (
        _MESSAGE, "552|554|5\\d\\d", r"5\.3\.4|5\.2\.3", "",
        ("P16", "The message is larger than the relay takes.", "RFC 1870"),
    ),
    (
        _ENVELOPE, "5\\d\\d", r"5\.7\.1|", "denied|rejected|access|blocked",
        ("P16", "The relay's access rules refuse this server, sender or recipient: its log names the rule.", "RFC 3463 §3.8"),
    ),
    (
        _BEFORE_MAIL, "554|5\\d\\d", "", "",
        ("P16", "The relay turns this server away: put its address on the list of allowed clients.", "RFC 5321 §3.1"),
    ),
    (
        _BEFORE_MAIL, "421|4\\d\\d", "", "",
        ("P16", "The relay is busy, or limits this client: the outbox tries again by itself.", "RFC 5321 §3.8"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remedy:
    """What helps, which of the known problems it is about, and where that is written."""

    problem: str
    text: str
    source: str


def remedies(
    phase: Phase, *, signs: Iterable[str] = (), code: int | None = None, text: str = ""
) -> list[Remedy]:
    """The remedies for signs, and the first that fits a reply."""
    found = [Remedy(*SIGNS[sign]) for sign in signs if sign in SIGNS]
    if code is None:
        return found
    row = _first(phase, str(code), text)
    if row is not None and Remedy(*row) not in found:
        found.append(Remedy(*row))
    return found


def _first(phase: Phase, code: str, text: str) -> tuple[str, str, str] | None:
    enhanced = _ENHANCED.search(text)
    status = enhanced.group() if enhanced else ""
    for phases, codes, statuses, words, remedy in REPLIES:
        if (
            (not phases or phase in phases)
            and (not codes or re.fullmatch(codes, code))
            and (not statuses or re.fullmatch(statuses, status))
            and (not words or re.search(words, text, re.IGNORECASE))
        ):
            return remedy
    return None
