"""One value for one parameter: transformation, conversion, validation, and where it goes."""

from __future__ import annotations

from spshell.engine.binding.errors import BindingPlace, binding_error
from spshell.engine.binding.metadata import EVERY_SET
from spshell.values.arrays import TypedArray
from spshell.values.exceptions import NetException, fault
from spshell.values.nothing import NOTHING
from spshell.values.numbers import NUMBER_TYPES
from spshell.values.objects import PSCustomObject, PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.arguments import Argument
    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.values.nettype import NetType

_OBJECT = "System.Object"
_PSOBJECT = "System.Management.Automation.PSObject"
_BOOLEANS = ("System.Boolean", "System.Management.Automation.SwitchParameter")
_COLLECTIONS = (
    "System.Collections.ArrayList",
    "System.Collections.Generic.List`1",
    "System.Collections.ObjectModel.Collection`1",
)


def is_list(value: Any) -> bool:
    """Whether .NET sees an IList."""
    if type(value) is PSObject:
        value = value.base
    return isinstance(value, list) or getattr(type(value), "net_list", False) is True


def bind_parameter(
    binding: Binding,
    spec: ParameterSpec,
    argument: Argument,
    *,
    coerce: bool,
    delay: bool = False,
    mask: int = EVERY_SET,
) -> bool:
    """Bind a value to a parameter; False when it may not be converted and has another type.

    With `delay`, a script block for a parameter that the pipeline feeds waits for the input (delay-bind).
    """
    value = argument.value
    may_wait = delay and binding.metadata.kind != "simple" and _is_script_block(value)
    if may_wait and spec.takes_input_in(mask) and not _takes_script_block(spec):
        _delay(binding, spec, argument)
        return True
    prepared = prepare(binding, spec, argument, coerce=coerce)
    if prepared is REFUSED:
        return False
    if binding.on_value is not None:
        binding.on_value(spec, prepared)
    binding.record(spec, prepared, argument)
    return True


class _Refused:
    __slots__ = ()


REFUSED: Any = _Refused()
"""What `prepare` answers when the value would need a conversion that is not allowed in this pass."""


def prepare(binding: Binding, spec: ParameterSpec, argument: Argument, *, coerce: bool) -> Any:
    """The value as the parameter will hold it."""
    value = argument.value
    place = BindingPlace(argument.index, "value")
    compiled = binding.metadata.kind == "cmdlet" or spec.common
    if spec.early_transformers:
        value = _run_transformers(binding, spec, spec.early_transformers, value, place)
    if not compiled and coerce and spec.typed:
        value = _transform_type(binding, spec, value, place)
    if spec.transformers:
        value = _run_transformers(binding, spec, spec.transformers, value, place)
    if coerce:
        if value is None and compiled and spec.mandatory_somewhere and spec.type.is_value_type:
            check_not_empty(spec, spec.type, value, place)
        value = _coerce(binding, spec, spec.type, value, place)
    else:
        value = _as_is(spec, value)
        if value is REFUSED:
            return REFUSED
    if spec.ps_type_name is not None and value is not None:
        _check_type_name(spec, value, place)
    if spec.validators:
        _validate(binding, spec, value, place)
    if spec.mandatory_somewhere:
        check_not_empty(spec, spec.type, value, place)
    if spec.common:
        _check_preference(spec, value, place)
    return value


def _check_preference(spec: ParameterSpec, value: Any, place: BindingPlace) -> None:
    """-ErrorAction and its kin do not take the reserved value Suspend."""
    if spec.type.full_name == "System.Management.Automation.ActionPreference" and value.name == "Suspend":
        from spshell.engine.attributes.validation import message

        reason = message("ActionPreferenceReservedForFutureUseError", value.name)
        reason = message("ExceptionWhenSetting", spec.name, reason)
        inner = fault(
            "System.Management.Automation.SetValueInvocationException", reason, "ExceptionWhenSetting"
        )
        raise binding_error("ParameterBindingFailed", spec.name, reason, spec=spec, place=place, inner=inner)


def _is_script_block(value: Any) -> bool:
    return type(value).__name__ == "ScriptBlock"


