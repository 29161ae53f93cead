"""Text records from DNS (RFC 1035): one question, one answer, over UDP, and over TCP when it was cut.

The system's resolver library answers addresses only.
"""

from __future__ import annotations

import os
import socket

_TXT = 16
_HOME = "/etc/resolv.conf"


class NoAnswer(Exception):
    """The name server could not be asked, or did not answer."""


def name_server(path: str = _HOME) -> tuple[str, int] | None:
    """The first name server that the system uses."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            words = [line.split() for line in file]
    except OSError:
        return None
    return next(((word[1], 53) for word in words if len(word) > 1 and word[0] == "nameserver"), None)


def text_records(name: str, server: tuple[str, int], seconds: float) -> list[str]:
    """The TXT records of a name; none for a name that does not exist. Raises NoAnswer."""
    ident = os.urandom(2)
    question = ident + b"\x01\x00\x00\x01" + bytes(6) + _encoded(name) + bytes([0, _TXT, 0, 1])
    try:
        answer = _over_udp(question, server, seconds)
        if len(answer) > 2 and answer[2] & 2:
            answer = _over_tcp(question, server, seconds)
    except OSError as error:
        raise NoAnswer(f"{server[0]}: {error.strerror or error}") from None
    try:
        return _read(answer, ident)
    except (IndexError, ValueError) as error:
        raise NoAnswer(f"{server[0]}: not a DNS answer") from error


def _over_udp(question: bytes, server: tuple[str, int], seconds: float) -> bytes:
    family = socket.AF_INET6 if ":" in server[0] else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as asking:
        asking.settimeout(seconds)
        asking.connect(server)  # an answer from anywhere else is none
        asking.send(question)
        return asking.recv(65535)


def _over_tcp(question: bytes, server: tuple[str, int], seconds: float) -> bytes:
    with socket.create_connection(server, seconds) as asking:
        asking.sendall(len(question).to_bytes(2, "big") + question)
        with asking.makefile("rb") as file:
            return file.read(int.from_bytes(file.read(2), "big"))


def _encoded(name: str) -> bytes:
    labels = [label.encode("ascii") for label in name.rstrip(".").split(".")]
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def _read(answer: bytes, ident: bytes) -> list[str]:
    if answer[:2] != ident or not answer[2] & 0x80:
        raise ValueError("another answer")
    code = answer[3] & 15
    if code == 3:
        return []
    if code:
        raise NoAnswer(f"the name server answers with error {code}")
    at = 12
    for _number in range(int.from_bytes(answer[4:6], "big")):
        at = _past_name(answer, at) + 4
    found: list[str] = []
    for _number in range(int.from_bytes(answer[6:8], "big")):
        at = _past_name(answer, at)
        kind, length = (
            int.from_bytes(answer[at : at + 2], "big"),
            int.from_bytes(answer[at + 8 : at + 10], "big"),
        )
        if kind == _TXT:
            found.append(_strings(answer[at + 10 : at + 10 + length]))
        at += 10 + length
    return found


def _past_name(data: bytes, at: int) -> int:
    while data[at]:
        if data[at] >= 0xC0:  # RFC 1035 §4.1.4: the rest stands elsewhere
            return at + 2
        at += data[at] + 1
    return at + 1


def _strings(data: bytes) -> str:
    parts: list[bytes] = []
    while data:
        parts.append(data[1 : 1 + data[0]])
        data = data[1 + data[0] :]
    return b"".join(parts).decode("utf-8", "replace")
