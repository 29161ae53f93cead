"""The application credential key of one server: made from a password, kept under SPSHELL_HOME, never in the farm.

It seals the SMTP password with AES-256-GCM; host, port and user are bound in, so that a sealed password moved to
another relay's settings does not open (NIST SP 800-38D; scrypt: RFC 7914).
"""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "application-credential.key"
_COST = 2**14
_SALT = b"spshell application credential key"


class KeyMissing(Exception):
    """The server has no application credential key."""


class KeyDiffers(Exception):
    """The sealed password was made with another key, or for another relay or user."""


def key_folder(home: Path, server: str) -> Path:
    """Where one server keeps what must never be in the farm."""
    return home / "servers" / server.lower()


def derive(password: str, farm_id: str) -> bytes:
    """The key of a password: the same on every server of one farm."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=_SALT + farm_id.encode(), length=32, n=_COST, r=8, p=1).derive(
        password.encode("utf-8")
    )


def key_check(key: bytes) -> str:
    """A value that tells two keys apart and nothing about them."""
    import hashlib
    import hmac

    return hmac.new(key, b"key check value", hashlib.sha256).hexdigest()[:16]


def store_key(home: Path, server: str, key: bytes) -> None:
    """Write the key, readable by its owner only, complete or not at all."""
    folder = key_folder(home, server)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / _FILE
    temporary = folder / (_FILE + ".new")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, base64.b64encode(key))
        os.fsync(handle)
    finally:
        os.close(handle)
    os.replace(temporary, target)


def load_key(home: Path, server: str) -> bytes:
    """The key of a server. Raises KeyMissing, also when others may read the file."""
    path = key_folder(home, server) / _FILE
    try:
        mode = path.stat().st_mode
        if mode & 0o077:
            raise KeyMissing(f"{path} may be read by others; set the key again")
        return base64.b64decode(path.read_bytes())
    except OSError:
        raise KeyMissing("no application credential key is set on this server") from None


def remove_key(home: Path, server: str) -> bool:
    """Forget the key; False when there was none."""
    try:
        (key_folder(home, server) / _FILE).unlink()
    except OSError:
        return False
    return True


def seal(key: bytes, password: str, host: str, port: int, user: str) -> str:
    """The password, sealed for one relay and user."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, password.encode("utf-8"), _bound(host, port, user))
    return base64.b64encode(nonce + sealed).decode("ascii")


def unseal(key: bytes, text: str, host: str, port: int, user: str) -> str:
    """The password again. Raises KeyDiffers."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    data = base64.b64decode(text)
    try:
        return AESGCM(key).decrypt(data[:12], data[12:], _bound(host, port, user)).decode("utf-8")
    except InvalidTag:
        raise KeyDiffers(
            "the stored password cannot be read with this server's application credential key"
        ) from None


def _bound(host: str, port: int, user: str) -> bytes:
    return "\0".join((host.lower(), str(port), user)).encode("utf-8")


def weakness(password: str) -> str | None:
    """Why a key password is weak, or None."""
    if len(password) < 12:
        return "it is shorter than 12 characters"
    kinds = sum(
        any(test(character) for character in password)
        for test in (str.islower, str.isupper, str.isdigit, lambda c: not c.isalnum())
    )
    return "it uses fewer than three kinds of characters" if kinds < 3 else None
