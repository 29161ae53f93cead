"""Header fields as bytes: our own serializer, because the standard library's folding is unsafe.

(Up to 3.13 it drops the quotes of a long display name while folding, which turns a name into a second
recipient, and it encodes the comma between two mailboxes.)

Everything here encodes; nothing copies. A value is first made one line (`single_line`), then written as
atoms, as a quoted string or as encoded words, whichever every reader takes alike. Lines are folded only
between those pieces, never inside one.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from spshell.mail.charset import UTF8, fitting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from spshell.mail.address import Mailbox

LINE = 76  # RFC 2047 §2: the limit for a line with an encoded word; RFC 5322 §2.1.1 prefers 78
WORD = 75  # RFC 2047 §2: one encoded word

# C0, DEL and C1 controls, and the two Unicode line ends that some readers obey.
_CONTROLS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_ATOM_WORDS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
# What RFC 2047 §5 (3) lets stand for itself in a Q word inside a phrase: the strictest place.
_Q_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")
_Q_BYTES = [chr(byte) if byte in _Q_PLAIN else "_" if byte == 0x20 else f"={byte:02X}" for byte in range(256)]
_QUOTED = 60  # a quoted string is never folded, so it has to fit on a line
_PHRASE_WORD = LINE - len("Reply-To: ")  # an encoded word that fits even on a field's first line
HEADER_PAGE = {50225: 51949}  # RFC 1557: iso-2022-kr is for bodies, headers use euc-kr
_PLAIN_VALUE = re.compile("[!-~](?:[ -~]*[!-~])?")
_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class HeaderError(ValueError):
    """A field that only we write (an id, a parameter) is not what it must be: `name` and `value`."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}: {value!r} cannot stand in a header")
        self.name = name
        self.value = value


def single_line(text: str) -> str:
    """The text as it may stand in a header: every run of white space and controls is one space."""
    return _CONTROLS.sub(" ", text).strip()


def text_field(name: str, text: str, code_page: int = UTF8) -> bytes:
    """A field of free text, such as Subject."""
    text = single_line(text)
    words, room = text.split(" "), LINE - len(name) - 2
    if is_plain(text) and max(map(len, words)) <= room:
        return _folded(name, words)
    return _folded(name, encoded_words(text, code_page, first=room))


def mailbox_field(name: str, mailboxes: Iterable[Mailbox], code_page: int = UTF8) -> bytes:
    """An address field: From, Sender, Reply-To, To, Cc."""
    pieces: list[str] = []
    for mailbox in mailboxes:
        if pieces:
            pieces[-1] += ","
        pieces += mailbox_pieces(mailbox, code_page)
    return _folded(name, pieces)


def mailbox_pieces(mailbox: Mailbox, code_page: int = UTF8) -> list[str]:
    """A mailbox as the pieces between which a line may be folded."""
    name = single_line(mailbox.name)
    if not name:
        return [mailbox.address]
    return [*_phrase(name, code_page), f"<{mailbox.address}>"]


def token_field(name: str, value: str) -> bytes:
    """A field whose value we made ourselves: ids, dates, MIME. HeaderError unless it is plain ASCII."""
    if _PLAIN_VALUE.fullmatch(value) is None:
        raise HeaderError(name, value)
    return _folded(name, value.split(" "))


def date_field(name: str, date: datetime) -> bytes:
    """RFC 5322 §3.3, in UTC: English names whatever the locale, and a numeric zone."""
    offset = date.utcoffset()
    if offset is None:
        raise HeaderError(name, str(date))
    utc = date - offset
    day, month = _DAYS[utc.weekday()], _MONTHS[utc.month - 1]
    return token_field(name, f"{day}, {utc.day:02} {month} {utc.year:04} {utc:%H:%M:%S} +0000")


def parameter(name: str, value: str) -> list[str]:
    """A MIME parameter as one or several pieces (RFC 2231), each to be preceded by a semicolon.

    A token or a quoted string where the value is short ASCII, else name*0*, name*1* ... in UTF-8.
    """
    value = single_line(value)
    if value.isascii() and len(value) + len(name) < LINE - 10 and '"' not in value and "\\" not in value:
        return [f'{name}="{value}"']
    room = LINE - len(name) - 10
    chunks, chunk = [], "UTF-8''"
    for byte in value.encode("utf-8", "replace"):
        piece = chr(byte) if byte in _Q_PLAIN and byte not in b"*" else f"%{byte:02X}"
        if len(chunk) + len(piece) > room:
            chunks.append(chunk)
            chunk = ""
        chunk += piece
    chunks.append(chunk)
    if len(chunks) == 1:
        return [f"{name}*={chunk}"]
    return [f"{name}*{number}*={chunk}" for number, chunk in enumerate(chunks)]


def encoded_words(text: str, code_page: int = UTF8, *, first: int = WORD, rest: int = WORD) -> list[str]:
    """RFC 2047 words, each self-contained; `first` and `rest` are the room for the first and the others.

    Readers join adjacent words without the white space between them, so the split is invisible. No
    character is ever split, and every word starts and ends in the charset's initial state.
    """
    charset, data = fitting(text, HEADER_PAGE.get(code_page, code_page))
    plain = sum(byte in _Q_PLAIN or byte == 0x20 for byte in data)
    stateful = b"\x1b" in data or charset.codec == "hz"  # escape sequences are no reading matter
    write = _q_word if plain * 2 >= len(data) and not stateful else _b_word
    words: list[str] = []
    chunk, word, room = "", "", first
    for character in data.decode(charset.codec):
        longer = write(charset.label, (chunk + character).encode(charset.codec))
        if chunk and len(longer) > room:
            words.append(word)
            chunk, room = "", rest
            longer = write(charset.label, character.encode(charset.codec))
        chunk, word = chunk + character, longer
    return [*words, word] if chunk else words


def is_plain(text: str) -> bool:
    """Printable ASCII in which no reader could see an encoded word."""
    return text.isascii() and text.isprintable() and "=?" not in text


def _phrase(name: str, code_page: int) -> list[str]:
    if is_plain(name) and len(name) <= _QUOTED:
        if _ATOM_WORDS.fullmatch(name):
            return name.split(" ")
        if '"' not in name and "\\" not in name:  # readers disagree about what a backslash means
            return [f'"{name}"']
    return encoded_words(name, code_page, first=_PHRASE_WORD, rest=_PHRASE_WORD)


def _b_word(label: str, data: bytes) -> str:
    return f"=?{label}?B?{base64.b64encode(data).decode('ascii')}?="


def _q_word(label: str, data: bytes) -> str:
    text = "".join(_Q_BYTES[byte] for byte in data)
    return f"=?{label}?Q?{text}?="


def _folded(name: str, pieces: Iterable[str]) -> bytes:
    if not _FIELD_NAME.fullmatch(name):
        raise HeaderError(name, "")
    lines, line = [], f"{name}:"
    for number, piece in enumerate(pieces):
        if number and len(line) + 1 + len(piece.encode()) > LINE:
            lines.append(line)
            line = ""
        if piece:
            line += f" {piece}"
    # Only an address may be more than ASCII here (RFC 6532); Mailbox has checked it.
    return ("\r\n".join([*lines, line]) + "\r\n").encode("utf-8")
