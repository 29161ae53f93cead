"""Real sessions over loopback: the lab relay, and servers that misbehave."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import threading
import time
import warnings
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from spshell.mail import ClientCertificate, Credential, Envelope, Outcome, Relay, Status, TlsPolicy
from spshell.mail.lab import Authority, LabRelay, Login
from spshell.mail.outcome import Phase, Verdict
from spshell.mail.smtp import SmtpTransport
from spshell.mail.tls import secret_path
from tests.mail.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "canary-pa55word"
ACCOUNTS = {"farm@contoso.test": CANARY}
ENVELOPE = Envelope("farm@contoso.test", ("a@b.test",))


def to(lab: LabRelay, *, password: str = CANARY, **changes: Any) -> Relay:
    facts: dict[str, Any] = {
        "credentials": lambda: Credential("farm@contoso.test", password),
        "trust_roots": (lab.authority.certificate,),
        "system_trust": False,
    }
    return Relay(lab.host, lab.port, **facts | changes)


def deliver(relay: Relay, envelope: Envelope = ENVELOPE, content: bytes | None = None) -> Outcome:
    return asyncio.run(SmtpTransport().deliver(content or message().content(), envelope, relay))


def verdict(outcome: Outcome) -> Verdict:
    (only,) = set(outcome.verdicts.values())
    return only


@pytest.fixture(scope="module")
def lab() -> Iterator[LabRelay]:
    with LabRelay(
        ACCOUNTS, refusals={"gone@b.test": "550 5.1.1 unknown", "ceo@b.test": "550 5.7.60 no"}
    ) as lab:
        yield lab


@pytest.fixture(autouse=True)
def fresh(request: pytest.FixtureRequest) -> None:
    if "lab" in request.fixturenames:
        lab = request.getfixturevalue("lab")
        lab.messages.clear()
        lab.logins.clear()


def test_a_message_goes_out_over_tls_with_a_login(lab: LabRelay) -> None:
    assert deliver(to(lab))["a@b.test"] is Status.SENT
    (received,) = lab.messages
    assert received.content == message().content()
    assert (received.mail_from, received.recipients) == ("farm@contoso.test", ("a@b.test",))
    assert received.user == "farm@contoso.test"
    assert received.tls.startswith("TLSv1.")
    assert lab.logins == [Login("LOGIN", "farm@contoso.test", accepted=True)]


def test_the_lab_shows_a_message_as_a_reader_would(lab: LabRelay) -> None:
    sent = message(subject="山田さん " * 20, text="報告\n", code_page=932, html="<p>報告</p>")
    deliver(to(lab), content=sent.content())
    received = lab.messages[0]
    assert received.field("Subject") == ("山田さん " * 20).strip()
    assert received.field("From") == "Intranet <farm@contoso.test>"
    assert received.field("Bcc") is None
    assert (received.charset, received.text) == ("iso-2022-jp", "報告\n")


def several(relay: Relay, envelopes: list[Envelope], between: Any = None) -> list[Outcome]:
    async def run() -> list[Outcome]:
        outcomes = []
        async with SmtpTransport() as transport:
            for envelope in envelopes:
                outcomes.append(await transport.deliver(message().content(), envelope, relay))
                if between:
                    between()
                    await asyncio.sleep(0.05)
        return outcomes

    return asyncio.run(run())


def test_messages_that_follow_use_the_same_session(lab: LabRelay) -> None:
    other = Envelope("farm@contoso.test", ("gone@b.test",))
    outcomes = several(to(lab), [ENVELOPE, other, ENVELOPE])
    assert [outcome[address].value for outcome in outcomes for address in outcome.verdicts] == [
        "sent",
        "bounced",
        "sent",
    ]
    assert len(lab.logins) == 1
    assert [received.recipients for received in lab.messages] == [("a@b.test",)] * 2


def test_a_session_that_the_relay_gave_up_is_replaced_at_once(lab: LabRelay) -> None:
    def give_up() -> None:
        lab.disconnect()

    assert [outcome["a@b.test"] for outcome in several(to(lab), [ENVELOPE] * 3, give_up)] == [Status.SENT] * 3
    assert len(lab.logins) == 3


def test_a_failed_session_is_not_kept(lab: LabRelay) -> None:
    several(to(lab, password="wrong"), [ENVELOPE] * 2)
    assert len(lab.logins) == 2


def test_lines_that_begin_with_dots_arrive_as_they_were(lab: LabRelay) -> None:
    content = message().content() + b".\r\n..\r\n.x\r\nend\r\n"
    deliver(to(lab), content=content)
    assert lab.messages[0].content == content


def test_one_refused_recipient_does_not_stop_the_others(lab: LabRelay) -> None:
    outcome = deliver(to(lab), Envelope("farm@contoso.test", ("gone@b.test", "a@b.test")))
    assert (outcome["gone@b.test"], outcome["a@b.test"]) == (Status.BOUNCED, Status.SENT)
    assert lab.messages[0].recipients == ("a@b.test",)


def test_a_sender_that_may_not_be_is_held(lab: LabRelay) -> None:
    found = verdict(deliver(to(lab), Envelope("ceo@b.test", ("a@b.test",))))
    assert (found.phase, found.enhanced, found.status) == (Phase.MAIL, "5.7.60", Status.HELD)


def test_a_wrong_password_is_one_failed_login_and_no_mail(lab: LabRelay) -> None:
    found = verdict(deliver(to(lab, password="wrong-" + CANARY)))
    assert (found.phase, found.code, found.status) == (Phase.AUTH, 535, Status.HELD)
    assert lab.logins == [Login("LOGIN", "farm@contoso.test", accepted=False)]
    assert lab.messages == []


def test_no_password_is_logged_or_shown(lab: LabRelay, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    relay = to(lab, password=CANARY + "-wrong", client_certificate=None)
    outcome = deliver(relay)
    ours = [
        record.getMessage() for record in caplog.records if record.name != "mail.log"
    ]  # the lab's own log
    for text in [
        repr(relay),
        repr(outcome),
        repr(relay.credentials()),
        *map(str, outcome.verdicts.values()),
        *ours,
    ]:
        assert CANARY not in text


@pytest.mark.parametrize(
    ("certificate", "reason"),
    [
        ({"ends": timedelta(hours=-1), "begins": timedelta(days=-9)}, "expired"),
        ({"begins": timedelta(days=1)}, "not yet valid"),
        ({"self_signed": True}, "self-signed"),
        ({"names": ["other.contoso.test"]}, "Hostname mismatch"),
        ({"client": True}, "unsuitable certificate purpose"),
    ],
)
def test_a_certificate_that_is_not_right_stops_the_mail(certificate: dict[str, Any], reason: str) -> None:
    authority = Authority()
    facts = dict(certificate)
    names = facts.pop("names", ["localhost", "127.0.0.1"])
    with LabRelay(ACCOUNTS, authority=authority, certificate=authority.issue(*names, **facts)) as lab:
        found = verdict(deliver(to(lab)))
    assert (found.phase, found.status) == (Phase.TLS, Status.HELD)
    assert reason in found.text
    assert lab.logins == []
    assert lab.messages == []


def test_an_unknown_authority_stops_the_mail(lab: LabRelay) -> None:
    found = verdict(deliver(to(lab, trust_roots=(Authority("another").certificate,))))
    assert (found.phase, found.status) == (Phase.TLS, Status.HELD)
    assert lab.logins == []


def test_an_intermediate_completes_a_chain_and_is_no_anchor() -> None:
    root = Authority("root")
    middle = Authority("intermediate", above=root)
    with LabRelay(ACCOUNTS, authority=middle) as lab:  # it sends its own certificate only
        known = {"trust_roots": (root.certificate,), "intermediates": (middle.certificate,)}
        assert verdict(deliver(to(lab, **known))).status is Status.SENT
        assert verdict(deliver(to(lab, **known | {"intermediates": ()}))).cause == "certificate-issuer-unknown"
        assert verdict(deliver(to(lab, **known | {"trust_roots": ()}))).status is Status.HELD
        # What the administrator puts into the Root store is an anchor, whoever has signed it.
        assert verdict(deliver(to(lab, trust_roots=(middle.certificate,)))).status is Status.SENT


def test_sessions_at_once_are_as_many_as_the_relay_allows(lab: LabRelay) -> None:
    most = 0

    async def run() -> list[Outcome]:
        nonlocal most
        relay = to(lab, connections=2)
        async with SmtpTransport() as transport:
            tasks = [asyncio.ensure_future(transport.deliver(message().content(), ENVELOPE, relay)) for _ in range(12)]
            while not all(task.done() for task in tasks):
                most = max(most, sum(protocol.transport is not None for protocol in lab._protocols))
                await asyncio.sleep(0.002)
            return await asyncio.gather(*tasks)

    assert {outcome["a@b.test"] for outcome in asyncio.run(run())} == {Status.SENT}
    assert most == 2
    assert len(lab.logins) == 2


def test_waiting_messages_do_not_try_a_wrong_password_again(lab: LabRelay) -> None:
    """They wait for the session that is being opened, and share what becomes of it."""

    async def run() -> list[Outcome]:
        relay = to(lab, password="wrong")
        async with SmtpTransport() as transport:
            return await asyncio.gather(
                *(transport.deliver(message().content(), ENVELOPE, relay) for _ in range(3))
            )

    assert {outcome["a@b.test"] for outcome in asyncio.run(run())} == {Status.HELD}
    assert len(lab.logins) == 1


def test_an_address_that_does_not_answer_does_not_hold_up_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Happy eyeballs: the first address of the host drops everything."""
    silent = socket.create_server(("127.0.0.2", 0), backlog=0)
    port = silent.getsockname()[1]
    fillers = []
    for _ in range(4):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex(("127.0.0.2", port))
        fillers.append(filler)

    async def addresses(self: Any, host: str, port: int, **_: Any) -> list[Any]:
        kind = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
        return [(*kind, ("127.0.0.2", port)), (*kind, ("127.0.0.1", port))]

    with LabRelay(starttls=False) as lab:
        lab.stop()
        lab.start(port)
        monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", addresses)
        begun = time.monotonic()
        assert verdict(deliver(Relay("two.contoso.test", port, TlsPolicy.NEVER))).status is Status.SENT
        assert time.monotonic() - begun < 1
    for each in (*fillers, silent):
        each.close()


