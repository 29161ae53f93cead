"""Clear-Content."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class ClearContent(ItemCmdlet, verb="Clear", noun="Content", default_set="Path", should_process=True):
    """Empty files.

    The files stay, their content goes.

        PS> $f = [IO.Path]::GetTempFileName(); Set-Content $f x; Clear-Content $f; (Get-Item $f).Length
    """

    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(mandatory=True, position=0, by_name=True)},
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
