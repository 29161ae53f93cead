"""ForEach-Object with a member name: properties are read, methods called."""

from __future__ import annotations

from typing import Any

from spshell.values.exceptions import fault
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSObject


def run_member(cmdlet: Any, value: Any) -> None:
    """Read the property or call the method that the cmdlet names, of one object."""
    from spshell.dotnet.members import find_member, get_property, invoke_method

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
    member = find_member(value, name)
    if arguments or (member is not None and type(member).__name__ in ("MethodGroup", "ScriptMethod")):
        _write(cmdlet, invoke_method(value, name, arguments))
        return
    if member is None:
        return
    _write(cmdlet, get_property(value, name))


def _write(cmdlet: Any, value: Any) -> None:
    if value is not NOTHING:
        cmdlet.write_all(value)
