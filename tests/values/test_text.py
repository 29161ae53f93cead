"""Text inside strings, and ToString()."""

from decimal import Decimal

import pytest

from spshell.values.core_types import INT32
from spshell.values.enums import EnumType
from spshell.values.exceptions import exception_class
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING
from spshell.values.number_conversion import make_single
from spshell.values.numbers import Char, Int64
from spshell.values.objects import PSCustomObject, PSObject, ScriptMethod
from spshell.values.text import to_string, to_text


@pytest.mark.parametrize(
    ("value", "inside", "string"),
    [
        (0.1 + 0.2, "0.3", "0.30000000000000004"),
        (1e15, "1E+15", "1000000000000000"),
        (1e17, "1E+17", "1E+17"),
        (1e-5, "1E-05", "1E-05"),
        (0.0001, "0.0001", "0.0001"),
        (-0.0, "-0", "-0"),
        (1 / 3, "0.333333333333333", "0.3333333333333333"),
        (float("inf"), "Infinity", "∞"),
        (float("nan"), "NaN", "NaN"),
        (make_single(1 / 3), "0.3333333", "0.33333334"),
        (make_single(16777217), "1.677722E+07", "16777216"),
        (Decimal("1.50"), "1.50", "1.50"),
        (Int64(5), "5", "5"),
        (True, "True", "True"),
        (Char("x"), "x", "x"),
        (None, "", ""),
        (NOTHING, "", ""),
        (INT32, "int", "System.Int32"),
        (Hashtable(), "System.Collections.Hashtable", "System.Collections.Hashtable"),
        ([1, [2], "x"], "1 System.Object[] x", "System.Object[]"),
        ([[], PSCustomObject({"a": 1})], "System.Object[] ", "System.Object[]"),
    ],
)
def test_numbers_follow_the_invariant_culture_inside_strings(value, inside, string):
    assert to_text(value) == inside
    assert to_string(value) == string


def test_a_custom_object_shows_its_properties_in_order():
    item = PSCustomObject({"Name": "web01", "Ports": [80, 443], "Inner": PSCustomObject({"a": 1})})
    assert to_text(item) == "@{Name=web01; Ports=System.Object[]; Inner=}"
    assert to_string(item) == ""


def test_the_separator_stands_between_elements():
    assert to_text([1, 2], ",") == "1,2"


def test_an_added_tostring_method_wins():
    class Script:
        def invoke_value(self, _arguments, this=None, **_kind):
            return f"<{this.members['n']}>"

    item = PSCustomObject({"n": 5})
    item.members["ToString"] = ScriptMethod("ToString", Script())
    assert to_text(item) == "<5>"
    assert to_string(item) == "<5>"


def test_a_literal_remembers_its_text():
    assert to_text(PSObject(7, text="007")) == "007"


def test_enum_values_are_written_by_name():
    enum = EnumType("Demo.Access", {"Read": 1, "Write": 2}, flags=True)
    assert to_text(enum.value(3)) == "Read, Write"
    assert to_text(enum.value(8)) == "8"


def test_an_exception_is_written_with_its_type():
    error = exception_class("System.FormatException")("bad")
    assert to_string(error) == "System.FormatException: bad"
