"""Get-ItemProperty."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class GetItemProperty(ItemCmdlet, verb="Get", noun="ItemProperty", default_set="Path"):
    """Read properties of items.

    PS> Get-ItemProperty / Name | ForEach-Object Name
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
    name: Any = parameter("string[]", position=1, aliases=("PSProperty",), help="The name.")
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")

    def process(self) -> None:
        from cmdlets.management.item_properties import chosen_properties
        from spshell.values.exceptions import NetException

        for place in self.places():
            try:
                self.write(chosen_properties(place, self.name))
            except NetException as error:
                self.write_error(error, target=error.target)
