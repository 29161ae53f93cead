"""Conversions that a type's own members offer: ``Parse``, constructors of one argument, cast operators,
properties.

The members are those that the layers above declare; nothing here knows a particular type.
"""

from __future__ import annotations

from spshell.values import hooks
from spshell.values.exceptions import NetException
from spshell.values.messages import cast_fault, cast_text, net_fault
from spshell.values.nettype import IndexedProperty, MethodGroup, NetType, Property, load_members, type_of
from spshell.values.number_conversion import INTEGER_TYPES, NUMERIC_TYPES, change_type
from spshell.values.text_readers import is_ours, remember
from spshell.values.type_identity import full_name
from spshell.values.type_relations import assignable, element_type, has_interface, is_enumerable
from spshell.values.typenames import find_named_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.values.nettype import Overload

NO_WAY: Any = object()
"""What the functions of this module return when the type offers no such conversion."""

_WIDENING = {
    "System.Byte": ("Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double"),
    "System.SByte": ("Int16", "Int32", "Int64", "Single", "Double"),
    "System.Int16": ("Int32", "Int64", "Single", "Double"),
    "System.UInt16": ("Int32", "UInt32", "Int64", "UInt64", "Single", "Double"),
    "System.Char": ("UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double"),
    "System.Int32": ("Int64", "Single", "Double"),
    "System.UInt32": ("Int64", "UInt64", "Single", "Double"),
    "System.Int64": ("Single", "Double"),
    "System.UInt64": ("Single", "Double"),
    "System.Single": ("Double",),
}


_TEXT_ERRORS = {
    "System.Text.RegularExpressions.Regex": "InvalidCastFromStringToRegex",
    "System.Uri": "InvalidCastFromStringToUri",
}
"""Types that the language itself makes of text, with an error id of their own."""

PRIMITIVES = frozenset(
    {
        *INTEGER_TYPES,
        "System.Single",
        "System.Double",
        "System.Boolean",
        "System.Char",
        "System.IntPtr",
        "System.UIntPtr",
    }
)
"""What .NET's Type.IsPrimitive says of the value types that scripts meet."""


def find_static(net_type: NetType, name: str) -> MethodGroup | None:
    """A declared static method group by its exact name."""
    load_members(net_type)
    group = net_type.statics.get(name)
    return group if isinstance(group, MethodGroup) else None


def wrap(error_id: str, value: Any, net_type: NetType, inner: NetException) -> NetException:
    """A failed conversion with the exception that the type's own code raised."""
    return cast_fault(
        error_id,
        "InvalidCastExceptionWithInnerException",
        cast_text(value),
        net_type.full_name,
        inner.message,
        inner=inner,
    )


def _guarded(error_id: str, value: Any, net_type: NetType, call: Callable[[], Any]) -> Any:
    try:
        return call()
    except NetException as inner:
        if inner.net_name == "System.Management.Automation.PSInvalidCastException":
            raise
        raise wrap(error_id, value, net_type, inner) from None


def by_parse(text: str, net_type: NetType) -> Any:
    """The static ``Parse(text, provider)`` or ``Parse(text)``: casts know no culture."""
    group = find_static(net_type, "Parse")
    if group is None:
        return NO_WAY
    with_culture = _with_provider(group)
    if with_culture is not None:
        function = with_culture.function
        provider = "" if is_ours(net_type) else None
        remember(net_type, lambda given: function(given, provider))
        return _guarded(
            "InvalidCastParseTargetInvocationWithFormatProvider",
            text,
            net_type,
            lambda: function(text, provider),
        )
    for overload in group.overloads:
        if [parameter.type_name for parameter in overload.parameters] == ["string"]:
            remember(net_type, lambda given, chosen=overload: chosen.function(given))  # type: ignore[misc]  # as below
            return _guarded(
                "InvalidCastParseTargetInvocation",
                text,
                net_type,
                lambda chosen=overload: chosen.function(text),  # type: ignore[misc]  # bound now on purpose
            )
    return NO_WAY


def _with_provider(group: MethodGroup) -> Overload | None:
    """The overload that takes text and a format provider."""
    for overload in group.overloads:
        if [parameter.type_name for parameter in overload.parameters] == ["string", "System.IFormatProvider"]:
            return overload
    return None


DATES = frozenset({"System.DateTime", "System.DateTimeOffset", "System.TimeSpan"})
CULTURED = DATES | {"System.Double", "System.Single", "System.Decimal"}
"""Types whose text ``-as`` and the parameters of cmdlets read in the current culture, while casts and functions do not."""


