"""Convert-Path."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet


class ConvertPath(ItemCmdlet, verb="Convert", noun="Path", default_set="Path"):
    """Turn paths into those that the operating system understands.

    PS> Convert-Path Temp:
    PS> Convert-Path ~
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    force: Any = items.force_parameter()

    def process(self) -> None:
        for place in self.places():
            self.write(place.path)
