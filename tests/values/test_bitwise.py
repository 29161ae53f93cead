"""Bit operators."""

import pytest

from spshell.values import bitwise as b
from spshell.values.exceptions import NetException
from spshell.values.numbers import BigInteger, Byte, Int64, UInt32, UInt64


@pytest.mark.parametrize(
    ("operation", "left", "right", "result"),
    [
        (b.band, 6, 3, 2),
        (b.bor, "0x10", 1, 17),
        (b.band, 1.6, 3, UInt64(2)),
        (b.bor, -1.0, 1, Int64(-1)),
        (b.bxor, UInt32(5), 1, UInt32(4)),
        (b.band, None, None, 0),
        (b.band, True, 1, 1),
        (b.shl, Byte(1), 33, Byte(2)),
        (b.shl, 1, 31, -(2**31)),
        (b.shr, -8, 1, -4),
        (b.shr, 1, 32, 1),
        (b.shl, None, 3, 0),
        (b.band, BigInteger(6), 3, BigInteger(2)),
    ],
)
def test_results(operation, left, right, result):
    found = operation(left, right)
    assert found == result
    assert type(found) is type(result)


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (5, -6),
        (None, -1),
        (UInt32(1), UInt32(4294967294)),
        (Byte(1), -2),
        ("5", -6),
        (True, -2),
        (BigInteger(5), BigInteger(-6)),
    ],
)
def test_complement(value, result):
    found = b.bnot(value)
    assert found == result
    assert type(found) is type(result)


def test_text_that_is_no_number():
    with pytest.raises(NetException) as caught:
        b.band(Byte(250), "web01")
    assert caught.value.error_id == "InvalidCastFromStringToInteger"
