"""[ref] and [switch] as scripts see them."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.values.declare import Members
from spshell.values.nettype import BY_CLASS
from spshell.values.reference import PSReference, VariableReference

REFERENCE = Members()
REFERENCE.constructor("(System.Object value)")(PSReference)
REFERENCE.prop("System.Object Value {get;set}")(lambda cell: cell.value)


@REFERENCE.setter("Value")
def set_value(cell: PSReference, value: Any) -> None:
    """Write through the reference."""
    cell.value = value


_TYPE = define("System.Management.Automation.PSReference", REFERENCE, python_type=PSReference)
BY_CLASS[PSReference] = _TYPE
BY_CLASS[VariableReference] = _TYPE
