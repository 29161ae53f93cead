"""Create a type that has no Python class of its own, or complete one that values already registered."""

from __future__ import annotations

from spshell.values import core_types  # noqa: F401 - the bases must be registered before what is defined on them
from spshell.values.nettype import BY_NAME, NetType, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.declare import Members


def define(
    full_name: str,
    members: Members | None = None,
    *,
    base: str | None = "System.Object",
    interfaces: tuple[str, ...] = (),
    **more: Any,
) -> NetType:
    """The type with this name: registered if it is new; its members come from `members` at first use."""
    net_type = BY_NAME.get(full_name.lower())
    if net_type is None:
        parent = BY_NAME.get(base.lower()) if base is not None else None
        net_type = register(NetType(full_name, base=parent, interfaces=interfaces, **more))
    elif interfaces and not net_type.interfaces:
        net_type.interfaces = interfaces
    if members is not None:
        net_type.declare = members.fill
    return net_type


def define_enum(
    full_name: str, names: dict[str, int], *, flags: bool = False, ps_name: str | None = None
) -> NetType:
    """An enum type with these constants, unless it is registered already."""
    found = BY_NAME.get(full_name.lower())
    if found is not None:
        return found
    from spshell.values.enums import EnumType

    return register(EnumType(full_name, names, flags=flags, ps_name=ps_name, base=BY_NAME.get("system.enum")))
