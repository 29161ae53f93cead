"""Get-Item."""

from __future__ import annotations

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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class GetItem(ItemCmdlet, verb="Get", noun="Item", default_set="Path"):
    """Get items by their paths.

    Wildcards in the last part find several. Hidden items need -Force.

        PS> (Get-Item /).PSIsContainer
        PS> Get-Item Env:PATH | ForEach-Object Name
    """

    path: Any = path_parameter()
    literal_path: Any = literal_path_parameter()
    filter: Any = filter_parameter()
    include: Any = include_parameter()
    exclude: Any = exclude_parameter()
    force: Any = force_parameter()
    credential: Any = credential_parameter()

    def process(self) -> None:
        from spshell.engine.pipelines.output import emit
        from spshell.engine.providers.messages import provider_fault

        for place in self.places():
            if not self.force and place.provider.is_hidden(place.path):
                self.write_error(provider_fault("ItemNotFound", place.path, target=place.path))
                continue
            emit(self.out, place.provider.item(place))
