"""The TLS context of a relay, and what its failures are called."""

from __future__ import annotations

import ssl

import pytest

from spshell.mail import ClientCertificate, Relay
from spshell.mail.lab import Authority
from spshell.mail.tls import TlsFacts, client_context, explained, secret_path


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def test_verification_is_strict(authority: Authority) -> None:
    context = client_context(Relay("mail", trust_roots=(authority.certificate,), system_trust=False))
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert not context.hostname_checks_common_name
    assert context.verify_flags & ssl.VERIFY_X509_STRICT
    assert len(context.get_ca_certs()) == 1


def test_nothing_is_trusted_that_nobody_named() -> None:
    assert client_context(Relay("mail", system_trust=False)).get_ca_certs() == []


def test_several_roots_are_all_trusted(authority: Authority) -> None:
    roots = (authority.certificate, Authority("another").certificate)
    assert len(client_context(Relay("mail", trust_roots=roots, system_trust=False)).get_ca_certs()) == 2


def test_a_client_certificate_needs_its_own_key(authority: Authority) -> None:
    mine, other = (authority.issue("sharepoint", client=True) for _ in range(2))
    client_context(Relay("mail", client_certificate=ClientCertificate(mine.certificate, mine.key)))
    wrong = Relay("mail", client_certificate=ClientCertificate(mine.certificate, other.key))
    with pytest.raises(ssl.SSLError):
        client_context(wrong)
    assert "PRIVATE" not in repr(wrong)


def test_a_secret_has_a_path_only_while_it_is_needed() -> None:
    with secret_path("secret") as path, open(path, encoding="ascii") as file:
        assert file.read() == "secret"
    with pytest.raises(OSError):
        open(path, encoding="ascii")  # noqa: SIM115


def test_a_failure_is_told_in_words_and_by_its_cause() -> None:
    error = ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number")
    error.reason = "WRONG_VERSION_NUMBER"
    said = explained(error, TlsFacts(), presented=False)
    assert said == ("the relay does not speak TLS after STARTTLS", "tls-not-spoken")


@pytest.mark.parametrize(
    ("facts", "presented", "cause"),
    [
        (TlsFacts(asks_certificate=True), False, "client-certificate-required"),
        (TlsFacts(asks_certificate=True, alert="UNKNOWN_CA"), True, "client-certificate-refused"),
        (TlsFacts(alert="PROTOCOL_VERSION"), True, "tls-version"),
        (TlsFacts(), True, "tls"),
    ],
)
def test_a_connection_cut_after_the_handshake_has_a_cause(facts: TlsFacts, presented: bool, cause: str) -> None:
    assert explained(ConnectionResetError("reset"), facts, presented=presented)[1] == cause
