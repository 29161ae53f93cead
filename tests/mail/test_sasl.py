"""Mechanisms, and the choice among them."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest

from spshell.mail import Credential, Relay
from spshell.mail.sasl import SaslError, choose, mechanism

RELAY = Relay("mail.contoso.test")
CREDENTIAL = Credential("CONTOSO\\farm", "canary-pässword")


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


def test_the_strongest_mechanism_that_is_offered_and_installed_is_chosen(libraries: set[str]) -> None:
    offered = ["PLAIN", "login", "NTLM", "GSSAPI"]
    assert choose(offered, RELAY, encrypted=True) == "LOGIN"
    libraries.add("spnego")
    assert choose(offered, RELAY, encrypted=True) == "NTLM"
    libraries.update(("gssapi", "krb5"))
    assert choose(offered, RELAY, encrypted=True) == "GSSAPI"
    assert choose(["LOGIN"], RELAY, encrypted=True) == "LOGIN"


def test_what_has_to_be_installed_is_named(libraries: set[str]) -> None:
    with pytest.raises(SaslError, match=r"only GSSAPI, NTLM, which needs pip install 'spshell\[kerberos\]'"):
        choose(["NTLM", "GSSAPI", "CRAM-MD5"], RELAY, encrypted=True)


def test_login_answers_two_prompts_and_no_third() -> None:
    machine = mechanism("LOGIN", CREDENTIAL, RELAY)
    assert machine.initial() is None
    assert machine.step(b"Password:") == b"CONTOSO\\farm"
    assert machine.step(b"anything") == "canary-pässword".encode()
    with pytest.raises(SaslError):
        machine.step(b"more?")


def test_ntlm_starts_with_a_negotiate_token_and_shows_no_password() -> None:
    pytest.importorskip("spnego")
    machine = mechanism("NTLM", CREDENTIAL, RELAY)
    token = machine.step(b"")
    assert token.startswith(b"NTLMSSP\0\x01")
    with pytest.raises(SaslError) as caught:
        machine.step(b"NTLMSSP\0\x02\0\0\0")
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("noise", [b"\0", b"x" * 40, b"NTLMSSP\0"])
def test_no_challenge_breaks_the_machine(noise: bytes) -> None:
    pytest.importorskip("spnego")
    machine = mechanism("NTLM", CREDENTIAL, RELAY)
    machine.step(b"")
    with pytest.raises(SaslError):
        machine.step(noise)
