"""Conversions to array types: arrays element by element, other collections enumerated, one value wrapped."""

from __future__ import annotations

from spshell.values.arrays import TypedArray
from spshell.values.core_types import OBJECT
from spshell.values.enumeration import enumerate_value
from spshell.values.messages import cast_fault, cast_text
from spshell.values.numbers import Char
from spshell.values.type_relations import assignable
from spshell.values.typenames import rank_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from spshell.values.exceptions import NetException
    from spshell.values.nettype import NetType


def make_array(items: Iterable[Any], array_type: NetType) -> Any:
    """An array value of an array type: a plain list for Object[]."""
    if array_type.element is None or array_type.element.full_name == "System.Object":
        return list(items)
    return TypedArray(items, array_type)


def to_array(value: Any, source: NetType, array_type: NetType) -> Any:
    """`value` as an array; raises a PSInvalidCastException."""
    from spshell.values.conversion import convert, final_fault
    from spshell.values.exceptions import NetException

    inner = array_type.element or OBJECT
    if rank_of(array_type) > 1:
        raise final_fault(value, array_type)
    if type(value) is str and inner.full_name == "System.Char":
        return TypedArray([Char(character) for character in value], array_type)
    if source.kind == "array":
        if source.element is not None and assignable(source.element, inner):
            return make_array(value, array_type)
        return make_array([convert(item, inner) for item in value], array_type)
    iterator = enumerate_value(value)
    if iterator is not None:
        try:
            return make_array([convert(item, inner) for item in iterator], array_type)
        except NetException as error:
            raise _wrapped("InvalidCastExceptionEnumerableToArray", value, array_type, error) from None
    try:
        return make_array([convert(value, inner)], array_type)
    except NetException as error:
        if error.error_id == "ConvertToFinalInvalidCastException":
            raise final_fault(value, array_type) from None
        raise _wrapped("InvalidCastExceptionScalarToArray", value, array_type, error) from None


def _wrapped(error_id: str, value: Any, array_type: NetType, inner: NetException) -> NetException:
    return cast_fault(
        error_id,
        "InvalidCastExceptionWithInnerException",
        cast_text(value),
        array_type.full_name,
        inner.message,
        inner=inner,
    )