def by_parse_here(text: str, net_type: NetType) -> Any:
    """As `by_parse`, in the current culture, for one of the types of CULTURED; what it refuses is no conversion."""
    group = find_static(net_type, "Parse")
    overload = None if group is None else _with_provider(group)
    if overload is None:
        return NO_WAY
    try:
        return overload.function(text, None)
    except NetException:
        return NO_WAY


def by_constructor(value: Any, net_type: NetType) -> Any:
    """A constructor whose only parameter takes the value as it is (or widened)."""
    if net_type.kind in ("interface", "abstract", "static", "array", "enum"):
        return NO_WAY
    load_members(net_type)
    if net_type.constructors is None:
        return NO_WAY
    source = type_of(value)
    if source.full_name in INTEGER_TYPES and has_interface(net_type, "System.Collections.ICollection"):
        return NO_WAY  # a capacity is no conversion
    chosen = _constructor_for(source, net_type.constructors.overloads)
    if chosen is None:
        return NO_WAY
    overload, wanted = chosen
    if wanted.full_name != source.full_name and wanted.full_name in NUMERIC_TYPES:
        value = change_type(value, wanted)
    error_id = "InvalidCastConstructorException"
    if source.full_name == "System.String":
        error_id = _TEXT_ERRORS.get(net_type.full_name, error_id)
    return _guarded(error_id, value, net_type, lambda: overload.function(value))


def _constructor_for(source: NetType, overloads: list[Overload]) -> tuple[Overload, NetType] | None:
    fitting: list[tuple[int, Overload, NetType]] = []
    widens = "System.Int32" if source.kind == "enum" else source.full_name
    for overload in overloads:
        if len(overload.parameters) != 1:
            continue
        wanted = overload.parameters[0].resolved or find_named_type(overload.parameters[0].type_name)
        if wanted is None:
            continue
        if wanted is source or wanted.full_name == source.full_name:
            return overload, wanted
        widening = _WIDENING.get(widens, ())
        if source.kind == "enum":
            widening = ("Int32", *widening)
        if wanted.name in widening and wanted.namespace == "System":
            fitting.append((1 + widening.index(wanted.name), overload, wanted))
        elif assignable(source, wanted) or _wraps(source, wanted):
            fitting.append((100 if wanted.full_name == "System.Object" else 50, overload, wanted))
    if not fitting:
        return None
    best = min(fitting, key=lambda item: item[0])
    return best[1], best[2]


def _wraps(source: NetType, wanted: NetType) -> bool:
    """A custom object is a PSObject to a constructor that takes one."""
    return source.name == "PSCustomObject" and wanted.full_name == "System.Management.Automation.PSObject"


def by_cast_operator(value: Any, net_type: NetType) -> Any:
    """``op_Implicit`` or ``op_Explicit`` of the target type, then of the value's type."""
    source = type_of(value)
    for owner, name in (
        (net_type, "op_Implicit"),
        (net_type, "op_Explicit"),
        (source, "op_Implicit"),
        (source, "op_Explicit"),
    ):
        group = find_static(owner, name)
        if group is None:
            continue
        for overload in group.overloads:
            returned = find_named_type(overload.return_type)
            first = overload.parameters[0]
            taken = first.resolved or find_named_type(first.type_name)
            if (
                returned is not None
                and taken is not None
                and returned.full_name == net_type.full_name
                and assignable(source, taken)
            ):
                return _guarded(
                    "InvalidCastTargetInvocationException" + name,
                    value,
                    net_type,
                    lambda chosen=overload: chosen.function(value),  # type: ignore[misc]  # bound now on purpose
                )
    return NO_WAY


def by_enumerable_constructor(value: Any, net_type: NetType) -> Any:
    """A generic collection of one argument that is made from an array or from one element."""
    if len(net_type.generic_arguments) != 1 or net_type.kind != "class" or not is_enumerable(net_type):
        return NO_WAY
    load_members(net_type)
    if net_type.constructors is None:
        return NO_WAY
    for overload in net_type.constructors.overloads:
        if len(overload.parameters) == 1 and overload.parameters[0].type_name.startswith(
            (
                "System.Collections.Generic.IEnumerable[",
                "System.Collections.Generic.ICollection[",
                "System.Collections.Generic.IList[",
            )
        ):
            return _from_elements(value, net_type, overload)
    return NO_WAY


