"""Replies (RFC 5321 §4.2): bytes in, whole replies out, and nothing that only looks like one.

The relay, or whoever stands in between, chooses these bytes. So there are limits to a line and to a reply, the lines
of one reply must agree about its code, and a reply holds no NUL. After what breaks a rule nothing can be trusted, and the
session ends; the replies before it were still given.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_LINE = 16384  # RFC 5321 §4.5.3.1.5 says 512; challenges of Kerberos are longer
MAX_LINES = 200
MAX_REPLY = 65536
_SHOWN = 60
_TEXT = 1000
_CODES = {b"%d" % code: code for code in range(200, 600)}  # RFC 5321 §4.2.1: the first digit is 2 to 5
_BETWEEN = (b" ", b"-", b"")
# Whole replies of one short line each, as nearly all are: read at one go.
_SHORT = re.compile(rb"(?:[2-5]\d\d(?: [^\r\n\0]{0,500})?\r\n)+")
_EACH = re.compile(rb"(\d\d\d) ?([^\r\n]*)\r\n")
# Controls, marks of direction, and halves of pairs (undecodable bytes).
_UNSEEMLY = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


class Reply(NamedTuple):
    """One reply, its lines joined by LF."""

    code: int
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


def shown(text: str) -> str:
    """A reply's text as it may stand in logs and on terminals."""
    if text.isascii() and text.isprintable() and "  " not in text and len(text) <= _TEXT:
        return text.strip()
    return " ".join(_UNSEEMLY.sub(" ", text).split())[:_TEXT]


class _NoReply(Exception):
    pass


class ReplyReader:
    """Feed it what arrives; it gives back the replies that are complete."""

    __slots__ = ("_buffer", "_code", "_lines", "_size", "error")

    def __init__(self) -> None:
        self.error: str | None = None
        """Why what came after the last reply is none; nothing is read any more then."""
        self._buffer = b""
        self._code = 0
        self._lines: list[str] = []
        self._size = 0

    @property
    def unread(self) -> int:
        """How many bytes of an unfinished reply have come in."""
        return len(self._buffer) + self._size

    def feed(self, data: bytes) -> list[Reply]:
        """Take bytes and return every reply that they complete."""
        if self.error is not None:
            return []
        if not self._buffer and not self._lines and _SHORT.fullmatch(data):
            return [Reply(int(code), text.decode("utf-8", "replace")) for code, text in _EACH.findall(data)]
        lines = (self._buffer + data if self._buffer else data).split(b"\n")
        self._buffer = lines.pop()
        replies: list[Reply] = []
        for number, line in enumerate(lines):
            try:
                reply = self._line(line)
            except _NoReply as error:
                self.error = str(error)
                self._buffer = b"\n".join([*lines[number:], self._buffer])
                return replies
            if reply is not None:
                replies.append(reply)
        if len(self._buffer) > MAX_LINE:
            self.error = f"a reply line is longer than {MAX_LINE} octets"
        return replies

    def _line(self, line: bytes) -> Reply | None:
        line = line.removesuffix(b"\r")
        code, between = _CODES.get(line[:3]), line[3:4]
        if code is None or between not in _BETWEEN:
            raise _NoReply(f"not an SMTP reply: {line[:_SHOWN]!r}")
        if b"\0" in line or b"\r" in line:
            raise _NoReply("a reply holds NUL or a lone CR")
        if len(line) > MAX_LINE:
            raise _NoReply(f"a reply line is longer than {MAX_LINE} octets")
        text = line[4:].decode("utf-8", "replace")
        if self._lines:
            self._check_continuation(code)
        elif between != b"-":
            return Reply(code, text)
        self._code = code
        self._lines.append(text)
        self._size += len(line)
        if between == b"-":
            return None
        whole = Reply(code, "\n".join(self._lines))
        self._lines, self._size = [], 0
        return whole

    def _check_continuation(self, code: int) -> None:
        if code != self._code:
            raise _NoReply(f"the lines of one reply have different codes, {self._code} and {code}")
        if len(self._lines) >= MAX_LINES or self._size > MAX_REPLY:
            raise _NoReply(f"a reply has more than {MAX_LINES} lines or {MAX_REPLY} octets")
