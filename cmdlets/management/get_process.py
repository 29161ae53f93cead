"""Get-Process."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_NAME = {"Name": SetFlags(position=0, by_name=True), "NameWithUserName": SetFlags(position=0, by_name=True)}
_ID = {"Id": SetFlags(mandatory=True, by_name=True), "IdWithUserName": SetFlags(mandatory=True, by_name=True)}
_OBJECT = {
    "InputObject": SetFlags(mandatory=True, by_value=True),
    "InputObjectWithUserName": SetFlags(mandatory=True, by_value=True),
}
_PLAIN = ("Name", "Id", "InputObject")
_WITH_USER = {
    name: SetFlags(mandatory=True)
    for name in ("NameWithUserName", "IdWithUserName", "InputObjectWithUserName")
}


class GetProcess(Cmdlet, verb="Get", noun="Process", default_set="Name"):
    """List the programs that run on this machine.

    PS> (Get-Process -Id $PID).Id -eq $PID
    True
    """

    name: Any = parameter(
        "string[]",
        sets=_NAME,
        aliases=("ProcessName",),
        validate=[ValidateNotNullOrEmpty()],
        help="Names, wildcards allowed.",
        wildcards=True,
    )
    id: Any = parameter("int[]", sets=_ID, aliases=("PID",), help="Identifiers.")
    input_object: Any = parameter("System.Diagnostics.Process[]", sets=_OBJECT, help="Processes as objects.")
    include_user_name: Any = parameter("switch", sets=_WITH_USER, help="Whose they are.")
    module: Any = parameter("switch", sets=_PLAIN, help="The files that the processes have loaded.")
    file_version_info: Any = parameter(
        "switch", sets=_PLAIN, aliases=("FV", "FVI"), help="Versions of the files; has no effect here."
    )

    def process(self) -> Iterator[object]:
        from cmdlets.management.process_selection import selected

        for process in selected(self):
            if self.include_user_name:
                yield _with_user(process)
            elif self.module:
                yield from process.modules
            else:
                yield process


def _with_user(process: Any) -> Any:
    """A process that says whose it is."""
    from spshell.dotnet.diagnostics.process_facts import user_of
    from spshell.dotnet.reflection.members import type_names
    from spshell.values.objects import PSObject, unwrap

    plain = unwrap(process)
    made = PSObject(plain, {"UserName": user_of(plain.number)})
    made.type_names = ["System.Diagnostics.Process#IncludeUserName", *type_names(plain)]
    return made
