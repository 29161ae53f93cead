"""Which names of a certificate match a configured server, and why a chain is not accepted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_pem_x509_certificate

from spshell.mail.diagnosis import State
from spshell.mail.diagnosis.certificates import describe_chain, matches, signs_of
from spshell.mail.lab import Authority


@pytest.mark.parametrize(
    ("name", "host", "fits"),
    [
        ("mail.corp.test", "MAIL.corp.test.", True),
        ("*.corp.test", "mail.corp.test", True),
        ("*.corp.test", "a.mail.corp.test", False),
        ("*.corp.test", "corp.test", False),
        ("m*.corp.test", "mail.corp.test", False),
        ("*.test", "corp.test", False),
        ("*", "mail", False),
        ("127.0.0.1", "127.0.0.1", True),
        ("::1", "[::1]", True),
        ("*.0.0.1", "127.0.0.1", False),
        ("mail.corp.test", "127.0.0.1", False),
    ],
)
def test_a_name_matches_as_rfc_9525_says(name: str, host: str, fits: bool) -> None:
    assert matches(name, host) is fits


def der(pem: str) -> bytes:
    return load_pem_x509_certificate(pem.encode()).public_bytes(Encoding.DER)


@pytest.mark.parametrize(
    ("days", "state"), [(-1, State.FAILED), (5, State.WARNING), (30, State.NOTE), (90, State.OK)]
)
def test_expiry_is_told_at_sharepoints_thresholds(days: int, state: State) -> None:
    """
    60 days, 15 days, and over.
    """
    issued = Authority().issue("mail.corp.test", begins=timedelta(-300), ends=timedelta(days, hours=1))
    family = describe_chain([der(issued.certificate)], "mail.corp.test", datetime.now(UTC))
    assert family.steps[0].state is state
    assert family.steps[0].facts["days"] == days


@pytest.mark.parametrize(
    ("message", "sign"),
    [
        ("certificate has expired", "expired"),
        ("certificate is not yet valid", "not-yet-valid"),
        ("Hostname mismatch, certificate is not valid for 'x'.", "name-mismatch"),
        ("IP address mismatch, certificate is not valid for '127.0.0.1'.", "name-mismatch"),
        ("self-signed certificate", "self-signed"),
        ("unable to get local issuer certificate", "untrusted"),
        ("Basic Constraints of CA cert not marked critical", "strict"),
    ],
)
def test_what_the_verifier_says_has_a_sign(message: str, sign: str) -> None:
    assert signs_of(message, [der(Authority().issue("x.test").certificate)]) == [sign]


def test_a_lone_certificate_of_an_intermediate_is_told_apart() -> None:
    lone = Authority("Corp Intermediate CA 2").issue("x.test")
    assert signs_of("unable to get local issuer certificate", [der(lone.certificate)]) == [
        "missing-intermediate"
    ]
