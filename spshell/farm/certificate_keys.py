"""Private keys of certificates: on this server only, under SPSHELL_HOME, never in the farm's state."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from spshell.farm.credential_key import key_folder

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from spshell.farm.farm import SPFarm

_FOLDER = "certificates"


def store_key(farm: SPFarm, certificate: UUID, pem: str) -> None:
    """Write a key, readable by its owner only, complete or not at all."""
    path = _path(farm, certificate)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_suffix(".new")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, pem.encode("ascii"))
        os.fsync(handle)
    finally:
        os.close(handle)
    os.replace(temporary, path)


def load_key(farm: SPFarm, certificate: UUID) -> str | None:
    """The key as PEM; None when this server has none, or when others may read it."""
    path = _path(farm, certificate)
    try:
        if path.stat().st_mode & 0o077:
            return None
        return path.read_text(encoding="ascii")
    except OSError:
        return None


def move_key(farm: SPFarm, source: UUID, target: UUID) -> None:
    """A request's key becomes the certificate's."""
    pem = load_key(farm, source)
    if pem is not None:
        store_key(farm, target, pem)
        remove_key(farm, source)


def remove_key(farm: SPFarm, certificate: UUID) -> None:
    """Forget a key."""
    _path(farm, certificate).unlink(missing_ok=True)


def _path(farm: SPFarm, certificate: UUID) -> Path:
    return key_folder(farm.context.home, farm.context.server) / _FOLDER / f"{certificate}.key"
