"""Comparison: the left operand's type decides, lists are filtered, null is less than all but negative numbers."""

import pytest

from spshell.values import comparison as c
from spshell.values.enums import EnumType
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable
from spshell.values.numbers import Char, Int64
from spshell.values.objects import PSCustomObject

DAY = EnumType("Demo.Day", {"Sunday": 0, "Monday": 1, "Friday": 5})


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        ("a", "A", True),
        (5, "5", True),
        ("5", 5, True),
        (5, "abc", False),
        (True, "x", True),
        (1, True, True),
        (0, None, False),
        (None, None, True),
        ("", None, False),
        (Int64(5), 5.0, True),
        (Char("a"), "A", True),
        (DAY.value(1), "Monday", True),
        (DAY.value(1), "mon", True),
        (DAY.value(1), 1, True),
        ("1", DAY.value(1), False),
        (float("nan"), float("nan"), False),
        (Hashtable(), Hashtable(), False),
    ],
)
def test_equality(left, right, result):
    assert c.eq(left, right) is result
    assert c.ne(left, right) is not result


def test_case_counts_when_asked():
    assert c.eq("a", "A", False) is False
    assert c.contains(["a"], "A", False) is False


@pytest.mark.parametrize(
    ("left", "right", "less"),
    [
        (1, "10", True),
        ("10", 9, True),
        ("a", "B", True),
        (None, 0, True),
        (None, -1, False),
        (-1, None, True),
        (False, True, True),
    ],
)
def test_order(left, right, less):
    assert c.lt(left, right) is less


def test_zero_is_greater_than_null_and_null_not_at_least_zero():
    assert c.gt(0, None) is True
    assert c.ge(None, 0) is False


def test_a_list_on_the_left_is_filtered():
    assert c.eq([1, 2, "1"], 1) == [1, "1"]
    assert c.ne([1, None], None) == [1]
    assert c.gt([1, 5, 9], 4) == [5, 9]
    assert c.eq([1], 2) == []


def test_membership_takes_the_element_as_left_side():
    assert c.contains([1, 2], "2") is True
    assert c.is_in("2", [1, 2]) is True
    assert c.contains(["01"], 1) is False
    assert c.not_in(3, 3) is False


@pytest.mark.parametrize(
    ("left", "right", "error_id"),
    [
        (5, "abc", "InvalidCastFromStringToInteger"),
        (Hashtable(), 1, "NotIcomparable"),
        (PSCustomObject(), 1, "PSObjectCompareTo"),
        (DAY.value(1), None, "System.InvalidOperationException"),
        (DAY.value(1), "x", "SubstringDisambiguationEnumParseThrewAnException"),
        (Char("a"), "bc", "ComparisonFailure"),
    ],
)
def test_what_has_no_order(left, right, error_id):
    with pytest.raises(NetException) as caught:
        c.lt(left, right)
    assert caught.value.error_id == error_id


def test_order_for_sorting():
    assert c.order("a", "B") < 0
    assert c.order(None, 1) < 0
    assert c.order(None, -1) > 0
    assert c.order(10, "9") > 0
    assert c.order(float("nan"), 1.0) < 0


def test_constants_of_one_enum_are_ordered_by_their_numbers():
    days = EnumType("Test.Days", {"Sunday": 0, "Monday": 1, "Friday": 5})
    friday, monday = days.value(5), days.value(1)
    assert (c.order(friday, monday), c.order(monday, friday), c.order(monday, days.value(1))) == (1, -1, 0)


def test_contains_compares_each_text_as_eq_does() -> None:
    values = ["a", "A", "ß", "ss", "SS", "", "a\0", "\0", "é", "É", "e\u0301", "a\u200b", "abc", "ABC", 1, None, "1", 1.0]
    for ignore_case in (True, False):
        for left in values:
            for right in values:
                assert c.contains([left], right, ignore_case) == c.eq(left, right, ignore_case), (left, right)
