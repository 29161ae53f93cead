"""Header fields: whatever a value holds, one field comes out, and every reader reads what was meant."""

from __future__ import annotations

import email.header
import email.policy
import email.utils
import json
from datetime import UTC, datetime, timedelta, timezone
from email.parser import BytesParser, Parser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spshell.mail import Mailbox
from spshell.mail.charset import CODE_PAGES, UTF8, as_read
from spshell.mail.headers import (
    HeaderError,
    date_field,
    encoded_words,
    mailbox_field,
    mailbox_pieces,
    parameter,
    single_line,
    text_field,
    token_field,
)
from spshell.mail.parse_back import read_mailboxes, read_text
from tests.mail.naughty import NAUGHTY


def unfolded(field: bytes) -> tuple[str, str]:
    name, _, value = field.decode("utf-8").replace("\r\n ", " ").partition(":")
    return name, value.removesuffix("\r\n").strip()


def lines_are_sound(field: bytes) -> bool:
    lines = field.split(b"\r\n")
    return (
        lines.pop() == b""
        and all(line[:1] == b" " for line in lines[1:])
        and all(line.strip() for line in lines)
        and not any(b"\r" in line or b"\n" in line for line in lines)
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("", "a@contoso.test"),
        ("Site administrator", "Site administrator <a@contoso.test>"),
        ("O'Brien", "O'Brien <a@contoso.test>"),
        ("Doe, Jane", '"Doe, Jane" <a@contoso.test>'),
        ("a@b", '"a@b" <a@contoso.test>'),
        ("J. Doe (HR)", '"J. Doe (HR)" <a@contoso.test>'),
        ('O"Brien', "=?utf-8?Q?O=22Brien?= <a@contoso.test>"),
        ("back\\slash", "=?utf-8?Q?back=5Cslash?= <a@contoso.test>"),
        ("=?utf-8?q?fake?=", "=?utf-8?Q?=3D=3Futf-8=3Fq=3Ffake=3F=3D?= <a@contoso.test>"),
        ("Ana María", "=?utf-8?Q?Ana_Mar=C3=ADa?= <a@contoso.test>"),
        ("two\r\n  lines\tand\0more", "two lines and more <a@contoso.test>"),
        ("  spaces  ", "spaces <a@contoso.test>"),
    ],
)
def test_a_display_name_is_written_in_the_plainest_safe_form(name: str, written: str) -> None:
    assert mailbox_field("To", [Mailbox("a@contoso.test", name)]) == f"To: {written}\r\n".encode()


@pytest.mark.parametrize("code_page", [UTF8, 932, 1252, 936, 50225])
@pytest.mark.parametrize("name", NAUGHTY)
def test_a_naughty_name_is_one_mailbox(name: str, code_page: int) -> None:
    field = mailbox_field("To", [Mailbox("a@contoso.test", name), Mailbox("b@contoso.test", name)], code_page)
    assert lines_are_sound(field)
    shown = as_read(single_line(name), code_page)
    assert read_mailboxes(unfolded(field)[1]) == [(shown, "a@contoso.test"), (shown, "b@contoso.test")]
    # A reader that knows nothing of ours sees two addresses, and no header but this one.
    read = BytesParser(policy=email.policy.default).parsebytes(field + b"\r\n")
    assert read.keys() == ["To"]
    assert [mailbox.addr_spec for mailbox in read["To"].addresses] == ["a@contoso.test", "b@contoso.test"]


@pytest.mark.parametrize("code_page", [UTF8, 932, 28591])
@pytest.mark.parametrize("title", NAUGHTY)
def test_a_naughty_subject_is_one_header(title: str, code_page: int) -> None:
    field = text_field("Subject", title, code_page)
    assert lines_are_sound(field)
    assert read_text(unfolded(field)[1]) == as_read(single_line(title), code_page)
    read = BytesParser(policy=email.policy.compat32).parsebytes(field + b"\r\n")
    assert read.keys() == ["Subject"]


_TEXT = st.text(max_size=200)


@given(_TEXT, st.sampled_from(sorted(CODE_PAGES)))
def test_any_text_is_read_as_it_was_meant(text: str, code_page: int) -> None:
    field = text_field("Subject", text, code_page)
    assert lines_are_sound(field)
    assert read_text(unfolded(field)[1]) == as_read(single_line(text), code_page)


@given(st.lists(_TEXT, min_size=1, max_size=4), st.sampled_from([UTF8, 932, 936, 949, 1252, 52936]))
def test_any_names_are_as_many_mailboxes(names: list[str], code_page: int) -> None:
    field = mailbox_field("Reply-To", [Mailbox("a@contoso.test", name) for name in names], code_page)
    assert lines_are_sound(field)
    assert read_mailboxes(unfolded(field)[1]) == [
        (as_read(single_line(name), code_page), "a@contoso.test") for name in names
    ]


@given(st.text(min_size=1, max_size=120), st.sampled_from(sorted(CODE_PAGES)))
def test_an_encoded_word_is_short_and_can_be_read_alone(text: str, code_page: int) -> None:
    words = encoded_words(text, code_page, first=40)
    assert max(map(len, words)) <= 75
    assert len(words[0]) <= 40 or len(words) == 1 or len(read_text(words[0])) == 1
    assert "".join(read_text(word) for word in words) == as_read(
        text, 51949 if code_page == 50225 else code_page
    )


