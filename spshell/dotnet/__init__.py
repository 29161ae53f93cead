"""The .NET types that scripts use: members declared, one module per family, imported at first use.

:mod:`~spshell.dotnet.reflection.members` is what the engine calls (properties, methods, statics, constructors);
:mod:`~spshell.dotnet.reflection.overloads` chooses an overload, :mod:`~spshell.dotnet.reflection.ranks` says how well a value
fits a type, :mod:`~spshell.dotnet.index` tells which module declares a type.
Every other package is a family of types.
"""

from __future__ import annotations

from spshell.values import hooks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.nettype import NetType


def install() -> None:
    """Let type names and members be found in this package; the engine calls it once per process."""
    hooks.load_type = _load_type
    hooks.declare_members = _declare_members
    hooks.static_caller = _call_static
    hooks.match_object = _match_object
    hooks.operator_finder = _find_operator
    hooks.extended_member = _find_extended
    hooks.extended_writer = _write_extended


def _load_type(folded: str) -> NetType | None:
    from spshell.dotnet.index import load_type

    return load_type(folded)


def _declare_members(net_type: NetType) -> None:
    from spshell.dotnet.index import declare_members

    declare_members(net_type)


def _find_extended(type_names: list[str], name: str) -> Any:
    from spshell.dotnet.reflection.typedata import find_extended

    return find_extended(type_names, name)


def _write_extended(target: Any, name: str, value: Any) -> bool:
    """Set a property that type data add to the object; False when there is none of the name."""
    from spshell.dotnet.reflection.reading import type_names
    from spshell.dotnet.reflection.typedata import find_extended
    from spshell.dotnet.reflection.writing import write_extended

    member = find_extended(type_names(target), name)
    if member is None:
        return False
    write_extended(target, member, value)
    return True


def _match_object(found: Any, pattern: Any) -> Any:
    from spshell.dotnet.text.regular_expressions import match_object

    return match_object(found, pattern)


def _find_operator(net_type: NetType, name: str, arguments: tuple[Any, ...]) -> Any:
    from spshell.dotnet.reflection.statics import exact_function

    return exact_function(net_type, name, list(arguments))


def _call_static(net_type: NetType, name: str, arguments: tuple[Any, ...]) -> Any:
    from spshell.dotnet.reflection.statics import invoke_static

    return invoke_static(net_type, name, list(arguments))
