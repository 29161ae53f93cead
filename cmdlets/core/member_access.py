"""ForEach-Object with a member name: properties are read, methods called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject, PSObject

if TYPE_CHECKING:
    from collections.abc import Callable


def member_runner(cmdlet: Any) -> Callable[[Any], None]:
    """What happens to each object: plain properties of plain objects are read without a look at the type."""
    name = cmdlet.member_name
    out = cmdlet.out
    if cmdlet.argument_list:
        return lambda value: run_member(cmdlet, value)

    ways: dict[type, Callable[[Any], Any] | None] = {}

    def run(value: Any) -> None:
        kind = value.__class__
        if kind is PSCustomObject:
            found = value.members.get(name)
            if found.__class__ in _STORED:
                out(found)
                return
        way = ways.get(kind)
        if way is None:
            if kind not in ways:
                ways[kind] = _way(value, name)
        elif not getattr(value, "ps_members", None):
            try:
                found = way(value)
            except NetException:
                run_member(cmdlet, value)  # which tells of it
                return
            if found.__class__ in _STORED:
                out(found)
            else:
                _write(cmdlet, found)
            return
        run_member(cmdlet, value)

    return run


def _way(value: Any, name: str) -> Callable[[Any], Any] | None:
    """The property that the class of a value declares; None when more decides what the name means."""
    from spshell.dotnet.reflection.lookup import find_member
    from spshell.dotnet.reflection.members import invoke_method
    from spshell.engine.members.readers import declared_property
    from spshell.values.nettype import BY_CLASS, MethodGroup, type_of

    kind = value.__class__
    if isinstance(value, Hashtable) or kind in (PSCustomObject, PSObject) or kind not in BY_CLASS:
        return None
    declared = declared_property(value, name)
    if declared is not None:
        return declared[1]
    if kind in _IMMUTABLE and type(find_member(type_of(value), name)) is MethodGroup:
        return _method(value, name) or (lambda item: invoke_method(item, name, []))
    return None


def _method(value: Any, name: str) -> Callable[[Any], Any] | None:
    """The function behind a method that takes no arguments, when nothing else belongs to a call; None when something does."""
    from spshell.dotnet.reflection.calling import call_key
    from spshell.dotnet.reflection.members import invoke_method
    from spshell.values.nettype import BY_CLASS

    try:
        invoke_method(value, name, [])
    except NetException:
        return None
    call: Any = BY_CLASS[value.__class__].lookup.get(call_key(name, []))  # type: ignore[call-overload]  # calls share the cache
    if call is None or not call.direct or call.overload.return_type == "void":
        return None
    return call.overload.function  # type: ignore[no-any-return]  # as declared


_IMMUTABLE = frozenset({str, int, float, bool})
"""Classes whose methods change nothing: one that failed can be called again."""


_STORED = frozenset({str, int, float, bool})
"""Classes whose values in a property table are never computed members and are written as they are."""


def run_member(cmdlet: Any, value: Any) -> None:
    """Read the property or call the method that the cmdlet names, of one object."""
    from spshell.dotnet.reflection.lookup import find_member
    from spshell.dotnet.reflection.members import get_property, invoke_method
    from spshell.values.nettype import type_of

    name = cmdlet.member_name
    arguments = list(cmdlet.argument_list or [])
    if value is None or value is NOTHING:
        if cmdlet.scope.strict >= 2:
            cmdlet.write_error(core_fault("InputObjectIsNull", target=value), target=value)
        else:
            cmdlet.out(None)
        return
    plain = value.base if type(value) is PSObject else value
    if not arguments and isinstance(plain, Hashtable) and name in plain:
        _write(cmdlet, plain[name])
        return
    chosen = _only_match(cmdlet, value, name)
    if chosen is None:
        return
    name = chosen
    member = _own_member(value, name) or find_member(type_of(plain), name)
    if member is None and _nameless(plain, name):
        _missing(cmdlet, value, name, with_arguments=bool(arguments))
        return
    if arguments or type(member).__name__ in ("MethodGroup", "ScriptMethod"):
        try:
            _write(cmdlet, invoke_method(value, name, arguments))
        except NetException as error:
            error.record = None
            error.error_id, error.category, error.thrown = "MethodInvocationError", "InvalidOperation", False
            cmdlet.write_error(error, target=value)
        return
    _write(cmdlet, get_property(value, name))


def _missing(cmdlet: Any, value: Any, name: str, *, with_arguments: bool) -> None:
    """No such member: an error for a method and in strict mode, else null."""
    if with_arguments:
        cmdlet.write_error(core_fault("MethodNotFound", name, target=value), target=value)
    elif cmdlet.scope.strict >= 2:
        cmdlet.write_error(core_fault("PropertyOrMethodNotFound", name, target=value), target=value)
    else:
        cmdlet.out(None)


def _only_match(cmdlet: Any, value: Any, name: str) -> str | None:
    """The member that a name with wildcards means; null after an error that it means several."""
    from spshell.values.wildcard import has_wildcards, wildcard_test

    if not has_wildcards(name):
        return name
    from spshell.dotnet.reflection.members import members_of

    test = wildcard_test(name)
    found = [str(info.name) for info in members_of(value) if test(info.name)]
    if len(found) > 1:
        listed = " " + " ".join(found)
        cmdlet.write_error(
            core_fault("AmbiguousPropertyOrMethodName", name, listed, target=value), target=value
        )
        return None
    return found[0] if found else name


def _nameless(plain: Any, name: str) -> bool:
    """Whether nothing of the object answers to the name."""
    from spshell.dotnet.reflection.reading import MISSING, find_value

    return name.lower() not in ("foreach", "where") and find_value(plain, name) is MISSING


def _own_member(value: Any, name: str) -> Any:
    from spshell.dotnet.reflection.reading import MISSING, named, own_members

    members = own_members(value)
    found = MISSING if members is None else named(members, name)
    return None if found is MISSING else found


def _write(cmdlet: Any, value: Any) -> None:
    if value is not NOTHING:
        cmdlet.write_all(value)
