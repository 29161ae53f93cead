"""Defining functions, types and namespaces from running code; splatting; array growth."""

from __future__ import annotations

import sys

from spshell.engine.compiled.sites import ParameterName, SplatArgument
from spshell.engine.scriptblock import ScriptBlock
from spshell.engine.variables.variables import write
from spshell.values.arithmetic import add
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from spshell.engine.compiled.sites import FunctionSite
    from spshell.engine.variables.scope import Scope


def define_function(scope: Scope, site: FunctionSite) -> None:
    """``function f { }`` and ``filter f { }``."""
    node = site.node
    block = ScriptBlock(node.body, scope.session, scope)
    block.parameters_node = node.parameters
    if site.first is None:
        site.first = block
    else:
        block.made_like(site.first)
    scope.session.commands.define_function(scope, node.name, block, is_filter=node.is_filter)


def define_types(scope: Scope, definitions: tuple[list[Any], Any]) -> None:
    """``class`` and ``enum``: the nodes of a block and its source."""
    from spshell.engine.classes.classes import define_all

    define_all(scope, *definitions)


def use(scope: Scope, node: Any) -> None:
    """``using namespace`` and ``using module``."""
    kind = node.using_kind
    if kind == "Namespace":
        scope.session.used_namespaces.append(node.name.value)
    elif kind == "Module" and node.name is not None:
        _use_module(scope, node)


def _use_module(scope: Scope, node: Any) -> None:
    """The module's exports, and the classes and enums that it defines."""
    import os

    from spshell.engine.modules.modules import NOT_FOUND

    session = scope.session
    name = node.name.value
    if "/" in name or "\\" in name:
        from spshell.engine.errors.extents import running_at

        position = running_at()
        file = position.source.name if position is not None else ""
        name = os.path.normpath(
            os.path.join(os.path.dirname(file) or session.location, name.replace("\\", "/"))
        )
    try:
        module = session.modules.import_module(scope, name)
    except NetException as error:
        if error.error_id not in NOT_FOUND:
            raise
        raise _no_used_module(name) from None
    if module.scope.types:
        scope.types = {**(scope.types or {}), **module.scope.types}
        session.has_script_types = True


def _no_used_module(name: str) -> NetException:
    """A script that uses a module which is not there does not run at all."""
    from spshell.engine.errors.faults import make_fault
    from spshell.engine.errors.records import ErrorRecord, InvocationInfo

    error = make_fault("ModuleNotFound", name, target=name)
    error.category = "InvalidOperation"
    error.thrown = True
    error.record = ErrorRecord(error)
    error.record.invocation = InvocationInfo(None)
    return error


def called_as_method(scope: Scope, argument: Any) -> Any:
    """The argument of ``f(1, 2)``; an error from strict mode 2 on."""
    if scope.strict >= _STRICT_CALLS:
        from spshell.engine.errors.faults import raise_fault

        raise_fault("StrictModeFunctionCallWithParens")
    return argument


_STRICT_CALLS = 2


def splat(_scope: Scope, value: Any) -> Iterable[Any]:
    """``@name`` among arguments: entries of a dictionary by name, elements of anything else by position."""
    if type(value) is Hashtable:
        items = value.items()
        if all(type(key) is str for key, _ in items):
            return [SplatArgument(key, item) for key, item in items]
    return _splat_slowly(value)


def _splat_slowly(value: Any) -> Iterator[Any]:
    from spshell.dotnet.reflection.members import invoke_method
    from spshell.values.enumeration import enumerate_value
    from spshell.values.nettype import type_of
    from spshell.values.numbers import Char
    from spshell.values.text import to_text
    from spshell.values.type_relations import is_dictionary

    if value is NOTHING:
        return
    if isinstance(value, Hashtable) or hasattr(value, "splat_items"):
        items = value.splat_items() if hasattr(value, "splat_items") else value.items()
        for key, item in items:
            yield SplatArgument(to_text(key), item)
    elif is_dictionary(type_of(value)):
        for entry in invoke_method(value, "GetEnumerator", []).net_enumerate():
            yield SplatArgument(to_text(entry.key), entry.value)
    elif type(value) is str:
        yield from map(Char, value)
    elif type(value) is list:
        for item in value:
            yield _replayed(item) if type(item) is PSObject else item
    else:
        items = enumerate_value(value)
        if items is None:
            yield value
        else:
            yield from items


def _replayed(item: PSObject) -> Any:
    """A parameter name that came to ``$args`` is a name again when ``@args`` hands it on."""
    if "<CommandParameterName>" not in item.members:
        return item
    text = str(item.base)
    return ParameterName(
        text.lstrip("-\u2013\u2014\u2015").removesuffix(":"), text.removesuffix(":"), colon=False
    )


def append(left: Any, right: Any) -> Any:
    """``+=`` on a promoted variable: an array that nothing else refers to grows in place."""
    if type(left) is list and sys.getrefcount(left) <= _OWNED_LOCAL:
        return _grow(left, right)
    return add(left, right)


def append_variable(scope: Scope, path: str, held: Any, right: Any) -> Any:
    """``$a += right`` on a variable of the scope: an array that only the variable refers to grows in place.

    `held` is what the variable had before the right side was worked out, which may have given it something else.
    """
    if type(held) is list and sys.getrefcount(held) <= _OWNED_SLOT:
        name = path.lower()
        slot: object = scope.vars.get(name)
        if slot is held and not scope.attributes.get(name):
            return _grow(held, right)
    return write(scope, path, add(held, right))


def _grow(array: list[Any], right: Any) -> list[Any]:
    from spshell.values.enumeration import enumerate_value

    if type(right) in (str, int, float, bool) or right is None:
        array.append(right)
    elif type(right) is list:
        array.extend(right)
    elif right is NOTHING:
        array.append(None)
    else:
        items = enumerate_value(right)
        if items is None:
            array.append(right)
        else:
            array.extend(items)
    return array


def _measure_local() -> int:
    probe: list[Any] = [0]
    counts: list[int] = []

    def look(left: Any) -> None:
        counts.append(sys.getrefcount(left))

    look(probe)
    return counts[0]


def _measure_slot() -> int:
    holder = {"a": [0]}

    def look(held: Any, _right: Any) -> int:
        return sys.getrefcount(held)

    return look(holder["a"], None)


def _measure_here() -> int:
    probe: list[Any] = [0]
    return sys.getrefcount(probe)


OWNED = _measure_here()
"""References to an array held by one local where they are counted."""

_OWNED_LOCAL = _measure_local()
"""References to an array held by one local and passed as an argument, as this interpreter counts them."""

_OWNED_SLOT = _measure_slot()
"""References to an array held by one dictionary slot and passed as an argument."""