@given(_TEXT)
def test_the_standard_library_reads_the_same_text(text: str) -> None:
    value = unfolded(text_field("Subject", text))[1]
    parts = email.header.decode_header(value)
    read = "".join(
        part.decode(label or "ascii") if isinstance(part, bytes) else part for part, label in parts
    )
    assert read == as_read(single_line(text), UTF8)


def test_a_long_list_of_mailboxes_is_folded_between_them() -> None:
    field = mailbox_field("To", [Mailbox(f"user{n}@contoso.test", "Doe, Jane") for n in range(40)])
    lines = field.decode().split("\r\n")
    assert max(map(len, lines)) <= 78
    assert len(read_mailboxes(unfolded(field)[1])) == 40


def test_a_long_quoted_name_does_not_become_a_second_recipient() -> None:
    """The standard library's folding drops these quotes (gh-80222)."""
    name = "victim@example.org, evil" + "." * 80 + "(long)"
    field = mailbox_field("To", [Mailbox("u@good.example", name)])
    assert read_mailboxes(unfolded(field)[1]) == [(name, "u@good.example")]


_RECORDED = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "oracle" / "mail" / "addresses.jsonl").read_text(encoding="utf-8").splitlines()
]
_READ_BY = {case["text"]: case["mimekit"] for case in _RECORDED}
_SINGLE = [
    (case["mimekit"][0]["name"], case["mimekit"][0]["address"])
    for case in _RECORDED
    if case["mimekit"] and len(case["mimekit"]) == 1 and "address" in case["mimekit"][0]
]


def test_what_we_write_another_reader_reads_as_meant() -> None:
    """For every recorded name and address; the standard library's parser knows nothing of ours.

    (It shows a blank between two encoded words of a name, against RFC 2047 §6.2: blanks are left out here.)
    """
    for name, address in _SINGLE:
        try:
            mailbox = Mailbox(address, name)
        except ValueError:
            continue
        field = mailbox_field("To", [mailbox, Mailbox("last@contoso.test")])
        read = Parser(policy=email.policy.SMTPUTF8).parsestr(field.decode("utf-8") + "\r\n")["To"].addresses
        meant = [(single_line(name), mailbox.address), ("", "last@contoso.test")]
        solid = [("".join(each.display_name.split()), each.addr_spec) for each in read]
        assert solid == [("".join(shown.split()), spec) for shown, spec in meant], field
        assert read_mailboxes(unfolded(field)[1]) == meant


def test_what_we_write_was_read_as_meant_wherever_it_was_recorded() -> None:
    """For every recorded mailbox, our own form of it; where that form was recorded too, it must agree."""
    compared = 0
    for name, address in _SINGLE:
        try:
            mailbox = Mailbox(address, name)
        except ValueError:
            continue
        text = unfolded(mailbox_field("To", [mailbox]))[1]
        if text in _READ_BY:
            compared += 1
            assert _READ_BY[text] == [{"name": name, "address": address}]
    assert compared > 10


def test_an_address_that_the_recorded_readers_refuse_or_disagree_about_is_never_written() -> None:
    for case in _RECORDED:
        try:
            mailbox = Mailbox(case["text"])
        except ValueError:
            continue
        spellings = {mailbox.address, f"{mailbox.local}@{mailbox.domain.encode('ascii').decode('idna')}"}
        (read,) = case["mimekit"]
        assert read["name"] == case["dotnet"]["name"] == ""
        assert read["address"] in spellings
        assert case["dotnet"]["address"] in spellings


@pytest.mark.parametrize("value", ["", "a\r\nb", " a", "a\x00", "ü", "a\x7f"])
def test_a_value_of_our_own_must_be_plain(value: str) -> None:
    with pytest.raises(HeaderError):
        token_field("List-Id", value)


@pytest.mark.parametrize("name", ["", "To:", "A B", "Bcc\r\nTo"])
def test_a_field_name_must_be_one(name: str) -> None:
    with pytest.raises(HeaderError):
        text_field(name, "x")


def test_a_date_is_english_and_in_utc() -> None:
    east = datetime(2026, 3, 1, 0, 30, 5, tzinfo=timezone(timedelta(hours=9)))
    field = date_field("Date", east)
    assert field == b"Date: Sat, 28 Feb 2026 15:30:05 +0000\r\n"
    assert email.utils.parsedate_to_datetime(unfolded(field)[1]) == east
    with pytest.raises(HeaderError):
        date_field("Date", datetime(2026, 3, 1))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    "value", ["report.pdf", "Bericht für März.pdf", 'a"b', "x" * 200, "日本語" * 40, "a\r\nb: c"]
)
def test_a_parameter_is_read_back_whole(value: str) -> None:
    pieces = parameter("filename", value)
    assert all(len(piece) <= 78 for piece in pieces)
    head = "Content-Disposition: attachment; " + "; ".join(pieces) + "\r\n\r\n"
    read = BytesParser(policy=email.policy.default).parsebytes(head.encode("ascii"))
    assert read.get_filename() == single_line(value)
    assert read.keys() == ["Content-Disposition"]


def test_the_pieces_of_a_mailbox_end_with_its_address() -> None:
    assert mailbox_pieces(Mailbox("a@b.test", "Ann Lee")) == ["Ann", "Lee", "<a@b.test>"]
    assert datetime.now(UTC).tzinfo is UTC
