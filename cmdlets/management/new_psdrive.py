"""New-PSDrive."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class NewPSDrive(Cmdlet, verb="New", noun="PSDrive", should_process=True, impact="Low"):
    """Make a drive: a name for a folder.

    PS> New-PSDrive Logs FileSystem /var | ForEach-Object Name
    PS> $null = New-PSDrive Logs FileSystem /tmp; Test-Path Logs:/
    """

    name: Any = parameter("string", position=0, mandatory=True, by_name=True, help="The name.")
    ps_provider: Any = parameter(
        "string", position=1, mandatory=True, by_name=True, name="PSProvider", help="The provider."
    )
    root: Any = parameter(
        "string",
        position=2,
        mandatory=True,
        by_name=True,
        allow_empty_string=True,
        help="The path that becomes the root.",
    )
    description: Any = parameter("string", by_name=True, help="A description.")
    scope_: Any = parameter("string", by_name=True, name="Scope", help="The scope.")
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.engine.providers.drives import drives_of
        from spshell.engine.providers.filesystem import FileSystem
        from spshell.engine.providers.messages import provider_fault
        from spshell.engine.providers.places import DriveInfo
        from spshell.values.exceptions import NetException

        table = drives_of(self.session)
        if not self.should_process(
            f"Name: {self.name} Provider: {self.ps_provider} Root: {self.root}", "New drive"
        ):
            return
        try:
            provider = table.find_provider(self.ps_provider)
            root = self.root
            if isinstance(provider, FileSystem):
                root = table.locate(root).path
                if not provider.is_container(root):
                    raise provider_fault(
                        "DriveRootNotFound", self.root, error_id="DriveRootError", target=root
                    )
            if any(character in "\\/:~" for character in self.name):
                raise provider_fault("DriveNameIllegalCharacters", error_id="Argument", target=self.name)
            if self.name.lower() in table.drives:
                raise provider_fault("DriveAlreadyExists", self.name, target=self.name)
        except NetException as error:
            self.write_error(error, target=error.target)
            return
        self.write(table.add(DriveInfo(self.name, provider, root, self.description or "")))
