"""Literals in text (about_Numeric_Literals)."""

from decimal import Decimal

import pytest

from spshell.values.number_scan import parse_double, parse_prefixed_integer, scan_number
from spshell.values.numbers import BigInteger, Byte, Int64, SByte, UInt32


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        (" 5 ", 5),
        ("", 0),
        ("-7", -7),
        ("\u20137", -7),
        ("2147483648", Int64(2147483648)),
        ("9223372036854775808", Decimal(9223372036854775808)),
        ("1" + "0" * 30, 1e30),
        ("0xFF", 255),
        ("0xFFFFFFFF", -1),
        ("0xFFFFFFFFL", Int64(4294967295)),
        ("0xFFu", UInt32(255)),
        ("0b11111111", -1),
        ("0b101", 5),
        ("5kb", 5120),
        ("1.5kb", 1536.0),
        ("1.5d", Decimal("1.5")),
        ("1.10d", Decimal("1.10")),
        ("1.5L", Int64(2)),
        ("255uy", Byte(255)),
        ("-5y", SByte(-5)),
        ("5n", BigInteger(5)),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("5.", 5.0),
    ],
)
def test_literals(text, value):
    found = scan_number(text)
    assert found == value
    assert type(found) is type(value)
    assert repr(found) == repr(value)


@pytest.mark.parametrize(
    "text",
    ["abc", "5,", "1 000", "(5)", "$5", "NaN", "1_000", "3lu", "1kbL", "-1u", "256uy", "٣", "1e", ".", "--5"],
)
def test_what_is_no_literal(text):
    assert scan_number(text) is None


def test_net_parsers_take_other_forms():
    assert parse_double(" 1,000.5e1 ") == 10005.0
    assert parse_double("Infinity") == float("inf")
    assert parse_double("1_0") is None
    assert parse_prefixed_integer("0xFF", SByte) == -1
    assert parse_prefixed_integer("#10", int) == 16
    assert parse_prefixed_integer("10", int) is None
