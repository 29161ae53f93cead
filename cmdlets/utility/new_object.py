"""New-Object."""

from __future__ import annotations

from cmdlets.utility.messages import utility_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.errors.records import ErrorRecord
from spshell.values.exceptions import NetException, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_PLAIN = ("System.Management.Automation.PSObject", "System.Management.Automation.PSCustomObject")


class NewObject(Cmdlet, verb="New", noun="Object", default_set="Net"):
    """Make an object of a type.

    PS> (New-Object System.Collections.ArrayList).Count
    PS> New-Object psobject -Property @{ Relay = 'mail01' } | ForEach-Object Relay
    """

    type_name: Any = parameter("string", position=0, mandatory=True, sets=("Net",), help="The type.")
    argument_list: Any = parameter(
        "System.Object[]", position=1, sets=("Net",), aliases=("Args",), help="Arguments of the constructor."
    )
    strict: Any = parameter("switch", sets=("Com",), help="Not available.")
    property: Any = parameter("System.Collections.IDictionary", help="Properties to set.")

    def process(self) -> Iterator[object]:
        from spshell.values.objects import PSCustomObject
        from spshell.values.text import to_text

        net_type = self._type()
        rows = (
            [] if self.property is None else [(to_text(key), value) for key, value in self.property.items()]
        )
        if self.type_name.lower() == _PLAIN[1].lower():
            raise utility_fault("CannotFindAppropriateCtor", self.type_name)
        if net_type.full_name in _PLAIN and not self.argument_list:
            yield PSCustomObject(dict(rows))
            return
        made = self._construct(net_type)
        for name, value in rows:
            _assign(made, name, value)
        yield made

    def _construct(self, net_type: Any) -> Any:
        from spshell.dotnet.reflection.members import construct
        from spshell.values.nettype import load_members

        load_members(net_type)
        arguments = list(self.argument_list or [])
        empty_struct = net_type.is_value_type and not arguments
        if net_type.constructors is None and not empty_struct:
            raise utility_fault("CannotFindAppropriateCtor", self.type_name)
        try:
            return construct(net_type, arguments)
        except NetException as error:
            if error.net_name.startswith("System.Management.Automation.Method"):
                error.error_id, error.category = "ConstructorInvokedThrowException", "InvalidOperation"
            raise

    def _type(self) -> Any:
        from spshell.engine.classes.names import find_script_type
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


def _assign(made: Any, name: str, value: Any) -> None:
    """Set a property; the name of a method calls it with the value."""
    from spshell.dotnet.reflection.members import invoke_method, set_property
    from spshell.dotnet.reflection.psobject import PSMethod
    from spshell.dotnet.reflection.reading import MISSING, find_value

    found = find_value(made, name)
    if found is MISSING:
        missing = utility_fault("MemberNotFound", name, ".NET", error_id="InvalidOperationException")
        missing.record = ErrorRecord(missing)  # the short name is the id that this command gives
        raise missing
    try:
        if isinstance(found, PSMethod):
            invoke_method(made, name, [value])
        else:
            set_property(made, name, value)
    except NetException as error:
        raise utility_fault("InvalidValue", name, error.message, error_id="SetValueException") from error
