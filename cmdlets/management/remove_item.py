"""Remove-Item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from spshell.engine.providers.places import Place


class RemoveItem(ItemCmdlet, verb="Remove", noun="Item", default_set="Path", should_process=True):
    """Remove items.

    A folder that is not empty needs -Recurse, what is read-only needs -Force.

        PS> Set-Content Env:RELAY x; Remove-Item Env:RELAY; Test-Path Env:RELAY
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    recurse: Any = parameter("switch", help="What lies below too.")
    force: Any = items.force_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.values.exceptions import NetException

        for place in self._chosen():
            try:
                self._remove(place)
            except NetException as error:
                self.write_error(error, target=error.target)

    def _chosen(self) -> list[Place]:
        """What is to go; -Include and -Exclude with -Recurse choose below the containers too."""
        selection = self.selection()
        if not (self.recurse and selection.names):
            return list(self.places())
        found: list[Place] = []
        for path in self.paths():
            for place in self._containers(path):
                found.extend(_matching(place, selection))
        return found

    def _containers(self, path: str) -> list[Place]:
        from spshell.engine.providers.globbing import Selection, resolve
        from spshell.values.exceptions import NetException

        try:
            return resolve(self.session, path, Selection(force=bool(self.force)), literal=self.literal)
        except NetException as error:
            self.write_error(error, target=error.target)
            return []

    def _remove(self, place: Place) -> None:
        from spshell.engine.providers.filesystem import FileSystem

        provider = place.provider
        if not isinstance(provider, FileSystem):
            if self.should_process(f"Item: {place.path}", "Remove Item"):
                provider.remove_item(place, recurse=bool(self.recurse), force=bool(self.force))
            return
        folder = provider.is_container(place.path)
        if (
            folder
            and not self.recurse
            and any(True for _ in provider.child_names(place.path))
            and not self._agreed(place)
        ):
            return
        if self.should_process(place.path, "Remove Directory" if folder else "Remove File"):
            provider.remove_item(place, recurse=True, force=bool(self.force))

    def _agreed(self, place: Place) -> bool:
        """Whether a folder goes with all it holds although -Recurse was not given."""
        return self.should_continue(
            f"The item at {place.path} has children and the Recurse parameter was not specified. If you continue, "
            "all children will be removed with the item. Are you sure you want to continue?",
            "Confirm",
        )


def _matching(place: Place, selection: Any) -> list[Place]:
    from spshell.engine.providers import path_text

    provider = place.provider
    if selection.takes(path_text.leaf(place.path)):
        return [place]
    if not provider.is_container(place.path):
        return []
    return [
        found
        for name in provider.child_names(place.path)
        for found in _matching(place.child(name), selection)
    ]
