"""What Parser.ParseInput says of classes."""

import pytest

from spshell.app import make_session


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("class A { [Nowhere]$x }", ["TypeNotFound 11"]),
        ("class A { static A([int]$x) { } }", ["StaticConstructorCantHaveParameters 19"]),
        ("class A { static A() { } A($x) { } }", []),
    ],
)
def test_the_parser_checks_the_types_and_constructors_of_classes(text, expected):
    """
    Errors of types are errors of the text: each has its place.
    """
    got = make_session().evaluate(
        f"$t = $e = $null; $null = [System.Management.Automation.Language.Parser]::ParseInput('{text}', [ref]$t, [ref]$e);"
        ' $e.ForEach({ "$($_.ErrorId) $($_.Extent.StartOffset)" })'
    )
    assert got == expected
