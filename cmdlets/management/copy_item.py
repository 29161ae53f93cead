"""Copy-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags
from spshell.engine.switch import PRESENT
from spshell.engine.validation import ValidateNotNullOrEmpty


class CopyItem(ItemCmdlet, verb="Copy", noun="Item", default_set="Path", should_process=True):
    """Copy items.

    A folder needs -Recurse to be copied with what it holds.

        PS> $f = [IO.Path]::GetTempFileName(); Copy-Item $f "$f.copy" -PassThru | ForEach-Object Extension
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
    container: Any = parameter("switch", default=PRESENT, help="Copy folders as folders.")
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    recurse: Any = parameter("switch", help="What lies below too.")
    pass_thru: Any = parameter("switch", help="Write the object too.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")
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
