"""Remove-TypeData."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.messages import utility_fault
from cmdlets.utility.type_name_argument import TypeNameTransformer
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class RemoveTypeData(
    Cmdlet, verb="Remove", noun="TypeData", default_set="RemoveTypeDataSet", should_process=True
):
    """Forget what was added to a type name.

    PS> Update-TypeData -TypeName Farm.Old -DefaultDisplayPropertySet Name; Remove-TypeData Farm.Old
    """

    type_name: Any = parameter(
        "string",
        sets={"RemoveTypeSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        transform=(TypeNameTransformer(),),
        help="The type name.",
    )
    path: Any = parameter(
        "string[]", sets={"RemoveFileSet": SetFlags(mandatory=True)}, help="Types files that were read."
    )
    type_data: Any = parameter(
        "System.Management.Automation.Runspaces.TypeData",
        sets={"RemoveTypeDataSet": SetFlags(mandatory=True, by_value=True)},
        help="Data from Get-TypeData.",
    )

    def process(self) -> None:
        from spshell.dotnet.reflection import typedata

        for name in self._names():
            if not self.should_process(name):
                continue
            if not typedata.remove_data(name):
                self.write_error(utility_fault("TypesDynamicRemoveException", name))
        typedata.changed()

    def _names(self) -> list[str]:
        if self.parameter_set == "RemoveTypeSet":
            return [self.type_name]
        if self.parameter_set == "RemoveTypeDataSet":
            return [self.type_data.data.name]
        return [name for path in self.path for name in self._names_of_file(self.session.resolve_path(path))]

    def _names_of_file(self, path: str) -> list[str]:
        from cmdlets.utility.types_file import type_names_of

        try:
            return type_names_of(path)
        except OSError:
            self.write_error(utility_fault("TypePathException", path), target=path)
        except ValueError as problem:
            self.write_error(
                utility_fault("TypesFileFormat", path, problem, error_id="TypesXmlRemoveException")
            )
        return []
