"""``$PSBoundParameters``: a dictionary of the parameters that were given; splatting it hands them on."""

from __future__ import annotations

from typing import Any

from spshell.values.hashtable import OrderedDictionary
from spshell.values.nettype import BY_NAME, NetType, register

_TYPE = register(
    NetType(
        "System.Management.Automation.PSBoundParametersDictionary",
        base=BY_NAME.get("system.object"),
        interfaces=(
            "System.Collections.Generic.IDictionary`2[System.String,System.Object]",
            "System.Collections.IDictionary",
            "System.Collections.ICollection",
            "System.Collections.IEnumerable",
        ),
    )
)


class BoundParameters(OrderedDictionary):
    """PSBoundParametersDictionary; an integer index is a key here, not a position."""

    __slots__ = ()

    net_type = _TYPE
    ordered = False


def bound_dictionary(bound: dict[str, Any]) -> BoundParameters:
    """The dictionary for parameters in the order they were bound."""
    made = BoundParameters()
    for name, value in bound.items():
        made[name] = value
    return made
