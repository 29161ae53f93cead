"""Select-Object."""

from __future__ import annotations

import pytest

from cmdlets.utility import object_shaping
from spshell.app import make_session


def test_first_stops_the_commands_above(session):
    """
    Nothing above runs once the wanted objects have come; what is below still ends.
    """
    text = "$script:n = 0; 1..100 | ForEach-Object { $script:n++; $_ } | Select-Object -First 2; $script:n"
    assert session.evaluate(text) == [1, 2, 2]


def test_wait_lets_them_go_on(session):
    """
    -Wait asks for everything and throws the rest away.
    """
    text = (
        "$script:n = 0; 1..5 | ForEach-Object { $script:n++; $_ } | Select-Object -First 2 -Wait; $script:n"
    )
    assert session.evaluate(text) == [1, 2, 5]


def test_skip_counts_from_the_end_with_last_only(session):
    """
    -Last with -Skip leaves out the end; with -First too, the beginning.
    """
    assert session.evaluate("1..10 | Select-Object -Last 2 -Skip 3") == [6, 7]
    assert session.evaluate("1..10 | Select-Object -First 1 -Last 2 -Skip 3") == [4, 9, 10]


def test_equal_values_of_several_types_are_one(session):
    """
    -Unique compares as -eq with case; many equal numbers and texts need no comparison with all others.
    """
    assert session.evaluate("1, '1', 2, 2.0, 'a', 'A' | Select-Object -Unique") == [1, 2, "a", "A"]
    assert session.evaluate("'a', 'A' | Select-Object -Unique -CaseInsensitive") == ["a"]


def test_an_expanded_value_carries_the_chosen_properties(session):
    """
    -Property beside -ExpandProperty adds properties to the values, not to the objects behind them.
    """
    text = "[pscustomobject]@{ Name = 'a'; Tags = 1, 2 } | Select-Object Name -ExpandProperty Tags | ForEach-Object { \"$($_ + 0)$($_.Name)\" }"
    assert session.evaluate(text) == ["1a", "2a"]


@pytest.mark.parametrize(
    "properties",
    [
        "a, @{ n = 'B'; e = { $_.b * 2 } }",
        "@{ n = 'x'; e = 'a' }, @{ l = 'y'; e = { $_.a, $_.b } }, b",
        "{ $_.a }, a",
        "@{ n = 'a'; e = { 1 / 0 } }, @{ n = 'z'; e = { $_.nope } }",
        "@{ n = 'a'; e = { 5 } }, A",
        "A, @{ n = 'q'; e = { $script:calls += 1; $calls } }",
        "@{ e = { } }, a",
    ],
)
def test_calculated_properties_of_all_kinds_of_objects(properties: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The short way for plain objects makes what the long way makes."""
    text = f"""
        $o = [pscustomobject]@{{ a = 1; b = 'q' }}, [pscustomobject]@{{ a = @(1, 2) }}, @{{ a = 3; b = 4 }}, 'text', 7,
            ([pscustomobject]@{{ b = 2 }} | Add-Member ScriptProperty a {{ 9 }} -PassThru), [pscustomobject]@{{ A = $null; b = 1.5 }}
        $o | Select-Object {properties} | ForEach-Object {{ ConvertTo-Json $_ -Compress; $_.pstypenames[0] }}
        $calls; $Error.Count; $Error.FullyQualifiedErrorId"""
    quick = make_session().evaluate(text)
    monkeypatch.setattr(object_shaping, "_label", lambda _expression: "")
    assert quick == make_session().evaluate(text)


def test_json_of_selected_objects_shows_what_type_data_add(session):
    """Selected objects share their type names; members of type data for one of them are written."""
    text = """
        $o = [pscustomobject]@{ a = 1 }, [pscustomobject]@{ a = 2 } | Select-Object a
        $before = $o | ConvertTo-Json -Compress
        Update-TypeData -TypeName Selected.System.Management.Automation.PSCustomObject -MemberType NoteProperty -MemberName n -Value 5
        $before; $o | ConvertTo-Json -Compress
        Remove-TypeData -TypeName Selected.System.Management.Automation.PSCustomObject"""
    assert session.evaluate(text) == ['[{"a":1},{"a":2}]', '[{"a":1,"n":5},{"a":2,"n":5}]']


def test_text_that_was_met_is_met_again_beside_anything_else(session):
    """
    -Unique keeps the first of equal text, also when numbers come in between.
    """
    text = "'b', 'B', 'b', 'a', 1, 'b', 'A', '1', 1 | Select-Object -Unique | Join-String -Separator '+'"
    assert session.evaluate(text) == ["b+B+a+1+A"]
