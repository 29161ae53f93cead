"""Send-MailMessage against the lab relay, and what it says when nobody takes the message."""

from __future__ import annotations

import io
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session
from spshell.mail.lab import LabRelay
from spshell.values.exceptions import NetException


@pytest.fixture
def lab() -> Iterator[LabRelay]:
    with LabRelay(starttls=False, refusals={"gone@b.test": "550 5.1.1 unknown"}) as lab:
        yield lab


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def send(session: Session, lab: LabRelay, more: str) -> list[Any]:
    return session.evaluate(
        f"Send-MailMessage -SmtpServer {lab.host} -Port {lab.port} -WarningAction SilentlyContinue {more}"
    )


def test_recipients_headers_and_text(session: Session, lab: LabRelay) -> None:
    send(
        session,
        lab,
        "-From 'Farm <f@a.test>' -To a@b.test, 'Mina Khan <m@b.test>' -Cc c@b.test -Bcc d@b.test -ReplyTo r@a.test "
        "-Subject 'Grüße' -Body 'Text' -Priority High",
    )
    (message,) = lab.messages
    assert message.recipients == ("a@b.test", "m@b.test", "c@b.test", "d@b.test")
    assert [message.field(name) for name in ("From", "Cc", "Bcc", "Reply-To", "Subject", "Importance")] == [
        "Farm <f@a.test>", "c@b.test", None, "r@a.test", "Grüße", "high",
    ]  # fmt: skip
    assert message.text == "Text\n"


def test_files_go_along_under_their_names(session: Session, lab: LabRelay, tmp_path: Path) -> None:
    (tmp_path / "Übersicht.txt").write_bytes(b"\x00\xff" * 100)
    (tmp_path / "b.csv").write_text("a,b")
    send(
        session,
        lab,
        f"-From f@a.test -To a@b.test -Subject s -Body '<p>x</p>' -BodyAsHtml -Attachments '{tmp_path}/Übersicht.txt', '{tmp_path}/b.csv'",
    )
    read = message_from_bytes(lab.messages[0].content, policy=policy.default)
    assert read.get_content_type() == "multipart/mixed"
    assert [(part.get_filename(), part.get_payload(decode=True)) for part in read.iter_attachments()] == [
        ("Übersicht.txt", b"\x00\xff" * 100), ("b.csv", b"a,b"),
    ]  # fmt: skip
    assert read.get_body(("plain",)).get_content().strip() == "x"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("-From f@a.test -To gone@b.test -Subject s", "SmtpException"),
        ("-From 'no address' -To a@b.test -Subject s", "FormatException"),
        (
            "-From f@a.test -To a@b.test -Subject s -Attachments ./missing.txt",
            "System.IO.FileNotFoundException",
        ),
        ("-From f@a.test -To a@b.test -Subject s -UseSsl", "SmtpException"),
    ],
)
def test_what_fails_is_an_error_and_nothing_is_sent(
    session: Session, lab: LabRelay, more: str, expected: str
) -> None:
    with pytest.raises(NetException) as caught:
        session.try_depth = 1
        send(session, lab, more + " -ErrorAction Stop")
    assert caught.value.error_id == expected
    assert lab.messages == []


def test_one_bad_address_does_not_stop_the_others(session: Session, lab: LabRelay) -> None:
    send(
        session,
        lab,
        "-From f@a.test -To 'no address', a@b.test -Subject s -ErrorAction SilentlyContinue -ErrorVariable e",
    )
    assert lab.messages[0].recipients == ("a@b.test",)
    assert session.evaluate("$e.Count; $e[0].Exception.GetType().Name") == [1, "FormatException"]


def test_the_preference_variable_names_the_server(session: Session, lab: LabRelay) -> None:
    session.evaluate(
        f"$PSEmailServer = '{lab.host}'; Send-MailMessage -To a@b.test -From f@a.test -Subject s -Port {lab.port} -WarningAction SilentlyContinue"
    )
    assert len(lab.messages) == 1
    with pytest.raises(NetException):
        session.try_depth = 1
        session.evaluate(
            "$PSEmailServer = $null; Send-MailMessage -To a@b.test -From f@a.test -Subject s -WarningAction SilentlyContinue"
        )
