"""ConvertTo-CliXml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class ConvertToCliXml(
    Cmdlet, verb="ConvertTo", noun="CliXml", net_class="Microsoft.PowerShell.Commands.ConvertToClixmlCommand"
):
    """Write objects as CLIXML text.

    PS> @{ Name = 'web01' } | ConvertTo-CliXml
    """

    input_object: Any = parameter(
        "psobject", position=0, mandatory=True, from_pipeline=True, help="The objects."
    )
    depth: Any = parameter(
        "int", default=2, validate=[ValidateRange(1, 2147483647)], help="How many levels are written."
    )

    def begin(self) -> None:
        self.items: list[Any] = []
        self.accept = self.items.append  # type: ignore[assignment,method-assign]  # collecting is all there is to do
        self.take_all = self.items.extend

    def accept(self, value: Any) -> None:
        """Replaced when the command begins."""

    def process(self) -> None:
        self.items.append(self.input_object)

    def end(self) -> Iterator[object]:
        from spshell.dotnet.xml.clixml_writing import serialize

        yield serialize(self.items, self.depth)
