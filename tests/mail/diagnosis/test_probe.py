"""The known problems, each made by a relay that has it, each recognised with its remedy and its exit code."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest

from spshell.mail import ClientCertificate, Credential, CredentialUnavailable, Relay, TlsPolicy
from spshell.mail.diagnosis import (
    Patience,
    State,
    Step,
    Target,
    as_data,
    diagnose,
    exit_code,
    from_data,
    tree,
)
from spshell.mail.lab import Authority, LabRelay
from tests.mail.diagnosis.scripted_relay import ScriptedRelay, server_context

PASSWORD = "canary-pa55word"
FARM, ANN, BOB = "farm@corp.test", "ann@corp.test", "bob@corp.test"
PATIENCE = Patience(connect=2, banner=2, reply=4, silence=0.5, lookup=5)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def relay_to(server: Any, authority: Authority | None = None, **changes: Any) -> Relay:
    facts: dict[str, Any] = {
        "system_trust": False,
        "trust_roots": (authority.certificate,) if authority else (),
        "credentials": lambda: Credential("farm", PASSWORD),
    }
    return Relay(server.host, server.port, **facts | changes)


def run(relay: Relay, **changes: Any) -> list[Step]:
    facts: dict[str, Any] = {"senders": (("From", FARM),), "recipients": (BOB,), "patience": PATIENCE}
    return list(diagnose(Target(relay, **facts | changes)))


def every(steps: list[Step]) -> Iterator[Step]:
    for step in steps:
        yield from step.walk()


def problems(steps: list[Step]) -> set[str]:
    """The problems of what failed or was warned of."""
    bad = (State.FAILED, State.WARNING)
    return {remedy.problem for step in every(steps) if step.state in bad for remedy in step.remedies}


def find(steps: list[Step], name: str) -> Step:
    return next(step for step in every(steps) if step.name == name)


SECURE = {"credentials": None}


def lab(**facts: Any) -> Callable[[ExitStack, Authority], Any]:
    return lambda stack, authority: stack.enter_context(
        LabRelay({"farm": PASSWORD}, authority=authority, **facts)
    )


def scripted(replies: dict[str, Any], **facts: Any) -> Callable[[ExitStack, Authority], Any]:
    def make(stack: ExitStack, authority: Authority) -> Any:
        tls = (
            {"context": server_context(authority, **facts.get("tls", {}))}
            if facts.get("tls") is not None
            else {}
        )
        return stack.enter_context(ScriptedRelay(replies, implicit_tls=facts.get("implicit", False), **tls))

    return make


def lab_with(*names: str, **issue: Any) -> Callable[[ExitStack, Authority], Any]:
    return lambda stack, authority: stack.enter_context(
        LabRelay({"farm": PASSWORD}, authority=authority, certificate=authority.issue(*names, **issue))
    )


OLD = (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1)
INSIDE = "250-relay\r\n250 STARTTLS"

CASES: dict[str, tuple[Callable[[ExitStack, Authority], Any], dict[str, Any], str, int | tuple[int, int]]] = {
    # name: (server, changes of the relay, problem, exit code)
    "P3 wrong password": (lab(), {"credentials": lambda: Credential("farm", "wrong")}, "P3", 28),
    "P4 SMTP AUTH disabled": (
        scripted({"password": "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled"}, tls={}),
        {}, "P4", 28,
    ),
    "P4 not authenticated": (
        scripted({"MAIL": "530 5.7.57 Client not authenticated to send mail"}, tls={}), {"credentials": None}, "P4", 23,
    ),
    "P6 expired": (lab_with("localhost", begins=timedelta(-30), ends=timedelta(-1)), {}, "P6", 29),
    "P6 other name": (lab_with("mail.other.test"), {}, "P6", 29),
    "P6 self-signed": (lab_with("localhost", self_signed=True), {}, "P6", 29),
    "P6 unknown issuer": (lab(), {"trust_roots": ()}, "P6", 29),
    "P6 client certificate": (scripted({}, tls={"client_certificates": True}), {}, "P6", 29),
    "P7 no STARTTLS": (scripted({"EHLO": "250-relay\r\n250 PIPELINING"}), {}, "P7", 29),
    "P7 STARTTLS masked": (scripted({"EHLO": "250-relay\r\n250 XXXXXXXA"}), {}, "P7", 29),
    "P7 implicit TLS": (scripted({}, tls={}, implicit=True), {}, "P7", 29),
    "P7 injected bytes": (scripted({"STARTTLS": "220 go\r\n250 injected"}, tls={}), {}, "P7", 29),
    "P7 no TLS behind STARTTLS": (scripted({"EHLO": INSIDE, "STARTTLS": "220 go"}), {}, "P7", 29),
    "P7 TLS wanted": (
        scripted({"MAIL": "530 5.7.0 Must issue a STARTTLS command first"}),
        {"tls": TlsPolicy.NEVER, "credentials": None}, "P7", 23,
    ),
    "P8 TLS 1.0 only": (scripted({}, tls={"versions": OLD}), {}, "P8", 29),
    "P8 said by the relay": (
        scripted({"EHLO": "421 4.7.66 TLS 1.0 and 1.1 are not supported"}), {}, "P8", 22,
    ),
    "P9 reset": (scripted({"greeting": "reset"}), {}, "P9", (2, 21)),  # the reset may overtake the connection
    "P13 no such mailbox": (
        scripted({"RCPT": "550 5.1.1 no such user"}, tls={}), {"credentials": None}, "P13", 24,
    ),
    "P14 restricted group": (
        scripted({"RCPT": "550 5.7.124 Sender not in allowed-senders list for this group"}, tls={}),
        {"credentials": None}, "P14", 24,
    ),
    "P16 relay denied": (
        scripted({"RCPT": "550 5.7.1 Unable to relay"}, tls={}), {"credentials": None}, "P16", 24,
    ),
    "P16 connector unknown": (
        scripted({"RCPT": "550 5.7.64 TenantAttribution; Relay Access Denied"}, tls={}), {"credentials": None}, "P16", 24,
    ),
    "P16 too many connections": (
        scripted({"greeting": "432 4.3.2 Concurrent connections limit exceeded"}), {}, "P16", 21,
    ),
    "P16 turned away": (scripted({"greeting": "554 5.7.1 no mail from you"}), {}, "P16", 21),
    "P18 domain refused": (
        scripted({"MAIL": "550 5.1.8 Sender domain does not exist"}, tls={}), {"credentials": None}, "P18", 23,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_problem_is_recognised(case: str, authority: Authority) -> None:
    make, changes, problem, code = CASES[case]
    with ExitStack() as stack:
        steps = run(relay_to(make(stack, authority), authority, **changes))
    assert problem in problems(steps), "\n".join(line for step in steps for line in tree(step, 120))
    assert exit_code(steps) in (code if isinstance(code, tuple) else (code,))


def test_a_good_relay_has_no_problem_and_every_step_a_time(authority: Authority) -> None:
    with LabRelay({"farm": PASSWORD}, authority=authority) as server:
        steps = run(relay_to(server, authority))
    assert exit_code(steps) == 0
    assert problems(steps) == set()
    timed = ("Name", "Greeting", "STARTTLS", "Handshake", "EHLO inside TLS", "LOGIN", f"to <{BOB}>")
    assert all(find(steps, name).seconds is not None for name in timed)
    assert find(steps, "Handshake").facts["version"] == "TLSv1.3"
    assert server.messages == []


def test_impersonation_is_tried_and_warned_of_without_a_message(authority: Authority) -> None:
    """
    P5: From is taken, the user is not; nothing is sent, and mail in the farm's name still leaves.
    """
    with LabRelay(
        {"farm": PASSWORD}, authority=authority, refusals={ANN: "550 5.7.60 not as this sender"}
    ) as server:
        steps = run(relay_to(server, authority), senders=(("From", FARM), ("in the name of", ANN)))
    assert (problems(steps), exit_code(steps)) == ({"P5"}, 0)
    assert find(steps, f"in the name of <{ANN}>").state is State.WARNING
    assert server.messages == []


def test_a_rejected_credential_is_shown_once_to_no_other_mechanism(authority: Authority) -> None:
    """
    NTLM is tried and rejected; LOGIN, with the same password, is not tried at all.
    """
    replies = {"EHLO": "250-relay\r\n250-STARTTLS\r\n250 AUTH NTLM LOGIN", "AUTH": "535 5.7.8 no"}
    with ScriptedRelay(replies, context=server_context(authority)) as server:
        steps = run(relay_to(server, authority))
        tried = [line for line in server.received if line.startswith("AUTH")]
    assert tried == ["AUTH NTLM"]
    assert find(steps, "LOGIN").state is State.SKIPPED
    assert exit_code(steps) == 28


def test_without_a_readable_password_nothing_is_tried(authority: Authority) -> None:
    def unavailable() -> Credential:
        raise CredentialUnavailable("no application credential key is set on this server")

    with ScriptedRelay({}, context=server_context(authority)) as server:
        steps = run(relay_to(server, authority, credentials=unavailable))
    assert (problems(steps), exit_code(steps), server.sent("AUTH"), server.sent("MAIL")) == ({"P2"}, 28, 0, 0)


def test_an_open_relay_is_told_apart_from_a_working_login(authority: Authority) -> None:
    """
    P3: mail that arrives proves nothing about the login where anonymous mail is taken, too.
    """
    with ScriptedRelay({}, context=server_context(authority)) as server:
        steps = run(relay_to(server, authority))
    step = find(steps, "Without signing in")
    assert (step.state, step.facts["taken"]) == (State.NOTE, True)
    assert [remedy.problem for remedy in step.remedies] == ["P3"]


def test_login_in_clear_text_is_never_tried() -> None:
    with ScriptedRelay({"EHLO": "250-relay\r\n250 AUTH LOGIN"}) as server:
        steps = run(relay_to(server, tls=TlsPolicy.NEVER))
        assert server.sent("AUTH") == 0
    assert (problems(steps), exit_code(steps)) == ({"P3"}, 28)


def test_a_client_certificate_that_the_relay_asks_for_is_shown_and_named(authority: Authority) -> None:
    issued = authority.issue("sharepoint", client=True)
    certificate = ClientCertificate(issued.certificate, issued.key)
    with ScriptedRelay({}, context=server_context(authority, client_certificates=True)) as server:
        steps = run(relay_to(server, authority, client_certificate=certificate))
    step = find(steps, "Client certificate")
    assert step.facts == {"requested": True, "authorities": [], "configured": True}
    assert exit_code(steps) == 0


@pytest.mark.parametrize(("relay", "sign"), [("refused", "nothing listens"), ("no-name", "nowhere.invalid")])
def test_no_connection_says_why(relay: str, sign: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    host = "127.0.0.1" if relay == "refused" else "nowhere.invalid"
    steps = run(Relay(host, port))
    assert exit_code(steps) == 2
    assert sign in "\n".join(line for step in steps for line in tree(step, 200))
    assert [step.state for step in steps if step.name == "TLS"] == [State.SKIPPED]


def test_dropped_packets_and_a_refusal_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    P9: a firewall that drops is not a port that nobody listens on.
    """

    class Filtered(socket.socket):
        def connect(self, address: Any) -> None:
            raise TimeoutError

    monkeypatch.setattr(socket, "socket", Filtered)
    steps = run(Relay("127.0.0.1", 2525))
    assert "P9" in problems(steps)
    assert "packets are dropped" in find(steps, "127.0.0.1:2525").detail


