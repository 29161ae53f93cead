"""Members, elements and operators that need the running scope: strict mode, ``$Matches``, ``$OFS``."""

from __future__ import annotations

from spshell.dotnet.collections.collections import ArrayList
from spshell.dotnet.reflection import members
from spshell.engine.classes.names import as_named
from spshell.engine.variables.scope import UNSET
from spshell.engine.variables.variables import MatchResult
from spshell.values import composite, indexing, matching
from spshell.values.arithmetic import add, increment
from spshell.values.arrays import LISTS
from spshell.values.core_types import TYPE
from spshell.values.exceptions import NetException
from spshell.values.hashtable import READABLE, TABLES, Hashtable, OrderedDictionary
from spshell.values.nettype import BY_CLASS, type_of
from spshell.values.nothing import NOTHING
from spshell.values.numbers import char_of
from spshell.values.objects import Member, PSCustomObject, PSObject
from spshell.values.reference import PSReference
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.compiled.sites import TypeSite
    from spshell.engine.variables.scope import Scope
    from spshell.values.nettype import NetType

_UNTOLD = frozenset({PSObject, PSReference, type(NOTHING)})
"""Classes of values that stand for others."""


def get_member(scope: Scope, target: Any, name: Any) -> Any:
    """``$target.Name``: missing members are null (an error in strict mode 2), over collections member by member."""
    if type(target) is PSCustomObject and type(name) is str:
        found = target.members.get(name, UNSET)
        if found is not UNSET and not isinstance(found, Member):
            return found
    scope.session.current = scope
    if type(name) is not str:
        if isinstance(target, Hashtable):
            return target.get(name)  # a dictionary takes a computed name as it is, as a key
        name = _member_name(name)
    if scope.strict >= 2:
        return members.get_property_strict(target, name)
    return members.get_property(target, name)


def _member_name(name: Any) -> Any:
    """A computed member name: text, or a number as a hashtable key."""
    return name if type(name) is int else to_text(name)


def set_member(scope: Scope, target: Any, name: Any, value: Any) -> Any:
    """``$target.Name = value``."""
    scope.session.current = scope
    members.set_property(target, name if type(name) is str else _member_name(name), null_value(value))
    return value


def set_parameterized(scope: Scope, target: Any, name: Any, arguments: tuple[Any, ...], value: Any) -> Any:
    """``$target.Name(index) = value``: properties with parameters take it."""
    from spshell.dotnet.reflection.calling import set_parameterized as assign

    scope.session.current = scope
    assign(target, name if type(name) is str else _member_name(name), list(arguments), null_value(value))
    return value


def null_value(value: Any) -> Any:
    return None if value is NOTHING else value


def update_member(scope: Scope, target: Any, name: Any, operation: Any, *operand: Any) -> Any:
    """``$o.n += v`` and ``++$o.n``; the target is evaluated once."""
    value = operation(get_member(scope, target, name), *operand)
    set_member(scope, target, name, value)
    return value


def post_update_member(scope: Scope, target: Any, name: Any, operation: Any) -> Any:
    """``$o.n++``: changes the member and has the old value."""
    old = get_member(scope, target, name)
    set_member(scope, target, name, operation(old))
    return 0 if old is None else old


def get_static(scope: Scope, target: Any, name: Any) -> Any:
    """``[type]::Name``."""
    scope.session.current = scope
    return members.get_static(target, name if type(name) is str else to_text(name))


def set_static(scope: Scope, target: Any, name: Any, value: Any) -> Any:
    """``[type]::Name = value``."""
    scope.session.current = scope
    members.set_static(target, name if type(name) is str else to_text(name), null_value(value))
    return value


def invoke_member(scope: Scope, target: Any, name: Any, args: tuple[Any, ...], *_generic: Any) -> Any:
    """``$target.Name(args)``."""
    session = scope.session
    session.current = scope
    if type(name) is not str:
        return invoke_computed(scope, target, name, args)
    return members.invoke_method(target, name, list(args))


