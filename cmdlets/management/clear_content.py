"""Clear-Content."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet


class ClearContent(ItemCmdlet, verb="Clear", noun="Content", default_set="Path", should_process=True):
    """Empty files.

    The files stay, their content goes.

        PS> $f = [IO.Path]::GetTempFileName(); Set-Content $f x; Clear-Content $f; (Get-Item $f).Length
    """

    path: Any = items.path_parameter(by_value=False)
    literal_path: Any = items.literal_path_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    force: Any = items.force_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.engine.providers.file_content import Writer
        from spshell.engine.providers.filesystem import FileSystem
        from spshell.values.exceptions import NetException

        for place in self.places():
            if not self.should_process(f"Item: {place.path}", "Clear Content"):
                continue
            try:
                if isinstance(place.provider, FileSystem):
                    Writer(place.path, None, append=False, force=bool(self.force)).close()
                else:
                    place.provider.clear_item(place)
            except NetException as error:
                if error.error_id == "ClearDirectoryContent":
                    error.category = "InvalidOperation"
                self.write_error(error, target=error.target)
