"""``+ - * / %``, signs, ``++`` and ``--``: one promotion by type code, text read as literals, lists and
dictionaries.

Source: about_Arithmetic_Operators. Int32 and Int64 never wrap: what leaves the range becomes Double.
"""

from __future__ import annotations

from math import isfinite, isnan

from spshell.values.enumeration import enumerate_value
from spshell.values.exceptions import NetException
from spshell.values.messages import net_fault, operand_type, runtime_fault, wrapped_fault
from spshell.values.numbers import Char, Int64, UInt32, UInt64
from spshell.values.operands import DECIMAL_CODE, as_number, call_operator, plain, quick_operator, type_code
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_INT_MIN, _INT_MAX = -(2**31), 2**31 - 1
_LONG_MIN, _LONG_MAX = -(2**63), 2**63 - 1
_INFINITY = float("inf")
_REAL = frozenset({int, float})
_METHODS = {
    "add": ("op_Addition", "+"),
    "subtract": ("op_Subtraction", "-"),
    "multiply": ("op_Multiply", "*"),
    "divide": ("op_Division", "/"),
    "remainder": ("op_Modulus", "%"),
}


def add(left: Any, right: Any) -> Any:
    """``left + right``."""
    kind = type(left)
    if kind is int and type(right) is int:
        result = left + right
        return result if _INT_MIN <= result <= _INT_MAX else float(result)
    if kind is str:
        return left + (right if type(right) is str else to_text(right))
    if kind is float:
        other = type(right)
        if other is float or other is int:
            return left + right
    elif kind is int and type(right) is float:
        return left + right
    if kind is list:
        return _add_to_list(left, right)
    return _add(left, right)


def _add_to_list(left: Any, right: Any) -> list[Any]:
    if type(right) is list:
        return left + right  # type: ignore[no-any-return]  # lists both
    iterator = enumerate_value(right)
    if iterator is not None:
        return [*left, *iterator]
    return [*left, None if type(right).__name__ == "Nothing" else right]


def _add(left: Any, right: Any) -> Any:
    found = quick_operator("op_Addition", left, right)
    if found is not NotImplemented:
        return found
    left = _base(left)
    if left is None:
        return _null(right)
    if enumerate_value(left) is not None:
        return _add_to_list(list(enumerate_value(left) or ()), right)
    right = _base(right)
    if type(left) is str:
        return add(left, right)
    if type_code(left) and type(left) is not Char:
        number = as_number(right, left)
        if number is not None:
            return _compute("add", left, number)
        if type(right) is str:
            return add(left, _scan(right, left))
    if type(left) is Char:
        return str(left) + to_text(right)
    if _is_dictionary(left):
        return _add_dictionaries(left, right)
    return call_operator(*_METHODS["add"], left, right)


def _base(value: Any) -> Any:
    name = type(value).__name__
    if name == "PSObject":
        return value.base
    return None if name == "Nothing" else value


def _null(value: Any) -> Any:
    return None if type(value).__name__ == "Nothing" else value


def _is_dictionary(value: Any) -> bool:
    return hasattr(type(value), "stored") or hasattr(type(value), "net_items")


def _add_dictionaries(left: Any, right: Any) -> Any:
    if not _is_dictionary(right):
        raise runtime_fault("AddHashTableToNonHashTable")
    from spshell.values.hashtable import Hashtable, OrderedDictionary

    result = OrderedDictionary() if type(left) is OrderedDictionary else Hashtable()
    for source in (left, right):
        pairs = source.items() if hasattr(type(source), "stored") else type(source).net_items(source)
        for key, value in pairs:
            if key in result:
                raise net_fault("System.ArgumentException", "DuplicateKey", to_text(key), to_text(key))
            result[key] = value
    return result


def subtract(left: Any, right: Any) -> Any:
    """``left - right``."""
    kind = type(left)
    if kind is int and type(right) is int:
        result = left - right
        return result if _INT_MIN <= result <= _INT_MAX else float(result)
    if (kind is float or kind is int) and (type(right) is float or type(right) is int):
        return left - right
    return _general("subtract", left, right)


