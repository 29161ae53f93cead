"""The type of a method as a value: PSMethod`1 over a MethodGroup of delegates, one for each overload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.reflection.typenames import resolve
from spshell.values.nettype import BY_NAME, NetType

if TYPE_CHECKING:
    from spshell.values.nettype import MethodGroup, Overload

_SMA = "System.Management.Automation."
_SIZES = (1, 2, 4, 8, 16, 32)
_FILLER = "PSNonBindableType"


def method_type(group: MethodGroup) -> NetType:
    """The closed type of a method group; PSMethod itself for more overloads than a group holds."""
    plain = BY_NAME[(_SMA + "PSMethod").lower()]
    size = next((size for size in _SIZES if size >= len(group.overloads)), None)
    if size is None:
        return plain
    shapes = [_delegate(overload) for overload in group.overloads]
    filler = _closed("System.Func`1", [NetType(_SMA + _FILLER)])
    shapes += [filler] * (size - len(shapes))
    made = _closed(_SMA + "PSMethod`1", [_closed(f"{_SMA}MethodGroup`{size}", shapes)])
    made.base = plain
    return made


def _closed(stem: str, arguments: list[NetType]) -> NetType:
    from spshell.values.type_identity import qualified_name

    made = NetType(f"{stem}[{','.join(item.full_name for item in arguments)}]", base=BY_NAME["system.object"])
    made.generic_arguments = tuple(arguments)
    if stem.startswith(_SMA):  # a type that is not public is printed with its assembly
        made.ps_name = qualified_name(made)
    return made


def _delegate(overload: Overload) -> NetType:
    """Func or Action with the parameter types of an overload."""
    types = [_parameter(parameter) for parameter in overload.parameters]
    if overload.return_type == "void":
        return _closed(f"System.Action`{len(types)}", types) if types else resolve("System.Action")
    return _closed(f"System.Func`{len(types) + 1}", [*types, resolve(overload.return_type)])


def _parameter(parameter: Any) -> NetType:
    found = parameter.resolved or resolve(parameter.type_name)
    return _closed(_SMA + "PSReference`1", [found]) if parameter.is_ref else found
