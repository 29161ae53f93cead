"""Remove-ItemProperty."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.commands.cmdlet import parameter


class RemoveItemProperty(
    ItemCmdlet, verb="Remove", noun="ItemProperty", default_set="Path", should_process=True
):
    """Remove a property of items.

    No drive of this system has properties that could be added or removed: the command says so.

        PS> Remove-ItemProperty / Relay -ErrorAction SilentlyContinue
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    name: Any = parameter(
        "string[]", position=1, mandatory=True, by_name=True, aliases=("PSProperty",), help="The name."
    )
    force: Any = items.force_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        for place in self.places():
            self.write_error(place.provider.refuse(place.path), target=place.path)
