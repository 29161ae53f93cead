"""Arithmetic: one promotion table, text as literals, repetition and concatenation."""

from decimal import Decimal

import pytest

from spshell.values import arithmetic as a
from spshell.values.arrays import TypedArray
from spshell.values.core_types import INT32
from spshell.values.enums import EnumType
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.numbers import BigInteger, Byte, Char, Int64, SByte, UInt32, UInt64
from spshell.values.typenames import make_array_type

DAY = EnumType("Demo.Day", {"Sunday": 0, "Monday": 1})
MAX = 2**31 - 1


@pytest.mark.parametrize(
    ("operation", "left", "right", "result"),
    [
        (a.add, MAX, 1, 2147483648.0),
        (a.add, Byte(250), Byte(10), 260),
        (a.add, UInt32(5), -3, Int64(2)),
        (a.add, UInt32(5), 3, UInt32(8)),
        (a.add, UInt64(5), -3, Decimal(2)),
        (a.add, Int64(2**63 - 1), 1, 9.223372036854775807e18),
        (a.add, 1, "5d", Decimal(6)),
        (a.add, 1, " 0x10 ", 17),
        (a.add, "3", BigInteger(5), "35"),
        (a.add, Char("a"), 1, "a1"),
        (a.add, None, 5, 5),
        (a.add, 5, None, 5),
        (a.add, [1], [2, 3], [1, 2, 3]),
        (a.add, [1], 2, [1, 2]),
        (a.add, [1], None, [1, None]),
        (a.add, True, True, 2),
        (a.add, Decimal("1.10"), 2.5, Decimal("3.60")),
        (a.add, BigInteger(1), 1.5, BigInteger(2)),
        (a.add, DAY.value(0), 1, DAY.value(1)),
        (a.subtract, "0xFFFFFFFFFFFFFFFF", 0, Int64(-1)),
        (a.subtract, None, 5, -5),
        (a.subtract, Char("a"), 1, 96),
        (a.subtract, UInt32(3), UInt32(5), -2.0),
        (a.multiply, "ab", "2", "abab"),
        (a.multiply, "ab", 1.5, "abab"),
        (a.multiply, [1, 2], 2, [1, 2, 1, 2]),
        (a.multiply, None, 5, None),
        (a.multiply, UInt64(18446744073709551610), 7, 1.2912720851596684e20),
        (a.divide, 7, 2, 3.5),
        (a.divide, 6, 2, 3),
        (a.divide, -(2**31), -1, 2147483648.0),
        (a.divide, 2.0, None, float("inf")),
        (a.divide, Decimal(1), 3, Decimal("0.3333333333333333333333333333")),
        (a.remainder, -7, 3, -1),
        (a.remainder, 7, -3, 1),
        (a.remainder, SByte(-5), Decimal("1.10"), Decimal("-0.60")),
        (a.remainder, 0, Decimal("1.10"), Decimal(0)),
    ],
)
def test_the_wider_type_decides(operation, left, right, result):
    found = operation(left, right)
    assert found == result
    assert type(found) is type(result)
    assert repr(found) == repr(result)


@pytest.mark.parametrize(
    ("operation", "left", "right", "error_id", "inner"),
    [
        (a.divide, 1, 0, "RuntimeException", "System.DivideByZeroException"),
        (a.remainder, Decimal(1), 0, "RuntimeException", "System.DivideByZeroException"),
        (a.multiply, Decimal("7e28"), 2, "RuntimeException", "System.OverflowException"),
        (a.remainder, BigInteger(1), 0, "DotNetMethodException", "System.DivideByZeroException"),
        (a.add, 1, "abc", "InvalidCastFromStringToInteger", "System.FormatException"),
        (a.add, Hashtable(), 1, "AddHashTableToNonHashTable", None),
        (a.subtract, [1], 1, "MethodNotFound", None),
        (a.multiply, True, 2, "NotADefinedOperationForType", None),
        (a.multiply, "ab", -1, "System.ArgumentOutOfRangeException", None),
        (a.multiply, [1], -1, "InvalidCastIConvertible", "System.OverflowException"),
        (a.add, True, Decimal(1), "System.InvalidOperationException", None),
        (a.divide, DAY.value(1), 2, "System.InvalidCastException", None),
    ],
)
def test_failures(operation, left, right, error_id, inner):
    with pytest.raises(NetException) as caught:
        operation(left, right)
    assert caught.value.error_id == error_id
    assert (caught.value.inner.net_name if caught.value.inner else None) == inner


def test_typed_arrays_keep_their_type_when_repeated_only():
    numbers = TypedArray([1], make_array_type(INT32))
    assert a.multiply(numbers, 2).net_type.ps_name == "int[]"
    assert type(a.add(numbers, 2)) is list


def test_dictionaries_are_joined_and_keep_the_left_kind():
    joined = a.add(OrderedDictionary([("b", 1)]), Hashtable([("a", 2)]))
    assert type(joined) is OrderedDictionary
    assert joined.keys() == ["b", "a"]
    with pytest.raises(NetException) as caught:
        a.add(Hashtable([("a", 1)]), Hashtable([("A", 2)]))
    assert caught.value.error_id == "System.ArgumentException"


@pytest.mark.parametrize(
    ("value", "negative"),
    [
        (5, -5),
        ("5", -5),
        (None, 0),
        (Byte(5), -5),
        (UInt32(5), -5.0),
        (Char("5"), -53),
        (-(2**31), 2147483648.0),
    ],
)
def test_a_sign_is_a_subtraction_from_zero(value, negative):
    found = a.negate(value)
    assert found == negative
    assert type(found) is type(negative)


@pytest.mark.parametrize(
    ("value", "after"), [(1, 2), (None, 1), (Byte(250), 251), (MAX, 2147483648.0), (1.5, 2.5)]
)
def test_increment(value, after):
    found = a.increment(value)
    assert found == after
    assert type(found) is type(after)


@pytest.mark.parametrize("value", [True, "1", Char("1"), BigInteger(1), [1]])
def test_increment_needs_a_number(value):
    with pytest.raises(NetException) as caught:
        a.decrement(value)
    assert caught.value.error_id == "OperatorRequiresNumber"


def test_operators_name_a_custom_object_as_psobject_and_arguments_by_place() -> None:
    """
    `[pscustomobject]@{} + 1` finds no op_Addition in PSObject; an operand that does not convert is argument 1.
    """
    from spshell.values.objects import PSCustomObject

    with pytest.raises(NetException) as caught:
        a.add(PSCustomObject(), 1)
    assert caught.value.arguments == ("System.Management.Automation.PSObject", "op_Addition")
    with pytest.raises(NetException) as caught:
        a.add(Decimal("1.1"), [])
    assert caught.value.arguments[:2] == (1, "System.Object[]")