def divide(left: Any, right: Any) -> Any:
    """``left / right``: whole numbers stay whole when the division is exact."""
    if type(left) is int and type(right) is int and right:
        if left % right == 0:
            result = left // right
            return result if result <= _INT_MAX else float(result)
        return left / right
    if right and type(right) in _REAL and type(left) in _REAL:
        return left / right
    return _general("divide", left, right)


def remainder(left: Any, right: Any) -> Any:
    """``left % right``: the sign is that of the left operand."""
    if type(left) is int and type(right) is int and right > 0 <= left:
        return left % right
    return _general("remainder", left, right)


def multiply(left: Any, right: Any) -> Any:
    """``left * right``: text and lists are repeated."""
    kind = type(left)
    if kind is int and type(right) is int:
        result = left * right
        return result if _INT_MIN <= result <= _INT_MAX else float(result)
    if (kind is float or kind is int) and (type(right) is float or type(right) is int):
        return left * right
    return _multiply(left, right)


def _multiply(left: Any, right: Any) -> Any:
    left, right = _base(left), _base(right)
    if left is None:
        return None
    if type_code(left) > 4:
        number = as_number(right, left)
        if number is not None:
            return _compute("multiply", left, number)
        if type(right) is str:
            return multiply(left, _scan(right, left))
    if type(left) is str:
        return _repeat_text(left, right)
    if enumerate_value(left) is not None:
        return _repeat_list(left, right)
    return call_operator(*_METHODS["multiply"], left, right)


def _count(value: Any, type_name: str) -> int:
    from spshell.values.conversion import convert
    from spshell.values.number_conversion import INTEGER_TYPES, scan_operand

    if type(value) is str:
        value = scan_operand(value, INTEGER_TYPES["System.Int32"])
    return int(convert(value, INTEGER_TYPES[type_name]))


def _repeat_text(text: str, times: Any) -> str:
    count = times if type(times) is int else _count(times, "System.Int32")
    if count < 0:
        raise net_fault("System.ArgumentOutOfRangeException", "ArgumentNegative", count, "times")
    if len(text) * count > _LONGEST_TEXT:
        raise net_fault("System.OutOfMemoryException", "Arg_OutOfMemoryException")
    return text * count


_LONGEST_TEXT = 0x3FFFFFDF
"""Characters that a .NET string can hold."""


def _repeat_list(items: Any, times: Any) -> Any:
    count = _count(times, "System.UInt32")
    from spshell.values.arrays import TypedArray

    if type(items) is TypedArray:
        return TypedArray(list(items) * count, items.net_type)
    return list(enumerate_value(items) or ()) * count


def _general(name: str, left: Any, right: Any) -> Any:
    """Subtraction, division and remainder of anything."""
    found = quick_operator(_METHODS[name][0], left, right)
    if found is not NotImplemented:
        return found
    left, right = _base(left), _base(right)
    if left is None:
        left = 0
    if type_code(left):
        number = as_number(right, left)
        if number is not None:
            return _compute(name, left, number)
        if type(right) is str:
            return _BY_NAME[name](left, _scan(right, left))
    if type(left) is str:
        first = _scan(left, right)
        return _BY_NAME[name](first, _scan(right, left) if type(right) is str else right)
    return call_operator(*_METHODS[name], left, right)


def _scan(text: str, other: Any) -> Any:
    from spshell.values.core_types import INT32
    from spshell.values.nettype import type_of
    from spshell.values.number_conversion import scan_operand

    return scan_operand(text, INT32 if other is None else type_of(other))


