"""Add-Member: from member type, name and values to the member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Callable

ADDABLE = {
    "AliasProperty",
    "CodeProperty",
    "NoteProperty",
    "ScriptProperty",
    "PropertySet",
    "ScriptMethod",
    "MemberSet",
    "CodeMethod",
}
"""The member types that can be added."""


class MemberRequest:
    """What the caller asked for; ``given`` says which of the two values came with the call."""

    __slots__ = ("given", "name", "second", "value")

    def __init__(self, name: str, value: Any, second: Any, given: frozenset[str]) -> None:
        self.name = name
        self.value = value
        self.second = second
        self.given = given


def make_member(kind: str, request: MemberRequest) -> Any:
    """The member, or the plain value of a note property; raises what Add-Member reports."""
    return _MAKERS[kind](request)


def _converted(value: Any, type_name: str) -> Any:
    from spshell.dotnet.reflection.typenames import resolve
    from spshell.engine.errors.records import ErrorRecord
    from spshell.values.conversion import convert

    try:
        return convert(value, resolve(type_name))
    except NetException as error:
        error.record = ErrorRecord(error)  # a cmdlet's own conversion: the exception is shown as it is
        raise


def _one_value(request: MemberRequest) -> None:
    if "SecondValue" in request.given:
        raise utility_fault("Value2ShouldNotBeSpecified", request.name, target=request.name)


def _needed(request: MemberRequest) -> None:
    if "Value" not in request.given:
        raise utility_fault("Value1ShouldBeSpecified", request.name, target=request.name)


def _not_null(request: MemberRequest) -> None:
    if request.value is None:
        raise utility_fault("Value1ShouldNotBeNull", request.name, target=request.name)


def _note(request: MemberRequest) -> Any:
    _one_value(request)
    return request.value


def _alias(request: MemberRequest) -> Any:
    from spshell.values.objects import AliasProperty

    _needed(request)
    _not_null(request)
    wanted = None
    if "SecondValue" in request.given:
        wanted = _converted(request.second, "System.Type")
    return AliasProperty(request.name, _converted(request.value, "System.String"), wanted)


def _script_property(request: MemberRequest) -> Any:
    from spshell.values.objects import ScriptProperty

    if request.value is None and request.second is None:
        raise utility_fault("Value1AndValue2AreNotBothNull", request.name, target=request.name)
    block = "System.Management.Automation.ScriptBlock"
    getter = None if request.value is None else _converted(request.value, block)
    setter = None if request.second is None else _converted(request.second, block)
    return ScriptProperty(request.name, getter, setter)


def _script_method(request: MemberRequest) -> Any:
    from spshell.values.objects import ScriptMethod

    _needed(request)
    _one_value(request)
    _not_null(request)
    return ScriptMethod(request.name, _converted(request.value, "System.Management.Automation.ScriptBlock"))


def _property_set(request: MemberRequest) -> Any:
    from spshell.values.objects import PropertySet

    _one_value(request)
    _needed(request)
    _not_null(request)
    return PropertySet(request.name, list(_strings(request.value)))


def _strings(value: Any) -> Any:
    from spshell.values.conversion import convert, find_type, make_array_type

    text = find_type("string")
    assert text is not None
    return convert(value, make_array_type(text))


def _member_set(request: MemberRequest) -> Any:
    from spshell.values.objects import MemberSet

    _one_value(request)
    _needed(request)
    infos = [] if request.value is None else list(request.value)
    if not all(hasattr(info, "entry") for info in infos):  # no collection of PSMemberInfo
        _converted(request.value, "System.Collections.ObjectModel.Collection[psmemberinfo]")
    return MemberSet(request.name, {info.name: info.entry for info in infos})


def _code(request: MemberRequest) -> Any:
    """Compiled code is named by a method of a class: none of the values a script has is one, except through reflection."""
    from spshell.values.objects import CodeProperty

    if request.value is None and request.second is None:
        raise utility_fault("Value1AndValue2AreNotBothNull", request.name, target=request.name)
    getter = None if request.value is None else _method(request.value)
    setter = None if request.second is None else _method(request.second)
    return CodeProperty(request.name, getter, setter)


def _method(value: Any) -> Callable[..., Any]:
    found = _converted(value, "System.Reflection.MethodInfo")
    return lambda *arguments: found.invoke(None, list(arguments))


_MAKERS: dict[str, Callable[[MemberRequest], Any]] = {
    "NoteProperty": _note,
    "AliasProperty": _alias,
    "ScriptProperty": _script_property,
    "ScriptMethod": _script_method,
    "PropertySet": _property_set,
    "MemberSet": _member_set,
    "CodeProperty": _code,
    "CodeMethod": _code,
}
