"""What Parser.ParseInput says of classes."""

import pytest

from spshell.app import make_session


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("class A { [Nowhere]$x }", ["TypeNotFound 11"]),
        ("class A { static A([int]$x) { } }", ["StaticConstructorCantHaveParameters 19"]),
        ("class A { static A() { } A($x) { } }", []),
        ("class A { [Flags()]$x }", ["AttributeNotAllowedOnDeclaration 10"]),
        ("class A { A([Parameter()]$x) { } }", ["AttributeNotAllowedOnDeclaration 12"]),
        ("class A { [Obsolete(Message=1)]f() { } }", ["ReadOnlyProperty 20"]),
        ("[CmdletBinding(Nowhere=1)]class A { }", ["PropertyNotFoundForAttribute 15"]),
        ("[Nowhere()]class A { }", ["CustomAttributeTypeNotFound 1"]),
        ("[A()]class B { } class A : Attribute { }", []),
        ("[DscResource()]class A { [DscProperty(Key)][int]$k; [A] Get() { return 1 } Set() { } [bool] Test() { return 1 } }", []),
        (
            "[DscResource()]class A { [DscProperty(Key)][A]$k; [int] Get() { return 1 } Set($x) { } }",
            ["DscResourceMissingSetMethod 0", "DscResourceMissingTestMethod 0", "DscResourceInvalidKeyProperty 25",
             "DscResourceInvalidGetMethod 50"],
        ),
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


def test_classes_and_members_show_their_attributes():
    """
    GetCustomAttributes gives objects; those asked for by type only.
    """
    got = make_session().evaluate(
        "[System.Management.Automation.Cmdlet('Get', 'Thing')]class A { [ValidateSet('a', 'b')]$p; [Obsolete('no')][int]f() { return 1 } }"
        "[A].GetCustomAttributes($false).NounName; [A].GetProperty('p').GetCustomAttributes($false).ValidValues;"
        "[A].GetMethod('f').GetCustomAttributes([ObsoleteAttribute], $true).Message;"
        "[A].GetMethod('f').GetCustomAttributes([FlagsAttribute], $true).Count"
    )
    assert got == ["Thing", "a", "b", "no", 0]
