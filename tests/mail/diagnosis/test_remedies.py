"""The table of remedies: the special rows come before the general ones, and every row can be reached."""

from __future__ import annotations

import pytest

from spshell.mail.diagnosis import remedies
from spshell.mail.diagnosis.remedies import REPLIES
from spshell.mail.diagnosis.signs import SIGNS
from spshell.mail.outcome import Phase

REPLIES_SEEN = [
    (Phase.AUTH, 535, "5.7.3 Authentication unsuccessful", "P4"),
    (Phase.AUTH, 535, "5.7.8 Error: authentication failed", "P3"),
    (Phase.AUTH, 535, "5.7.139 Authentication unsuccessful, basic authentication is disabled.", "P4"),
    (Phase.AUTH, 454, "4.7.0 Temporary authentication failure", "P3"),
    (Phase.AUTH, 534, "5.7.9 mechanism too weak", "P3"),
    (Phase.AUTH, 432, "4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded", "P16"),
    (
        Phase.MAIL,
        530,
        "5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM",
        "P4",
    ),
    (Phase.MAIL, 530, "5.5.1 Authentication Required", "P3"),
    (Phase.DOT, 550, "5.7.60 SMTP; Client does not have permissions to send as this sender", "P5"),
    (
        Phase.RCPT,
        553,
        "5.7.1 <ceo@corp.test>: Sender address rejected: not owned by user alice@corp.test",
        "P5",
    ),
    (Phase.DOT, 554, "5.2.252 SendAsDenied; user not allowed to send as ceo", "P5"),
    (Phase.RCPT, 554, "5.7.1 <x@example.com>: Relay access denied", "P16"),
    (Phase.RCPT, 550, "5.7.54 SMTP; Unable to relay recipient in non-accepted domain", "P16"),
    (Phase.RCPT, 550, "5.7.64 TenantAttribution; Relay Access Denied", "P16"),
    (Phase.DOT, 550, "5.6.11 SMTPSEND.BareLinefeedsAreIllegal", "P16"),
    (Phase.DOT, 550, "5.7.26 This mail has been blocked because DMARC policy", "P18"),
    (Phase.RCPT, 450, "4.2.0 Greylisted, try again later", "P16"),
    (Phase.RCPT, 550, "5.1.10 RESOLVER.ADR.RecipientNotFound; not found", "P13"),
    (
        Phase.RCPT,
        550,
        "5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized to send to the group",
        "P14",
    ),
    (Phase.EHLO, 421, "4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade to TLS 1.2.", "P8"),
    (Phase.EHLO, 421, "4.7.1 relay Error: No client certificate presented", "P6"),
    (Phase.BANNER, 554, "no SMTP service here", "P16"),
    (Phase.BANNER, 421, "too many concurrent connections", "P16"),
    (Phase.MAIL, 530, "5.7.0 Must issue a STARTTLS command first", "P7"),
    (Phase.DOT, 552, "5.3.4 message size exceeds limit", "P16"),
]


@pytest.mark.parametrize(("phase", "code", "text", "problem"), REPLIES_SEEN)
def test_a_reply_that_servers_give_has_its_remedy(phase: Phase, code: int, text: str, problem: str) -> None:
    found = remedies(phase, code=code, text=text)
    assert [remedy.problem for remedy in found] == [problem]
    assert found[0].source


def test_a_reply_that_nobody_knows_gets_no_advice() -> None:
    assert remedies(Phase.DOT, code=571, text="because") == []


def test_every_known_problem_is_in_a_table() -> None:
    named = {remedy[0] for *_row, remedy in REPLIES} | {problem for problem, _text, _source in SIGNS.values()}
    assert {f"P{number}" for number in range(1, 19)} <= named