def _takes_script_block(spec: ParameterSpec) -> bool:
    net_type = spec.type
    if net_type.element is not None:
        net_type = net_type.element
    return net_type.full_name in (_OBJECT, "System.Management.Automation.ScriptBlock")


def _delay(binding: Binding, spec: ParameterSpec, argument: Argument) -> None:
    if not binding.expects_input:
        place = BindingPlace(argument.index, "value")
        raise binding_error("ScriptBlockArgumentNoInput", spec.name, spec=spec, place=place)
    binding.delayed[spec] = argument
    binding.record(spec, None, argument)  # it has no value before the first object comes


def _transform_type(binding: Binding, spec: ParameterSpec, value: Any, place: BindingPlace) -> Any:
    """What a type in front of a function's parameter does to the value."""
    from spshell.values.conversion import convert
    from spshell.values.reference import PSReference

    net_type = spec.type
    name = net_type.full_name
    try:
        plain = value.base if type(value) is PSObject else value
        if name == "System.Management.Automation.PSReference":
            if not isinstance(plain, PSReference):
                raise _reference_expected()
            return value
        if type(plain).__name__ == "PSReference":
            value = plain.value
        advanced = binding.metadata.kind == "advanced"
        if advanced and name == "System.String" and type(plain) in (list, TypedArray):
            raise _no_text()
        if name in _BOOLEANS:
            _check_boolean(value, name)
        elif advanced and net_type.element is not None and net_type.element.full_name in _BOOLEANS:
            for item in value if is_list(value) else (value,):
                _check_boolean(item, net_type.element.full_name)
        if value is None or value is NOTHING:
            value = None
            if spec.is_switch:
                from spshell.engine.commands.switch import ABSENT

                return ABSENT
        return convert(value, net_type)
    except NetException as error:
        if not _is_cast_error(error):
            raise _transformation_error(spec, error, place) from error
        wrapped = fault(
            "System.Management.Automation.ArgumentTransformationMetadataException",
            error.message,
            error.error_id or "RuntimeException",
            "MetadataError",
            inner=error,
            arguments=error.arguments,
        )
        raise _transformation_error(spec, wrapped, place) from error


def _is_cast_error(error: NetException) -> bool:
    return error.net_name in (
        "System.Management.Automation.PSInvalidCastException",
        "System.InvalidCastException",
    )


def _transformation_error(spec: ParameterSpec, error: NetException, place: BindingPlace) -> NetException:
    return binding_error(
        "ParameterArgumentTransformationError", spec.name, error.message, spec=spec, place=place, inner=error
    )


def _check_boolean(value: Any, target: str) -> None:
    from spshell.values.nettype import type_of

    plain = value.base if type(value) is PSObject else value
    if plain is None or plain is NOTHING:
        if target == "System.Boolean":
            from spshell.engine.commands.switch import boolean_argument

            raise boolean_argument("", target)
        return
    kind = type_of(plain).full_name
    if kind not in NUMBER_TYPES and kind not in _BOOLEANS:
        from spshell.engine.commands.switch import boolean_argument

        raise boolean_argument(kind, target)


def _reference_expected() -> NetException:
    from spshell.engine.attributes.validation import cast_fault

    return cast_fault("ReferenceTypeExpected")


def _no_text() -> NetException:
    from spshell.engine.attributes.validation import cast_fault

    return cast_fault("InvalidCastCannotRetrieveString")


def transform_only(binding: Binding, spec: ParameterSpec, argument: Argument) -> Any:
    """A default value as the parameter's type; defaults are not validated."""
    return _transform_type(binding, spec, argument.value, BindingPlace(argument.index, "command"))


def _run_transformers(
    binding: Binding, spec: ParameterSpec, transformers: list[Any], value: Any, place: BindingPlace
) -> Any:
    for transformer in transformers:
        if value is None and not spec.mandatory_somewhere:
            continue
        try:
            value = transformer.transform(value, binding.scope)
        except NetException as error:
            raise _transformation_error(spec, error, place) from error
    return value


