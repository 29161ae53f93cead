"""What a provider can do. Whatever it cannot raises NotSupported, as PowerShell's base classes do."""

from __future__ import annotations

from spshell.engine.providers import path_text
from spshell.engine.providers.messages import provider_fault
from spshell.engine.providers.places import ProviderInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from spshell.engine.providers.drives import DriveTable
    from spshell.engine.providers.places import Place
    from spshell.values.exceptions import NetException


class Provider:
    """Items by path. Paths are absolute inside the provider; ``name`` is what stands before ``::``."""

    name = ""
    capabilities = "ShouldProcess"
    hierarchical = False
    home = ""

    def __init__(self, table: DriveTable) -> None:
        self.table = table
        self.session = table.session
        self.info = ProviderInfo(self)

    def refuse(self, target: Any = None) -> NetException:
        """The error of what this provider does not do."""
        return provider_fault("NotSupported", self.name, target=target)

    # -- paths

    def absolute(self, path: str) -> str:
        """A path from the provider's root, in its normal form."""
        return path.strip("/\\")

    def join(self, path: str, name: str) -> str:
        """A child's path."""
        return path_text.joined(path, name).lstrip("/") if path else name

    def parent(self, path: str) -> str:
        """The path of what holds the item."""
        del path
        return ""

    def space(self, root: str) -> tuple[Any, Any]:
        """(used, free) bytes."""
        del root
        return None, None

    # -- looking

    def exists(self, path: str) -> bool:
        """Whether there is an item."""
        raise self.refuse(path)

    def is_container(self, path: str) -> bool:
        """Whether the item may have children."""
        return path == ""

    def is_hidden(self, path: str) -> bool:
        """Whether only -Force shows the item."""
        del path
        return False

    def item(self, place: Place) -> Any:
        """The object for an item, with its provider properties."""
        raise self.refuse(place.path)

    def child_names(self, path: str) -> Iterable[str]:
        """The names of an item's children, in the order in which they are listed."""
        del path
        return ()

    # -- changing

    def set_item(self, place: Place, value: Any) -> Any:
        """Give an item a value (Set-Item)."""
        del value
        raise self.refuse(place.path)

    def set_with_options(self, place: Place, value: Any, options: frozenset[str]) -> Any:
        """Set-Item -Options: a value and what may be done with the item."""
        del value, options
        raise self.refuse(place.path)

    def clear_item(self, place: Place) -> None:
        """Take an item's value (Clear-Item)."""
        raise self.refuse(place.path)

    def new_item(self, place: Place, item_type: str, value: Any, *, force: bool) -> Any:
        """Make an item and return it."""
        del item_type, value, force
        raise self.refuse(place.path)

    def remove_item(self, place: Place, *, recurse: bool, force: bool) -> None:
        """Remove an item."""
        del recurse, force
        raise self.refuse(place.path)

    def rename_item(self, place: Place, name: str, *, force: bool) -> Place:
        """Rename an item; its new place."""
        del name, force
        raise self.refuse(place.path)

    # -- content

    def read_values(self, place: Place) -> list[Any]:
        """The content of an item that is no file."""
        raise self.refuse(place.path)

    def write_values(self, place: Place, values: list[Any], *, append: bool) -> None:
        """Replace or extend the content of an item that is no file."""
        del values, append
        raise self.refuse(place.path)