def _compute(name: str, left: Any, right: Any) -> Any:
    """The promotion: the wider type code decides the arithmetic."""
    left_code, right_code = type_code(left), type_code(right)
    code = max(left_code, right_code)
    a, b = plain(left), plain(right)
    if code <= 9:
        result = _whole(name, int(a), int(b), _INT_MIN, _INT_MAX, int)
    elif code == 10:
        result = (
            _whole(name, int(a), int(b), _LONG_MIN, _LONG_MAX, Int64)
            if a < 0 or b < 0
            else _whole(name, int(a), int(b), 0, 2**32 - 1, UInt32)
        )
    elif code == 11:
        result = _whole(name, int(a), int(b), _LONG_MIN, _LONG_MAX, Int64)
    elif code == 12:
        result = (
            _decimal(name, a, b, fall_back=True)
            if a < 0 or b < 0
            else _whole(name, int(a), int(b), 0, 2**64 - 1, UInt64)
        )
    elif code == DECIMAL_CODE:
        if type(left) is bool:
            raise net_fault("System.InvalidOperationException", "NoCoercion", "Boolean", "Decimal")
        result = _decimal(name, a, b)
    else:
        result = _real(name, float(a), float(b))
    if type(left).__name__ == "EnumValue":
        if type(result) is not left.net_type.underlying:
            from spshell.values.nettype import type_of

            raise net_fault(
                "System.InvalidCastException",
                "EnumAssignment",
                type_of(result).full_name,
                left.net_type.full_name,
            )
        return left.net_type.value(int(result))
    return result


def _whole(name: str, a: int, b: int, low: int, high: int, kind: Callable[[int], Any]) -> Any:
    if name == "add":
        result = a + b
    elif name == "subtract":
        result = a - b
    elif name == "multiply":
        result = a * b
    else:
        if b == 0:
            raise wrapped_fault(net_fault("System.DivideByZeroException", "DivideByZero"))
        quotient = abs(a) // abs(b)
        if (a < 0) != (b < 0):
            quotient = -quotient
        rest = a - quotient * b
        if name == "remainder":
            return kind(rest)
        if rest:
            return float(a) / float(b)
        result = quotient
    if low <= result <= high:
        return kind(result)
    if name == "multiply" and high > _LONG_MAX // 2:
        from spshell.values.number_conversion import truncated_double

        return truncated_double(result)  # 64-bit products go through BigInteger
    return float(result)


def _real(name: str, a: float, b: float) -> float:
    if name == "add":
        return a + b
    if name == "subtract":
        return a - b
    if name == "multiply":
        return a * b
    if name == "divide":
        if b:
            return a / b
        if isnan(a) or not a:
            return float("nan")
        negative = (a < 0) != (repr(b)[0] == "-")
        return -_INFINITY if negative else _INFINITY
    if not b or not isfinite(a):
        return float("nan")
    from math import fmod

    return fmod(a, b)


def _decimal(name: str, a: Any, b: Any, *, fall_back: bool = False) -> Any:
    from spshell.values import decimals
    from spshell.values.number_conversion import make_decimal

    first, second = make_decimal(a), make_decimal(b)
    try:
        return decimals.binary(name, first, second)
    except NetException as error:
        if fall_back and error.net_name == "System.OverflowException":
            return _real(name, float(a), float(b))
        raise wrapped_fault(error) from None


def negate(value: Any) -> Any:
    """``-value``: what 0 minus the value gives."""
    kind = type(value)
    if kind is int and value != _INT_MIN:
        return -value
    if kind is float:
        return 0.0 - value
    return subtract(0, value)


def unary_plus(value: Any) -> Any:
    """``+value``: what 0 plus the value gives."""
    if type(value) is int or type(value) is float:
        return value
    return add(0, value)


def increment(value: Any) -> Any:
    """The value of a variable after ``++``."""
    if type(value) is int and value < _INT_MAX:
        return value + 1
    return _step(_base(value), 1)


def decrement(value: Any) -> Any:
    """The value of a variable after ``--``."""
    if type(value) is int and value > _INT_MIN:
        return value - 1
    return _step(_base(value), -1)


def _step(value: Any, by: int) -> Any:
    if value is None:
        return by
    if type_code(value) <= 4:
        raise runtime_fault("OperatorRequiresNumber", "++" if by > 0 else "--", operand_type(value))
    return add(value, by)


_BY_NAME: dict[str, Callable[[Any, Any], Any]] = {
    "subtract": subtract,
    "divide": divide,
    "remainder": remainder,
}
