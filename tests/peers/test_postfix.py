"""Messages that a real Postfix received, and those that it must never see."""

from __future__ import annotations

import asyncio
import email.policy
import re
from email.message import EmailMessage
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any

import pytest

from spshell.mail import (
    ClientCertificate,
    Credential,
    DeliveryReport,
    Envelope,
    Mailbox,
    Outbox,
    Outcome,
    Relay,
    SenderSettings,
    Status,
    TlsPolicy,
    drain,
    resolve_sender,
)
from spshell.mail.outbox_records import MailState
from spshell.mail.outcome import Phase, Verdict
from spshell.mail.smtp import SmtpTransport
from spshell.timer import SystemClock
from tests.mail.messages import message
from tests.mail.naughty import NAUGHTY
from tests.peers.postfix import PASSWORD, USER, Postfix

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.peer

FARM = Mailbox("farm@corp.test", "Intranet – Büro Köln")
HELP = Mailbox("help@corp.test", "Help, Desk")
ANN = Mailbox("ann@corp.test", "Ann Lee")
SETTINGS = SenderSettings(FARM, HELP)
SENDER = resolve_sender(SETTINGS)
ENVELOPE = SENDER.envelope("owner@corp.test")


def to(postfix: Postfix, service: str, **changes: Any) -> Relay:
    facts: dict[str, Any] = {
        "credentials": lambda: Credential(USER, PASSWORD),
        "trust_roots": (postfix.authority.certificate,),
        "system_trust": False,
        "local_name": "sp1.corp.test",
        "deadline": 30,
    }
    return Relay(postfix.host, postfix.port(service), **facts | changes)


def deliver(relay: Relay, content: bytes | None = None, envelope: Envelope = ENVELOPE) -> Outcome:
    content = content or message(sender=SENDER).content()
    return asyncio.run(SmtpTransport().deliver(content, envelope, relay))


def verdict(outcome: Outcome) -> Verdict:
    (only,) = set(outcome.verdicts.values())
    return only


def read(content: bytes) -> EmailMessage:
    return BytesParser(policy=email.policy.default).parsebytes(content)  # type: ignore[return-value]


def arrived_as_sent(received: bytes, sent: bytes) -> bool:
    """What came out of the Maildir is what was sent, behind the fields that Postfix puts on top."""
    return received.endswith(sent.replace(b"\r\n", b"\n"))


def test_a_plain_anonymous_message_is_delivered(postfix: Postfix) -> None:
    content = message(sender=SENDER).content()
    relay = to(postfix, "plain", tls=TlsPolicy.NEVER, credentials=None)
    assert deliver(relay, content)["owner@corp.test"] is Status.SENT
    (received,) = postfix.inbox()
    assert arrived_as_sent(received, content)
    assert read(received)["Return-Path"] == "<farm@corp.test>"
    assert read(received)["Delivered-To"] == "owner@corp.test"
    assert "sasl_username" not in postfix.log()


def test_a_message_over_starttls_with_a_login_is_delivered(postfix: Postfix) -> None:
    content = message(sender=SENDER).content()
    assert deliver(to(postfix, "login"), content)["owner@corp.test"] is Status.SENT
    (received,) = postfix.inbox()
    assert arrived_as_sent(received, content)
    (trace,) = read(received).get_all("Received")
    assert "ESMTPSA" in trace
    assert f"Authenticated sender: {USER}" in trace
    assert "TLSv1.3" in trace
    assert "sasl_method=LOGIN" in postfix.log()


@pytest.mark.parametrize("user", [USER, "CORP\\alice", "alice"])
def test_ntlm_is_preferred_where_it_is_offered(postfix: Postfix, user: str) -> None:
    relay = to(postfix, "ntlm", credentials=lambda: Credential(user, PASSWORD))
    assert deliver(relay)["owner@corp.test"] is Status.SENT
    assert "sasl_method=NTLM" in postfix.log()


def test_a_password_that_ntlm_rejects_is_not_shown_by_login(postfix: Postfix) -> None:
    relay = to(postfix, "ntlm", credentials=lambda: Credential(USER, "canary-wrong"))
    found = verdict(deliver(relay))
    assert (found.phase, found.code, found.status) == (Phase.AUTH, 535, Status.HELD)
    assert postfix.log().count("authentication failed") == 1


@pytest.mark.parametrize("user", [USER, "CORP\\alice", "alice"])
def test_every_form_of_the_user_name_that_the_server_knows_is_taken(postfix: Postfix, user: str) -> None:
    relay = to(postfix, "login", credentials=lambda: Credential(user, PASSWORD))
    assert deliver(relay)["owner@corp.test"] is Status.SENT


