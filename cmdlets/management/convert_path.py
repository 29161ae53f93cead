"""Convert-Path."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class ConvertPath(ItemCmdlet, verb="Convert", noun="Path", default_set="Path"):
    """Turn paths into those that the operating system understands.

    PS> Convert-Path Temp:
    PS> Convert-Path ~
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

    def process(self) -> None:
        for place in self.places():
            self.write(place.path)
