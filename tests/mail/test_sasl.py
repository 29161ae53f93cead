"""Mechanisms, and the choice among them."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest

from spshell.mail import Credential, Relay
from spshell.mail.sasl import Login, SaslError, choose, mechanism, usable

RELAY = Relay("mail.contoso.test")
LOGIN = Login(Credential("CONTOSO\\farm", "canary-pässword"), "mail.contoso.test")


@pytest.fixture
def libraries(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The libraries that are installed, as far as the choice can see."""
    installed: set[str] = set()
    real = importlib.util.find_spec

    def find(name: str, package: str | None = None) -> Any:
        if name in ("spnego", "gssapi", "krb5"):
            return object() if name in installed else None
        return real(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find)
    return installed


def test_the_strongest_mechanism_that_is_offered_and_can_be_had_is_chosen(libraries: set[str]) -> None:
    offered = ["PLAIN", "login", "NTLM", "GSSAPI"]
    libraries.add("spnego")
    # GSSAPI without Kerberos could only carry NTLM, which then goes without a wrapping.
    assert usable(offered, RELAY, encrypted=True) == ["NTLM", "GSSAPI", "LOGIN"]
    libraries.update(("gssapi", "krb5"))
    assert usable(offered, RELAY, encrypted=True) == ["GSSAPI", "NTLM", "LOGIN"]
    assert choose(["LOGIN"], RELAY, encrypted=True) == "LOGIN"


@pytest.mark.parametrize(
    ("offered", "cause"),
    [([], "auth-not-offered"), (["CRAM-MD5", "PLAIN"], "auth-no-common-mechanism"), (["LOGIN"], "auth-clear-text")],
)
def test_why_nothing_will_do_has_a_name(offered: list[str], cause: str) -> None:
    with pytest.raises(SaslError) as caught:
        usable(offered, RELAY, encrypted=False)
    assert caught.value.cause == cause


def test_without_tls_the_password_goes_into_no_login_but_into_stronger_mechanisms() -> None:
    assert "LOGIN" not in usable(["LOGIN", "NTLM"], RELAY, encrypted=False)


@pytest.mark.parametrize("name", ["LOGIN", "NTLM"])
def test_the_account_of_the_process_is_for_kerberos_only(name: str) -> None:
    with pytest.raises(SaslError, match="needs a user name and a password"):
        mechanism(name, Login(Credential(), "mail.contoso.test"))


def test_gssapi_without_the_kerberos_libraries_carries_ntlm_inside_spnego(libraries: set[str]) -> None:
    libraries.add("spnego")
    token = mechanism("GSSAPI", LOGIN).step(b"")
    assert token[0] == 0x60, "a NegTokenInit"
    assert b"NTLMSSP\0\x01" in token
    with pytest.raises(SaslError, match=r"pip install 'spshell\[kerberos\]'"):
        mechanism("GSSAPI", Login(Credential(), "mail.contoso.test")).step(b"")


def test_login_answers_two_prompts_and_no_third() -> None:
    machine = mechanism("LOGIN", LOGIN)
    assert machine.initial() is None
    assert machine.step(b"Password:") == b"CONTOSO\\farm"
    assert machine.step(b"anything") == "canary-pässword".encode()
    with pytest.raises(SaslError):
        machine.step(b"more?")


def test_ntlm_starts_with_a_negotiate_token_and_shows_no_password() -> None:
    pytest.importorskip("spnego")
    machine = mechanism("NTLM", LOGIN)
    token = machine.step(b"")
    assert token.startswith(b"NTLMSSP\0\x01")
    with pytest.raises(SaslError) as caught:
        machine.step(b"NTLMSSP\0\x02\0\0\0")
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("noise", [b"\0", b"x" * 40, b"NTLMSSP\0"])
def test_no_challenge_breaks_the_machine(noise: bytes) -> None:
    pytest.importorskip("spnego")
    machine = mechanism("NTLM", LOGIN)
    machine.step(b"")
    with pytest.raises(SaslError):
        machine.step(noise)
