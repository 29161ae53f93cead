"""Move-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class MoveItem(ItemCmdlet, verb="Move", noun="Item", default_set="Path", should_process=True):
    """Move items.

    PS> $f = [IO.Path]::GetTempFileName(); Move-Item $f "$f.moved" -PassThru | ForEach-Object Extension
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
    destination: Any = parameter("string", position=1, by_name=True, help="Where to.")
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    pass_thru: Any = parameter("switch", help="Write the object too.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")

    def process(self) -> None:
        from spshell.engine.output import emit
        from spshell.engine.providers.file_changes import move
        from spshell.engine.providers.filesystem import FileSystem
        from spshell.values.exceptions import NetException

        target = self.located(self.destination or ".")
        if target is None:
            return
        for place in self.places():
            folder = place.provider.is_container(place.path)
            action = "Move Directory" if folder else "Move File"
            if not self.should_process(f"Item: {place.path} Destination: {target.path}", action):
                continue
            try:
                if not isinstance(place.provider, FileSystem):
                    raise place.provider.refuse(place.path)
                moved = place.at(move(place.path, target.path, force=bool(self.force)))
            except NetException as error:
                self.write_error(error, target=error.target)
                continue
            if self.pass_thru:
                emit(self.out, moved.provider.item(moved))
