"""``-band -bor -bxor -bnot -shl -shr``: on the narrowest integer type that holds both operands.

Source: about_Arithmetic_Operators, bitwise operators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.messages import net_fault
from spshell.values.numbers import INT_RANGES, BigInteger, Int64, UInt32, UInt64
from spshell.values.operands import DECIMAL_CODE, bitwise_code, call_operator, plain, type_code

if TYPE_CHECKING:
    from collections.abc import Callable

_METHODS = {
    "band": ("op_BitwiseAnd", "-band"),
    "bor": ("op_BitwiseOr", "-bor"),
    "bxor": ("op_ExclusiveOr", "-bxor"),
    "shl": ("op_LeftShift", "-shl"),
    "shr": ("op_RightShift", "-shr"),
}
_ULONG = 2**64


def band(left: Any, right: Any) -> Any:
    """``left -band right``."""
    if type(left) is int and type(right) is int:
        return left & right
    return _bitwise("band", left, right)


def bor(left: Any, right: Any) -> Any:
    """``left -bor right``."""
    if type(left) is int and type(right) is int:
        return left | right
    return _bitwise("bor", left, right)


def bxor(left: Any, right: Any) -> Any:
    """``left -bxor right``."""
    if type(left) is int and type(right) is int:
        return left ^ right
    return _bitwise("bxor", left, right)


def _apply(name: str, a: int, b: int) -> int:
    if name == "band":
        return a & b
    return a | b if name == "bor" else a ^ b


def _base(value: Any) -> Any:
    name = type(value).__name__
    if name == "PSObject":
        return value.base
    return None if name == "Nothing" else value


def _bitwise(name: str, left: Any, right: Any) -> Any:
    left, right = _base(left), _base(right)
    if left is None and right is None:
        return 0
    left_code, right_code = bitwise_code(left), bitwise_code(right)
    if type_code(left) or type_code(right):
        code = max(left_code, right_code)
        a, b = _operand(left), _operand(right)
        if code in (13, 14, DECIMAL_CODE):
            if a is None or b is None:
                raise net_fault("System.NullReferenceException", "NullReference")
            return _wide(name, _widened(a, code), _widened(b, code))
        if a is not None and b is not None:
            kind = _result_class(code)
            result = _wrap(_apply(name, _wrap_number(int(a), kind), _wrap_number(int(b), kind)), kind)
            if type(left).__name__ == "EnumValue":
                return left.net_type.value(_wrap_number(int(result), left.net_type.underlying))
            return result
    if type(left) is str or type(right) is str:
        return _BY_NAME[name](_scanned(left, right), _scanned(right, left))
    return call_operator(*_METHODS[name], left, right)


def _operand(value: Any) -> Any:
    if value is None:
        return 0
    return plain(value) if type_code(value) else None


def _scanned(value: Any, other: Any) -> Any:
    if type(value) is not str:
        return value
    from spshell.values.core_types import INT32
    from spshell.values.nettype import type_of
    from spshell.values.number_conversion import scan_operand

    return scan_operand(value, INT32 if other is None else type_of(other))


def _result_class(code: int) -> type:
    if code <= 9:
        return int
    if code == 10:
        return UInt32
    return Int64 if code == 11 else UInt64


def _wrap_number(number: int, kind: type) -> int:
    low, high = INT_RANGES[kind]
    size = high - low + 1
    return (number - low) % size + low


def _wrap(number: int, kind: type) -> Any:
    wrapped = _wrap_number(number, kind)
    return wrapped if kind is int else kind(wrapped)


def _widened(value: Any, code: int) -> Any:
    if code == DECIMAL_CODE:
        from spshell.values.number_conversion import make_decimal

        return make_decimal(value)
    return float(value)


def _wide(name: str, a: Any, b: Any) -> Any:
    """Reals and decimals work as 64 bits: signed when an operand is negative."""
    result = _apply(name, _bits(a), _bits(b))
    if a < 0 or b < 0:
        return Int64(result - _ULONG if result >= _ULONG // 2 else result)
    return UInt64(result)


def _bits(value: Any) -> int:
    from spshell.values.conversion import convert
    from spshell.values.core_types import INT64, UINT64

    return int(convert(value, INT64 if value < 0 else UINT64)) % _ULONG


def bnot(value: Any) -> Any:
    """``-bnot value``."""
    if type(value) is int:
        return ~value
    value = _base(value)
    if value is None:
        return -1
    kind = type(value)
    if kind is BigInteger:
        return BigInteger(~int(value))
    if kind is str:
        return bnot(_scanned(value, None))
    code = type_code(value)
    if code <= 4:
        from spshell.values.conversion import convert
        from spshell.values.core_types import INT32

        return ~int(convert(value, INT32))
    if kind.__name__ == "EnumValue":
        return value.net_type.value(int(_wrap(~value.value, value.net_type.underlying)))
    if code < 9:
        return ~int(value)
    if code <= 12:
        return _wrap(~int(value), kind)
    narrow, number = _narrow(value)
    return _wrap(~number, narrow)


def _narrow(value: Any) -> tuple[type, int]:
    """The first of int, uint, long, ulong that a real or decimal fits."""
    from spshell.values.conversion import convert, final_fault
    from spshell.values.core_types import INT32, INT64, UINT32, UINT64

    for net_type in (INT32, UINT32, INT64, UINT64):
        kind = net_type.python_type
        assert kind is not None
        low, high = INT_RANGES[kind]
        if low <= value <= high:
            return kind, int(convert(value, net_type))
    raise final_fault(value, UINT64 if type(value) is float else INT32)


def shl(left: Any, right: Any) -> Any:
    """``left -shl right``."""
    if type(left) is int and type(right) is int:
        return _wrap_number(left << (right & 31), int)
    return _shift("shl", left, right)


def shr(left: Any, right: Any) -> Any:
    """``left -shr right``."""
    if type(left) is int and type(right) is int:
        return left >> (right & 31)
    return _shift("shr", left, right)


def _shift(name: str, left: Any, right: Any) -> Any:
    left, right = _base(left), _base(right)
    if left is None:
        return 0
    if type(left) is str or type(right) is str:
        return _BY_NAME[name](_scanned(left, right), _scanned(right, left))
    code = type_code(left)
    if code <= 4:
        return call_operator(*_METHODS[name], left, right)
    from spshell.values.conversion import convert
    from spshell.values.core_types import INT32

    count = int(convert(right, INT32))
    kind = type(left)
    if code > 12:
        kind, number = _narrow(left)
        count &= 31 if kind in (int, UInt32) else 63
    elif kind.__name__ == "EnumValue":
        raise net_fault("System.InvalidOperationException", "BinaryNotDefined", name)
    else:
        number = int(left)
        count &= 31 if code < 11 else 63
    return _wrap(number << count if name == "shl" else number >> count, kind)


_BY_NAME: dict[str, Callable[[Any, Any], Any]] = {
    "band": band,
    "bor": bor,
    "bxor": bxor,
    "shl": shl,
    "shr": shr,
}