def _coerce(binding: Binding, spec: ParameterSpec, net_type: NetType, value: Any, place: BindingPlace) -> Any:
    """The conversion that compiled cmdlets rely on; values of functions arrive converted and pass."""
    name = net_type.full_name
    if value is None or value is NOTHING:
        return _coerce_null(spec, net_type, place)
    if name in (_OBJECT, _PSOBJECT):
        return value
    plain = value.base if type(value) is PSObject else value
    from spshell.values.nettype import type_of

    own = type_of(plain)
    if own is net_type or (own.full_name != _OBJECT and own.is_subtype_of(net_type)):
        return plain
    if name in _BOOLEANS:
        return _coerce_boolean(spec, net_type, value, own.full_name, place)
    try:
        if net_type.element is not None or name.startswith(_COLLECTIONS):
            return _encode(binding, spec, net_type, value, place)
        if is_list(value) and not _takes_lists(net_type):
            raise binding_error(
                "CannotConvertArgument",
                own.full_name,
                name,
                spec.name,
                _not_supported().message,
                spec=spec,
                place=place,
                inner=_not_supported(),
            )
        return _convert(value, net_type)
    except NetException as error:
        if not _is_cast_error(error):
            raise
        raise binding_error(
            "CannotConvertArgumentNoMessage", spec.name, error.message, spec=spec, place=place, inner=error
        ) from error


def _not_supported() -> NetException:
    from spshell.engine.attributes.validation import message
    from spshell.values.exceptions import fault

    return fault("System.NotSupportedException", message("Arg_NotSupportedException"), "NotSupported")


def _takes_lists(net_type: NetType) -> bool:
    return net_type.kind == "enum" or any(name in net_type.full_name for name in _TAKING_LISTS)


_TAKING_LISTS = ("PSListModifier", "FlagsExpression")


def _coerce_null(spec: ParameterSpec, net_type: NetType, place: BindingPlace) -> Any:
    name = net_type.full_name
    if name == "System.Boolean":
        raise binding_error(
            "ParameterArgumentValidationErrorNullNotAllowed",
            spec.name,
            spec=spec,
            place=place,
            category="InvalidArgument",
            exception="System.Management.Automation.ParameterBindingException",
        )
    if spec.is_switch:
        from spshell.engine.commands.switch import PRESENT

        return PRESENT
    if net_type.is_value_type and not name.startswith("System.Nullable`1"):
        # the value reaches the property of the cmdlet, which cannot hold null
        from spshell.engine.attributes.validation import message

        reason = message("InvalidCastFromNull", name)
        raise binding_error("ParameterBindingFailed", spec.name, reason, spec=spec, place=place)
    return None


def _coerce_boolean(
    spec: ParameterSpec, net_type: NetType, value: Any, kind: str, place: BindingPlace
) -> Any:
    from spshell.engine.commands.switch import ABSENT, PRESENT

    if kind in NUMBER_TYPES or kind in _BOOLEANS:
        from spshell.values.truth import truth

        result = truth(value)
        if net_type.full_name == "System.Boolean":
            return result
        return PRESENT if result else ABSENT
    raise binding_error(
        "CannotConvertArgument", kind, net_type.full_name, spec.name, "", spec=spec, place=place
    )


def _encode(binding: Binding, spec: ParameterSpec, net_type: NetType, value: Any, place: BindingPlace) -> Any:
    """A scalar or list as the collection that the parameter wants, each element converted by itself."""
    element = net_type.element
    if element is None and net_type.generic_arguments:
        element = net_type.generic_arguments[0]
    items = list(_items(value)) if is_list(value) else [value]
    if element is not None and element.full_name in (_OBJECT, _PSOBJECT):
        items = [None if item is NOTHING else item for item in items]
    elif element is not None:
        items = [_coerce(binding, spec, element, item, place) for item in items]
    return _convert(items, net_type)


def _items(value: Any) -> Any:
    if type(value) is PSObject:
        value = value.base
    if isinstance(value, list):
        return value
    from spshell.values.enumeration import enumerate_value

    return enumerate_value(value) or ()