def test_an_address_instead_of_a_name_must_stand_in_the_certificate(lab: LabRelay) -> None:
    relay = to(lab)
    assert deliver(Relay("127.0.0.1", **_facts(relay)))["a@b.test"] is Status.SENT
    authority = Authority()
    with LabRelay(ACCOUNTS, authority=authority, certificate=authority.issue("localhost")) as other:
        relay = to(other)
        assert verdict(deliver(Relay("127.0.0.1", **_facts(relay)))).phase is Phase.TLS


def _facts(relay: Relay) -> dict[str, Any]:
    names = ("port", "credentials", "trust_roots", "system_trust")
    return {name: getattr(relay, name) for name in names}


def test_a_trust_root_that_is_none_is_a_fault_of_the_settings(lab: LabRelay) -> None:
    found = verdict(deliver(to(lab, trust_roots=("no certificate",))))
    assert (found.phase, found.status) == (Phase.TLS, Status.HELD)


def test_required_tls_without_starttls_sends_nothing() -> None:
    with LabRelay(starttls=False) as lab:
        found = verdict(deliver(to(lab)))
    assert (found.phase, found.status) == (Phase.STARTTLS, Status.HELD)
    assert lab.messages == []


def test_clear_text_is_clear_text_and_anonymous_is_anonymous() -> None:
    with LabRelay(starttls=False) as lab:
        outcome = deliver(Relay(lab.host, lab.port, TlsPolicy.NEVER))
    assert outcome["a@b.test"] is Status.SENT
    (received,) = lab.messages
    assert (received.user, received.tls) == (None, None)


