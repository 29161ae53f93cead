"""AUTH GSSAPI with a real KDC and a real Postfix, for the service SMTPSVC/<configured host>."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from spshell.mail import Credential, Envelope, Outcome, Relay, Status
from spshell.mail.outcome import Phase, Verdict
from spshell.mail.smtp import SmtpTransport
from tests.mail.messages import message
from tests.peers import kdc as kerberos
from tests.peers import postfix
from tests.peers.kdc import USER, Kdc
from tests.peers.kerberos_libraries import needs_kerberos
from tests.peers.postfix import PASSWORD, Postfix
from tests.peers.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.peer

needs_kerberos()

ENVELOPE = Envelope("farm@corp.test", ("owner@corp.test",))


@pytest.fixture(scope="module")
def kdc() -> Iterator[Kdc]:
    with running(kerberos.install, Kdc) as server:
        yield server


@pytest.fixture(scope="module")
def relay_server(kdc: Kdc) -> Iterator[Postfix]:
    with running(postfix.install, lambda: Postfix((kdc.config, kdc.keytab))) as server:
        yield server


@pytest.fixture
def server(kdc: Kdc, relay_server: Postfix, monkeypatch: pytest.MonkeyPatch) -> Postfix:
    monkeypatch.setenv("KRB5_CONFIG", str(kdc.config))
    relay_server.clear()
    return relay_server


def to(server: Postfix, user: str = USER, password: str = PASSWORD, **changes: Any) -> Relay:
    facts: dict[str, Any] = {
        "credentials": lambda: Credential(user, password),
        "trust_roots": (server.authority.certificate,),
        "system_trust": False,
        "deadline": 30,
    }
    return Relay(server.host, server.port("gssapi"), **facts | changes)


def deliver(relay: Relay) -> Outcome:
    return asyncio.run(SmtpTransport().deliver(message().content(), ENVELOPE, relay))


def verdict(outcome: Outcome) -> Verdict:
    (only,) = set(outcome.verdicts.values())
    return only


def test_a_user_name_and_a_password_become_a_ticket(server: Postfix) -> None:
    assert deliver(to(server))["owner@corp.test"] is Status.SENT
    server.inbox()
    assert "sasl_method=GSSAPI" in server.log()
    assert "alice" in server.log()


def test_a_password_that_the_domain_rejects_is_shown_to_no_weaker_mechanism(server: Postfix) -> None:
    found = verdict(deliver(to(server, password="canary-wrong")))
    assert (found.phase, found.status) == (Phase.AUTH, Status.HELD)
    assert found.text == "Kerberos for SMTPSVC/localhost: the domain rejects the password"
    assert "sasl_method" not in server.log()


def test_a_user_that_the_domain_does_not_know_is_named_so(server: Postfix) -> None:
    found = verdict(deliver(to(server, user="nobody@CORP.TEST")))
    assert found.text == "Kerberos for SMTPSVC/localhost: the domain does not know the user"


def test_a_service_that_the_domain_does_not_know_is_named_so(server: Postfix) -> None:
    """The configured name is an address here, for which there is no principal."""
    relay = to(server)
    found = verdict(
        deliver(Relay("127.0.0.1", relay.port, credentials=relay.credentials, trust_roots=relay.trust_roots))
    )
    assert found.text == "Kerberos for SMTPSVC/127.0.0.1: the domain does not know the service"


def test_a_domain_controller_that_does_not_answer_is_waited_for(server: Postfix, kdc: Kdc) -> None:
    kdc.pause()
    found = verdict(deliver(to(server)))
    assert (found.phase, found.status) == (Phase.AUTH, Status.DEFERRED)
    assert found.text == "Kerberos for SMTPSVC/localhost: no domain controller (KDC) answers"
    assert "sasl_method" not in server.log(), "nothing weaker was tried"
    kdc.resume()


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ('modprinc -pwexpire "yesterday" other', "kerberos-expired"),
        ('modprinc -expire "yesterday" other', "kerberos-expired"),
        ("modprinc -allow_tix other", "kerberos-account"),
        # Keys that this client is not allowed to use.
        ("cpw -pw other-pw -e aes128-cts:normal other", "kerberos-enctype"),
    ],
    ids=["password-expired", "account-expired", "account-disabled", "enctype"],
)
def test_what_is_wrong_with_an_account_is_named(
    server: Postfix, kdc: Kdc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, cause: str
) -> None:
    kdc.admin("addprinc -pw other-pw other")
    kdc.admin(change)
    if cause == "kerberos-enctype":
        only = kdc.config.read_text(encoding="ascii").replace(
            "[libdefaults]", "[libdefaults]\n  permitted_enctypes = aes256-cts-hmac-sha1-96"
        )
        (tmp_path / "krb5.conf").write_text(only, encoding="ascii")
        monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "krb5.conf"))
    try:
        found = verdict(deliver(to(server, user="other@CORP.TEST", password="other-pw")))
        assert (found.phase, found.status, found.cause) == (Phase.AUTH, Status.HELD, cause), found
    finally:
        kdc.admin("delprinc -force other")


def test_clocks_that_differ_are_named(server: Postfix, kdc: Kdc, monkeypatch: pytest.MonkeyPatch) -> None:
    # The client would otherwise learn the domain controller's time from its answer, and go by that.
    config = kdc.config.with_name("strict.conf")
    config.write_text(
        kdc.config.read_text(encoding="ascii").replace("[libdefaults]", "[libdefaults]\n  kdc_timesync = 0"),
        encoding="ascii",
    )
    monkeypatch.setenv("KRB5_CONFIG", str(config))
    kdc.pause()
    kdc.resume(later="+1h")
    try:
        found = verdict(deliver(to(server)))
        assert (found.phase, found.status, found.cause) == (Phase.AUTH, Status.HELD, "kerberos-clock-skew"), (
            found
        )
    finally:
        kdc.pause()
        kdc.resume()


def test_the_diagnosis_tries_kerberos_and_names_what_fails(server: Postfix) -> None:
    """
    With the right password GSSAPI signs in; one that the domain rejects is shown to no other mechanism.
    """
    from spshell.mail.diagnosis import Target, diagnose, exit_code

    def found(password: str) -> tuple[int, dict[str, str]]:
        target = Target(to(server, password=password), (("From", "farm@corp.test"),), ("owner@corp.test",))
        steps = list(diagnose(target))
        tried = next(step for step in steps if step.name == "Authentication")
        return exit_code(steps), {step.name: step.state.value for step in tried.steps}

    code, states = found(PASSWORD)
    assert (code, states["GSSAPI"]) == (0, "ok")
    code, states = found("canary-wrong")
    assert (code, states["GSSAPI"], states["LOGIN"]) == (28, "failed", "skipped")
