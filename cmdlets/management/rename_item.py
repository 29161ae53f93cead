"""Rename-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter


class RenameItem(ItemCmdlet, verb="Rename", noun="Item", default_set="ByPath", should_process=True):
    """Give an item another name.

    PS> $f = [IO.Path]::GetTempFileName(); Rename-Item $f relay-renamed.txt -Force -PassThru | ForEach-Object Name
    """

    path: Any = parameter(
        "string",
        sets={"ByPath": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string",
        sets={"ByLiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    new_name: Any = parameter("string", position=1, mandatory=True, by_name=True, help="The new name.")
    force: Any = items.force_parameter()
    pass_thru: Any = parameter("switch", help="Write the object too.")
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.engine.pipelines.output import emit
        from spshell.values.exceptions import NetException

        for place in self.places():
            folder = place.provider.is_container(place.path)
            target = place.provider.join(place.provider.parent(place.path), self.new_name)
            action = "Rename Directory" if folder else "Rename File"
            if not self.should_process(f"Item: {place.path} Destination: {target}", action):
                continue
            try:
                renamed = place.provider.rename_item(place, self.new_name, force=bool(self.force))
            except NetException as error:
                self.write_error(error, target=error.target)
                continue
            if self.pass_thru:
                emit(self.out, renamed.provider.item(renamed))
