"""Secrets as text that only a key opens, in the format of ConvertFrom-SecureString -Key.

A fixed mark, then base64 of ``2|initialization vector|data``: AES in CBC mode over the UTF-16 text.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from spshell.dotnet.security.security import SecureString
from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from spshell.values.exceptions import NetException

_MARK = "76492d1116743f0423413b16050a5345"
_VERSION = "2"
_CRYPTOGRAPHIC = "System.Security.Cryptography.CryptographicException"


def key_bytes(key: Any, secure_key: SecureString | None) -> bytes:
    """The key that was given as bytes or as a secret. Raises PSArgumentException for a wrong length."""
    data = bytes(key) if key is not None else (secure_key or SecureString()).reveal().encode("utf-16-le")
    if len(data) not in (16, 24, 32):
        raise fault(
            "System.Management.Automation.PSArgumentException",
            f"A key has 16, 24 or 32 bytes, not {len(data)}. (Parameter 'key')",
            "Argument",
            "InvalidArgument",
        )
    return data


def seal(secret: SecureString, key: bytes) -> str:
    """The text of a secret."""
    import secrets

    vector = secrets.token_bytes(16)
    data = _transform(key, vector, encrypts=True).run(secret.reveal().encode("utf-16-le"))
    package = f"{_VERSION}|{b64encode(vector).decode('ascii')}|{data.hex()}"
    return _MARK + b64encode(package.encode("utf-16-le")).decode("ascii")


def unseal(text: str, key: bytes) -> SecureString:
    """The secret of a text. Raises FormatException, or ArgumentException when the key does not open it."""
    vector, data = bytes(16), text
    if text.startswith(_MARK):
        try:
            parts = b64decode(text[len(_MARK) :]).decode("utf-16-le").split("|")
            vector, data = b64decode(parts[1]), parts[2]
        except (ValueError, IndexError):
            raise _unreadable("The text is damaged.") from None
    try:
        raw = bytes.fromhex(data)
    except ValueError:
        raise fault(
            "System.FormatException",
            f"The text '{data}' holds other characters than hexadecimal digits.",
            "System.FormatException",
        ) from None
    from spshell.values.exceptions import NetException

    try:
        plain = _transform(key, vector, encrypts=False).run(raw)
        return SecureString(plain.decode("utf-16-le"))
    except (NetException, ValueError) as error:
        raise _unreadable(str(error)) from None


def _transform(key: bytes, vector: bytes, *, encrypts: bool) -> Any:
    from spshell.dotnet.security.symmetric_keys import CryptoTransform

    return CryptoTransform(key, vector, "CBC", "PKCS7", encrypts=encrypts)


def _unreadable(reason: str) -> NetException:
    return fault(
        _CRYPTOGRAPHIC,
        f"The secret cannot be read with this key: {reason}",
        "ImportSecureString_InvalidArgument_CryptographicError",
        "InvalidArgument",
    )
