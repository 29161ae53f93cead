"""Members as reflection shows them."""

import pytest

from spshell.app import make_session


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[string].GetMethod('Clone').GetType().FullName", ["System.Reflection.RuntimeMethodInfo"]),
        ("[string].GetMethod('Clone') -is [Reflection.MethodBase]", [True]),
        ("[datetime].GetProperty('Year') -is [Reflection.FieldInfo]", [False]),
        ("[int].GetField('MaxValue').GetType().BaseType.Name", ["FieldInfo"]),
        ("class C { static [Reflection.MethodInfo] Of([string]$n) { return [string].GetMethod($n) } }; [C]::Of('Clone').Name", ["Clone"]),
        ("[datetime].GetProperty('Year').GetValue([datetime]'2020-01-01')", [2020]),
    ],
)  # fmt: skip
def test_each_kind_of_member_is_of_its_own_type(text, expected):
    """
    Scripts name these types in parameters and ask for them with -is.
    """
    assert make_session().evaluate(text) == expected


def test_where_and_foreach_have_names_that_no_method_hides():
    """
    A list has a ForEach of its own; PSForEach is that of every value.
    """
    got = make_session().evaluate(
        "class L : System.Collections.Generic.List[int] { [string] ForEach([scriptblock]$b) { return 'own' } };"
        " $l = [L]::new(); $l.Add(1); $l.ForEach({ 2 }); $l.PSForEach({ $_ + 10 }); (1..4).PSWhere({ $_ -gt 2 }, 'First')"
    )
    assert got == ["own", 11, 3]


def test_the_member_sets_of_an_object_name_their_own_members():
    script = "@{ a = 1 }, [pscustomobject]@{ b = 1 } | ForEach-Object { (Get-Member -InputObject $_ -Force -Name psextended).Definition }"
    assert make_session().evaluate(script) == ["psextended {}", "psextended {b}"]


def test_what_powershell_computes_by_a_script_is_a_script_property():
    script = "(Get-Date | Get-Member DateTime).MemberType, (Get-Item / | Get-Member Mode).MemberType -join ' '"
    assert make_session().evaluate(script) == ["ScriptProperty CodeProperty"]


def test_a_method_that_overrides_another_is_found_by_its_name():
    classes = "class A { [string] F() { return 'a' } } class B : A { [string] F() { return 'b' } } "
    script = "[B].GetMethod('F').DeclaringType.Name; @([B].GetMethods() | Where-Object Name -eq 'F').Count"
    assert make_session().evaluate(classes + script) == ["B", 1]
