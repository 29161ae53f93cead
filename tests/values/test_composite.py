"""-f and the numeric formats."""

from decimal import Decimal

import pytest

from spshell.values.composite import format_composite, format_operator
from spshell.values.culture import INVARIANT, number_culture
from spshell.values.enums import EnumType
from spshell.values.exceptions import NetException
from spshell.values.number_format import format_number
from spshell.values.numbers import BigInteger, Byte, Int64
from spshell.values.objects import PSCustomObject

DAY = EnumType("Demo.Day", {"Sunday": 0, "Monday": 1})


@pytest.mark.parametrize(
    ("template", "arguments", "result"),
    [
        ("{0} {1}", ["a", 2], "a 2"),
        ("{1}{0}", [1, 2], "21"),
        ("{0,5}|{0,-5}|", "x", "    x|x    |"),
        ("{{{0}}}", 1, "{1}"),
        ("{0:N2}", 1234.565, "1,234.57"),
        ("{0:d5}", 42, "00042"),
        ("{0}", [[1, 2]], "System.Object[]"),
        ("{0}", None, ""),
        ("{0:x}", "text", "text"),
        ("{0}", [PSCustomObject({"a": 1})], "@{a=1}"),
        ("{0:D}", DAY.value(1), "1"),
        ("{0:X}", DAY.value(1), "00000001"),
        ("{0 , 3 :00}", 5, " 05"),
    ],
)
def test_templates(template, arguments, result):
    assert format_operator(template, arguments) == result


@pytest.mark.parametrize("template", ["{0", "{1}", "}", "{a}", "{0:{x}}", "{-1}", "{}"])
def test_broken_templates(template):
    with pytest.raises(NetException) as caught:
        format_operator(template, 1)
    assert caught.value.error_id == "FormatError"
    assert caught.value.category == "InvalidOperation"


@pytest.mark.parametrize(
    ("value", "spec", "result"),
    [
        (1.005, "F2", "1.00"),
        (Decimal("1.005"), "F2", "1.01"),
        (2.5, "F0", "2"),
        (Decimal("2.5"), "F0", "3"),
        (0.1, "F20", "0.10000000000000000555"),
        (-0.001, "F2", "-0.00"),
        (1234567, "N", "1,234,567.000"),
        (-1, "C", "-$1.00"),
        (0.125, "P1", "12.5%"),
        (12345.678, "E2", "1.23E+004"),
        (0, "E0", "0E+000"),
        (1234.5, "G3", "1.23E+03"),
        (Decimal("1.50"), "G", "1.50"),
        (1e10, "R", "10000000000"),
        (-1, "X", "FFFFFFFF"),
        (Byte(255), "x4", "00ff"),
        (Int64(-1), "X", "FFFFFFFFFFFFFFFF"),
        (BigInteger(255), "X", "0FF"),
        (5, "B8", "00000101"),
        (float("inf"), "N2", "∞"),
        (0.35, "0.0", "0.4"),
        (0, "#", ""),
        (1234567890, "#,#,,", "1,235"),
        (12345, "0.###E+0", "1.235E+4"),
        (1234, "00-00", "12-34"),
        (-3.456, "0.00;(0.00)", "(3.46)"),
        (0, "0;neg;zero", "zero"),
        (0.257, "0%", "26%"),
        (5551234567, "(###) ###-####", "(555) 123-4567"),
        (-0.001, "#,##0.00", "-0.00"),
        (1.5, "hh:mm", "hh:mm"),
        (1e15, "0,", "1000000000000"),
        (12, "'#'0\\0", "#120"),
    ],
)
def test_numeric_formats(value, spec, result):
    assert format_number(value, spec) == result


@pytest.mark.parametrize(
    ("value", "spec"), [(1.5, "D"), (1.5, "X"), (1, "Q5"), (Decimal(1), "X2"), (1, "N9999999999")]
)
def test_formats_that_do_not_fit(value, spec):
    with pytest.raises(NetException) as caught:
        format_number(value, spec)
    assert caught.value.net_name == "System.FormatException"


def test_cultures_differ():
    assert format_number(1234.5, "N1", number_culture("de-DE")) == "1.234,5"
    assert format_number(-1234.5, "C", number_culture("de-DE")) == "-1.234,50 €"
    assert format_number(0.5, "P0", INVARIANT) == "50 %"
    assert format_composite("{0:N1}", [1234.5], number_culture("de-de")) == "1.234,5"


@pytest.mark.parametrize(("template", "place"), [("[{0,+5}]", 4), ("}", 1), ("{0", 2), ("{0:N", 4), ("{}", 1)])
def test_a_wrong_template_is_refused_with_the_place(template, place):
    """
    The error says how far the template was read.
    """
    with pytest.raises(NetException, match=f"character {place}"):
        format_operator(template, [1])