@pytest.mark.parametrize(
    ("code_page", "subject", "charset"),
    [
        (65001, "Bericht „Größe“ – 報告 📄", "utf-8"),
        (932, "山田さんのレポート", "iso-2022-jp"),
        (936, "报告已添加", "gb2312"),
        (949, "보고서가 추가되었습니다", "ks_c_5601-1987"),
        (1251, "Отчёт добавлен", "windows-1251"),
        (1256, "تمت إضافة التقرير", "windows-1256"),
        (1252, "報告 does not fit", "utf-8"),
    ],
)
def test_subject_text_and_names_arrive_in_every_charset(
    postfix: Postfix, code_page: int, subject: str, charset: str
) -> None:
    text = f"{subject}\n\n{subject * 5}\n"
    sent = message(
        sender=resolve_sender(SETTINGS, Mailbox("ann@corp.test", subject)),
        to=(Mailbox("owner@corp.test", subject),),
        subject=subject,
        text=text,
        html=f"<p>{subject}</p>\n",
        code_page=code_page,
    )
    deliver(to(postfix, "login"), sent.content())
    received = read(postfix.inbox()[0])
    assert received["Subject"] == subject
    assert received["From"].addresses[0].display_name == subject
    assert received["To"].addresses[0].display_name == subject
    plain, html = received.iter_parts()
    assert plain.get_content_charset() == html.get_content_charset() == charset
    codec = {"ks_c_5601-1987": "cp949", "gb2312": "gbk"}.get(charset, charset)
    assert plain.get_payload(decode=True).decode(codec).replace("\r\n", "\n") == text


def test_from_reply_to_and_sender_arrive_as_they_were_decided(postfix: Postfix) -> None:
    relay = to(postfix, "login")
    override = SenderSettings(FARM, HELP, override_envelope_sender=True)
    for sender in (SENDER, resolve_sender(SETTINGS, ANN), resolve_sender(override, ANN)):
        deliver(relay, message(sender=sender).content(), sender.envelope("owner@corp.test"))
        postfix.inbox(1)
    plain, impersonated, overridden = map(read, postfix.inbox(3))
    farm = "Intranet – Büro Köln <farm@corp.test>"
    assert (plain["From"], plain["Reply-To"], plain["Sender"]) == (
        farm,
        '"Help, Desk" <help@corp.test>',
        None,
    )
    ann = "Ann Lee <ann@corp.test>"
    assert (impersonated["From"], impersonated["Reply-To"], impersonated["Sender"]) == (ann, ann, farm)
    assert (overridden["From"], overridden["Reply-To"]) == (plain["From"], plain["Reply-To"])
    assert {each["Return-Path"] for each in (plain, impersonated, overridden)} == {"<farm@corp.test>"}


def test_naughty_names_and_titles_arrive_as_one_header_and_one_recipient(postfix: Postfix) -> None:
    relay = to(postfix, "plain", tls=TlsPolicy.NEVER, credentials=None)
    chosen = [text for text in NAUGHTY if "victim" in text or "=?" in text or "\r" in text or len(text) > 500]
    for text in chosen:
        sent = message(
            sender=resolve_sender(SETTINGS, Mailbox("ann@corp.test", text)),
            to=(Mailbox("owner@corp.test", text),),
            subject=text,
            text=text,
        )
        assert deliver(relay, sent.content())["owner@corp.test"] is Status.SENT
    for received in map(read, postfix.inbox(len(chosen))):
        assert "Bcc" not in received
        assert received["Delivered-To"] == "owner@corp.test"
        assert [mailbox.addr_spec for mailbox in received["To"].addresses] == ["owner@corp.test"]
        assert [mailbox.addr_spec for mailbox in received["From"].addresses] == ["ann@corp.test"]
    assert "victim@" not in "".join(line for line in postfix.log().splitlines() if "to=<" in line)


def test_the_outbox_drains_into_the_relay(postfix: Postfix, tmp_path: Path) -> None:
    clock = SystemClock()
    with Outbox(tmp_path / "farm.outbox.db") as outbox:
        for number in range(3):
            sent = message(sender=SENDER, subject=f"Alert {number}", id=f"alert-{number}")
            outbox.enqueue(sent, SENDER.envelope("owner@corp.test", "second@corp.test"), "portal", clock)

        async def run() -> DeliveryReport:
            async with SmtpTransport() as transport:
                return await drain(outbox, lambda key: to(postfix, "login", connections=1), transport, clock)

        report = asyncio.run(run())
        assert (report.sent, report.held, report.deferred, report.bounced) == (6, 0, 0, 0)
        assert len(re.findall("login/smtpd.*: connect from", postfix.log())) == 1, "one session"
        assert {mail.state for mail in outbox.mail()} == {MailState.SENT}
        assert all("queued as" in mail.reason for mail in outbox.mail())
    received = [read(content) for content in postfix.inbox(6)]
    assert sorted(each["Subject"] for each in received) == sorted(["Alert 0", "Alert 1", "Alert 2"] * 2)
    assert {each["Message-ID"] for each in received} == {f"<alert-{number}@corp.test>" for number in range(3)}


