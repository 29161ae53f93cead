"""A message's bytes: the header block in its fixed order, and the body's parts.

Parts are 7bit, quoted-printable or base64, so no relay needs 8BITMIME and no line is ever cut:
RFC 5321 §4.5.3.1.6 allows 998 octets, and the relays that break longer lines break messages.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from spshell.mail.charset import encoded
from spshell.mail.headers import LINE, date_field, mailbox_field, parameter, text_field, token_field
from spshell.mail.message import message_id_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.mail.message import MailMessage

# Controls that no text needs; a NUL or a form feed in a body only troubles relays and readers.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# Mailbox files quote "From " at the start of a line, careless relays trip over dots, blanks at a line's end get lost on the
# way.
_UNSAFE_STARTS = (b"From ", b"--", b".")
_UNSAFE = (*(b"\n" + start for start in _UNSAFE_STARTS), b" \r", b"\t\r")
_QP_BYTES = [bytes([byte]) if 33 <= byte <= 126 and byte != 0x3D else b"=%02X" % byte for byte in range(256)]


def serialized(message: MailMessage) -> bytes:
    """The whole message; the same model gives the same bytes."""
    return b"".join([*_fields(message), *_body(message)])


def canonical(text: str) -> str:
    """A body text as it is sent: lines end in LF, the last one too, and no other controls."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub(" ", text)
    return text if text.endswith("\n") else text + "\n"


def _fields(message: MailMessage) -> Iterator[bytes]:
    sender, page = message.sender, message.code_page
    yield date_field("Date", message.date)
    yield mailbox_field("From", [sender.from_], page)
    if sender.sender is not None:
        yield mailbox_field("Sender", [sender.sender], page)
    if sender.reply_to is not None:
        yield mailbox_field("Reply-To", [sender.reply_to], page)
    if message.to:
        yield mailbox_field("To", message.to, page)
    if message.cc:
        yield mailbox_field("Cc", message.cc, page)
    yield text_field("Subject", message.subject, page)
    yield token_field("Message-ID", message.message_id)
    if message.thread is not None:
        parent = message_id_of(message.thread, sender.from_.domain)
        yield token_field("In-Reply-To", parent)
        yield token_field("References", parent)
    if message.list_id is not None:
        yield token_field("List-Id", f"<{message.list_id}>")
    yield token_field("Auto-Submitted", message.auto_submitted)
    # Exchange's word for the same: no out-of-office replies to a machine.
    yield token_field("X-Auto-Response-Suppress", "All")
    yield token_field("MIME-Version", "1.0")


def _body(message: MailMessage) -> Iterator[bytes]:
    boundary = f"=_{message.id}"
    plain = _part("plain", message.text, message.code_page, boundary)
    if message.html is None:
        yield plain
        return
    html = _part("html", message.html, message.code_page, boundary)
    mark = f"--{boundary}".encode("ascii")
    yield token_field("Content-Type", "; ".join(["multipart/alternative", *parameter("boundary", boundary)]))
    # The line end before a mark belongs to the mark (RFC 2046 §5.1.1), so each part keeps its own.
    yield b"".join(b"\r\n" + mark + b"\r\n" + part for part in (plain, html))
    yield b"\r\n" + mark + b"--\r\n"


def _part(subtype: str, text: str, code_page: int, boundary: str) -> bytes:
    text = canonical(text).replace("\n", "\r\n")
    form = encoded(text, code_page)
    encoding, data = _transfer_encoded(form.data, boundary.encode("ascii"))
    kind = "; ".join([f"text/{subtype}", *parameter("charset", form.label)])
    head = token_field("Content-Type", kind) + token_field("Content-Transfer-Encoding", encoding)
    return head + b"\r\n" + data


def _transfer_encoded(data: bytes, boundary: bytes) -> tuple[str, bytes]:
    if _is_7bit(data, boundary):
        return "7bit", data
    quoted = _quoted_printable(data)
    coded = base64.b64encode(data)
    lines = b"".join(coded[start : start + LINE] + b"\r\n" for start in range(0, len(coded), LINE))
    return ("quoted-printable", quoted) if len(quoted) <= len(lines) else ("base64", lines)


def _is_7bit(data: bytes, boundary: bytes) -> bool:
    if not data.isascii() or boundary in data:
        return False
    if data.startswith(_UNSAFE_STARTS) or any(sign in data for sign in _UNSAFE):
        return False
    return max(map(len, data.split(b"\r\n"))) <= LINE


def _quoted_printable(data: bytes) -> bytes:
    """RFC 2045 §6.7, with soft line breaks at 76 octets."""
    return b"".join(_quoted_line(line) for line in data.removesuffix(b"\r\n").split(b"\r\n"))


def _quoted_line(line: bytes) -> bytes:
    pieces = [_QP_BYTES[byte] for byte in line]
    for position, byte in enumerate(line[:-1]):
        if byte in b" \t":
            pieces[position] = line[position : position + 1]
    if line.startswith((b".", b"-", b"From ")):  # a lone dot ends a message for a careless relay
        pieces[0] = b"=%02X" % line[0]
    whole = b"".join(pieces)
    return whole + b"\r\n" if len(whole) <= LINE else _softly_broken(pieces)


def _softly_broken(pieces: list[bytes]) -> bytes:
    lines, room = [], bytearray()
    for position, piece in enumerate(pieces):
        # A piece that is not the last on its line must leave room for the soft break's "=".
        if len(room) + len(piece) > LINE - (position < len(pieces) - 1):
            lines.append(bytes(room) + b"=\r\n")
            room.clear()
        room += piece
    return b"".join(lines) + bytes(room) + b"\r\n"
