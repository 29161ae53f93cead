"""ForEach-Object with a member name: properties are read, methods called."""

from __future__ import annotations

from typing import Any

from spshell.values.exceptions import fault
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSObject


def run_member(cmdlet: Any, value: Any) -> None:
    """Read the property or call the method that the cmdlet names, of one object."""
    from spshell.dotnet.lookup import find_member
    from spshell.dotnet.members import get_property, invoke_method
    from spshell.values.nettype import type_of

    name = cmdlet.member_name
    arguments = list(cmdlet.argument_list or [])
    if value is None or value is NOTHING:
        cmdlet.write_error(
            fault(
                "System.Management.Automation.PSArgumentNullException",
                "The input object is null and has no members.",
                "InputObjectIsNull",
                "InvalidArgument",
            )
        )
        return
    plain = value.base if type(value) is PSObject else value
    if not arguments and isinstance(plain, Hashtable) and name in plain:
        _write(cmdlet, plain[name])
        return
    member = _own_member(value, name) or find_member(type_of(plain), name)
    if arguments and member is None and _nameless(plain, name):
        cmdlet.write_error(
            fault(
                "System.Management.Automation.PSArgumentException",
                f"There is no method called '{name}'.",
                "MethodNotFound",
                "InvalidArgument",
                arguments=(name,),
            ),
            target=value,
        )
        return
    if arguments or type(member).__name__ in ("MethodGroup", "ScriptMethod"):
        _write(cmdlet, invoke_method(value, name, arguments))
        return
    _write(cmdlet, get_property(value, name))


def _nameless(plain: Any, name: str) -> bool:
    """Whether nothing of the object answers to the name."""
    from spshell.dotnet.reading import MISSING, find_value

    return name.lower() not in ("foreach", "where") and find_value(plain, name) is MISSING


def _own_member(value: Any, name: str) -> Any:
    from spshell.dotnet.reading import MISSING, named, own_members

    members = own_members(value)
    found = MISSING if members is None else named(members, name)
    return None if found is MISSING else found


def _write(cmdlet: Any, value: Any) -> None:
    if value is not NOTHING:
        cmdlet.write_all(value)
