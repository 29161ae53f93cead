"""Get-TypeData."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetTypeData(Cmdlet, verb="Get", noun="TypeData"):
    """Show what was added to type names.

    PS> Update-TypeData -TypeName Farm.Lab -DefaultDisplayPropertySet Name; (Get-TypeData Farm.Lab).TypeName
    """

    type_name: Any = parameter(
        "string[]", position=0, from_pipeline=True, help="Type names, wildcards allowed."
    )

    def process(self) -> Iterator[object]:
        from spshell.dotnet.reflection.type_data_objects import TypeDataView
        from spshell.dotnet.reflection.typedata import all_data
        from spshell.values.matching import like

        known = all_data()
        for pattern in self.type_name or ("*",):
            found = [data for data in known if like(data.name, pattern)]
            for data in found or self._named(pattern):
                yield TypeDataView(data)

    def _named(self, name: str) -> list[Any]:
        """The data behind another spelling of a type's name."""
        from spshell.dotnet.reflection.typedata import find_data
        from spshell.values.conversion import find_named_type

        net_type = None if "*" in name else find_named_type(name)
        data = None if net_type is None else find_data(net_type.full_name)
        return [] if data is None else [data]