def _from_elements(value: Any, net_type: NetType, overload: Overload) -> Any:
    from spshell.values.arrays import TypedArray
    from spshell.values.conversion import convert, final_fault, try_convert
    from spshell.values.objects import unwrap
    from spshell.values.typenames import make_array_type

    inner = element_type(net_type)
    assert inner is not None
    source = type_of(value)
    items: list[Any]
    if assignable(source, inner):
        items = [value]
    elif source.kind != "array":
        items = [convert(value, inner)]
    else:
        items = []
        for element in value:
            worked, converted = try_convert(unwrap(element), inner)
            if not worked:
                raise final_fault(value, net_type)
            items.append(converted)
    typed: list[Any] = (
        items if inner.full_name == "System.Object" else TypedArray(items, make_array_type(inner))
    )
    return _guarded("InvalidCastConstructorException", value, net_type, lambda: overload.function(typed))


def by_properties(
    pairs: list[tuple[Any, Any]], value: Any, net_type: NetType, *, custom: bool = False
) -> Any:
    """A new object (constructor without parameters) with properties from a dictionary or custom object."""
    if net_type.kind in ("interface", "abstract", "static", "array"):
        return NO_WAY
    load_members(net_type)
    make = None
    if net_type.constructors is not None:
        make = next((o.function for o in net_type.constructors.overloads if not o.parameters), None)
    if custom and not all_properties(net_type):
        return NO_WAY
    if custom and any(find_property(net_type, str(name)) is None for name, _ in pairs):
        if make is None and not net_type.is_value_type:
            return NO_WAY
        from spshell.values.conversion import final_fault

        raise wrap("InvalidCastConstructorException", value, net_type, final_fault(value, net_type))
    if make is None and net_type.is_value_type and net_type.full_name not in PRIMITIVES:
        make = _default(net_type)
    if make is None:
        return NO_WAY
    result = _guarded("InvalidCastConstructorException", value, net_type, make)
    for name, item in pairs:
        _set(result, str(name), item, net_type)
    return result


def _default(net_type: NetType) -> Callable[[], Any]:
    """What a structure begins as."""
    from spshell.values.conversion import convert

    return lambda: None if net_type.default is None else convert(net_type.default, net_type)


def _set(target: Any, name: str, item: Any, net_type: NetType) -> None:
    from spshell.values.conversion import convert

    found = find_property(net_type, name)
    if found is None and hooks.extended_writer is not None and hooks.extended_writer(target, name, item):
        return
    if found is None or found.set is None:
        inner = _unsettable(name, net_type, known=found is not None)
        raise cast_fault(
            "ObjectCreationError", "ObjectCreationError", net_type.full_name, inner.message, inner=inner
        )
    try:
        wanted = found.resolved or find_named_type(found.type_name)
        found.set(target, item if wanted is None else convert(item, wanted))
    except NetException as error:
        raise cast_fault(
            "ObjectCreationError", "ObjectCreationError", net_type.full_name, error.message, inner=error
        ) from None


def _unsettable(name: str, net_type: NetType, *, known: bool) -> NetException:
    if known:
        return net_fault("System.InvalidOperationException", "ReadOnlyCIMProperty", name)
    settable = [
        f"[{item.name} <{_type_text(item)}>]"
        for item in all_properties(net_type)
        if item.set is not None and not isinstance(item, IndexedProperty)
    ]
    if net_type.kind == "enum":
        settable = ["[value__ <System.Int32>]"]
    reflected = full_name(net_type)
    if not settable:
        return net_fault("System.InvalidOperationException", "NoSettableProperty", name, reflected)
    return net_fault(
        "System.InvalidOperationException", "PropertyNotFound", name, reflected, ", ".join(settable)
    )


def _type_text(item: Property) -> str:
    found = find_named_type(item.type_name)
    return item.type_name if found is None else found.full_name


def all_properties(net_type: NetType) -> list[Property]:
    """The declared instance properties of a type and its bases."""
    load_members(net_type)
    found: list[Property] = []
    current: NetType | None = net_type
    while current is not None:
        found.extend(member for member in current.members.values() if isinstance(member, Property))
        current = current.base
    return found


def find_property(net_type: NetType, name: str) -> Property | None:
    """A declared instance property by name in any case."""
    folded = name.lower()
    return next((item for item in all_properties(net_type) if item.name.lower() == folded), None)
