"""ConvertFrom-CliXml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class ConvertFromCliXml(
    Cmdlet,
    verb="ConvertFrom",
    noun="CliXml",
    net_class="Microsoft.PowerShell.Commands.ConvertFromClixmlCommand",
):
    """Make the objects of CLIXML text.

    PS> @{ Name = 'web01' } | ConvertTo-CliXml | ConvertFrom-CliXml
    """

    input_object: Any = parameter("string", position=0, mandatory=True, from_pipeline=True, help="The text.")

    def process(self) -> Iterator[object]:
        from spshell.dotnet.xml.clixml_reading import deserialize

        yield from deserialize(self.input_object)
