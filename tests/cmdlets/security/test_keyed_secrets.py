"""Secrets sealed with a key."""

from __future__ import annotations

import pytest


def test_a_secret_comes_back_with_its_key_only(session):
    """
    The text differs each time; another key is an error.
    """
    text = (
        "$s = ConvertTo-SecureString 'pä55' -AsPlainText; $k = [byte[]](1..24);"
        " $t = $s | ConvertFrom-SecureString -Key $k; $u = $s | ConvertFrom-SecureString -Key $k; $t -ne $u;"
        " $t | ConvertTo-SecureString -Key $k | ConvertFrom-SecureString -AsPlainText;"
        " try { $t | ConvertTo-SecureString -Key ([byte[]](2..25)) } catch { ($_.FullyQualifiedErrorId -split ',')[0] }"
    )
    assert session.evaluate(text) == [True, "pä55", "ImportSecureString_InvalidArgument_CryptographicError"]


def test_a_text_of_real_powershell_opens(session):
    """
    The format is PowerShell's own.
    """
    import base64

    from spshell.dotnet.security.symmetric_keys import CryptoTransform

    key, vector = bytes(range(1, 17)), bytes(range(16))
    data = CryptoTransform(key, vector, "CBC", "PKCS7", encrypts=True).run("abc".encode("utf-16-le"))
    package = f"2|{base64.b64encode(vector).decode()}|{data.hex()}".encode("utf-16-le")
    sealed = "76492d1116743f0423413b16050a5345" + base64.b64encode(package).decode()
    text = f"'{sealed}' | ConvertTo-SecureString -Key (1..16) | ConvertFrom-SecureString -AsPlainText"
    assert session.evaluate(text) == ["abc"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("(ConvertTo-SecureString 'a' -AsPlainText) | ConvertFrom-SecureString -Key (1..5)", "Argument"),
        ("ConvertTo-SecureString 'zz' -Key (1..16)", "System.FormatException"),
    ],
)
def test_wrong_arguments_are_refused(session, text, error):
    """
    A key has 16, 24 or 32 bytes; the text is hexadecimal.
    """
    assert session.evaluate(f"try {{ {text} }} catch {{ ($_.FullyQualifiedErrorId -split ',')[0] }}") == [error]
