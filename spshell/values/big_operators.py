"""The operators that BigInteger and Decimal define themselves: both operands become the type first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.core_types import DECIMAL
from spshell.values.exceptions import NetException, fault
from spshell.values.messages import cast_text, net_fault, runtime_fault, text_of
from spshell.values.numbers import BigInteger

if TYPE_CHECKING:
    from spshell.values.nettype import NetType

_NAMES = {
    "op_Addition": "add",
    "op_Subtraction": "subtract",
    "op_Multiply": "multiply",
    "op_Division": "divide",
    "op_Modulus": "remainder",
}
_BITS = ("op_BitwiseAnd", "op_BitwiseOr", "op_ExclusiveOr")
_SHIFTS = ("op_LeftShift", "op_RightShift")


def call(owner: NetType, method: str, left: Any, right: Any) -> Any:
    """Call an operator method of `owner`; raises MethodNotFound, conversion and invocation errors."""
    if method in _SHIFTS and owner is not DECIMAL:
        from spshell.values.core_types import INT32

        count = _argument(method, 1, right, INT32)
        number = _argument(method, 0, left, owner)
        if method == "op_RightShift":
            count = -count
        return BigInteger(int(number) << count if count >= 0 else int(number) >> -count)
    if method not in _NAMES and (owner is DECIMAL or method not in _BITS):
        raise runtime_fault("MethodNotFound", owner.full_name, method)
    first = _argument(method, 0, left, owner)
    second = _argument(method, 1, right, owner)
    try:
        if owner is DECIMAL:
            from spshell.values import decimals

            return decimals.binary(_NAMES[method], first, second)
        return BigInteger(_big(method, first, second))
    except NetException as inner:
        raise fault(
            "System.Management.Automation.MethodInvocationException",
            text_of("MethodInvocationException", (method, 2, inner.message)),
            "DotNetMethodException",
            "NotSpecified",
            inner=inner,
            arguments=(method, 2, inner.message),
        ) from None


def _argument(method: str, place: int, value: Any, net_type: NetType) -> Any:
    from spshell.values.conversion import convert

    try:
        return convert(value, net_type)
    except NetException as inner:
        arguments = (place, cast_text(value), method, net_type.full_name, inner.message)
        raise fault(
            "System.Management.Automation.MethodException",
            text_of("MethodArgumentConversionException", arguments),
            "MethodArgumentConversionInvalidCastArgument",
            "NotSpecified",
            inner=inner,
            arguments=arguments,
        ) from None


def _big(method: str, left: int, right: int) -> int:
    left, right = int(left), int(right)
    if method == "op_Addition":
        return left + right
    if method == "op_Subtraction":
        return left - right
    if method == "op_Multiply":
        return left * right
    if method == "op_BitwiseAnd":
        return left & right
    if method == "op_BitwiseOr":
        return left | right
    if method == "op_ExclusiveOr":
        return left ^ right
    if right == 0:
        raise net_fault("System.DivideByZeroException", "DivideByZero")
    quotient = abs(left) // abs(right)
    if (left < 0) != (right < 0):
        quotient = -quotient
    return quotient if method == "op_Division" else left - quotient * right
