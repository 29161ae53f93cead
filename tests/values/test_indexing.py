"""Elements, slices, ranges, enumeration."""

import pytest

from spshell.values.arrays import TypedArray
from spshell.values.core_types import INT32
from spshell.values.enumeration import elements, enumerate_value
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.indexing import get_index, set_index
from spshell.values.nothing import NOTHING
from spshell.values.numbers import Char, Int64
from spshell.values.ranges import range_list, range_values
from spshell.values.typenames import make_array_type


@pytest.mark.parametrize(
    ("target", "index", "result"),
    [
        ([1, 2, 3], 1.5, 3),
        ([1, 2, 3], "1", 2),
        ([1, 2, 3], -1, 3),
        ([1, 2, 3], 9, None),
        ([1, 2, 3], "x", None),
        ([1, 2, 3], [0, 9, 2], [1, 3]),
        ("abc", 0, Char("a")),
        ("abc", [0, 9], [Char("a"), None]),
        (Hashtable([("a", 1), (1, "int"), (Int64(1), "long")]), "A", 1),
        (Hashtable([(1, "int")]), Int64(1), None),
        (Hashtable([("a", 1)]), ["a", "z"], [1, None]),
        (OrderedDictionary([("b", 1), ("a", 2)]), 1, 2),
        (OrderedDictionary([("b", 1), ("a", 2)]), -1, 2),
        (OrderedDictionary([("b", 1), ("a", 2)]), "b", 1),
        (OrderedDictionary([("b", 1)]), 5, None),
        (5, 0, 5),
    ],
)
def test_reading(target, index, result):
    assert get_index(target, index) == result


def test_a_single_value_has_no_second_element():
    assert get_index(5, 1) is NOTHING


def test_nulls_are_errors():
    with pytest.raises(NetException) as caught:
        get_index([1], None)
    assert caught.value.error_id == "NullArrayIndex"
    with pytest.raises(NetException) as caught:
        get_index(None, 0)
    assert caught.value.error_id == "NullArray"


def test_strict_reading_outside_is_an_error():
    with pytest.raises(NetException) as caught:
        get_index([1], 5, strict=True)
    assert caught.value.error_id == "System.IndexOutOfRangeException"


def test_writing_converts_to_the_element_type():
    numbers = TypedArray([1, 2], make_array_type(INT32))
    set_index(numbers, -1, "7")
    assert numbers == [1, 7]


@pytest.mark.parametrize(
    ("target", "index", "error_id"),
    [
        ([1], 5, "System.IndexOutOfRangeException"),
        ([1, 2], [0, 1], "ArraySliceAssignmentFailed"),
        ("abc", 0, "CannotIndex"),
        (OrderedDictionary([("a", 1)]), 5, "System.ArgumentOutOfRangeException"),
        (None, 0, "NullArray"),
    ],
)
def test_writing_failures(target, index, error_id):
    with pytest.raises(NetException) as caught:
        set_index(target, index, 1)
    assert caught.value.error_id == error_id


def test_ranges():
    assert range_values(1, 3) == range(1, 4)
    assert range_list(3, 1) == [3, 2, 1]
    assert range_list(1.4, 3.6) == [1, 2, 3, 4]
    assert range_list("1", "3") == [1, 2, 3]
    assert range_list("c", "a") == ["c", "b", "a"]
    assert type(range_list("a", "b")[0]) is Char
    assert range_list(None, 1) == [0, 1]


@pytest.mark.parametrize(
    ("low", "high", "error_id"),
    [
        ("a", 100, "System.FormatException"),
        (1, Int64(2**31), "System.OverflowException"),
        (Hashtable(), 1, "System.InvalidCastException"),
    ],
)
def test_range_failures(low, high, error_id):
    with pytest.raises(NetException) as caught:
        range_list(low, high)
    assert caught.value.error_id == error_id


def test_what_is_enumerated():
    assert enumerate_value("abc") is None
    assert enumerate_value(Hashtable()) is None
    assert elements([1, 2]) == [1, 2]
    assert elements("a") == ["a"]
    assert elements(NOTHING) == []
    assert elements(None) == [None]


@pytest.mark.parametrize("index", [[0, 0], [0], [0, -1], 1, "x"])
def test_a_single_value_has_no_elements(index):
    """Several indexes find nothing in it, also element 0."""
    assert get_index(2, index) is NOTHING


@pytest.mark.parametrize("index", [0, -1, "0", False, 0.0])
def test_a_single_value_is_its_own_element_0(index):
    """And -1; whatever equals these numbers."""
    assert get_index(2, index) == 2


def test_several_elements_of_a_single_value_are_an_error_when_strict():
    """As one that it has not."""
    with pytest.raises(NetException) as caught:
        get_index(2, [0, 0], strict=True)
    assert caught.value.error_id == "CannotIndex"
