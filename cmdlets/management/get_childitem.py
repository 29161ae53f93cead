"""Get-ChildItem."""

from __future__ import annotations

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class GetChildItem(ItemCmdlet, verb="Get", noun="ChildItem", default_set="Items"):
    """List what a container holds.

    Folders come first. -Recurse lists what lies below as well, -Depth says how deep.

        PS> Get-ChildItem / -Directory | Select-Object -First 1 | ForEach-Object PSIsContainer
        PS> Get-ChildItem Env: | Select-Object -First 1 | ForEach-Object { $_.Name.Length -gt 0 }
    """

    path: Any = parameter(
        "string[]",
        sets={"Items": SetFlags(position=0, by_value=True, by_name=True)},
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralItems": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    filter: Any = parameter("string", position=1, help="A pattern that the provider itself applies.")
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    recurse: Any = parameter(
        "switch",
        aliases=(
            "s",
            "r",
        ),
        help="What lies below too.",
    )
    depth: Any = parameter("uint", help="How many levels below.")
    force: Any = items.force_parameter()
    name: Any = parameter("switch", help="Only the names.")
    attributes: Any = parameter(
        "System.Management.Automation.FlagsExpression[System.IO.FileAttributes]",
        help="Attributes, as in Directory+!Hidden.",
    )
    follow_symlink: Any = parameter("switch", help="Follow links to folders.")
    directory: Any = parameter("switch", aliases=("ad",), help="Only folders.")
    file: Any = parameter("switch", aliases=("af",), help="Only files.")
    hidden: Any = parameter(
        "switch",
        aliases=(
            "ah",
            "h",
        ),
        help="Only what is hidden.",
    )
    read_only: Any = parameter("switch", aliases=("ar",), help="Only what is read-only.")
    system: Any = parameter("switch", aliases=("as",), help="Only system files.")

    def process(self) -> None:
        from cmdlets.management.child_listing import ChildListing
        from spshell.values.exceptions import NetException

        listing = ChildListing(self)
        for path in self.paths() or ["."]:
            try:
                listing.show(path)
            except NetException as error:
                self.write_error(error, target=error.target)
