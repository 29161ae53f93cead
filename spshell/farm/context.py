"""Where a farm is stored, which server this is, who is calling, what time it is; and opening a farm."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from spshell.farm import errors
from spshell.state import open_store
from spshell.state.location import beside, farm_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spshell.farm.farm import SPFarm
    from spshell.state import StateStore

SECRET_KEYS = ("password", "passphrase", "sealed_password")
"""Body keys whose values the journal never shows."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime: ...


class WallClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FarmContext:
    """Everything about this process that the farm's objects need; `home` holds what belongs to one server only."""

    address: str
    store: StateStore
    server: str
    home: Path
    caller: str
    clock: Clock

    def companion(self, suffix: str) -> Path:
        """A file beside the farm file (outbox, journal)."""
        found = beside(self.address, suffix)
        return found if found is not None else self.home / f"farm{suffix}"


class FarmService:
    """The session's farm: opened at first use, created by New-SPConfigurationDatabase."""

    def __init__(self, context: FarmContext) -> None:
        self.context = context

    def find(self) -> SPFarm | None:
        """The farm stored at the address, or None."""
        from spshell.farm.farm import SPFarm

        record = next(iter(self.context.store.scan("farm")), None)
        return None if record is None else SPFarm(self.context, record)

    @property
    def farm(self) -> SPFarm:
        """The farm. Raises FarmNotFound when there is none yet."""
        found = self.find()
        if found is None:
            raise errors.no_farm()
        return found


_opener: Callable[[], FarmService] | None = None


def set_local(opener: Callable[[], FarmService]) -> None:
    """Say what ``[SPFarm]::Local`` means in this process."""
    global _opener
    _opener = opener


def local_farm() -> Any:
    """The farm of this process, or None."""
    return None if _opener is None else _opener().find()


def open_farm(
    url: str | None,
    server: str | None,
    home: str | None,
    *,
    clock: Clock | None = None,
    caller: str | None = None,
) -> FarmService:
    """Open the farm at an address (see `spshell.state.location`).

    `server` is which farm server this process is (default: the host name), `home` the folder of this server's own
    secrets (default: the user's data directory). Raises StateError when the address means no store.
    """
    import socket
    from pathlib import Path

    from spshell.state.journal import Journal, Origin
    from spshell.state.journaled import JournaledStore

    errors.declare()
    address = farm_address(url, os.environ)
    server_name = server or socket.gethostname()
    folder = Path(home) if home else Path(_data_folder())
    who = caller or current_user()
    ticking = clock or WallClock()
    store: Any = open_store(address)
    journal = beside(address, ".journal.jsonl")
    if journal is not None:
        store = JournaledStore(
            store, Journal(journal), lambda: Origin(who, server_name), ticking.now, secrets=SECRET_KEYS
        )
    return FarmService(FarmContext(address, store, server_name, folder, who, ticking))


def _data_folder() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("spshell")


def current_user() -> str:
    r"""The account that runs this process, as DOMAIN\user when a domain is known."""
    import getpass

    user = getpass.getuser()
    domain = os.environ.get("USERDOMAIN", "")
    return f"{domain}\\{user}" if domain else user