def test_tls_that_is_off_stays_off_and_the_relay_says_why(lab: LabRelay) -> None:
    found = verdict(deliver(to(lab, tls=TlsPolicy.NEVER, credentials=None)))
    assert (found.code, found.status) == (530, Status.HELD)
    assert lab.messages == []


def test_a_client_certificate_is_shown_to_a_relay_that_asks_for_it() -> None:
    with LabRelay(ACCOUNTS, client_certificates=True) as strict:
        issued = strict.authority.issue("sharepoint", client=True, rsa_key=True)
        with_it = to(strict, client_certificate=ClientCertificate(issued.certificate, issued.key))
        assert deliver(with_it)["a@b.test"] is Status.SENT
        assert deliver(to(strict))["a@b.test"] is not Status.SENT
        assert len(strict.messages) == 1
        assert issued.key not in repr(with_it)


def test_nobody_listening_is_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    found = verdict(deliver(Relay("127.0.0.1", port)))
    assert (found.phase, found.status) == (Phase.CONNECT, Status.DEFERRED)


def test_a_name_that_does_not_resolve_is_tried_again() -> None:
    found = verdict(deliver(Relay("relay.invalid", 25)))
    assert (found.phase, found.status) == (Phase.CONNECT, Status.DEFERRED)


class Misbehaving:
    """Answers each line it reads with the next of its replies; None is silence, b"" closes."""

    def __init__(self, *replies: bytes | None) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.heard: list[bytes] = []
        self._thread = threading.Thread(target=self._serve, args=(replies,), daemon=True)
        self._thread.start()

    def _serve(self, replies: tuple[bytes | None, ...]) -> None:
        connection, _ = self._listener.accept()
        self._listener.close()
        with connection, connection.makefile("rb") as lines:
            for reply in replies:
                if reply is None:
                    time.sleep(2)
                    return
                if reply == b"":
                    return
                try:
                    connection.sendall(reply)
                    line = lines.readline()
                except OSError:
                    return
                if not line:
                    return
                self.heard.append(line)


