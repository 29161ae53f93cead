"""Clear-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class ClearItem(ItemCmdlet, verb="Clear", noun="Item", default_set="Path", should_process=True):
    """Take the value of an item away.

    PS> $relay = 'mail01'; Clear-Item Variable:relay; $null -eq $relay
    """

    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")

    def process(self) -> None:
        from spshell.values.exceptions import NetException

        for place in self.places():
            if not self.should_process(f"Item: {place.shown()}", "Clear Item"):
                continue
            try:
                place.provider.clear_item(place)
            except NetException as error:
                if error.error_id == "NotSupported":
                    raise
                self.write_error(error, target=error.target)
