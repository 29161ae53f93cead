"""Get-Location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetLocation(Cmdlet, verb="Get", noun="Location", default_set="Location"):
    """Show where one is.

    Every drive has a current location of its own, and one drive is the current one.

        PS> Get-Location
        PS> (Get-Location).Path
    """

    ps_provider: Any = parameter(
        "string[]", sets={"Location": SetFlags(by_name=True)}, name="PSProvider", help="The provider."
    )
    ps_drive: Any = parameter(
        "string[]", sets={"Location": SetFlags(by_name=True)}, name="PSDrive", help="The drives."
    )
    stack: Any = parameter("switch", sets=("Stack",), help="Show the stack.")
    stack_name: Any = parameter(
        "string[]", sets={"Stack": SetFlags(by_name=True)}, help="The stack of locations."
    )

    def process(self) -> Iterator[object]:
        from spshell.engine.providers.drives import drives_of
        from spshell.engine.providers.messages import provider_fault
        from spshell.engine.providers.places import PathInfo, PathInfoStack
        from spshell.values.wildcard import wildcard_test

        table = drives_of(self.session)
        if self.stack or self.stack_name:
            for name in self.stack_name or [table.default_stack]:
                if name and name not in table.stacks:
                    self.write_error(provider_fault("Argument", "stackName", name, target=name), target=name)
                    continue
                yield PathInfoStack(name or "default", table.stacks.get(name, []))
            return
        providers = [wildcard_test(name.rpartition("\\")[2]) for name in self.ps_provider or ()]
        for name, test in zip(self.ps_provider or (), providers, strict=True):
            if not any(test(provider.name) for provider in table.providers.values()):
                self._missing("Provider", name)
        if self.ps_drive:
            for name in self.ps_drive:
                test = wildcard_test(name)
                found = [drive for drive in table.drives.values() if test(drive.title)]
                if not found:
                    self._missing("Drive", name)
                for drive in found:
                    if not providers or any(of(drive.provider_object.name) for of in providers):
                        yield PathInfo(table.on_drive(drive))
        elif providers:
            for provider in table.providers.values():
                if any(test(provider.name) for test in providers):
                    here = table.here()
                    yield PathInfo(
                        here if here.provider is provider else table.on_drive(table.of_provider(provider)[0])
                    )
        else:
            yield PathInfo(table.here())

    def _missing(self, kind: str, name: str) -> None:
        from spshell.engine.providers.messages import provider_fault

        error_id = f"GetLocationNoMatching{kind}"
        self.write_error(provider_fault(f"{kind}NotFound", name, error_id=error_id, target=name))