EHLO = b"250-mail\r\n250 STARTTLS\r\n"


@pytest.mark.parametrize(
    ("replies", "phase", "status"),
    [
        ((b"",), Phase.BANNER, Status.DEFERRED),
        ((b"554 no service\r\n",), Phase.BANNER, Status.HELD),
        ((b"\x16\x03\x01 TLS from the first byte\r\n",), Phase.BANNER, Status.DEFERRED),
        ((b"SSH-2.0-OpenSSH\r\n",), Phase.BANNER, Status.DEFERRED),
        ((b"220 ok\r\n", b""), Phase.EHLO, Status.DEFERRED),
        ((b"220 ok\r\n", b"250-" + b"x" * 70000 + b"\r\n"), Phase.EHLO, Status.DEFERRED),
        ((b"220 ok\r\n", b"250-more\r\n" * 9000), Phase.EHLO, Status.DEFERRED),
        ((b"220 ok\r\n", EHLO, b"454 not now\r\n"), Phase.STARTTLS, Status.DEFERRED),
        ((b"220 ok\r\n", EHLO, b"220 go\r\n250 injected\r\n"), Phase.STARTTLS, Status.HELD),
        ((b"220 ok\r\n", EHLO, b"220 go\r\n", b"no TLS at all\r\n"), Phase.TLS, Status.HELD),
        ((b"220 ok\r\n", EHLO, b"220 go\r\n", b""), Phase.TLS, Status.DEFERRED),
    ],
)
def test_a_server_that_misbehaves_gets_no_mail(
    replies: tuple[bytes, ...], phase: Phase, status: Status
) -> None:
    server = Misbehaving(*replies)
    found = verdict(deliver(Relay("127.0.0.1", server.port, deadline=10)))
    assert (found.phase, found.status) == (phase, status), found
    assert not any(line.startswith((b"AUTH", b"MAIL")) for line in server.heard)


def test_a_server_that_falls_silent_is_left_at_the_deadline() -> None:
    server = Misbehaving(b"220 ok\r\n", None)
    begun = time.monotonic()
    found = verdict(deliver(Relay("127.0.0.1", server.port, deadline=0.3)))
    assert (found.phase, found.status) == (Phase.EHLO, Status.DEFERRED)
    assert time.monotonic() - begun < 1.5


def test_a_connection_lost_after_the_relay_took_the_message_does_not_matter() -> None:
    ok = b"250 ok\r\n"
    server = Misbehaving(b"220 ok\r\n", ok, ok, ok, b"354 go\r\n")  # then the message's own lines

    class Taking(Misbehaving):
        def _serve(self, replies: tuple[bytes | None, ...]) -> None:
            connection, _ = self._listener.accept()
            with connection, connection.makefile("rb") as lines:
                for reply in replies:
                    connection.sendall(reply)
                    lines.readline()
                while lines.readline() != b".\r\n":
                    pass
                connection.sendall(b"250 taken\r\n")

    server = Taking(b"220 ok\r\n", ok, ok, ok, b"354 go\r\n")
    outcome = deliver(Relay("127.0.0.1", server.port, TlsPolicy.NEVER))
    assert outcome["a@b.test"] is Status.SENT


def test_a_relay_that_speaks_only_old_tls_is_named_so() -> None:
    issued = Authority().issue("localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with secret_path(issued.certificate + issued.key) as path:
        context.load_cert_chain(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that it is outdated is the point
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1

    class Old(Misbehaving):
        def _serve(self, replies: tuple[bytes | None, ...]) -> None:
            connection, _ = self._listener.accept()
            with connection:
                for reply in replies:
                    connection.sendall(reply)
                    if not reply.startswith(b"220 go"):
                        connection.recv(512)
                with suppress(OSError):
                    context.wrap_socket(connection, server_side=True)
                    time.sleep(0.2)

    server = Old(b"220 ok\r\n", EHLO, b"220 go\r\n")
    found = verdict(deliver(Relay("localhost", server.port)))
    assert (found.phase, found.status, found.cause) == (Phase.TLS, Status.HELD, "tls-version"), found
