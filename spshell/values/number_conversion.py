"""Conversions to the numeric types: rounding half to even, ranges checked afterwards, text as literals."""

from __future__ import annotations

from math import isfinite, isnan

from spshell.values.core_types import (
    BIG_INTEGER,
    BYTE,
    DECIMAL,
    DOUBLE,
    INT16,
    INT32,
    INT64,
    SBYTE,
    SINGLE,
    UINT16,
    UINT32,
    UINT64,
)
from spshell.values.messages import cast_fault, cast_text, net_fault
from spshell.values.number_scan import parse_double, parse_integer, parse_prefixed_integer, scan_number
from spshell.values.numbers import INT_RANGES, BigInteger, Char, Single

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.exceptions import NetException
    from spshell.values.nettype import NetType

INTEGER_TYPES = {t.full_name: t for t in (SBYTE, BYTE, INT16, UINT16, INT32, UINT32, INT64, UINT64)}
NUMERIC_TYPES = {**INTEGER_TYPES, **{t.full_name: t for t in (SINGLE, DOUBLE, DECIMAL)}}
"""Full name -> type of what .NET's type codes call numeric (BigInteger is not among them)."""


def is_numeric(value: Any) -> bool:
    """Whether the value has a numeric type code: integers, reals, decimal, enum values."""
    kind = type(value)
    if kind is int or kind is float:
        return True
    if kind is bool or kind is str or value is None:
        return False
    return kind in INT_RANGES or kind is Single or kind.__name__ in ("Decimal", "EnumValue")


