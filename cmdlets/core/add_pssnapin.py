"""Add-PSSnapin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from cmdlets.core.snapins import REGISTERED, SnapIn, loaded, matching
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import has_wildcards

if TYPE_CHECKING:
    from collections.abc import Iterator


class AddPSSnapin(Cmdlet, verb="Add", noun="PSSnapin"):
    """Accept the line with which SharePoint scripts begin.

    The commands are there without it.

        PS> Add-PSSnapin Microsoft.SharePoint.PowerShell; (Get-PSSnapin *SharePoint*).Name
        Microsoft.SharePoint.PowerShell
    """

    name: Any = parameter(
        "string[]",
        mandatory=True,
        position=0,
        from_pipeline=True,
        by_name=True,
        help="Names, wildcards allowed.",
    )
    pass_thru: Any = parameter("switch", help="Return the snap-ins.")

    def process(self) -> Iterator[object]:
        names = loaded(self.session)
        for pattern in self.name:
            found = list(matching(pattern, list(REGISTERED)))
            if not found and not has_wildcards(pattern):
                self.write_error(core_fault("AddPSSnapInRead", pattern, target=pattern))
            for name in found:
                if name not in names:
                    names.append(name)
                if self.pass_thru:
                    yield SnapIn(name)
