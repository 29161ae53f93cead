"""Move-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.commands.cmdlet import parameter


class MoveItem(ItemCmdlet, verb="Move", noun="Item", default_set="Path", should_process=True):
    """Move items.

    PS> $f = [IO.Path]::GetTempFileName(); Move-Item $f "$f.moved" -PassThru | ForEach-Object Extension
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    destination: Any = parameter("string", position=1, by_name=True, help="Where to.")
    force: Any = items.force_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    pass_thru: Any = parameter("switch", help="Write the object too.")
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.engine.pipelines.output import emit
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