def test_each_address_is_tried_and_a_dead_one_is_only_a_warning(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ScriptedRelay({}, context=server_context(authority)) as server:
        entry = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        found = [(*entry, (address, server.port)) for address in ("127.0.0.9", "127.0.0.1")]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)
        steps = run(relay_to(server, authority))
    family = find(steps, "Connection")
    assert [step.state for step in family.steps] == [State.FAILED, State.OK]
    assert (family.state, exit_code(steps)) == (State.WARNING, 0)


def test_what_tls_changes_about_the_offer_is_shown(authority: Authority) -> None:
    replies = {"EHLO": ["250-r\r\n250-STARTTLS\r\n250 AUTH LOGIN", "250-r\r\n250 SIZE 100"]}
    with ScriptedRelay(replies, context=server_context(authority)) as server:
        steps = run(relay_to(server, authority, credentials=None))
    step = find(steps, "EHLO inside TLS compared")
    assert (step.facts["appeared"], step.facts["disappeared"]) == (["SIZE"], ["AUTH"])
    assert step.state is State.WARNING


def test_an_anonymous_relay_is_nothing_to_warn_of(authority: Authority) -> None:
    """
    AUTH without a mechanism, as some servers write it, was not lost in TLS.
    """
    with LabRelay(authority=authority) as server:
        steps = run(relay_to(server, authority, credentials=None))
    assert (problems(steps), exit_code(steps)) == (set(), 0)
    assert find(steps, "Authentication").state is State.NOTE


