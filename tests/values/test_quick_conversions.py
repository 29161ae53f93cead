"""Casts and -is at a place that is run again and again give what the rules give."""

import pytest

from spshell.app import make_session
from spshell.values.conversion import convert
from spshell.values.nettype import BY_NAME
from spshell.values.numbers import Char
from spshell.values.quick_conversions import quick_conversion

VALUES = [
    0,
    1,
    -7,
    65,
    70000,
    2.5,
    3.5,
    -0.0,
    1e300,
    float("nan"),
    "",
    "12",
    "0012",
    "1.5",
    " 7",
    "x",
    "²",
    True,
    False,
    Char("a"),
]
TYPES = ["Int32", "Int64", "Double", "Boolean", "String", "Char"]


def outcome(function: object, *arguments: object) -> object:
    """(class, text) of a result, or the class of the error."""
    try:
        result = function(*arguments)  # type: ignore[operator]  # it is one
    except Exception as error:  # which one is what is compared
        return type(error).__name__
    return type(result), repr(result)


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_quick_conversion_gives_what_the_rules_give(name: str, value: object) -> None:
    wanted = BY_NAME[f"system.{name.lower()}"]
    quick = quick_conversion(type(value), wanted)
    if quick is not None:
        assert outcome(quick, value) == outcome(convert, value, wanted)


def run(text: str) -> list[object]:
    """What a text writes."""
    output: list[object] = []
    make_session().run_text(text, output.append)
    return output


@pytest.mark.parametrize("cast", ["int", "double", "bool", "string", "char", "long"])
def test_casts_in_a_loop_are_those_outside(cast: str) -> None:
    values = "1, '2', 2.5, 3.5, $true, 'x', '', [char]'b', 1L, 7000000000, $null, 65"
    once = "; ".join(
        f"try {{ $x = [{cast}]({v}); $x.GetType().Name; $x }} catch {{ $_.FullyQualifiedErrorId }}"
        for v in values.split(", ")
    )
    often = f"foreach ($v in {values}) {{ try {{ $x = [{cast}]$v; $x.GetType().Name; $x }} catch {{ $_.FullyQualifiedErrorId }} }}"
    assert run(often) == run(once)


def test_is_tells_values_of_one_class_and_of_many_at_one_place() -> None:
    text = "class A { }; class B : A { }; foreach ($v in 1, 'a', [B]::new(), [pscustomobject]@{}, $null, @(1), (Get-Variable Host).Value, 1, [B]::new()) "
    text += "{ '' + ($v -is [int]) + ($v -isnot [string]) + ($v -is [A]) + ($v -is [psobject]) + ($v -is [array]) }"
    yes, no = "True", "False"
    answers = [
        yes + yes + no + no + no,
        no + no + no + no + no,
        no + yes + yes + no + no,
        no + yes + no + yes + no,
        no + yes + no + no + no,
        no + yes + no + no + yes,
    ]
    assert run(text)[:6] == answers
    assert run(text)[-2:] == [answers[0], answers[2]]


def test_a_class_that_is_defined_again_is_another_one() -> None:
    text = "foreach ($n in 1, 2) { $o = & ([scriptblock]::Create('class K { }; [K]::new()')); $o -is [int]; "
    text += "try { $o -is [K] } catch { $_.FullyQualifiedErrorId } }"
    assert run(text) == [False, "TypeNotFound", False, "TypeNotFound"]
