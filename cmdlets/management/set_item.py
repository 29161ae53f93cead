"""Set-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class SetItem(ItemCmdlet, verb="Set", noun="Item", default_set="Path", should_process=True):
    """Give an item a value.

    Drives with values take part: variables, functions, aliases, the environment.

        PS> Set-Item Env:RELAY mail01; $env:RELAY
    """

    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(mandatory=True, position=0, by_name=True)},
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
    value: Any = parameter("System.Object", position=1, from_pipeline=True, by_name=True, help="The value.")
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    pass_thru: Any = parameter("switch", help="Write the object too.")
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")

    def process(self) -> None:
        from spshell.values.exceptions import NetException

        for path in self.paths():
            place = self.located(path)
            if place is None or not self.should_process(
                f"Item: {place.shown()} Value: {self.value}", "Set Item"
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
