"""Copy-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from cmdlets.management.item_parameters import (
    credential_parameter,
    exclude_parameter,
    filter_parameter,
    force_parameter,
    include_parameter,
    literal_path_parameter,
    path_parameter,
)
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import parameter
from spshell.engine.commands.switch import PRESENT


class CopyItem(ItemCmdlet, verb="Copy", noun="Item", default_set="Path", should_process=True):
    """Copy items.

    A folder needs -Recurse to be copied with what it holds.

        PS> $f = [IO.Path]::GetTempFileName(); Copy-Item $f "$f.copy" -PassThru | ForEach-Object Extension
    """

    path: Any = path_parameter()
    literal_path: Any = literal_path_parameter()
    destination: Any = parameter("string", position=1, by_name=True, help="Where to.")
    container: Any = parameter("switch", default=PRESENT, help="Copy folders as folders.")
    force: Any = force_parameter()
    filter: Any = filter_parameter()
    include: Any = include_parameter()
    exclude: Any = exclude_parameter()
    recurse: Any = parameter("switch", help="What lies below too.")
    pass_thru: Any = parameter("switch", help="Write the object too.")
    credential: Any = credential_parameter()
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
