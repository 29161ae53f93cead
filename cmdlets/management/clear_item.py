"""Clear-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet


class ClearItem(ItemCmdlet, verb="Clear", noun="Item", default_set="Path", should_process=True):
    """Take the value of an item away.

    PS> $relay = 'mail01'; Clear-Item Variable:relay; $null -eq $relay
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    force: Any = items.force_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.values.exceptions import NetException

        for place in self.places():
            if not self.should_process(f"Item: {place.path}", "Clear Item"):
                continue
            try:
                place.provider.clear_item(place)
            except NetException as error:
                if error.error_id == "NotSupported":
                    raise
                self.write_error(error, target=error.target)