def integer_of(value: Any) -> int:
    """A number, char or bool rounded half to even; raises OverflowError for NaN and the infinities."""
    if isinstance(value, Char):
        return ord(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if isnan(value):
            raise OverflowError
        return round(value)
    if type(value).__name__ == "EnumValue":
        return int(value.value)
    from spshell.values.decimals import round_half_even

    return round_half_even(value)


def make_integer(number: int, net_type: NetType) -> Any:
    """The number in an integer type; raises OverflowException outside its range."""
    kind = net_type.python_type
    assert kind is not None
    low, high = INT_RANGES[kind]
    if not low <= number <= high:
        raise net_fault("System.OverflowException", "Overflow", net_type.name)
    return number if kind is int else kind(number)


def change_type(value: Any, net_type: NetType) -> Any:
    """.NET's Convert.ChangeType between numbers, bool, char and enum; raises its exceptions.

    ``value`` is a number, bool, char or enum value; ``net_type`` a numeric type.
    """
    if net_type is DOUBLE or net_type is SINGLE:
        if isinstance(value, Char):
            raise net_fault("System.InvalidCastException", "InvalidCast_FromTo", "Char", net_type.name)
        return make_real(value, net_type)
    if net_type is DECIMAL:
        return make_decimal(value)
    try:
        number = integer_of(value)
    except OverflowError:
        raise net_fault("System.OverflowException", "Overflow", net_type.name) from None
    return make_integer(number, net_type)


def make_real(value: Any, net_type: NetType) -> Any:
    """A number, bool or enum value as Double or Single."""
    if type(value).__name__ == "EnumValue":
        value = value.value
    number = truncated_double(value) if type(value) is BigInteger else float(value)
    return number if net_type is DOUBLE else make_single(number)


def truncated_double(number: int) -> float:
    """A whole number of any size as .NET's BigInteger becomes a double: surplus bits are cut off, not
    rounded.
    """
    surplus = abs(number).bit_length() - 53
    if surplus > 0:
        cut = (abs(number) >> surplus) << surplus
        number = cut if number > 0 else -cut
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def make_single(number: float) -> Single:
    """The nearest 32-bit float."""
    from struct import pack, unpack

    try:
        return Single(unpack("<f", pack("<f", number))[0])
    except OverflowError:
        return Single(float("inf") if number > 0 else float("-inf"))


def make_decimal(value: Any) -> Any:
    """A number, bool or enum value as Decimal; raises Overflow- and InvalidCastException."""
    from spshell.values import decimals

    if decimals.is_decimal(value):
        return value
    if isinstance(value, Char):
        raise net_fault("System.InvalidCastException", "InvalidCast_FromTo", "Char", "Decimal")
    if isinstance(value, float):
        return decimals.from_float(value, 7 if type(value) is Single else 15)
    return decimals.from_int(integer_of(value))


def from_number(value: Any, net_type: NetType) -> Any:
    """A number, bool, char or enum value as another numeric type; raises InvalidCastIConvertible."""
    from spshell.values.exceptions import NetException

    try:
        if isinstance(value, Char) and net_type in (DOUBLE, SINGLE):
            return make_real(ord(value), net_type)
        return change_type(value, net_type)
    except NetException as inner:
        raise convertible_fault(value, net_type, inner) from None


def convertible_fault(value: Any, net_type: NetType, inner: NetException) -> NetException:
    """The error of a conversion through IConvertible."""
    return cast_fault(
        "InvalidCastIConvertible",
        "InvalidCastExceptionWithInnerException",
        cast_text(value),
        net_type.full_name,
        inner.message,
        inner=inner,
    )


def from_big_integer(value: BigInteger, net_type: NetType) -> Any:
    """BigInteger's explicit operators: reals go to infinity, everything else checks its range."""
    from spshell.values.exceptions import NetException

    try:
        return change_type(value, net_type)
    except NetException as inner:
        raise cast_fault(
            "InvalidCastTargetInvocationExceptionop_Explicit",
            "InvalidCastExceptionWithInnerException",
            str(value),
            net_type.full_name,
            inner.message,
            inner=inner,
        ) from None


def to_big_integer(value: Any) -> BigInteger:
    """A number or bool as BigInteger: reals lose their fraction; raises InvalidCastConstructorException."""
    if isinstance(value, float):
        if not isfinite(value):
            inner = net_fault("System.OverflowException", "Overflow", "BigInteger")
            raise cast_fault(
                "InvalidCastConstructorException",
                "InvalidCastExceptionWithInnerException",
                str(value),
                BIG_INTEGER.full_name,
                inner.message,
                inner=inner,
            )
        return BigInteger(int(value))
    return BigInteger(int(value.value if type(value).__name__ == "EnumValue" else value))


def text_to_number(text: str, net_type: NetType) -> Any:
    """``[int]'5'`` and its kin: a literal of the language, else .NET's own parser; raises a
    PSInvalidCastException.
    """
    if net_type is INT32 and len(text) < 10 and text.isdigit() and text.isascii():
        return int(text)
    if net_type is BIG_INTEGER:
        return _text_to_big_integer(text)
    if not text:
        return change_type(0, net_type)
    from spshell.values.exceptions import NetException

    scanned = scan_number(text)
    if scanned is not None:
        try:
            return change_type(scanned, net_type)
        except NetException:
            pass
    if net_type is DECIMAL:
        return _text_to_decimal(text)
    if net_type in (DOUBLE, SINGLE):
        number = parse_double(text)
        if number is None:
            raise _text_fault("InvalidCastFromStringToDoubleOrSingle", text, net_type, _format_error(text))
        return make_real(number, net_type)
    return _text_to_integer(text, net_type)


def _text_to_integer(text: str, net_type: NetType) -> Any:
    from spshell.values.exceptions import NetException

    kind = net_type.python_type
    assert kind is not None
    inner: NetException
    try:
        number = parse_prefixed_integer(text, kind)
        if number is None:
            number = parse_integer(text)
        if number is not None:
            return make_integer(number, net_type)
        inner = _format_error(text)
    except OverflowError:
        inner = net_fault("System.OverflowException", "Overflow", net_type.name)
    except NetException as error:
        inner = error
    if inner.net_name == "System.FormatException":
        real = parse_double(text)
        if real is not None:
            try:
                return change_type(real, net_type)
            except NetException:
                pass
    raise _text_fault("InvalidCastFromStringToInteger", text, net_type, inner)


def _text_to_decimal(text: str) -> Any:
    from spshell.values import decimals
    from spshell.values.exceptions import NetException
    from spshell.values.number_scan import clean_number

    inner = _format_error(text)
    cleaned = clean_number(text, thousands=True, point=True, exponent=False)
    try:
        if cleaned is not None:
            parsed = decimals.parse(cleaned)
            if parsed is not None:
                return parsed
        real = parse_double(text)
        if real is not None:
            return decimals.from_float(real)
    except NetException as error:
        if cleaned is not None:
            inner = error
    raise _text_fault("InvalidCastFromStringToDecimal", text, DECIMAL, inner)


def _text_to_big_integer(text: str) -> BigInteger:
    if not text:
        return BigInteger(0)
    scanned = scan_number(text)
    if scanned is not None:
        from spshell.values.exceptions import NetException

        try:
            return to_big_integer(scanned)
        except NetException:
            pass
    number = parse_integer(text, thousands=True)
    if number is None:
        raise _text_fault("InvalidCastFromStringToInteger", text, BIG_INTEGER, _format_error(text))
    return BigInteger(number)


def _format_error(text: str) -> NetException:
    return net_fault("System.FormatException", "Format_InvalidStringWithValue", text)


def _text_fault(error_id: str, text: str, net_type: NetType, inner: NetException) -> NetException:
    return cast_fault(
        error_id,
        "InvalidCastExceptionWithInnerException",
        text,
        net_type.full_name,
        inner.message,
        inner=inner,
    )


def scan_operand(text: str, net_type: NetType) -> Any:
    """A text operand of an arithmetic operator: a literal of any numeric type, else converted to
    `net_type`.
    """
    scanned = scan_number(text)
    if scanned is not None:
        return scanned
    if net_type.kind == "enum":
        from spshell.values.conversion import convert

        return convert(text, net_type)
    if net_type.full_name not in NUMERIC_TYPES:
        net_type = INT32
    return text_to_number(text, net_type)