def invoke_base(scope: Scope, this: Any, net_type: Any, name: Any, args: tuple[Any, ...]) -> Any:
    """``([Base]$object).Name(args)``: the base class's own method, on this object.

    That differs from any other call for objects of script classes, and for the text that System.Object makes of itself.
    """
    from spshell.dotnet.reflection.lookup import find_declared
    from spshell.dotnet.reflection.overloads import choose, convert_arguments
    from spshell.values.nettype import MethodGroup

    word = name if type(name) is str else to_text(name)
    is_object = net_type.full_name == "System.Object"
    if is_object and word.lower() == "tostring" and not args and this is not None and this is not NOTHING:
        return type_of(this).full_name
    if is_object or not getattr(this, "from_script", False) or this.__class__ is net_type.python_type:
        return invoke_member(scope, this, name, args)
    group = find_declared(net_type, word)
    if not isinstance(group, MethodGroup):
        return invoke_member(scope, this, name, args)
    call = choose(group.name, group, list(args))
    return call.overload.function(this, *convert_arguments(call, list(args)))


def invoke_computed(scope: Scope, target: Any, name: Any, args: tuple[Any, ...]) -> Any:
    """``$target.$name(args)``: a name, or a method or script block held in a variable."""
    from spshell.engine.scriptblock import ScriptBlock

    if isinstance(name, ScriptBlock):
        return name.invoke_value(args, this=target, caller=scope, apart=True)
    return members.invoke_method(target, to_text(name), list(args))


def invoke_static(scope: Scope, target: Any, name: Any, args: tuple[Any, ...], *types: Any) -> Any:
    """``[type]::Name(args)``, or ``[type]::Name[types](args)``."""
    scope.session.current = scope
    if types:
        from spshell.dotnet.reflection.generic_calls import invoke_generic

        return invoke_generic(target, name if type(name) is str else to_text(name), list(args), types)
    return members.invoke_static(target, name if type(name) is str else to_text(name), list(args))


def get_index(scope: Scope, target: Any, index: Any) -> Any:
    """``$target[index]``."""
    kind = target.__class__
    if index.__class__ is int:
        if kind in LISTS:
            if -len(target) <= index < len(target):
                return target[index]
        elif kind is Hashtable:
            return target.get(index)
        elif kind in READABLE:
            if kind is not OrderedDictionary and index in target.data:
                return target.data[index]
        elif kind is str and target.isascii() and -len(target) <= index < len(target):
            return char_of(target[index])
    elif index.__class__ is str and kind in READABLE:
        data = target.data
        if index in data:
            return data[index]
        if kind in TABLES:
            return target.get(index)
    if scope.strict >= 3:
        return indexing.get_index(target, index, strict=True)
    return indexing.get_index(target, index)


def set_index(_scope: Scope, target: Any, index: Any, value: Any) -> Any:
    """``$target[index] = value``."""
    kind = target.__class__
    if index.__class__ is str:
        if kind in TABLES:
            target[index] = None if value is NOTHING else value
            return value
        if kind in READABLE and target.takes(index, value):
            target.table[index] = None if value is NOTHING else value
            return value
    elif index.__class__ is not int:
        pass
    elif kind is Hashtable:
        target[index] = None if value is NOTHING else value
        return value
    elif kind in READABLE:
        if kind is not OrderedDictionary and target.takes(index, value):
            target.table[index] = None if value is NOTHING else value
            return value
    elif kind in LISTS and -len(target) <= index < len(target):
        if kind is list or kind is ArrayList:
            target[index] = None if value is NOTHING else value
            return value
        net_type = target.net_type
        element = net_type.element or net_type.generic_arguments[0]
        if element.python_type is value.__class__:
            target[index] = value
            return value
    indexing.set_index(target, index, null_value(value))
    return value


def update_index(scope: Scope, target: Any, index: Any, operation: Any, *operand: Any) -> Any:
    """``$h[$k] += v`` and ``++$h[$k]``; target and index are evaluated once."""
    if target.__class__ is Hashtable and index.__class__ is str and operation is add:
        data = target.data
        old = data.get(index)
        if old.__class__ is int and operand[0].__class__ is int:
            value = old + operand[0]
            if -2147483648 <= value <= 2147483647:
                data[index] = value
                return value
    value = operation(get_index(scope, target, index), *operand)
    set_index(scope, target, index, value)
    return value


def post_update_index(scope: Scope, target: Any, index: Any, operation: Any) -> Any:
    """``$h[$k]++``: changes the element and has the old value."""
    if target.__class__ is Hashtable and index.__class__ is str and operation is increment:
        data = target.data
        old = data.get(index)
        if old.__class__ is int and old != 2147483647:
            data[index] = old + 1
            return old
    old = get_index(scope, target, index)
    set_index(scope, target, index, operation(old))
    return 0 if old is None else old


