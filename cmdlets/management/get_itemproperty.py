"""Get-ItemProperty."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.commands.cmdlet import parameter


class GetItemProperty(ItemCmdlet, verb="Get", noun="ItemProperty", default_set="Path"):
    """Read properties of items.

    PS> Get-ItemProperty / Name | ForEach-Object Name
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    name: Any = parameter("string[]", position=1, aliases=("PSProperty",), help="The name.")
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from cmdlets.management.item_properties import chosen_properties
        from spshell.values.exceptions import NetException

        for place in self.places():
            try:
                self.write(chosen_properties(place, self.name))
            except NetException as error:
                self.write_error(error, target=error.target)
