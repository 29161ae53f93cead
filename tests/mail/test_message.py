"""A whole message: its fields, its parts, and the second look at them."""

from __future__ import annotations

import email.policy
import re
from email.message import EmailMessage
from email.parser import BytesParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spshell.mail import Mailbox, MailMessage, resolve_sender
from spshell.mail.charset import CODE_PAGES, UTF8
from spshell.mail.headers import HeaderError, single_line
from spshell.mail.parse_back import ParseBackError, check
from tests.mail.messages import ANN, OWNER, SETTINGS, message
from tests.mail.naughty import NAUGHTY

PLAIN = b"""\
Date: Sun, 01 Mar 2026 12:00:00 +0000
From: Intranet <farm@contoso.test>
Reply-To: Help Desk <help@contoso.test>
To: Site Owner <owner@contoso.test>
Subject: Report was added
Message-ID: <7b0c6c0e-0000-4000-8000-000000000001@contoso.test>
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 7bit

A report was added.
"""


def read(content: bytes) -> EmailMessage:
    return BytesParser(policy=email.policy.default).parsebytes(content)  # type: ignore[return-value]


# Labels as mail readers take them, where Python's own codec of that name is narrower or missing.
CODECS = {
    "big5": "cp950",
    "ks_c_5601-1987": "cp949",
    "windows-874": "cp874",
    "gb2312": "gbk",
    "iso-8859-8-i": "hebrew",
}


def text_of(part: EmailMessage) -> str:
    label = part.get_content_charset()
    return part.get_payload(decode=True).decode(CODECS.get(label, label)).replace("\r\n", "\n")


def test_a_plain_message_is_plain() -> None:
    assert message().content() == PLAIN.replace(b"\n", b"\r\n")


def test_the_same_message_has_the_same_bytes_and_message_id_every_time() -> None:
    first = MailMessage(sender=resolve_sender(SETTINGS), to=(OWNER,), subject="s", text="t")
    again = MailMessage(sender=resolve_sender(SETTINGS), to=(OWNER,), subject="s", text="t")
    assert first.content() == first.content()
    assert first.message_id != again.message_id


def test_an_impersonated_message_names_author_and_transmitter() -> None:
    content = read(message(sender=resolve_sender(SETTINGS, ANN)).content())
    assert content["From"] == "Ann Lee <ann@contoso.test>"
    assert content["Sender"] == "Intranet <farm@contoso.test>"
    assert content["Reply-To"] == "Ann Lee <ann@contoso.test>"


def test_list_and_thread_fields_are_there_when_they_are_set() -> None:
    content = read(message(list_id="alerts.tasks.portal", thread="item.list", cc=(ANN,)).content())
    assert content["List-Id"] == "<alerts.tasks.portal>"
    assert content["In-Reply-To"] == content["References"] == "<item.list@contoso.test>"
    assert content["Cc"] == "Ann Lee <ann@contoso.test>"


@pytest.mark.parametrize("field", ["list_id", "thread", "auto_submitted", "id"])
def test_fields_of_our_own_take_no_line_ends(field: str) -> None:
    with pytest.raises((HeaderError, ParseBackError)):
        message(**{field: "x\r\nBcc: evil@x.test"}).content()


@pytest.mark.parametrize("code_page", sorted(CODE_PAGES))
def test_the_label_of_a_part_is_what_its_bytes_are(code_page: int) -> None:
    samples = {932: "山田ｱｲ", 936: "中文", 950: "碁", 949: "똠", 51949: "한글", 1251: "Жанна", 1255: "שלום",
               1253: "Ωμέγα", 874: "ไทย", 54936: "𠮷", 51932: "日本", 1256: "مرحبا"}  # fmt: skip
    text = samples.get(code_page, "Plain, and Ünïcode")
    content = read(message(text=text, html=f"<p>{text}</p>", code_page=code_page).content())
    plain, html = content.iter_parts()
    widened = text.replace("ｱｲ", "アイ")
    assert text_of(plain) == widened + "\n"
    assert text_of(html) == f"<p>{widened}</p>\n"


