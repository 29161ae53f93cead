"""What the cmdlets about items share: the paths they were given, and which names count."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet
from spshell.engine.providers.drives import drives_of
from spshell.engine.providers.globbing import Selection, resolve
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.engine.providers.drives import DriveTable
    from spshell.engine.providers.places import Place


class ItemCmdlet(Cmdlet):
    """A cmdlet with -Path and -LiteralPath."""

    path: Any = None
    literal_path: Any = None

    @property
    def drives(self) -> DriveTable:
        """The drives of the session."""
        return drives_of(self.session)

    @property
    def literal(self) -> bool:
        """Whether the paths were given as they are."""
        return self.literal_path is not None

    def paths(self) -> list[str]:
        """The paths of this record."""
        given = self.literal_path if self.literal else self.path
        if given is None:
            return []
        return given if isinstance(given, list) else [given]

    def selection(self) -> Selection:
        """Which names count."""
        return Selection(
            getattr(self, "filter", None),
            getattr(self, "include", None),
            getattr(self, "exclude", None),
            force=bool(getattr(self, "force", False)),
        )

    def places(self) -> Iterator[Place]:
        """The existing items that the paths mean; what is missing is an error of its own."""
        for path in self.paths():
            yield from self.resolved(path)

    def resolved(self, path: str) -> list[Place]:
        """The existing items that one path means."""
        try:
            return resolve(self.session, path, self.selection(), literal=self.literal)
        except NetException as error:
            self.write_error(error, target=error.target)
            return []

    def located(self, path: str) -> Place | None:
        """The place of a path that need not exist; null after an error about its drive."""
        from spshell.values.wildcard import unescape

        try:
            return self.drives.locate(path if self.literal else unescape(path))
        except NetException as error:
            self.write_error(error, target=error.target)
            return None
