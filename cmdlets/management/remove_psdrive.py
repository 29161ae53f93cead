"""Remove-PSDrive."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class RemovePSDrive(Cmdlet, verb="Remove", noun="PSDrive", default_set="Name", should_process=True):
    """Remove drives.

    PS> $null = New-PSDrive Logs FileSystem /tmp; Remove-PSDrive Logs; Test-Path Logs:/
    """

    name: Any = parameter(
        "string[]",
        sets={"Name": SetFlags(mandatory=True, position=0, by_name=True)},
        allow_null=True,
        allow_empty_collection=True,
        help="The name.",
    )
    literal_name: Any = parameter(
        "string[]",
        sets={"LiteralName": SetFlags(mandatory=True, position=0, by_name=True)},
        help="The name, taken as it is.",
    )
    ps_provider: Any = parameter("string[]", by_name=True, name="PSProvider", help="The provider.")
    scope_: Any = parameter("string", by_name=True, name="Scope", help="The scope.")
    force: Any = items.force_parameter()

    def process(self) -> None:
        from spshell.engine.providers.drives import drives_of
        from spshell.engine.providers.messages import provider_fault
        from spshell.values.wildcard import has_wildcards, wildcard_test

        table = drives_of(self.session)
        literal = self.literal_name is not None
        for name in (self.literal_name if literal else self.name) or []:
            test = wildcard_test(name)
            found = [
                d
                for d in table.drives.values()
                if (d.title.lower() == name.lower() if literal else test(d.title))
            ]
            if not found and (literal or not has_wildcards(name)):
                self.write_error(provider_fault("DriveNotFound", name, target=name))
            for drive in found:
                if self.should_process(
                    f"Name: {drive.title} Provider: {drive.provider_object.info.ps_text()} Root: {drive.base}",
                    "Remove Drive",
                ):
                    if table.current is drive and not self.force:
                        self.write_error(provider_fault("DriveInUse", drive.title, target=drive.title))
                        continue
                    del table.drives[drive.title.lower()]