@pytest.mark.parametrize("password", [PASSWORD, "wrong-" + PASSWORD])
def test_no_secret_is_in_any_form_of_a_report(authority: Authority, password: str) -> None:
    """
    A relay that repeats the password, and its base64, in its replies does not get it into the report.
    """
    import base64

    echo = f"{password} {base64.b64encode(password.encode()).decode()} {base64.b64encode(b'x' + password.encode()).decode()}"
    code = "235" if password == PASSWORD else "535"
    replies = {"password": f"{code} 5.7.8 {echo}", "MAIL": f"250 {echo}", "RCPT": f"550 5.1.1 {echo}"}
    with ScriptedRelay(replies, context=server_context(authority)) as server:
        steps = run(relay_to(server, authority, credentials=lambda: Credential("farm", password)))
    text = json.dumps([as_data(step) for step in steps]) + "\n".join(
        line for step in steps for line in tree(step, 100)
    )
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + password.encode()).decode()
        assert whole[4:-4] not in text
    assert password not in text
    assert "***" in text


def test_a_report_survives_the_way_through_plain_data(authority: Authority) -> None:
    with LabRelay({"farm": PASSWORD}, authority=authority) as server:
        steps = run(relay_to(server, authority))
    for step in steps:
        again = from_data(json.loads(json.dumps(as_data(step))))
        assert as_data(again) == as_data(step)


def test_the_tree_keeps_to_its_width(authority: Authority) -> None:
    with ScriptedRelay(
        {"RCPT": "550 5.7.1 " + "very long reason " * 20}, context=server_context(authority)
    ) as server:
        steps = run(relay_to(server, authority))
    for width in (60, 79, 132):
        assert max(len(line) for step in steps for line in tree(step, width)) <= width
