"""The diagnosis against a real Postfix: each of its ports has one thing wrong, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from spshell.mail import ClientCertificate, Credential, Relay, TlsPolicy
from spshell.mail.diagnosis import Patience, State, Target, diagnose, exit_code, tree
from tests.peers.postfix import PASSWORD, USER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.mail.diagnosis import Step
    from tests.peers.postfix import Postfix

pytestmark = pytest.mark.peer

FARM = (("From", "farm@corp.test"),)


def relay_to(postfix: Postfix, service: str, **changes: Any) -> Relay:
    facts: dict[str, Any] = {
        "credentials": lambda: Credential(USER, PASSWORD),
        "trust_roots": (postfix.authority.certificate,),
        "system_trust": False,
    }
    return Relay(postfix.host, postfix.port(service), **facts | changes)


def run(relay: Relay, senders: Any = FARM) -> list[Step]:
    return list(
        diagnose(Target(relay, senders=senders, recipients=("bob@corp.test",), patience=Patience(connect=5)))
    )


def every(steps: list[Step]) -> Iterator[Step]:
    for step in steps:
        yield from step.walk()


def problems(steps: list[Step]) -> set[str]:
    bad = (State.FAILED, State.WARNING)
    return {remedy.problem for step in every(steps) if step.state in bad for remedy in step.remedies}


@pytest.mark.parametrize(
    ("service", "changes", "expected", "code"),
    [
        ("login", {}, set(), 0),
        ("ntlm", {}, set(), 0),
        ("login", {"credentials": lambda: Credential(USER, "wrong")}, {"P3"}, 28),
        ("login", {"credentials": None}, {"P16"}, 24),
        ("plain", {"credentials": None}, {"P7"}, 29),
        ("plain", {"credentials": None, "tls": TlsPolicy.NEVER}, set(), 0),
        ("tls_required", {"credentials": None, "tls": TlsPolicy.NEVER}, {"P7"}, 23),
        ("clear_login", {"tls": TlsPolicy.NEVER}, {"P3"}, 28),
        ("anonymous_tls", {}, {"P3"}, 28),
        ("expired", {}, {"P6"}, 29),
        ("wrong_name", {}, {"P6"}, 29),
        ("self_signed", {}, {"P6"}, 29),
        ("login", {"trust_roots": ()}, {"P6"}, 29),
        ("client_certificate", {"credentials": None}, {"P6"}, 29),
    ],
)
def test_a_relay_is_judged(
    postfix: Postfix, service: str, changes: dict[str, Any], expected: set[str], code: int
) -> None:
    steps = run(relay_to(postfix, service, **changes))
    shown = "\n".join(line for step in steps for line in tree(step, 120))
    assert (problems(steps), exit_code(steps)) == (expected, code), shown
    assert PASSWORD not in shown


def test_blocked_impersonation_is_seen_without_a_message(postfix: Postfix) -> None:
    """
    P5: Postfix refuses at RCPT a sender that is not the login's own; the configured From is.
    """
    steps = run(relay_to(postfix, "own_sender"), (*FARM, ("in the name of", "ceo@corp.test")))
    assert (problems(steps), exit_code(steps)) == ({"P5"}, 0)
    assert postfix.inbox(0) == []


def test_a_client_certificate_is_asked_for_by_name_and_accepted(postfix: Postfix) -> None:
    issued = postfix.authority.issue("sharepoint", client=True)
    certificate = ClientCertificate(issued.certificate, issued.key)
    steps = run(relay_to(postfix, "client_certificate", credentials=None, client_certificate=certificate))
    step = next(step for step in every(steps) if step.name == "Client certificate")
    assert step.facts == {"requested": True, "authorities": ["spshell peers authority"], "configured": True}
    assert (step.state, exit_code(steps)) == (State.OK, 0)


def test_one_failed_login_is_all_that_postfix_sees(postfix: Postfix) -> None:
    """
    NTLM and LOGIN are offered; the wrong password is shown once.
    """
    run(relay_to(postfix, "ntlm", credentials=lambda: Credential(USER, "wrong")))
    assert postfix.log().count("authentication failed") == 1
