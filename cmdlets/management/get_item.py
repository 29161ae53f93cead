"""Get-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class GetItem(ItemCmdlet, verb="Get", noun="Item", default_set="Path"):
    """Get items by their paths.

    Wildcards in the last part find several. Hidden items need -Force.

        PS> (Get-Item /).PSIsContainer
        PS> Get-Item Env:PATH | ForEach-Object Name
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
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")

    def process(self) -> None:
        from spshell.engine.output import emit
        from spshell.engine.providers.messages import provider_fault

        for place in self.places():
            if not self.force and place.provider.is_hidden(place.path):
                self.write_error(provider_fault("ItemNotFound", place.path, target=place.path))
                continue
            emit(self.out, place.provider.item(place))
