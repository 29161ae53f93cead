"""Remove-ItemProperty."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from cmdlets.management.item_parameters import (
    credential_parameter,
    exclude_parameter,
    filter_parameter,
    force_parameter,
    include_parameter,
    literal_path_parameter,
    path_parameter,
)
from spshell.engine.commands.cmdlet import parameter


class RemoveItemProperty(
    ItemCmdlet, verb="Remove", noun="ItemProperty", default_set="Path", should_process=True
):
    """Remove a property of items.

    No drive of this system has properties that could be added or removed: the command says so.

        PS> Remove-ItemProperty / Relay -ErrorAction SilentlyContinue
    """

    path: Any = path_parameter()
    literal_path: Any = literal_path_parameter()
    name: Any = parameter(
        "string[]", position=1, mandatory=True, by_name=True, aliases=("PSProperty",), help="The name."
    )
    force: Any = force_parameter()
    filter: Any = filter_parameter()
    include: Any = include_parameter()
    exclude: Any = exclude_parameter()
    credential: Any = credential_parameter()

    def process(self) -> None:
        for place in self.places():
            self.write_error(place.provider.refuse(place.path), target=place.path)
