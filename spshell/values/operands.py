"""What arithmetic and bitwise operators share: .NET's type codes, operands as numbers, operators of other
types.
"""

from __future__ import annotations

from spshell.values import hooks
from spshell.values.core_types import BIG_INTEGER, DECIMAL
from spshell.values.exceptions import NetException
from spshell.values.messages import operand_type, runtime_fault
from spshell.values.nettype import type_of
from spshell.values.numbers import (
    BigInteger,
    Byte,
    Char,
    Int16,
    Int64,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.values.nettype import NetType


CODES: dict[type, int] = {
    bool: 3,
    Char: 4,
    SByte: 5,
    Byte: 6,
    Int16: 7,
    UInt16: 8,
    int: 9,
    UInt32: 10,
    Int64: 11,
    UInt64: 12,
    Single: 13,
    float: 14,
}
"""Python class -> TypeCode; the wider operand of a pair decides how it is computed."""

DECIMAL_CODE = 15
_STRING_CODE = 18


def type_code(value: Any) -> int:
    """The TypeCode of a value: 0 when neither numeric nor primitive; an enum has that of its numbers."""
    kind = type(value)
    code = CODES.get(kind)
    if code is not None:
        return code
    name = kind.__name__
    if name == "Decimal":
        return DECIMAL_CODE
    if name == "EnumValue":
        return CODES[value.net_type.underlying]
    return 0


def as_number(value: Any, target: Any) -> Any:
    """The other operand as a number beside `target`: null is 0, an enum its number; None when it is no
    number.
    """
    if value is None:
        return 0
    kind = type(value)
    if kind in CODES:
        return int(value) if kind is bool and type(target).__name__ == "Decimal" else value
    name = kind.__name__
    if name == "Decimal":
        return value
    if name == "EnumValue":
        from spshell.values.conversion import convert

        return convert(value, type_of(target))
    return None


def plain(value: Any) -> Any:
    """A number as Python computes with it: chars and enums by their code."""
    kind = type(value)
    if kind is Char:
        return ord(value)
    if kind.__name__ == "EnumValue":
        return value.value
    return value


OPERATORS: dict[tuple[str, type, type], Callable[[Any, Any], Any]] = {}
"""Operators that types of the library define for two classes, as found when they were first called."""


def _remember(owner: NetType, method: str, left: Any, right: Any) -> None:
    found = None if hooks.operator_finder is None else hooks.operator_finder(owner, method, (left, right))
    if found is not None:
        OPERATORS[method, left.__class__, right.__class__] = found


def quick_operator(method: str, left: Any, right: Any) -> Any:
    """An operator that was called with operands of these classes before; NotImplemented when only the general way tells."""
    function = OPERATORS.get((method, left.__class__, right.__class__))
    if function is None:
        return NotImplemented
    try:
        return function(left, right)
    except NetException:
        return NotImplemented  # the general way raises it with all that belongs to it


def call_operator(method: str, symbol: str, left: Any, right: Any) -> Any:
    """An operator that the type of an operand defines: the left one's, or the right one's beside a
    primitive.

    Raises NotADefinedOperationForType or MethodNotFound.
    """
    owner = operand = None
    if left is not None and type(left) not in CODES:
        owner, operand = type_of(left), left
    elif right is not None and type(right) not in CODES:
        owner, operand = type_of(right), right
    if owner is None:
        raise runtime_fault("NotADefinedOperationForType", _type_name(left), symbol, _type_name(right))
    if owner is BIG_INTEGER or owner is DECIMAL:
        from spshell.values.big_operators import call

        return call(owner, method, left, right)
    if hooks.static_caller is None or type(operand).__name__ == "PSCustomObject":
        raise runtime_fault("MethodNotFound", operand_type(operand), method)
    try:
        result = hooks.static_caller(owner, method, (left, right))
    except NetException as error:
        if error.net_name == "System.Management.Automation.MethodInvocationException":
            error.error_id = "DotNetMethodException"  # operators are not called through a binder's call site
        raise
    _remember(owner, method, left, right)
    return result


def _type_name(value: Any) -> str:
    return "$null" if value is None else operand_type(value)


def is_big(value: Any) -> bool:
    """Whether the value is a BigInteger."""
    return type(value) is BigInteger


def bitwise_code(value: Any) -> int:
    """The TypeCode as bitwise operators compare it: text ranks above every number, other objects below."""
    code = type_code(value)
    if code:
        return code
    return _STRING_CODE if type(value) is str else 1
