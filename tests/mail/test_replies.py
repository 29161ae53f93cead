"""The reply reader: whole replies out, however the bytes come in, and nothing that only looks like one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spshell.mail.replies import MAX_LINE, MAX_LINES, MAX_REPLY, Reply, ReplyReader


def read(data: bytes, *cuts: int) -> tuple[list[Reply], str | None]:
    reader, replies = ReplyReader(), []
    for start, end in zip((0, *cuts), (*cuts, len(data)), strict=True):
        replies += reader.feed(data[start:end])
    return replies, reader.error


@pytest.mark.parametrize(
    ("data", "reply"),
    [
        (b"220 ok\r\n", Reply(220, "ok")),
        (b"250\r\n", Reply(250, "")),
        (b"250-one\r\n250-\r\n250 three\r\n", Reply(250, "one\n\nthree")),
        (b"354 go\n", Reply(354, "go")),
        (b"250-a\r\n250\r\n", Reply(250, "a\n")),
        ("550 nö \x1b\r\n".encode(), Reply(550, "nö \x1b")),
        (b"550 \xff\r\n", Reply(550, "\ufffd")),
    ],
)
def test_a_reply_is_read(data: bytes, reply: Reply) -> None:
    assert read(data) == ([reply], None)


@pytest.mark.parametrize(
    "data",
    [
        b"\r\n", b"25 ok\r\n", b"2500 ok\r\n", b"150 x\r\n", b"650 x\r\n", b"+50 x\r\n", b" 25 x\r\n", b"2 0 x\r\n",
        "\u0662\u0665\u0660 x\r\n".encode(), b"250\tx\r\n", b"250-a\r\n550 b\r\n", b"250-a\r\nhello\r\n", b"250 a\0b\r\n",
        b"250 a\rb\r\n", b"250 " + b"x" * MAX_LINE + b"\r\n", b"x" * (MAX_LINE + 1), b"250-a\r\n" * (MAX_LINES + 2),
        (b"250-" + b"x" * (MAX_LINE - 10) + b"\r\n") * 6, b"SSH-2.0-x\r\n", b"\x15\x03\x01\0\x02\r\n",
    ],
)  # fmt: skip
def test_what_is_none_is_an_error_and_the_end(data: bytes) -> None:
    replies, error = read(b"220 before\r\n" + data)
    assert replies == [Reply(220, "before")]
    assert error
    reader = ReplyReader()
    reader.feed(data)
    assert reader.feed(b"250 too late\r\n") == []
    assert reader.unread


def test_an_endless_reply_is_cut_off_early() -> None:
    reader, taken = ReplyReader(), 0
    while reader.error is None:
        reader.feed(b"250-more and more\r\n" * 10)
        taken += 1
    assert taken * 10 <= MAX_LINES + 10
    assert reader.unread <= MAX_REPLY + MAX_LINE


@given(st.lists(st.tuples(st.integers(200, 599), st.lists(st.text("ab 1-", max_size=9), min_size=1, max_size=4))), st.data())
def test_the_pieces_in_which_bytes_come_make_no_difference(
    replies: list[tuple[int, list[str]]], data: st.DataObject
) -> None:
    lines = [
        f"{code}{' ' if number == len(texts) - 1 else '-'}{text}\r\n"
        for code, texts in replies
        for number, text in enumerate(texts)
    ]
    whole = "".join(lines).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    assert read(whole, *cuts) == ([Reply(code, "\n".join(texts)) for code, texts in replies], None)


PIECES = [b"2", b"5", b"250", b"354", b" ", b"-", b"\r", b"\n", b"\r\n", b"\0", b"ok", b"\xff", b"250-a\r\n", b"250 b\r\n"]


def fuzz(count: int, seed: int = 0) -> None:
    """So many hostile inputs: never an exception, never an answer that breaks the rules. For long runs too."""
    rng = random.Random(seed)
    for _ in range(count):
        reader = ReplyReader()
        for _ in range(rng.randint(1, 3)):
            for reply in reader.feed(b"".join(rng.choices(PIECES, k=rng.randint(1, 8)))):
                assert 200 <= reply.code <= 599
                assert "\0" not in reply.text
                assert "\r" not in reply.text
        assert reader.error is None or reader.feed(b"250 ok\r\n") == []


def test_nothing_that_comes_in_breaks_the_reader() -> None:
    fuzz(30_000)
