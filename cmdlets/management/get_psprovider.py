"""Get-PSProvider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetPSProvider(Cmdlet, verb="Get", noun="PSProvider"):
    """List the providers.

    PS> Get-PSProvider FileSystem | ForEach-Object Name
    """

    ps_provider: Any = parameter(
        "string[]",
        position=0,
        by_name=True,
        validate=[ValidateNotNullOrEmpty()],
        name="PSProvider",
        help="The provider.",
    )

    def process(self) -> Iterator[object]:
        from spshell.engine.providers.drives import drives_of
        from spshell.values.exceptions import NetException
        from spshell.values.wildcard import has_wildcards, wildcard_test

        table = drives_of(self.session)
        for name in self.ps_provider or ["*"]:
            if not has_wildcards(name):
                try:
                    yield table.find_provider(name).info
                except NetException as error:
                    self.write_error(error, target=name)
                continue
            test = wildcard_test(name)
            for provider in sorted(table.providers.values(), key=lambda found: found.name):
                if test(provider.name):
                    yield provider.info
