"""Casts: the ordered rules and the ids of their failures (about_Type_Conversion)."""

from decimal import Decimal

import pytest

from spshell.values.arrays import TypedArray
from spshell.values.conversion import as_type, convert, to_custom_object, try_convert
from spshell.values.enums import EnumType
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.nothing import NOTHING
from spshell.values.numbers import BigInteger, Byte, Char, Int64, SByte, UInt32
from spshell.values.objects import PSCustomObject, PSObject
from spshell.values.typenames import resolve_type_name

DAY = EnumType("Demo.Day", {"Monday": 1, "Tuesday": 2, "Thursday": 4, "Friday": 5})
ACCESS = EnumType("Demo.Access", {"Read": 1, "Write": 2}, flags=True)


def cast(value, name):
    return convert(value, resolve_type_name(name))


def failure(value, net_type):
    with pytest.raises(NetException) as caught:
        convert(value, net_type if not isinstance(net_type, str) else resolve_type_name(net_type))
    return caught.value


@pytest.mark.parametrize(
    ("value", "name", "result"),
    [
        ("5", "int", 5),
        ("1.5d", "int", 2),
        ("2.5", "int", 2),
        ("1e2", "int", 100),
        ("5,", "int", 5),
        ("5\0", "int", 5),
        ("", "int", 0),
        ("1kb", "int", 1024),
        ("0xFF", "sbyte", SByte(-1)),
        ("0xFFFFFFFF", "uint32", UInt32(4294967295)),
        (2.5, "int", 2),
        (3.5, "int", 4),
        (True, "long", Int64(1)),
        (None, "int", 0),
        (NOTHING, "int", 0),
        ("1.10", "decimal", Decimal("1.1")),
        (0.1, "decimal", Decimal("0.1")),
        (Char("7"), "decimal", Decimal(55)),
        (-2.5, "bigint", BigInteger(-2)),
        ("NaN", "double", None),
        (65, "char", Char("A")),
        ("x", "char", Char("x")),
        (0, "bool", False),
        ("False", "bool", True),
        (5, "string", "5"),
        (None, "string", ""),
        (None, "object", None),
        (None, "int[]", None),
    ],
)
def test_scalars(value, name, result):
    found = cast(value, name)
    if result is None:
        assert found is None or found != found
    else:
        assert found == result
        assert type(found) is type(result)


@pytest.mark.parametrize(
    ("value", "name", "error_id", "inner"),
    [
        ("abc", "int", "InvalidCastFromStringToInteger", "System.FormatException"),
        ("300", "byte", "InvalidCastFromStringToInteger", "System.OverflowException"),
        ("x", "double", "InvalidCastFromStringToDoubleOrSingle", "System.FormatException"),
        ("x", "decimal", "InvalidCastFromStringToDecimal", "System.FormatException"),
        (3e9, "int", "InvalidCastIConvertible", "System.OverflowException"),
        (float("nan"), "int", "InvalidCastIConvertible", "System.OverflowException"),
        (True, "char", "InvalidCastIConvertible", "System.InvalidCastException"),
        ("xy", "char", "InvalidCastParseTargetInvocation", "System.FormatException"),
        ([1], "int", "ConvertToFinalInvalidCastException", None),
        (Hashtable(), "int", "ConvertToFinalInvalidCastException", None),
        ("nope", "type", "InvalidCastFromStringToType", None),
        (
            "abc",
            "int[]",
            "InvalidCastExceptionScalarToArray",
            "System.Management.Automation.PSInvalidCastException",
        ),
        ([1, "x"], "int[]", "InvalidCastFromStringToInteger", "System.FormatException"),
        (
            BigInteger(2**70),
            "int",
            "InvalidCastTargetInvocationExceptionop_Explicit",
            "System.OverflowException",
        ),
    ],
)
def test_failures_name_the_rule(value, name, error_id, inner):
    error = failure(value, name)
    assert error.net_name == "System.Management.Automation.PSInvalidCastException"
    assert error.error_id == error_id
    assert error.category == "InvalidArgument"
    assert (error.inner.net_name if error.inner else None) == inner


def test_arrays_are_converted_element_by_element():
    found = cast([1, "2", 3.0], "int[]")
    assert type(found) is TypedArray
    assert found.net_type.full_name == "System.Int32[]"
    assert found == [1, 2, 3]


