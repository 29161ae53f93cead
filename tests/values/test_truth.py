"""Truth of values (about_Booleans)."""

from decimal import Decimal

import pytest

from spshell.values.arrays import TypedArray
from spshell.values.core_types import STRING
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING
from spshell.values.numbers import BigInteger, Char, Int64
from spshell.values.objects import PSObject
from spshell.values.truth import truth
from spshell.values.typenames import make_array_type


@pytest.mark.parametrize(
    "value",
    [
        1,
        -1,
        "0",
        "False",
        0.5,
        float("nan"),
        [0, 0],
        [[0]],
        [[[]], 1],
        Hashtable(),
        Char("0"),
        Int64(2),
        Decimal("0.1"),
    ],
)
def test_true_values(value):
    assert truth(value) is True


@pytest.mark.parametrize(
    "value",
    [
        0,
        "",
        None,
        0.0,
        -0.0,
        [],
        [0],
        [""],
        [[]],
        NOTHING,
        Char("\0"),
        BigInteger(0),
        Decimal("0.00"),
        PSObject(0),
    ],
)
def test_false_values(value):
    assert truth(value) is False


def test_typed_arrays_count_like_plain_ones():
    array = make_array_type(STRING)
    assert truth(TypedArray([""], array)) is False
    assert truth(TypedArray(["", ""], array)) is True
