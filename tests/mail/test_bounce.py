"""Bounces: whose they are, and what they say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from spshell.mail import Envelope, Mailbox, MailState, Outbox
from spshell.mail.bounce import Bounce, BounceAddress, read_report, take_report
from spshell.mail.outcome import accepted
from spshell.timer import ManualClock
from tests.mail.messages import message

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = BounceAddress(Mailbox("bounces@contoso.test"), b"k" * 32)

REPORT = """\
From: MAILER-DAEMON@relay.test
Return-Path: <>
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

It did not work out.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.test
Original-Envelope-Id: 7b0c

Final-Recipient: rfc822; gone@b.test
Original-Recipient: rfc822;Gone+2Bx@b.test
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} no
 such user

Final-Recipient: rfc822; late@b.test
Action: delayed
Status: 4.4.1

--b--
"""


def report(action: str = "failed", status: str = "5.1.1") -> bytes:
    return REPORT.format(action=action, status=status).encode()


def test_a_report_is_read_recipient_by_recipient() -> None:
    gone, late = read_report(report())
    assert gone == Bounce("Gone+x@b.test", "failed", "5.1.1", "550 5.1.1 no such user", "7b0c")
    assert gone.is_hard
    assert (late.recipient, late.action, late.is_hard) == ("late@b.test", "delayed", False)


@pytest.mark.parametrize("status", ["5.2.2", "5.7.1", "5.0.0"])
def test_a_full_mailbox_or_a_missing_right_is_no_missing_mailbox(status: str) -> None:
    assert not read_report(report(status=status))[0].is_hard


@pytest.mark.parametrize(
    ("head", "body", "recipient", "hard"),
    [
        ("X-Failed-Recipients: gone@b.test\nFrom: x@y.test", "  550 5.1.1 unknown user\n", "gone@b.test", True),
        ("From: MAILER-DAEMON@b.test", "<gone@b.test>:\nRemote host said: 550 no such user here\n", "gone@b.test", True),
        ("Return-Path: <>\nFrom: x@y.test", "<full@b.test>: host said: 552 5.2.2 over quota\n", "full@b.test", False),
    ],
)
def test_older_reports_are_read_too(head: str, body: str, recipient: str, hard: bool) -> None:
    (bounce,) = read_report(f"{head}\nSubject: failure\n\n{body}".encode())
    assert (bounce.recipient, bounce.action, bounce.is_hard) == (recipient, "failed", hard)


@pytest.mark.parametrize("content", [b"", b"Subject: hi\n\n<a@b.test> 550 x\n", b"\xff\x00\n\n", b"Content-Type: message/delivery-status\n\nx"])
def test_what_is_no_report_says_nothing(content: bytes) -> None:
    assert read_report(content) == []


def test_an_address_names_its_message_and_cannot_be_made_up() -> None:
    mail = uuid4()
    address = ADDRESS.of(mail)
    assert ADDRESS.message_of(address) == ADDRESS.message_of(address.upper()) == mail
    assert Envelope(address, ("a@b.test",)).mail_from == address
    forged = address.replace(address[-20], "0" if address[-20] != "0" else "1")
    for wrong in (forged, "bounces@contoso.test", address.replace("bounces", "other"), ADDRESS.of(uuid4())[:-3]):
        assert ADDRESS.message_of(wrong) is None or wrong == address
    assert BounceAddress(ADDRESS.base, b"x" * 32).message_of(address) is None


def test_a_report_turns_what_was_sent_into_a_bounce_and_counts(tmp_path: Path) -> None:
    clock = ManualClock(datetime(2026, 3, 1, tzinfo=UTC))
    with Outbox(tmp_path / "farm.outbox.db") as outbox:
        readers = Envelope("f@b.test", ("gone+x@b.test", "late@b.test"))
        mail = outbox.enqueue(message(), readers, "k", clock, bounces=ADDRESS)
        claim = outbox.claim(clock)
        assert claim.envelope.mail_from == ADDRESS.of(mail)
        outbox.settle(claim, accepted(claim.envelope.recipients, "250 ok"), clock)
        assert take_report(report(), ADDRESS.of(mail), ADDRESS, outbox, clock) == 1
        gone, late = outbox.mail()
        assert (gone.state, late.state) == (MailState.BOUNCED, MailState.SENT)
        assert gone.reason == "report: 5.1.1 550 5.1.1 no such user"
        assert [each.address for each in outbox.suppressed()] == ["gone+x@b.test"]
        assert take_report(report(), "bounces@contoso.test", ADDRESS, outbox, clock) == 0
        assert take_report(report(), ADDRESS.of(mail), ADDRESS, outbox, clock) == 0, "once"
