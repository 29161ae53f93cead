"""Hashes, ciphers and certificates."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("[Convert]::ToHexString([Security.Cryptography.HMACSHA256]::new([byte[]](1, 2)).ComputeHash([byte[]](3)))[0..7] -join ''", "F1D5DBAF"),
        ("[Security.Cryptography.HashAlgorithm]::Create('SHA256').GetType().Name", "SHA256Managed"),
        ("[Security.Cryptography.SHA1]::Create() -is [Security.Cryptography.HashAlgorithm]", True),
        ("[Convert]::ToHexString([Security.Cryptography.Rfc2898DeriveBytes]::new('pw', [byte[]](1..8), 1000, 'SHA256').GetBytes(8))", "B7CC3B0356AF67A0"),
    ],
)
def test_hashes(session, text, result):
    """
    One algorithm by type or by name, with a key or without.
    """
    if "HMAC" in text:
        import hashlib
        import hmac

        result = hmac.new(b"\x01\x02", b"\x03", hashlib.sha256).hexdigest().upper()[:8]
    assert session.evaluate(text) == [result]


def test_parts_hash_as_the_whole(session):
    """
    TransformBlock and TransformFinalBlock give what ComputeHash gives.
    """
    text = (
        "$b = [byte[]](1..100); $h = [Security.Cryptography.SHA256]::Create();"
        " $null = $h.TransformBlock($b, 0, 60, $null, 0); $null = $h.TransformFinalBlock($b, 60, 40);"
        " [Convert]::ToHexString($h.Hash) -eq [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($b))"
    )
    assert session.evaluate(text) == [True]


@pytest.mark.parametrize("mode", ["CBC", "ECB"])
def test_aes_gives_back_what_it_took(session, mode):
    """
    Encrypting and decrypting with the same key; a wrong key is a CryptographicException.
    """
    text = (
        f"$a = [Security.Cryptography.Aes]::Create(); $a.Mode = '{mode}'; $b = [byte[]](1..20);"
        " $c = $a.CreateEncryptor().TransformFinalBlock($b, 0, 20);"
        ' "$($a.CreateDecryptor().TransformFinalBlock($c, 0, $c.Length))" -eq "$b"'
    )
    assert session.evaluate(text) == [True]


def test_a_certificate_is_read_from_its_file(session, tmp_path):
    """
    Names, dates, thumbprint and host names as .NET shows them.
    """
    import trustme

    authority = trustme.CA(organization_name="Contoso, Ltd", organization_unit_name="IT")
    issued = authority.issue_cert("mail.contoso.com", "*.contoso.com")
    path = tmp_path / "c.pem"
    issued.cert_chain_pems[0].write_to_path(str(path))
    text = (
        f"$c = [Security.Cryptography.X509Certificates.X509Certificate2]::new('{path}');"
        " $c.Issuer; $c.Thumbprint.Length; $c.NotAfter -gt $c.NotBefore; $c.HasPrivateKey;"
        " $c.GetNameInfo('DnsName', $false); $c.MatchesHostname('a.contoso.com'); $c.MatchesHostname('a.b.contoso.com')"
    )
    issuer, *rest = session.evaluate(text)
    assert issuer == 'OU=IT, O="Contoso, Ltd"'
    assert rest == [40, True, False, "mail.contoso.com", True, False]


def test_a_program_runs_with_its_output_read(session):
    """
    Process.Start with redirected output; the exit code is there after the end.
    """
    text = (
        "$i = [Diagnostics.ProcessStartInfo]::new('sh', \"-c 'echo out; exit 3'\"); $i.RedirectStandardOutput = $true;"
        " $p = [Diagnostics.Process]::Start($i); $p.StandardOutput.ReadToEnd().Trim(); $p.WaitForExit(); $p.ExitCode"
    )
    assert session.evaluate(text) == ["out", 3]
    assert session.evaluate("[Diagnostics.Process]::GetCurrentProcess().Id -eq $PID; [IO.DriveInfo]::new('/').TotalSize -gt 0") == [True, True]