def test_a_part_that_does_not_fit_its_code_page_falls_back_alone() -> None:
    content = read(message(text="漢字", html="<p>Grüße</p>", code_page=1252).content())
    assert [part.get_content_charset() for part in content.iter_parts()] == ["utf-8", "windows-1252"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no newline at the end",
        ".\n",
        "..\n.\n",
        "From here\nFrom there\n",
        "-- \nsignature\n",
        "--=_7b0c6c0e-0000-4000-8000-000000000001\nnot a boundary\n",
        "--=_7b0c6c0e-0000-4000-8000-000000000001--\n",
        "trailing blanks  \t\n\t\n",
        "x" * 5000,
        "long with blanks " * 500,
        "ünïcode " * 300,
        "bare\rcarriage\r\nreturns\n",
        "a\0b\x1b[31mred\x7f",
        "= equals =3D =\n",
        "日本語" * 400,
        "\u2028line separator\u2029",
    ],
)
@pytest.mark.parametrize("code_page", [UTF8, 50220])
def test_any_body_is_sound_on_the_wire_and_comes_back(text: str, code_page: int) -> None:
    raw = message(text=text, html=f"<pre>{text}</pre>", code_page=code_page).content()
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 78
    assert not any(b"\r" in line or b"\n" in line or b"\0" in line for line in lines)
    assert not any(line == b"." or line.startswith(b"From ") for line in lines)
    plain, _ = read(raw).iter_parts()
    meant = re.sub("[\0\x1b\x7f]", " ", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert text_of(plain) == meant + ("" if meant.endswith("\n") else "\n")


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_naughty_values_everywhere_make_no_second_header_and_no_second_recipient(naughty: str) -> None:
    sender = resolve_sender(SETTINGS, Mailbox("ann@contoso.test", naughty))
    to = (Mailbox("a@contoso.test", naughty), Mailbox("b@contoso.test", naughty))
    raw = message(sender=sender, to=to, subject=naughty, text=naughty, html=naughty).content()
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii")
    names = re.findall(r"^([^\s:]+):", head, re.MULTILINE)
    assert len(names) == len(set(names)) == 11
    content = read(raw)
    assert [mailbox.addr_spec for mailbox in content["To"].addresses] == ["a@contoso.test", "b@contoso.test"]
    assert [mailbox.addr_spec for mailbox in content["From"].addresses] == ["ann@contoso.test"]
    assert [mailbox.addr_spec for mailbox in content["Reply-To"].addresses] == ["ann@contoso.test"]
    assert "Bcc" not in content


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200), st.sampled_from(sorted(CODE_PAGES)))
def test_every_message_passes_its_own_second_look(name: str, subject: str, text: str, page: int) -> None:
    message(
        to=(Mailbox("a@contoso.test", name),), subject=subject, text=text, html=text, code_page=page
    ).content()


def tampered(old: bytes, new: bytes) -> bytes:
    content = message(html="<p>A report was added.</p>").content()
    assert old in content
    return content.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Subject: Report was added", b"Subject: Report was added\r\nBcc: evil@x.test"),
        (b"Subject: Report was added", b"Subject: Something else"),
        (b"Subject: Report was added", b"Subject: Report was =?x"),
        (b"To: Site Owner <owner@contoso.test>", b"To: Site Owner <owner@contoso.test>, evil@x.test"),
        (b"To: Site Owner <owner@contoso.test>", b"To: <owner@contoso.test>"),
        (b"To: Site Owner <owner@contoso.test>", b"To: Site Owner <owner@contoso.test> (comment)"),
        (b"To: Site Owner <owner@contoso.test>", b"To: Site Owner <owner@contoso.test\r\n"),
        (b"To: Site Owner", b"Cc: Site Owner"),
        (b"Reply-To: Help Desk <help@contoso.test>\r\n", b""),
        (b"From: Intranet", b"From: Extranet"),
        (b"@contoso.test>\r\nAuto", b"@contoso.test>\r\n\r\nAuto"),
        (b"<7b0c6c0e", b"<8b0c6c0e"),
        (b"MIME-Version", b"Mime-Version"),
        (b"text/plain", b"text/html"),
        (b'charset="utf-8"', b'charset="utf-9"'),
        (b"A report was added.", b"A report was removed."),
        (b"<p>", b"<b>"),
        (b"\r\nA report", b"\nA report"),
        (b"A report was added.", b"A report was added.\0"),
        (b"A report was added.", b"A r\xc3\xa9port was added."),
        (b"A report was added.", b"A" + b"a" * 1000),
        (b"MIME-Version: 1.0\r\n", b"MIME-Version: 1.0\r\n not a fold\r\nstray line\r\n"),
    ],
)
def test_the_second_look_sees_every_difference(old: bytes, new: bytes) -> None:
    original = message(html="<p>A report was added.</p>")
    with pytest.raises(ParseBackError) as caught:
        check(original, tampered(old, new))
    assert caught.value.content


def test_what_is_meant_is_one_line() -> None:
    assert single_line(" a\r\n b\t\u2028c\x85 ") == "a b c"
