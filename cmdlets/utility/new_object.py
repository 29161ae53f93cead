"""New-Object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.cmdlet import Cmdlet, parameter
from spshell.engine.metadata import SetFlags
from spshell.values.exceptions import NetException, fault

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewObject(Cmdlet, verb="New", noun="Object", default_set="Net"):
    """Make an object of a type.

    PS> (New-Object System.Collections.ArrayList).Count
    PS> New-Object psobject -Property @{ Relay = 'mail01' } | ForEach-Object Relay
    """

    type_name: Any = parameter("string", sets={"Net": SetFlags(mandatory=True, position=0)}, help="The type.")
    com_object: Any = parameter(
        "string", sets={"Com": SetFlags(mandatory=True, position=0)}, help="Not available."
    )
    argument_list: Any = parameter(
        "System.Object[]",
        sets={"Net": SetFlags(position=1)},
        aliases=("Args",),
        help="Arguments of the constructor.",
    )
    strict: Any = parameter("switch", sets=("Com",), help="Not available.")
    property: Any = parameter("System.Collections.IDictionary", help="Properties to set.")

    def process(self) -> Iterator[object]:
        from spshell.dotnet.members import construct, set_property
        from spshell.values.objects import PSCustomObject
        from spshell.values.text import to_text

        net_type = self._type()
        rows = (
            [] if self.property is None else [(to_text(key), value) for key, value in self.property.items()]
        )
        plain = ("System.Management.Automation.PSObject", "System.Management.Automation.PSCustomObject")
        if net_type.full_name in plain and not self.argument_list:
            yield PSCustomObject(dict(rows))
            return
        made = construct(net_type, list(self.argument_list or []))
        for name, value in rows:
            set_property(made, name, value)
        yield made

    def _type(self) -> Any:
        from spshell.engine.types_at_run_time import find_script_type
        from spshell.values.conversion import resolve_type_name

        found = find_script_type(self.scope, self.type_name)
        if found is not None:
            return found
        try:
            return resolve_type_name(self.type_name)
        except NetException as error:
            raise fault(
                "System.Management.Automation.PSArgumentException",
                f"The type [{self.type_name}] cannot be found.",
                "TypeNotFound",
                "InvalidType",
                inner=error,
                arguments=(self.type_name,),
            ) from None
