"""Certificates of the farm: in and out of files, requested, assigned to outgoing mail, and refused where they must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from spshell.mail.lab import Authority, LabRelay
from spshell.values.exceptions import NetException
from tests.farm.farms import PORTAL, Shell, make_farm, trust

SECRET = "Pfx-Canary-99!"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return make_farm(tmp_path)


@pytest.fixture
def authority() -> Authority:
    return Authority()


def pfx(folder: Path, name: str, certificate: x509.Certificate, key: Any) -> str:
    data = pkcs12.serialize_key_and_certificates(
        name.encode(), key, certificate, None, BestAvailableEncryption(SECRET.encode())
    )
    path = folder / f"{name}.pfx"
    path.write_bytes(data)
    return str(path)


def issued_pfx(folder: Path, authority: Authority, name: str = "smtp-client", **issue: Any) -> str:
    issued = authority.issue(name, client=True, **issue)
    return pfx(
        folder,
        name,
        x509.load_pem_x509_certificate(issued.certificate.encode()),
        load_pem_private_key(issued.key.encode(), None),
    )


PASSWORD = f"(ConvertTo-SecureString '{SECRET}' -AsPlainText -Force)"


def imported(shell: Shell, path: str, more: str = "") -> Any:
    (found,) = shell.run(f"Import-SPCertificate '{path}' -Password {PASSWORD} {more}")
    return found


def error_id(shell: Shell, script: str) -> str:
    with pytest.raises(NetException) as caught:
        shell.run(script)
    return str(caught.value.error_id)


def test_a_pfx_brings_its_key_to_this_server_only(shell: Shell, authority: Authority, tmp_path: Path) -> None:
    found = imported(shell, issued_pfx(tmp_path, authority))
    assert (found.friendly_name, found.store_type, found.has_private_key, found.exportable) == (
        "smtp-client",
        "EndEntity",
        True,
        False,
    )
    (key,) = (tmp_path / "home").rglob("*.key")
    assert key.stat().st_mode & 0o777 == 0o600
    state = (tmp_path / "farm.toml").read_text() + (tmp_path / "farm.journal.jsonl").read_text()
    assert "PRIVATE KEY" not in state
    assert shell.run(f"(Get-SPCertificate '{found.thumbprint}').FriendlyName") == ["smtp-client"]


def test_a_file_is_put_into_the_store_that_fits(shell: Shell, authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "root.cer").write_text(authority.certificate)
    (tmp_path / "leaf.cer").write_text(authority.issue("mail.test").certificate)
    shell.run(f"Import-SPCertificate '{tmp_path}/root.cer'; Import-SPCertificate '{tmp_path}/leaf.cer'")
    stores = shell.run(
        'Get-SPCertificate | Sort-Object FriendlyName | ForEach-Object { "$($_.FriendlyName) $($_.StoreType)" }'
    )
    assert stores == ["mail.test EndEntity", "spshell lab authority Root"]
    assert authority.certificate in shell.farm.trust_roots()


@pytest.mark.parametrize(("content", "password"), [(b"no certificate", SECRET), (None, "wrong")])
def test_what_cannot_be_read_is_refused_and_nothing_is_kept(
    shell: Shell, authority: Authority, tmp_path: Path, content: bytes | None, password: str
) -> None:
    path = issued_pfx(tmp_path, authority)
    if content is not None:
        Path(path).write_bytes(content)
    script = (
        f"Import-SPCertificate '{path}' -Password (ConvertTo-SecureString '{password}' -AsPlainText -Force)"
    )
    assert error_id(shell, script) == "CertificateFileInvalid"
    assert shell.run("Get-SPCertificate") == []


def test_filters_and_days_to_expiration(shell: Shell, authority: Authority, tmp_path: Path) -> None:
    for name, ends in (("soon", 10), ("late", 200), ("gone", -1)):
        imported(shell, issued_pfx(tmp_path, authority, name, begins=timedelta(-300), ends=timedelta(ends)))
    assert shell.run("(Get-SPCertificate -DaysToExpiration 30).FriendlyName") == ["soon"]
    assert shell.run("(Get-SPCertificate -DaysToExpiration -1).FriendlyName") == ["gone"]
    assert shell.run("(Get-SPCertificate -DaysToExpiration 0 -Store EndEntity).Count") == [3]
    assert shell.run("(Get-SPCertificate -DisplayName late).FriendlyName") == ["late"]


def _signed(authority: Authority, request: x509.CertificateSigningRequest) -> str:
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(request.subject).issuer_name(authority._subject)
    builder = builder.public_key(request.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(90))
    for extension in request.extensions:
        builder = builder.add_extension(extension.value, extension.critical)
    return builder.sign(authority._key, SHA256()).public_bytes(Encoding.PEM).decode()


def test_a_request_waits_and_is_paired_with_the_answer(
    shell: Shell, authority: Authority, tmp_path: Path
) -> None:
    csr = tmp_path / "new.csr"
    (pending,) = shell.run(
        f"New-SPCertificate -FriendlyName mail -CommonName sp.corp.test -Organization Corp -EllipticCurve nistP256 -Path '{csr}'"
    )
    assert (pending.store_type, pending.has_private_key) == ("Pending", True)
    request = x509.load_pem_x509_csr(csr.read_bytes())
    assert request.subject.rfc4514_string() == "CN=sp.corp.test,O=Corp"
    (tmp_path / "answer.cer").write_text(_signed(authority, request))
    (made,) = shell.run(f"Import-SPCertificate '{tmp_path}/answer.cer'")
    assert (made.friendly_name, made.store_type, made.has_private_key) == ("mail", "EndEntity", True)
    assert shell.run("(Get-SPCertificate -Store Pending | Measure-Object).Count") == [0]


def test_a_renewed_certificate_takes_over_with_replace(
    shell: Shell, authority: Authority, tmp_path: Path
) -> None:
    old = imported(shell, issued_pfx(tmp_path, authority))
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer r.test -Certificate smtp-client")
    csr = tmp_path / "renew.csr"
    shell.run(f"Renew-SPCertificate smtp-client -FriendlyName renewed -Path '{csr}'")
    (tmp_path / "answer.cer").write_text(_signed(authority, x509.load_pem_x509_csr(csr.read_bytes())))
    (new,) = shell.run(f"Import-SPCertificate '{tmp_path}/answer.cer' -Replace")
    assert (old.in_use, new.in_use) == (False, True)


def test_an_assigned_certificate_stays_unless_forced(
    shell: Shell, authority: Authority, tmp_path: Path
) -> None:
    imported(shell, issued_pfx(tmp_path, authority))
    imported(shell, issued_pfx(tmp_path, authority, "other"))
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer r.test -Certificate smtp-client")
    assert error_id(shell, "Remove-SPCertificate smtp-client -Confirm:$false") == "CertificateAssigned"
    assert error_id(shell, "Move-SPCertificate smtp-client Intermediate") in (
        "CertificateAssigned",
        "PositionalParameterNotFound",
    )
    shell.run("Switch-SPCertificate smtp-client other")
    shell.run("Remove-SPCertificate smtp-client -Confirm:$false")
    assert shell.run("(Get-SPCertificate -InUse).FriendlyName") == ["other"]
    shell.run("Remove-SPCertificate other -Force -Confirm:$false")
    assert shell.run("(Get-SPCertificate -InUse | Measure-Object).Count") == [0]
    assert list((tmp_path / "home").rglob("*.key")) == []


def test_export_needs_an_exportable_key(shell: Shell, authority: Authority, tmp_path: Path) -> None:
    imported(shell, issued_pfx(tmp_path, authority))
    imported(shell, issued_pfx(tmp_path, authority, "free"), "-Exportable")
    out = tmp_path / "out.pfx"
    assert (
        error_id(shell, f"Export-SPCertificate smtp-client -Password {PASSWORD} -Path '{out}'")
        == "CertificateNotExportable"
    )
    shell.run(f"Export-SPCertificate free -Password {PASSWORD} -Path '{out}'")
    key, certificate, _others = pkcs12.load_key_and_certificates(out.read_bytes(), SECRET.encode())
    assert key is not None
    assert certificate.public_key() == key.public_key()
    assert error_id(shell, f"Export-SPCertificate free -Type Cert -Path '{out}'") == "FileExists"
    shell.run(f"Export-SPCertificate free -Type Cert -Path '{out}' -Force")
    assert x509.load_der_x509_certificate(out.read_bytes()) == certificate


def _made(key: Any, *extensions: x509.ExtensionType) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "bad")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = (
        builder.serial_number(5).not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(9))
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(key, SHA256())


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=True, data_encipherment=False, key_agreement=False,
        key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("make_key", "extensions", "expected"),
    [
        (lambda: dsa.generate_private_key(2048), (), "CertificateKeyTypeWrong"),
        (lambda: ec.generate_private_key(ec.SECP256R1()), (_usage(),), "CertificateKeyUsageWrong"),
        (
            lambda: ec.generate_private_key(ec.SECP256R1()),
            (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]),),
            "CertificateExtendedKeyUsageWrong",
        ),
    ],
)
def test_a_certificate_that_breaks_a_rule_is_refused_for_smtp(
    shell: Shell, tmp_path: Path, make_key: Callable[[], Any], extensions: Any, expected: str
) -> None:
    """
    R17, one rule at a time; the settings stay as they were.
    """
    key = make_key()
    imported(shell, pfx(tmp_path, "bad", _made(key, *extensions), key))
    assert error_id(shell, f"Set-SPWebApplication {PORTAL} -SMTPServer r.test -Certificate bad") == expected
    assert shell.run(f"$null -eq (Get-SPWebApplication {PORTAL}).OutboundMailServiceInstance") == [True]


def test_store_key_and_tls_rules(shell: Shell, authority: Authority, tmp_path: Path) -> None:
    imported(shell, issued_pfx(tmp_path, authority))
    mail = f"Set-SPWebApplication {PORTAL} -SMTPServer r.test -Certificate smtp-client"
    assert error_id(shell, mail + " -DisableSMTPEncryption") == "CertificateNeedsTls"
    shell.run("Move-SPCertificate smtp-client -NewStore Intermediate")
    assert error_id(shell, mail) == "CertificateStoreWrong"
    shell.run("Move-SPCertificate smtp-client -NewStore EndEntity")
    next((tmp_path / "home").rglob("*.key")).unlink()
    assert error_id(shell, mail) == "CertificateKeyMissing"


@pytest.fixture
def lab(authority: Authority) -> Iterator[LabRelay]:
    with LabRelay(authority=authority, client_certificates=True) as lab:
        yield lab


def test_mail_leaves_with_the_certificate_and_is_held_without_its_key(
    shell: Shell, authority: Authority, lab: LabRelay, tmp_path: Path
) -> None:
    """
    A relay that requires a certificate of its authority gets the mail; absent keeps it, $null ends it.
    """
    trust(shell.farm, authority.certificate)
    imported(shell, issued_pfx(tmp_path, authority, rsa_key=True))
    mail = f"Set-SPWebApplication {PORTAL} -SMTPServer {lab.host} -SMTPServerPort {lab.port} -OutgoingEmailAddress f@corp.test"
    shell.run(mail + " -Certificate smtp-client")
    shell.run(mail)
    send = f"(Send-SPMail ann@corp.test x y -WebApplication {PORTAL} -WarningAction SilentlyContinue).State"
    assert shell.run(send) == ["Sent"]
    key = next((tmp_path / "home").rglob("*.key"))
    kept = key.read_bytes()
    key.unlink()
    assert shell.run(send) == ["Held"]
    key.write_bytes(kept)
    key.chmod(0o600)
    assert shell.run("(Start-SPMailDelivery).Sent") == [1]
    shell.run(mail + " -Certificate $null")
    assert shell.run(send) != ["Sent"]
    assert len(lab.messages) == 2


def test_contacts_and_settings(shell: Shell) -> None:
    shell.run(
        "Add-SPCertificateNotificationContact ops@corp.test; 'it@corp.test', 'OPS@corp.test' | ForEach-Object { Add-SPCertificateNotificationContact $_ }"
    )
    assert shell.run("Get-SPCertificateNotificationContact | ForEach-Object Address") == ["ops@corp.test", "it@corp.test"]
    shell.run("Remove-SPCertificateNotificationContact ops@corp.test -Confirm:$false")
    assert shell.run("Get-SPCertificateNotificationContact | ForEach-Object Address") == ["it@corp.test"]
    shell.run(
        "Clear-SPCertificateNotificationContact -Confirm:$false; Set-SPCertificateSettings -Organization Corp -KeyAlgorithm ECC"
    )
    assert shell.run("$s = Get-SPCertificateSettings; $s.DefaultOrganization, $s.DefaultKeyAlgorithm, $s.CertificateNotificationContacts.Count") == [
        "Corp", "ECC", 0,
    ]  # fmt: skip
    assert (
        error_id(shell, "Set-SPCertificateSettings -CertificateExpirationAttentionThreshold 5")
        == "ThresholdsCross"
    )


@pytest.mark.parametrize("version", ["2013", "2016", "2019"])
def test_older_versions_have_no_certificates(tmp_path: Path, version: str) -> None:
    assert error_id(make_farm(tmp_path, version=version), "Get-SPCertificate") == "NotInProductVersion"


def test_only_a_local_administrator_changes_certificates(
    shell: Shell, authority: Authority, tmp_path: Path
) -> None:
    path = issued_pfx(tmp_path, authority)
    shell.service.context.caller = "CORP\\mallory"
    assert error_id(shell, f"Import-SPCertificate '{path}' -Password {PASSWORD}") == "AccessDenied"
    assert error_id(shell, "Add-SPCertificateNotificationContact a@b.test") == "AccessDenied"