def _convert(value: Any, net_type: NetType) -> Any:
    if net_type.full_name == "System.String":
        if type(value) is PSObject and value.text is not None:
            return value.text
        if type(value) is not PSCustomObject:
            from spshell.values.text import to_string

            # cmdlet arguments are converted in the current culture
            return to_string(value)
    from spshell.values.conversion import speaks_otherwise

    if type(value) is str and speaks_otherwise():
        from spshell.values.declared_conversion import CULTURED, NO_WAY, by_parse_here

        read = by_parse_here(value, net_type) if net_type.full_name in CULTURED else NO_WAY
        if read is not NO_WAY:
            return read
    from spshell.values.conversion import convert

    return convert(value, net_type)


def _as_is(spec: ParameterSpec, value: Any) -> Any:
    """The value when it has the parameter's type already, else REFUSED."""
    net_type = spec.type
    name = net_type.full_name
    if value is None or value is NOTHING:
        if net_type.is_value_type or name == "System.String":
            return REFUSED
        return None
    if name in (_OBJECT, _PSOBJECT):
        return value
    from spshell.values.nettype import type_of

    plain = value.base if type(value) is PSObject else value
    own = type_of(plain)
    if own is net_type or own.is_subtype_of(net_type):
        return plain
    if net_type.element is not None:
        return _encode_exact(net_type, plain)
    return REFUSED


def _encode_exact(net_type: NetType, value: Any) -> Any:
    from spshell.values.nettype import type_of

    element = net_type.element
    assert element is not None
    items = list(_items(value)) if is_list(value) else [value]
    plain = [item.base if type(item) is PSObject else item for item in items]
    if element.full_name != _OBJECT:
        for item in plain:
            if item is not None and type_of(item) is not element and not type_of(item).is_subtype_of(element):
                return REFUSED
    from spshell.values.conversion import convert

    return convert(plain, net_type)


def _check_type_name(spec: ParameterSpec, value: Any, place: BindingPlace) -> None:
    from spshell.dotnet.reflection.members import type_names

    wanted = (spec.ps_type_name or "").lower()
    for item in _items(value) if is_list(value) else (value,):
        if item is not None and wanted not in [name.lower() for name in type_names(item)]:
            raise binding_error("MismatchedPSTypeName", spec.name, spec.ps_type_name, spec=spec, place=place)


def _validate(binding: Binding, spec: ParameterSpec, value: Any, place: BindingPlace) -> None:
    for validator in reversed(spec.validators):
        try:
            validator.validate(value, binding.scope)
        except NetException as error:
            raise binding_error(
                "ParameterArgumentValidationError",
                spec.name,
                error.message,
                spec=spec,
                place=place,
                inner=error,
            ) from error


def check_not_empty(
    spec: ParameterSpec, net_type: NetType, value: Any, place: BindingPlace, *, inside: bool = False
) -> None:
    """Refuse null and empty values of a mandatory parameter unless its Allow attributes say otherwise."""
    name = "ParameterArgumentValidationError"
    if value is None or value is NOTHING:
        if not spec.allow_null:
            raise binding_error(name + "NullNotAllowed", spec.name, spec=spec, place=place)
        return
    if net_type.full_name == "System.String":
        if value == "" and not spec.allow_empty_string:
            raise binding_error(name + "EmptyStringNotAllowed", spec.name, spec=spec, place=place)
        return
    is_array = net_type.element is not None
    if inside or not (is_array or net_type.full_name.startswith(_COLLECTIONS)):
        return
    element = net_type.element or (net_type.generic_arguments[0] if net_type.generic_arguments else None)
    empty = True
    is_text = element is not None and element.full_name == "System.String"
    for item in _items(value):
        empty = False
        if (is_text or item is None or item is NOTHING) and (element is None or not element.is_value_type):
            check_not_empty(spec, element or net_type, item, place, inside=True)
    if empty and not spec.allow_empty_collection:
        kind = "EmptyArrayNotAllowed" if is_array else "EmptyCollectionNotAllowed"
        raise binding_error(name + kind, spec.name, spec=spec, place=place)
