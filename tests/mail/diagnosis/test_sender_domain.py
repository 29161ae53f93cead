"""SPF and DMARC of the senders' domains, asked of a name server of the test's own (P18)."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from spshell.mail import Relay
from spshell.mail.diagnosis import State, Target
from spshell.mail.diagnosis.dns_query import NoAnswer, text_records
from spshell.mail.diagnosis.sender_domain import look_at_domains

RECORDS = {
    "good.test": ["v=spf1 include:relay -all", "something else"],
    "_dmarc.good.test": ["v=DMARC1; p=none"],
    "strict.test": ["v=spf1 -all"],
    "_dmarc.strict.test": ["v=DMARC1; p=reject; rua=mailto:x@strict.test"],
    "long.test": ["v=spf1 " + "a" * 400],
}


def _answer(question: bytes) -> bytes:
    labels, at = [], 12
    while question[at]:
        labels.append(question[at + 1 : at + 1 + question[at]].decode())
        at += question[at] + 1
    texts = RECORDS.get(".".join(labels), [])
    code = 0 if texts else 3
    body = b""
    for text in texts:
        raw = text.encode()
        data = b"".join(bytes([len(raw[n : n + 255])]) + raw[n : n + 255] for n in range(0, len(raw), 255))
        body += b"\xc0\x0c\0\x10\0\x01\0\0\0\x3c" + len(data).to_bytes(2, "big") + data
    head = question[:2] + bytes([0x81, 0x80 | code]) + b"\0\x01" + len(texts).to_bytes(2, "big") + bytes(4)
    return head + question[12 : at + 5] + body


@pytest.fixture(scope="module")
def name_server() -> Iterator[tuple[str, int]]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.bind(("127.0.0.1", 0))
        port = udp.getsockname()[1]
        tcp = socket.create_server(("127.0.0.1", port))

        def serve() -> None:
            while True:
                try:
                    question, client = udp.recvfrom(512)
                except OSError:
                    return
                answer = _answer(question)
                if len(answer) > 300:  # cut: the client has to come by TCP
                    answer = answer[:2] + bytes([answer[2] | 2]) + answer[3:12]
                udp.sendto(answer, client)

        def serve_tcp() -> None:
            while True:
                try:
                    connection, _ = tcp.accept()
                except OSError:
                    return
                with connection:
                    answer = _answer(connection.recv(512)[2:])
                    connection.sendall(len(answer).to_bytes(2, "big") + answer)

        threading.Thread(target=serve, daemon=True).start()
        threading.Thread(target=serve_tcp, daemon=True).start()
        yield "127.0.0.1", port
        tcp.close()


def test_text_records_are_read_over_udp_and_over_tcp_when_cut(name_server: tuple[str, int]) -> None:
    assert text_records("good.test", name_server, 2) == RECORDS["good.test"]
    assert text_records("long.test", name_server, 2) == RECORDS["long.test"]
    assert text_records("none.test", name_server, 2) == []


def test_a_silent_name_server_is_no_answer() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        with pytest.raises(NoAnswer):
            text_records("good.test", silent.getsockname(), 0.1)


@pytest.mark.parametrize(
    ("domain", "impersonated", "state", "problem"),
    [
        ("good.test", False, State.OK, None),
        ("nothing.test", False, State.NOTE, "P18"),
        ("strict.test", False, State.OK, None),
        ("strict.test", True, State.WARNING, "P18"),
    ],
)
def test_a_domain_is_judged_by_what_it_publishes(
    name_server: tuple[str, int], domain: str, impersonated: bool, state: State, problem: str | None
) -> None:
    """
    A domain that asks for refusal is a warning for its users, whom the farm would impersonate.
    """
    senders = (
        (("From", "farm@good.test"), ("in the name of", f"u@{domain}"))
        if impersonated
        else (("From", f"f@{domain}"),)
    )
    family = look_at_domains(Target(Relay("mail.test"), senders=senders, nameserver=name_server))
    step = next(step for step in family.steps if step.name == domain)
    assert step.state is state
    assert {remedy.problem for remedy in step.remedies} == ({problem} if problem else set())
