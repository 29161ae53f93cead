"""Copy-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import parameter
from spshell.engine.commands.switch import PRESENT


class CopyItem(ItemCmdlet, verb="Copy", noun="Item", default_set="Path", should_process=True):
    """Copy items.

    A folder needs -Recurse to be copied with what it holds.

        PS> $f = [IO.Path]::GetTempFileName(); Copy-Item $f "$f.copy" -PassThru | ForEach-Object Extension
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    destination: Any = parameter("string", position=1, by_name=True, help="Where to.")
    container: Any = parameter("switch", default=PRESENT, help="Copy folders as folders.")
    force: Any = items.force_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    recurse: Any = parameter("switch", help="What lies below too.")
    pass_thru: Any = parameter("switch", help="Write the object too.")
    credential: Any = items.credential_parameter()
    from_session: Any = parameter(
        "System.Management.Automation.Runspaces.PSSession",
        validate=[ValidateNotNullOrEmpty()],
        help="Not available.",
    )
    to_session: Any = parameter(
        "System.Management.Automation.Runspaces.PSSession",
        validate=[ValidateNotNullOrEmpty()],
        help="Not available.",
    )

    def process(self) -> None:
        from cmdlets.management.copying import Copying

        copying = Copying(self)
        for place in self.places():
            copying.copy(place)