def text_of(scope: Scope, value: Any) -> str:
    """A value inside a double-quoted string; arrays are joined with ``$OFS``."""
    if type(value) is str:
        return value
    if type(value) is int:
        return str(value)
    scope.session.current = scope
    return to_text(value)


def format_text(scope: Scope, template: Any, arguments: Any) -> Any:
    """``-f``."""
    scope.session.current = scope
    return composite.format_operator(template, arguments)


def format_item(scope: Scope, value: Any, spec: str | None) -> str:
    """One item of ``-f``."""
    scope.session.current = scope
    return composite.format_operand(value, spec)


def match(scope: Scope, left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``-match``: a successful match of one value fills ``$Matches``."""
    result, found = matching.match(left, right, ignore_case)
    if found is not None:
        scope.vars["matches"] = MatchResult(found)
    return result


def not_match(scope: Scope, left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``-notmatch``: fills ``$Matches`` too when the value does match."""
    result, found = matching.not_match(left, right, ignore_case)
    if found is not None:
        scope.vars["matches"] = MatchResult(found)
    return result


def replace(scope: Scope, left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``-replace``."""
    scope.session.current = scope
    return matching.replace(left, right, ignore_case)


def split(scope: Scope, left: Any, right: Any, ignore_case: bool = True) -> Any:
    """Binary ``-split``."""
    scope.session.current = scope
    return matching.split(left, right, ignore_case)


def is_type_of(scope: Scope, value: Any, net_type: Any) -> bool:
    """``-is``."""
    return members.is_instance(value, _type_operand(scope, net_type))


def is_named(value: Any, site: TypeSite, net_type: NetType) -> bool:
    """``-is [type]`` where the type stands in the text: what a class decides is remembered there."""
    known = site.instances.get(value.__class__)
    if known is not None:
        return known
    found = members.is_instance(value, net_type)
    if site.type is net_type and value.__class__ in BY_CLASS and value.__class__ not in _UNTOLD:
        site.instances[value.__class__] = found
    return found


def is_not_type_of(scope: Scope, value: Any, net_type: Any) -> bool:
    """``-isnot``."""
    return not is_type_of(scope, value, net_type)


def as_type_of(scope: Scope, value: Any, net_type: Any) -> Any:
    """``-as``: null instead of a conversion error, but the type itself must be one."""
    from spshell.values import conversion
    from spshell.values.nettype import NetType

    net_type = as_named(scope, net_type)
    if not isinstance(net_type, NetType):
        net_type = conversion.convert(to_text(net_type), _net_type("System.Type"))
    return conversion.as_type(as_named(scope, value) if net_type is TYPE else value, net_type)


def _type_operand(scope: Scope, operand: Any) -> Any:
    """What stands right of ``-is``: a type, or the name of one."""
    from spshell.values import conversion
    from spshell.values.messages import runtime_fault, wrapped_fault
    from spshell.values.nettype import NetType

    operand = as_named(scope, operand)
    if isinstance(operand, NetType):
        return operand
    if operand is None or operand is NOTHING:
        raise runtime_fault("IsOperatorRequiresType")
    try:
        return conversion.convert(to_text(operand), _net_type("System.Type"))
    except NetException as error:
        raise wrapped_fault(error) from None


def _net_type(name: str) -> Any:
    from spshell.values.nettype import BY_NAME

    return BY_NAME[name.lower()]


def variable_reference(scope: Scope, path: str) -> Any:
    """``[ref]$x``: a reference that reads and writes the variable."""
    from spshell.engine.variables.variables import read, write
    from spshell.values.reference import VariableReference

    name = path.lower()
    if name == "null":  # what is written there is thrown away
        return value_reference(None)
    holder = scope.find(name)
    if holder is None:
        from spshell.engine.errors.faults import raise_fault

        raise_fault("NonExistingVariableReference", path, target=path)
    return VariableReference(lambda: read(holder, path), lambda value: write(holder, path, value))


def value_reference(value: Any) -> Any:
    """``[ref]expression``: a reference to a value of its own."""
    return PSReference(value)


def unsupported(_scope: Scope, kind: str) -> Any:
    """A construct that parses but cannot run here."""
    from spshell.engine.errors.faults import raise_fault

    words = {"ConfigurationDefinition": "configuration", "DynamicKeywordStatement": "a dynamic keyword"}
    raise_fault("NotSupportedHere", words.get(kind, kind))
