"""The second look: read a finished message by a path of its own and compare it with what was meant.

This reader shares no code with the serializer. It is strict about what we write ourselves (any line, any
field, any part that should not be there is a mismatch), and a message that does not read back exactly
must not leave: a site's title has then become a header, or a name a recipient.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections import Counter
from typing import TYPE_CHECKING

from spshell.mail.charset import as_read, decoded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spshell.mail.address import Mailbox
    from spshell.mail.message import MailMessage

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*): ?(.*)", re.DOTALL)
_ENCODED_WORD = re.compile(r"=\?([A-Za-z0-9_-]+)\?([BQ])\?([!->@-~]*)\?=")
# An atom may end in an address literal (RFC 5321 §4.1.3), the one place for brackets and colons.
_TOKEN = re.compile(
    r'(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<angle><[^<>"]*>)|(?P<comma>,)|(?P<atom>[^\s<>",;:()\\\[\]]+(?:\[[0-9A-Za-z.:]*\])?)|(?P<blank>\s+)'
)
_ADDRESS_FIELDS = frozenset({"From", "Sender", "Reply-To", "To", "Cc"})
_BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")


class ParseBackError(Exception):
    """The bytes do not say what the message says: `reason`, and the `content` for the quarantine."""

    def __init__(self, reason: str, content: bytes) -> None:
        super().__init__(reason)
        self.reason = reason
        self.content = content


class _Mismatch(Exception):
    pass


def check(message: MailMessage, content: bytes) -> None:
    """Raise ParseBackError unless the content reads back as exactly this message."""
    try:
        _check_lines(content)
        fields, body = _split(content)
        _check_ascii(message, fields, body)
        _check_names(message, fields)
        _check_fields(message, dict(fields))
        _check_body(message, dict(fields), body)
    except _Mismatch as error:
        raise ParseBackError(str(error), content) from None


def read_mailboxes(value: str) -> list[tuple[str, str]]:
    """The (name, address) pairs that a strict reader sees in an address field; ValueError if it sees none.

    Comments, groups and route addresses are refused: nothing here writes them.
    """
    found: list[tuple[str, str]] = []
    phrase: list[str] = []
    address: str | None = None
    for kind, text in [*_tokens(value), ("comma", ",")]:
        if kind == "comma":
            if address is None:
                if len(phrase) != 1 or phrase[0].startswith('"'):
                    raise ValueError(value)
                address, phrase = phrase[0], []
            found.append((_phrase_text(phrase), address))
            phrase, address = [], None
        elif address is not None:
            raise ValueError(value)
        elif kind == "angle":
            address = text[1:-1]
        else:
            phrase.append(text)
    return found


def read_text(value: str) -> str:
    """Free text with its encoded words decoded; adjacent ones join without the space between them."""
    parts: list[str] = []
    joins = False
    for word in value.split(" "):
        match = _ENCODED_WORD.fullmatch(word)
        if match is None:
            if "=?" in word:
                raise ValueError(value)
            parts.append((" " if parts else "") + word)
        else:
            parts.append(("" if joins or not parts else " ") + _decoded_word(match))
        joins = match is not None
    return "".join(parts)


def _check_lines(content: bytes) -> None:
    if b"\0" in content:
        raise _Mismatch("the message holds NUL")
    if not content.endswith(b"\r\n"):
        raise _Mismatch("the last line does not end")
    if not content.count(b"\r\n") == content.count(b"\r") == content.count(b"\n"):
        raise _Mismatch("a line ends in CR or LF alone")
    if max(map(len, content.split(b"\r\n"))) > 998:
        raise _Mismatch("a line is longer than 998 octets")


def _check_ascii(message: MailMessage, fields: list[tuple[str, str]], body: bytes) -> None:
    """Everything is 7bit, but for addresses that are not (RFC 6532)."""
    sender = message.sender
    mailboxes = [sender.from_, sender.sender, sender.reply_to, *message.to, *message.cc]
    allowed = any(mailbox is not None and mailbox.needs_utf8 for mailbox in mailboxes)
    if not body.isascii() or not all(
        value.isascii() or (allowed and name in _ADDRESS_FIELDS) for name, value in fields
    ):
        raise _Mismatch("the message is not 7bit")


def _split(part: bytes) -> tuple[list[tuple[str, str]], bytes]:
    head, separator, body = part.partition(b"\r\n\r\n")
    if not separator:
        raise _Mismatch("there is no empty line after the header")
    fields: list[tuple[str, str]] = []
    for line in re.split(rb"\r\n(?![ \t])", head):
        try:
            match = _FIELD.fullmatch(line.decode("utf-8").replace("\r\n", ""))
        except UnicodeDecodeError:
            raise _Mismatch("a header line is not UTF-8") from None
        if match is None:
            raise _Mismatch("a header line is no field")
        fields.append((match[1], match[2]))
    return fields, body


def _check_names(message: MailMessage, fields: list[tuple[str, str]]) -> None:
    expected = ["Date", "From", "Subject", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress"]
    expected += ["MIME-Version", "Content-Type"]
    optional = {
        "Sender": message.sender.sender,
        "Reply-To": message.sender.reply_to,
        "To": message.to,
        "Cc": message.cc,
        "In-Reply-To": message.thread,
        "References": message.thread,
        "List-Id": message.list_id,
        "Content-Transfer-Encoding": message.html is None,
    }
    expected += [name for name, present in optional.items() if present]
    seen = Counter(name for name, _ in fields)
    if seen != Counter(expected):
        different = sorted((seen - Counter(expected)) + (Counter(expected) - seen))
        raise _Mismatch(f"fields that should not be there, or are missing: {', '.join(different)}")


def _check_fields(message: MailMessage, fields: dict[str, str]) -> None:
    sender, page = message.sender, message.code_page
    mailboxes = {
        "From": [sender.from_],
        "Sender": [sender.sender] if sender.sender else [],
        "Reply-To": [sender.reply_to] if sender.reply_to else [],
        "To": message.to,
        "Cc": message.cc,
    }
    for name, meant in mailboxes.items():
        if meant:
            _check_mailboxes(name, fields[name], meant, page)
    try:
        subject = read_text(fields["Subject"])
    except (ValueError, LookupError) as error:
        raise _Mismatch("Subject does not decode") from error
    if subject != _meant(message.subject, page):
        raise _Mismatch("Subject reads back differently")
    if fields["Message-ID"] != message.message_id:
        raise _Mismatch("Message-ID reads back differently")


def _check_mailboxes(name: str, value: str, meant: Iterable[Mailbox], page: int) -> None:
    try:
        read = read_mailboxes(value)
    except (ValueError, LookupError) as error:
        raise _Mismatch(f"{name} does not read as mailboxes") from error
    if read != [(_meant(mailbox.name, page), mailbox.address) for mailbox in meant]:
        raise _Mismatch(f"{name} reads back differently")


def _meant(text: str, page: int) -> str:
    return as_read(_BLANKS.sub(" ", text).strip(), page)


def _check_body(message: MailMessage, fields: dict[str, str], body: bytes) -> None:
    if message.html is None:
        _check_part("text/plain", message.text, fields, body, message.code_page)
        return
    match = re.fullmatch(r'multipart/alternative; boundary="([^"]+)"', fields["Content-Type"])
    if match is None:
        raise _Mismatch("Content-Type is not the one of two parts")
    mark = b"--" + match[1].encode("ascii")
    pieces = (b"\r\n" + body).split(b"\r\n" + mark)
    if len(pieces) != 4 or pieces[0] or pieces[3] != b"--\r\n":
        raise _Mismatch("the body does not have exactly two parts")
    for kind, text, piece in (("plain", message.text, pieces[1]), ("html", message.html, pieces[2])):
        part_fields, part = _split(piece.removeprefix(b"\r\n"))
        if Counter(name for name, _ in part_fields) != Counter(("Content-Type", "Content-Transfer-Encoding")):
            raise _Mismatch("a part has other fields than its own two")
        _check_part(f"text/{kind}", text, dict(part_fields), part, message.code_page)


def _check_part(kind: str, text: str, fields: dict[str, str], body: bytes, page: int) -> None:
    match = re.fullmatch(r'(text/[a-z]+); charset="([^"]+)"', fields["Content-Type"])
    if match is None or match[1] != kind:
        raise _Mismatch(f"Content-Type is not {kind}")
    try:
        read = decoded(_transfer_decoded(fields["Content-Transfer-Encoding"], body), match[2])
    except (ValueError, LookupError) as error:
        raise _Mismatch(f"the {kind} part does not decode") from error
    if _lines(read) != _lines(as_read(text, page)):
        raise _Mismatch(f"the {kind} part reads back differently")


def _lines(text: str) -> list[str]:
    shown = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", text)
    return shown.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")


def _transfer_decoded(encoding: str, body: bytes) -> bytes:
    if encoding == "base64":
        try:
            return base64.b64decode(body.replace(b"\r\n", b""), validate=True)
        except binascii.Error as error:
            raise ValueError(encoding) from error
    return quopri.decodestring(body) if encoding == "quoted-printable" else body


def _tokens(value: str) -> Iterable[tuple[str, str]]:
    position = 0
    while position < len(value):
        match = _TOKEN.match(value, position)
        if match is None:
            raise ValueError(value)
        position = match.end()
        if match.lastgroup != "blank":
            yield str(match.lastgroup), match.group()


def _phrase_text(words: list[str]) -> str:
    if len(words) == 1 and words[0].startswith('"'):
        quoted = re.sub(r"\\(.)", r"\1", words[0][1:-1])
        if "=?" in quoted:  # some readers decode inside quotes, some do not
            raise ValueError(quoted)
        return quoted
    if any(word.startswith('"') for word in words):
        raise ValueError(words)
    return read_text(" ".join(words))


def _decoded_word(match: re.Match[str]) -> str:
    label, form, text = match.groups()
    if len(match.group()) > 75:  # RFC 2047 §2
        raise ValueError(text)
    if form == "B":
        try:
            return decoded(base64.b64decode(text, validate=True), label)
        except binascii.Error as error:
            raise ValueError(text) from error
    return decoded(quopri.decodestring(text.replace("_", "=20").encode("ascii")), label)
