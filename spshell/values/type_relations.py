"""How types relate: assignability with array and interface covariance, interfaces, what counts as
enumerable.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.values.nettype import NetType

_DICTIONARY = "System.Collections.IDictionary"
_ENUMERABLE = "System.Collections.IEnumerable"


def all_interfaces(net_type: NetType) -> list[str]:
    """The interfaces of a type and of its bases, by full name."""
    found: list[str] = []
    current: NetType | None = net_type
    while current is not None:
        found.extend(current.interfaces)
        current = current.base
    return found


def has_interface(net_type: NetType, name: str) -> bool:
    """Whether a type is, or one of its bases implements, an interface."""
    return net_type.full_name == name or name in all_interfaces(net_type)


def has_base(net_type: NetType, full_name: str) -> bool:
    """Whether `full_name` is the type or one of its base classes."""
    current: NetType | None = net_type
    while current is not None:
        if current.full_name == full_name:
            return True
        current = current.base
    return False


def assignable(source: NetType, target: NetType) -> bool:
    """Whether .NET allows the assignment without conversion (inheritance, interfaces, covariance)."""
    if source is target or source.is_subtype_of(target):
        return True
    inner, outer = source.element, target.element
    if inner is not None and outer is not None:
        return not inner.is_value_type and source.kind == target.kind and assignable(inner, outer)
    if target.kind == "interface" and len(target.generic_arguments) == 1:
        own = element_type(source)
        stem = target.full_name.partition("[")[0]
        return (
            own is not None
            and not own.is_value_type
            and any(name.startswith(stem) for name in (source.full_name, *all_interfaces(source)))
            and assignable(own, target.generic_arguments[0])
        )
    return False


def element_type(net_type: NetType) -> NetType | None:
    """What an array or a generic collection of one argument holds."""
    if net_type.element is not None:
        return net_type.element
    return net_type.generic_arguments[0] if len(net_type.generic_arguments) == 1 else None


def is_dictionary(net_type: NetType) -> bool:
    """Whether values are keyed (IDictionary)."""
    return has_interface(net_type, _DICTIONARY)


def is_enumerable(net_type: NetType) -> bool:
    """Whether PowerShell enumerates values of the type: not text, dictionaries or XML nodes."""
    if net_type.full_name == "System.String" or is_dictionary(net_type):
        return False
    return has_interface(net_type, _ENUMERABLE) and not has_base(net_type, "System.Xml.XmlNode")