@pytest.mark.parametrize(
    ("service", "phase", "reason"),
    [
        ("expired", Phase.TLS, "certificate has expired"),
        ("wrong_name", Phase.TLS, "Hostname mismatch"),
        ("self_signed", Phase.TLS, "self-signed certificate"),
        ("plain", Phase.STARTTLS, "does not offer STARTTLS"),
        ("clear_login", Phase.STARTTLS, "does not offer STARTTLS"),
    ],
)
def test_required_tls_that_cannot_be_had_sends_nothing(
    postfix: Postfix, tmp_path: Path, service: str, phase: Phase, reason: str
) -> None:
    clock = SystemClock()
    with Outbox(tmp_path / "farm.outbox.db") as outbox:
        outbox.enqueue(message(sender=SENDER), ENVELOPE, "portal", clock)
        report = asyncio.run(drain(outbox, lambda key: to(postfix, service), SmtpTransport(), clock))
        (mail,) = outbox.mail()
    assert (report.held, mail.state, mail.phase) == (1, MailState.HELD, phase.value)
    assert reason in mail.reason
    log = postfix.log()
    assert "sasl" not in log
    assert "from=<" not in log


def test_an_unknown_authority_stops_the_mail(postfix: Postfix) -> None:
    found = verdict(deliver(to(postfix, "login", trust_roots=())))
    assert (found.phase, found.status) == (Phase.TLS, Status.HELD)


def test_a_wrong_password_is_tried_once_and_holds_everything(postfix: Postfix, tmp_path: Path) -> None:
    clock = SystemClock()
    wrong = to(postfix, "login", credentials=lambda: Credential(USER, "canary-wrong"))
    with Outbox(tmp_path / "farm.outbox.db") as outbox:
        for _ in range(3):
            outbox.enqueue(message(sender=SENDER), ENVELOPE, "portal", clock)
        report = asyncio.run(drain(outbox, lambda key: wrong, SmtpTransport(), clock))
        assert report.held == 3
        assert {mail.phase for mail in outbox.mail()} == {"AUTH"}
        assert all("535 5.7.8" in mail.reason for mail in outbox.mail())
        assert postfix.log().count("authentication failed") == 1
        assert "from=<" not in postfix.log()
        # With the right password the same messages go out.
        outbox.resume(clock)
        assert asyncio.run(drain(outbox, lambda key: to(postfix, "login"), SmtpTransport(), clock)).sent == 3
        files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert len(postfix.inbox(3)) == 3
    assert b"canary" not in files


def test_without_a_credential_an_authenticating_relay_takes_nothing(postfix: Postfix) -> None:
    outcome = deliver(to(postfix, "login", credentials=None))
    assert outcome["owner@corp.test"] is not Status.SENT
    assert "sasl_username" not in postfix.log()


def test_a_password_is_not_shown_in_clear_text(postfix: Postfix) -> None:
    found = verdict(deliver(to(postfix, "clear_login", tls=TlsPolicy.NEVER)))
    assert (found.phase, found.status) == (Phase.AUTH, Status.HELD)
    assert "sasl" not in postfix.log()


def test_tls_off_stays_off_even_where_it_is_offered(postfix: Postfix) -> None:
    relay = to(postfix, "anonymous_tls", tls=TlsPolicy.NEVER, credentials=None)
    assert deliver(relay)["owner@corp.test"] is Status.SENT
    assert "TLS connection established" not in postfix.log()
    found = verdict(deliver(to(postfix, "tls_required", tls=TlsPolicy.NEVER, credentials=None)))
    assert (found.code, found.status) == (530, Status.HELD)


def test_tls_without_a_login_is_encrypted_and_anonymous(postfix: Postfix) -> None:
    assert deliver(to(postfix, "anonymous_tls", credentials=None))["owner@corp.test"] is Status.SENT
    (trace,) = read(postfix.inbox()[0]).get_all("Received")
    assert "TLSv1.3" in trace
    assert "ESMTPS " in trace


def test_a_relay_that_blocks_impersonation_keeps_the_mail_in_the_outbox(postfix: Postfix) -> None:
    sender = resolve_sender(SenderSettings(FARM, HELP, impersonate_envelope=True), ANN)
    found = verdict(
        deliver(
            to(postfix, "own_sender"), message(sender=sender).content(), sender.envelope("owner@corp.test")
        )
    )
    assert (found.code, found.enhanced, found.status) == (553, "5.7.1", Status.HELD)
    assert "not owned by user" in found.text
    # The farm's own address is the login's, and passes.
    assert deliver(to(postfix, "own_sender"))["owner@corp.test"] is Status.SENT


@pytest.mark.parametrize("rsa_key", [True, False], ids=["rsa", "ecdsa"])
def test_a_client_certificate_opens_a_relay_that_wants_one(postfix: Postfix, rsa_key: bool) -> None:
    issued = postfix.authority.issue("sharepoint", client=True, rsa_key=rsa_key)
    certificate = ClientCertificate(issued.certificate, issued.key)
    relay = to(postfix, "client_certificate", credentials=None, client_certificate=certificate)
    sent = message(sender=SENDER, id=f"certificate-{rsa_key}")
    assert deliver(relay, sent.content())["owner@corp.test"] is Status.SENT
    assert 'Client CN "sharepoint"' in read(postfix.received(sent.message_id))["Received"]
    without = deliver(to(postfix, "client_certificate", credentials=None))
    assert without["owner@corp.test"] is not Status.SENT