def test_one_value_becomes_an_array_of_one():
    assert cast(5, "string[]") == ["5"]
    assert cast("ab", "char[]") == ["a", "b"]
    assert type(cast(5, "object[]")) is list


def test_an_array_of_strings_is_an_array_of_objects_already():
    words = cast(["a"], "string[]")
    assert cast(words, "object[]") is words


@pytest.mark.parametrize(
    ("value", "number"),
    [("friday", 5), ("Mon", 1), ("2", 2), (4, 4), ("Monday,Thursday", 5)],
)
def test_enum_from_names_prefixes_and_numbers(value, number):
    assert convert(value, DAY) == DAY.value(number)


@pytest.mark.parametrize(
    ("value", "enum", "error_id"),
    [
        ("t", DAY, "SubstringDisambiguationEnumParseThrewAnException"),
        ("x", DAY, "SubstringDisambiguationEnumParseThrewAnException"),
        (9, DAY, "UndefinedIntegerToEnum"),
        ("9", DAY, "EnumParseUndefined"),
        (4, ACCESS, "UndefinedIntegerToEnum"),
        (None, DAY, "nullToEnumInvalidCast"),
        (True, DAY, "InvalidCastIConvertible"),
    ],
)
def test_enum_failures(value, enum, error_id):
    assert failure(value, enum).error_id == error_id


def test_flags_combine():
    assert convert("Read, Write", ACCESS) == ACCESS.value(3)
    assert convert(3, ACCESS) == ACCESS.value(3)
    assert convert(["Read", 2], ACCESS) == ACCESS.value(3)


def test_dictionaries_become_hashtables_and_custom_objects():
    ordered = OrderedDictionary([("b", 1), ("a", 2)])
    table = cast(ordered, "hashtable")
    assert type(table) is Hashtable
    assert table["A"] == 2
    made = to_custom_object(ordered)
    assert type(made) is PSCustomObject
    assert made.members == {"b": 1, "a": 2}


def test_void_gives_nothing():
    assert cast(5, "void") is NOTHING


def test_as_gives_null_where_the_cast_fails():
    assert as_type("x", resolve_type_name("int")) is None
    assert try_convert("7", resolve_type_name("byte")) == (True, Byte(7))


def test_a_literal_converts_by_its_text():
    assert cast(PSObject(7, text="007"), "string") == "007"


def test_what_the_type_inside_has_no_rule_for_fails_as_nullable() -> None:
    """
    The error of a Nullable names the Nullable; a dictionary finds that a new Nullable is null.
    """
    assert cast("5", "nullable[int]") == 5
    assert failure([1, 2], "nullable[int]").arguments[-1] == "System.Nullable`1[System.Int32]"
    assert failure(OrderedDictionary([("a", 1)]), "nullable[int]").error_id == "InvalidCastConstructorException"
    assert failure("x", "nullable[int]").error_id == "InvalidCastFromStringToInteger"


def test_a_custom_object_is_named_by_its_properties() -> None:
    """
    The error shows what could not be converted.
    """
    assert failure(PSCustomObject({"a": 1}), "char[]").arguments[0] == "@{a=1}"


def test_generic_types_are_named_as_reflection_names_them() -> None:
    """
    FullName carries the assembly of each type argument.
    """
    from spshell.values.type_identity import full_name

    assert full_name(resolve_type_name("nullable[long]")).startswith(
        "System.Nullable`1[[System.Int64, System.Private.CoreLib,"
    )


def test_casts_know_no_culture_and_arguments_of_cmdlets_do():
    """
    Text of dates and numbers: casts and functions read it in the invariant culture, ``-as`` and cmdlets in the current one.
    """
    from spshell.app import make_session

    script = (
        "[cultureinfo]::CurrentCulture = 'de-DE'; ([datetime]'03/04/2020').Day; function f([datetime]$d) { $d.Day }; "
        "f '03.04.2020'; (Get-Date '03.04.2020').Day; ('13.05.2020' -as [datetime]).Day; "
        "('05/13/2020' -as [datetime]) -eq $null; '1,5' -as [double]; [double]'1,5'; 'x' -as [decimal]"
    )
    assert make_session().evaluate(script) == [4, 4, 3, 13, True, 1.5, 15.0, None]
