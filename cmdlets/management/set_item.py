"""Set-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.commands.cmdlet import parameter


class SetItem(ItemCmdlet, verb="Set", noun="Item", default_set="Path", should_process=True):
    """Give an item a value.

    Drives with values take part: variables, functions, aliases, the environment.

        PS> Set-Item Env:RELAY mail01; $env:RELAY
    """

    path: Any = items.path_parameter(by_value=False)
    literal_path: Any = items.literal_path_parameter()
    value: Any = parameter("System.Object", position=1, from_pipeline=True, by_name=True, help="The value.")
    force: Any = items.force_parameter()
    pass_thru: Any = parameter("switch", help="Write the object too.")
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.values.exceptions import NetException

        for path in self.paths():
            place = self.located(path)
            if place is None or not self.should_process(
                f"Item: {place.path} Value: {self.value}", "Set Item"
            ):
                continue
            try:
                made = place.provider.set_item(place, self.value)
            except NetException as error:
                if error.error_id == "NotSupported":
                    raise
                self.write_error(error, target=error.target)
                continue
            if self.pass_thru and made is not None:
                self.write(made)
