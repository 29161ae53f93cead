"""Convert-Path."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from cmdlets.management.item_parameters import force_parameter, literal_path_parameter, path_parameter


class ConvertPath(ItemCmdlet, verb="Convert", noun="Path", default_set="Path"):
    """Turn paths into those that the operating system understands.

    PS> Convert-Path Temp:
    PS> Convert-Path ~
    """

    path: Any = path_parameter()
    literal_path: Any = literal_path_parameter()
    force: Any = force_parameter()

    def process(self) -> None:
        for place in self.places():
            self.write(place.path)
