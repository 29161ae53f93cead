"""Clear-ItemProperty."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.commands.cmdlet import parameter


class ClearItemProperty(
    ItemCmdlet, verb="Clear", noun="ItemProperty", default_set="Path", should_process=True
):
    """Set a property of items back.

    Only the attributes of files can be set back.

        PS> $f = [IO.Path]::GetTempFileName(); Clear-ItemProperty $f Attributes
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    name: Any = parameter("string", position=1, mandatory=True, by_name=True, help="The name.")
    pass_thru: Any = parameter("switch", help="Write the object too.")
    force: Any = items.force_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from cmdlets.management.item_properties import clear_value
        from spshell.values.exceptions import NetException

        for place in self.places():
            if not self.should_process(f"Item: {place.path} Property: {self.name}", "Clear Property File"):
                continue
            try:
                clear_value(place, self.name)
            except NetException as error:
                self.write_error(error, target=error.target)
