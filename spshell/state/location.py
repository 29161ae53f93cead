"""Which store an address means."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from spshell.state.store import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spshell.state.store import StateStore

FARM_FILE = "farm.toml"


def open_store(address: str | os.PathLike[str]) -> StateStore:
    """Open the store at an address; a file that does not exist yet is an empty store.

    `farm.toml` (any path, or toml:///path), `sqlite:///farm.db`, `postgresql://...`, `memory://`.
    Raises StoreUnavailable for anything else.
    """
    text = os.fspath(address)
    scheme = scheme_of(text)
    if scheme in ("file", "toml"):
        from spshell.state.toml import TomlStore

        return TomlStore(file_of(text))
    if scheme in ("sqlite", "postgresql"):
        from spshell.state.sql import SqlStore

        return SqlStore(text)
    if scheme == "memory":
        from spshell.state.memory import MemoryStore

        return MemoryStore()
    raise StoreUnavailable(text, f"no store is addressed by {scheme}:// (toml, sqlite, postgresql, memory)")


def scheme_of(address: str) -> str:
    """`postgresql` of postgresql+psycopg://..., `file` of a plain path."""
    head, separator, _ = address.partition("://")
    return head.partition("+")[0].lower() if separator else "file"


def file_of(address: str) -> Path:
    """The file behind a path, toml:///path, file:///path or sqlite:///path address."""
    if "://" not in address:
        return Path(address)
    if scheme_of(address) == "sqlite":  # SQLAlchemy's form: three slashes are relative, four absolute
        return Path(address.partition(":///")[2].partition("?")[0])
    return Path(unquote(urlsplit(address).path))


def beside(address: str, suffix: str) -> Path | None:
    """The companion file (journal, outbox) of a store kept in a file: farm.toml -> farm.outbox.db.

    None for a store that is no file: its companions live inside it.
    """
    if scheme_of(address) not in ("file", "toml", "sqlite"):
        return None
    return file_of(address).with_suffix(suffix)


def farm_address(option: str | None, environ: Mapping[str, str]) -> str:
    """-Farm, else $SPSHELL_FARM, else farm.toml in the user's data directory."""
    named = option or environ.get("SPSHELL_FARM")
    if named:
        return named
    from platformdirs import user_data_dir

    return str(Path(user_data_dir("spshell", appauthor=False)) / FARM_FILE)
