"""Get-PfxCertificate."""

from __future__ import annotations

import pytest


@pytest.fixture
def bundle(tmp_path):
    """
    A .pfx file whose password is "pw".
    """
    import trustme
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        load_pem_private_key,
        pkcs12,
    )
    from cryptography.x509 import load_pem_x509_certificate

    issued = trustme.CA().issue_cert("relay.contoso.com", common_name="relay.contoso.com")
    certificate = load_pem_x509_certificate(issued.cert_chain_pems[0].bytes())
    key = load_pem_private_key(issued.private_key_pem.bytes(), None)
    data = pkcs12.serialize_key_and_certificates(b"relay", key, certificate, None, BestAvailableEncryption(b"pw"))
    (tmp_path / "relay.pfx").write_bytes(data)


def test_a_bundle_opens_with_its_password(session, bundle):
    """
    The private key comes along; a wrong password is an error of its own.
    """
    text = (
        "$c = Get-PfxCertificate relay.pfx -Password (ConvertTo-SecureString '{}' -AsPlainText) -ErrorAction Stop;"
        " $c.HasPrivateKey; $c.GetNameInfo('SimpleName', $false)"
    )
    assert session.evaluate(text.format("pw")) == [True, "relay.contoso.com"]
    wrong = f"try {{ {text.format('other')} }} catch {{ ($_.FullyQualifiedErrorId -split ',')[0] }}"
    assert session.evaluate(wrong) == ["GetPfxCertificateUnknownCryptoError"]


@pytest.mark.parametrize(
    ("files", "error"),
    [("a.pfx", "GetPfxCertCommandNoneOfTheFilesFound"), ("a.pfx, relay.pfx", "GetPfxCertCommandFileNotFound")],
)
def test_files_that_are_missing(session, bundle, files, error):
    """
    All missing ends the command; some missing does not.
    """
    text = f"try {{ Get-PfxCertificate {files} -Password (ConvertTo-SecureString 'pw' -AsPlainText) 2>&1 | % FullyQualifiedErrorId }} catch {{ $_.FullyQualifiedErrorId }}"
    assert [found.partition(",")[0] for found in session.evaluate(text) if found] == [error]
