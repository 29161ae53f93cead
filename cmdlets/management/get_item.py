"""Get-Item."""

from __future__ import annotations

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class GetItem(ItemCmdlet, verb="Get", noun="Item", default_set="Path"):
    """Get items by their paths.

    Wildcards in the last part find several. Hidden items need -Force.

        PS> (Get-Item /).PSIsContainer
        PS> Get-Item Env:PATH | ForEach-Object Name
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    force: Any = items.force_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.engine.pipelines.output import emit
        from spshell.engine.providers.messages import provider_fault

        for place in self.places():
            if not self.force and place.provider.is_hidden(place.path):
                self.write_error(provider_fault("ItemNotFound", place.path, target=place.path))
                continue
            emit(self.out, place.provider.item(place))
