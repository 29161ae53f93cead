"""The drives of a session and the current location; from the path that a script writes to a place."""

from __future__ import annotations

import os
import tempfile

from spshell.engine.providers import path_text
from spshell.engine.providers.messages import provider_fault
from spshell.engine.providers.places import CORE, DriveInfo, Place
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.providers.provider import Provider
    from spshell.engine.session import Session


class DriveTable:
    """``providers`` by folded name, ``drives`` by folded name in the order they were made.

    ``current`` is the current drive; on the file system the session's ``location`` is the current folder.
    ``stacks`` are Push-Location's, ``before`` and ``after`` the locations that ``Set-Location -`` and ``+`` go to.
    """

    def __init__(self, session: Session) -> None:
        from spshell.engine.providers.filesystem import FileSystem
        from spshell.engine.providers.flat import (
            AliasProvider,
            EnvironmentProvider,
            FunctionProvider,
            VariableProvider,
        )

        self.session = session
        files = FileSystem(self)
        others: list[tuple[str, Provider, str]] = [
            ("Alias", AliasProvider(self), "Drive that contains a view of the aliases stored in session state."),
            ("Env", EnvironmentProvider(self), "Drive that contains a view of the environment variables for the process."),
            ("Function", FunctionProvider(self), "Drive that contains a view of the functions stored in session state."),
            ("Variable", VariableProvider(self), "Drive that contains a view of those variables stored in session state."),
        ]  # fmt: skip
        self.files = files
        self.providers: dict[str, Provider] = {
            provider.name.lower(): provider for provider in (files, *(row[1] for row in others))
        }
        self.drives: dict[str, DriveInfo] = {}
        self.add(DriveInfo("Temp", files, os.path.join(tempfile.gettempdir(), "")))
        self.root = self.add(DriveInfo("/", files, "/"))
        for name, provider, text in others:
            self.add(DriveInfo(name, provider, "", text))
        self.current = self.root
        self.stacks: dict[str, list[Place]] = {}
        self.default_stack = ""
        self.before: list[Place] = []
        self.after: list[Place] = []

    def add(self, drive: DriveInfo) -> DriveInfo:
        """Make a drive known."""
        self.drives[drive.title.lower()] = drive
        return drive

    def of_provider(self, provider: Provider) -> list[DriveInfo]:
        """The drives of a provider."""
        return [drive for drive in self.drives.values() if drive.provider_object is provider]

    def find_provider(self, name: str) -> Provider:
        """A provider by name, with or without its module. Raises ProviderNotFound."""
        folded = name.lower()
        module, mark, rest = folded.rpartition("\\")
        if mark and module == CORE.lower():
            folded = rest
        found = self.providers.get(folded)
        if found is None:
            raise provider_fault("ProviderNotFound", name, target=name)
        return found

    def find_drive(self, name: str) -> DriveInfo:
        """A drive by name. Raises DriveNotFound."""
        found = self.drives.get(name.lower())
        if found is None:
            raise provider_fault("DriveNotFound", name, target=name)
        return found

    # -- where one is

    def here(self) -> Place:
        """The current location."""
        return self.on_drive(self.current)

    def on_drive(self, drive: DriveInfo) -> Place:
        """The current location of a drive."""
        if drive is self.root:
            return Place(self.files, drive, self.session.location)
        if drive.provider_object is self.files:
            return Place(self.files, drive, path_text.normalized(f"{drive.base}/{drive.location}"))
        return Place(drive.provider_object, drive, drive.location)

    def go(self, place: Place) -> None:
        """Make a place the current location."""
        drive = place.drive or self._drive_of(place.provider)
        self.current = drive
        if drive is self.root:
            self.session.location = place.path
            drive.location = place.path.lstrip("/")
        elif drive.provider_object is self.files:
            drive.location = path_text.normalized(place.path)[len(drive.base.rstrip("/")) :].lstrip("/")
            self.session.location = place.path
        else:
            drive.location = place.path

    def _drive_of(self, provider: Provider) -> DriveInfo:
        return next(drive for drive in self.drives.values() if drive.provider_object is provider)

    # -- resolving

    def locate(self, path: str, *, base: Place | None = None) -> Place:
        """The place that a path without wildcards means. Raises DriveNotFound and ProviderNotFound."""
        qualified = path_text.provider_prefix(path)
        if qualified is not None:
            provider = self.find_provider(qualified[0])
            return Place(
                provider,
                self._hidden_drive(provider),
                provider.absolute(self._homely(provider, qualified[1])),
            )
        found = None if path_text.is_rooted(path) else path_text.drive_prefix(path)
        if found is not None:
            drive = self.find_drive(found[0])
            return self._inside(drive, found[1])
        here = base if base is not None else self.here()
        provider = here.provider
        if path_text.is_rooted(path) and provider is self.files:
            return Place(provider, self.root, provider.absolute(path))
        if path == "~" or path.startswith(("~/", "~\\")):
            return Place(provider, self.root, provider.absolute(self._homely(provider, path)))
        if path_text.is_rooted(path):
            return Place(provider, here.drive, provider.absolute(path))
        return here.at(provider.absolute(provider.join(here.path, path)))

    def _hidden_drive(self, provider: Provider) -> DriveInfo | None:
        return self.root if provider is self.files else self._drive_of(provider)

    def _homely(self, provider: Provider, path: str) -> str:
        if path == "~" or path.startswith(("~/", "~\\")):
            return (provider.home or os.path.expanduser("~")) + path[1:]
        return path

    def _inside(self, drive: DriveInfo, rest: str) -> Place:
        provider = drive.provider_object
        if provider is not self.files:
            inner = rest if path_text.is_rooted(rest) or not rest else provider.join(drive.location, rest)
            return Place(provider, drive, provider.absolute(inner))
        if path_text.is_rooted(rest):
            path = drive.base.rstrip("/") + path_text.slashes(rest)
        else:
            path = f"{self.on_drive(drive).path}/{rest}"
        return Place(provider, drive, path_text.normalized(path))


def file_path(session: Session, path: str) -> str | None:
    """The file that a path with a drive or provider in front means; None when it means none that is known."""
    if path_text.is_rooted(path):
        return None
    table = drives_of(session)
    drive = path_text.drive_prefix(path)
    known = path_text.provider_prefix(path) is not None or (
        drive is not None and drive[0].lower() in table.drives
    )
    if not known:
        return None
    try:
        place = table.locate(path)
    except NetException:  # no such provider: a name with colons
        return None
    return place.path if place.provider is table.files else None


def drives_of(session: Session) -> DriveTable:
    """The session's drives, made when first asked for."""
    table: Any = session.services.get(DriveTable)
    if table is None:
        table = session.services[DriveTable] = DriveTable(session)
    return table  # type: ignore[no-any-return]  # put there above
