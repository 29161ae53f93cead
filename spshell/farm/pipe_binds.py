"""PipeBind types: what a cmdlet's -Identity takes, made from text, an id or the object itself."""

from __future__ import annotations

from typing import Any

from spshell.farm.index import PIPE_BINDS
from spshell.values.nettype import BY_NAME, NetType, register


class PipeBind:
    """What was given: ``value`` is text, a Guid or an object."""

    __slots__ = ("net_type", "value")

    def __init__(self, net_type: NetType, value: Any) -> None:
        self.net_type = net_type
        self.value = value

    def ps_text(self) -> str:
        from spshell.values.text import to_text

        return to_text(self.value)

    to_string = ps_text


def _declare(name: str) -> None:
    full = "Microsoft.SharePoint.PowerShell." + name
    net_type = NetType(full, base=BY_NAME.get("system.object"))

    def convert(value: Any) -> Any:
        if isinstance(value, PipeBind):
            return value if value.net_type is net_type else PipeBind(net_type, value.value)
        if type(value) in (int, float, bool, list):
            return NotImplemented
        return PipeBind(net_type, value)

    net_type.convert = convert
    net_type.loaded = True
    register(net_type)


for _name in PIPE_BINDS:
    _declare(_name)


def given(value: Any) -> Any:
    """What was given for a PipeBind parameter."""
    return value.value if isinstance(value, PipeBind) else value
