""".ForEach() and .Where(): methods that PowerShell offers on every value (about_Arrays)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.collections import object_collection
from spshell.dotnet.system.errors import argument_null, invalid_operation, method_failed, no_overload, thrown
from spshell.values.enumeration import elements
from spshell.values.exceptions import fault
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import NetType
from spshell.values.nothing import NOTHING
from spshell.values.truth import truth

if TYPE_CHECKING:
    from collections.abc import Callable

_WHERE = ".Where({ expression } [, mode [, numberToReturn]])"
_FOR_EACH = ".ForEach(expression [, arguments...])"
_MODE = "System.Management.Automation.WhereOperatorSelectionMode"


def _is_script(value: Any) -> bool:
    return hasattr(value, "for_items")


def for_each(target: Any, arguments: list[Any]) -> Any:
    """Run a script block for each element, convert each to a type, or get, set or call a member of each."""
    if not arguments:
        raise no_overload(_FOR_EACH, 0)
    expression, rest = arguments[0], arguments[1:]
    if expression is None:
        raise argument_null("expression")
    items = elements(target)
    if isinstance(expression, NetType):
        return _convert_all(items, expression)
    result: list[Any] = []
    if _is_script(expression):
        output_of = expression.for_items(rest)
        for item in items:
            result.extend(output_of(item))
    else:
        from spshell.values.text import to_text

        for item in items:
            _member(item, to_text(expression), rest, result)
    return object_collection(result)


def _convert_all(items: list[Any], wanted: NetType) -> Any:
    from spshell.dotnet.collections.collections import generic_list
    from spshell.values.conversion import convert
    from spshell.values.type_relations import is_enumerable

    if wanted.kind == "array" or is_enumerable(wanted):
        return convert(items, wanted)
    converted = [convert(item, wanted) for item in items]
    return generic_list(wanted.full_name, converted, "System.Collections.ObjectModel.Collection`1")


def _member(item: Any, name: str, rest: list[Any], result: list[Any]) -> None:
    from spshell.dotnet.reflection.members import MISSING, find_value, invoke_method, set_property

    value = rest[0] if len(rest) == 1 else rest
    if isinstance(item, Hashtable):
        if rest:
            item[name] = value
        else:
            result.append(item.get(name))
        return
    if item is None:
        if rest:
            raise method_failed(name, len(rest), thrown("System.NullReferenceException", "Invalid", "null"))
        result.append(None)
        return
    found = find_value(item, name)
    if found is MISSING:
        if rest:
            raise fault(
                "System.Management.Automation.RuntimeException",
                name,
                "ForEachNonexistentMemberReference",
                "InvalidOperation",
                arguments=(name,),
            )
        result.append(None)
    elif hasattr(found, "invoke_bound"):
        produced = invoke_method(item, name, rest)
        if produced is not NOTHING:
            result.append(produced)
    elif rest:
        set_property(item, name, value)
    else:
        result.append(found)


def where(target: Any, arguments: list[Any]) -> Any:
    """The elements for which the script block gives true, selected by mode and count."""
    if not 1 <= len(arguments) <= 3:
        raise no_overload(_WHERE, len(arguments))
    script = arguments[0]
    mode = _mode(arguments[1]) if len(arguments) > 1 else "Default"
    count = _count(arguments[2]) if len(arguments) > 2 else 0
    if count < 0:
        raise thrown("System.ArgumentOutOfRangeException", "ArgumentOutOfRange", "numberToReturn")
    items = elements(target)
    if script is None:
        return _sliced(items, mode, count)
    if not _is_script(script):
        from spshell.values.conversion import convert, resolve_type_name

        script = convert(script, resolve_type_name("scriptblock"))

    output_of = script.for_items()

    def matches(item: Any) -> bool:
        output = output_of(item)
        return truth(output[0] if len(output) == 1 else output)

    if mode == "Split":
        return _split(items, matches, count)
    return object_collection(_SELECT.get(mode, _select_default)(items, matches, count))


def _mode(value: Any) -> str:
    from spshell.dotnet.system.enumerations import enum_type
    from spshell.values.conversion import convert

    return str(convert(value, enum_type(_MODE)).name)


def _count(value: Any) -> int:
    from spshell.values.conversion import to_int

    return to_int(value)


def _select_default(items: list[Any], matches: Callable[[Any], bool], count: int) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if matches(item):
            found.append(item)
            if count and len(found) == count:
                break
    return found


def _select_first(items: list[Any], matches: Callable[[Any], bool], count: int) -> list[Any]:
    return _select_default(items, matches, count or 1)


def _select_last(items: list[Any], matches: Callable[[Any], bool], count: int) -> list[Any]:
    return [item for item in items if matches(item)][-(count or 1) :]


def _select_skip_until(items: list[Any], matches: Callable[[Any], bool], count: int) -> list[Any]:
    for position, item in enumerate(items):
        if matches(item):
            return items[position : position + count] if count else items[position:]
    return []


def _select_until(items: list[Any], matches: Callable[[Any], bool], count: int) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if matches(item):
            break
        found.append(item)
        if count and len(found) >= count:
            break
    return found


_SELECT: dict[str, Callable[[list[Any], Callable[[Any], bool], int], list[Any]]] = {
    "First": _select_first,
    "Last": _select_last,
    "SkipUntil": _select_skip_until,
    "Until": _select_until,
}


def _split(items: list[Any], matches: Callable[[Any], bool], count: int) -> list[Any]:
    yes: list[Any] = []
    no: list[Any] = []
    for position, item in enumerate(items):
        if matches(item):
            yes.append(item)
            if count and len(yes) == count:
                no.extend(items[position + 1 :])
                break
        else:
            no.append(item)
    return [object_collection(yes), object_collection(no)]


def _sliced(items: list[Any], mode: str, count: int) -> Any:
    """Without a script block, the mode slices by position."""
    if mode == "Default":
        raise invalid_operation("Without an expression a mode other than Default is needed.")
    count = count or 1
    if mode == "SkipUntil":
        return items[count:]
    if mode == "Last":
        return items[-count:]
    if mode == "Split":
        return [items[:count], items[count:]]
    return items[:count]
