"""Get-PSDrive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetPSDrive(Cmdlet, verb="Get", noun="PSDrive", default_set="Name"):
    """List the drives.

    PS> Get-PSDrive Env | ForEach-Object Name
    """

    name: Any = parameter(
        "string[]",
        sets={"Name": SetFlags(position=0, by_name=True)},
        validate=[ValidateNotNullOrEmpty()],
        help="The names.",
    )
    literal_name: Any = parameter(
        "string[]",
        sets={"LiteralName": SetFlags(mandatory=True, position=0, by_name=True)},
        help="The name, taken as it is.",
    )
    scope_: Any = parameter("string", by_name=True, name="Scope", help="The scope.")
    ps_provider: Any = parameter("string[]", by_name=True, name="PSProvider", help="The provider.")

    def process(self) -> Iterator[object]:
        from spshell.engine.providers.drives import drives_of
        from spshell.engine.providers.messages import provider_fault
        from spshell.values.wildcard import has_wildcards, wildcard_test

        table = drives_of(self.session)
        literal = self.literal_name is not None
        drives = sorted(table.drives.values(), key=lambda drive: drive.title.lower())
        for name in self.ps_provider or ():
            if not has_wildcards(name) and name.rpartition("\\")[2].lower() not in table.providers:
                self.write_error(
                    provider_fault(
                        "ProviderNotFound", name, error_id="GetLocationNoMatchingDrive", target=name
                    )
                )
                return
        if self.ps_provider:
            tests = [wildcard_test(name.rpartition("\\")[2]) for name in self.ps_provider]
            drives = [d for d in drives if any(test(d.provider_object.name) for test in tests)]
        for name in (self.literal_name if literal else self.name) or ["*"]:
            plain = name.rstrip(":") if len(name) > 1 else name
            if literal or not has_wildcards(plain):
                found = [drive for drive in drives if drive.title.lower() == plain.lower()]
            else:
                test = wildcard_test(plain)
                found = [drive for drive in drives if test(drive.title)]
            if not found and (literal or not has_wildcards(plain)):
                self.write_error(
                    provider_fault(
                        "DriveNotFound", plain, error_id="GetLocationNoMatchingDrive", target=plain
                    )
                )
            yield from found
