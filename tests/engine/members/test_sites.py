"""A place in a script remembers members by class; what an object carries itself, and other classes, still count."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("foreach ($x in 'abc', 'de', 5) { $x.ToString().Length }", [3, 2, 1]),
        ("foreach ($n in 1, '1', 1.5, $null) { 'a1.5'.Contains([string]$n) }", [True, True, True, True]),
        ("foreach ($x in 'a b', 'c d') { $x.Split(' ')[1] }", ["b", "d"]),
        ("foreach ($x in @{ Count = 'own' }, @{ a = 1 }, @(1, 2), 'text') { $x.Count }", ["own", 1, 2, 1]),
        (("$l = [Collections.Generic.List[int]]::new(); $s = [Collections.Generic.List[string]]::new(); "
          "foreach ($x in $l, $s, $l, $s) { $x.Add('7') }; $l[1] + 1; $s[1] + 1"), [8, "71"]),
        ("foreach ($v in 4.4, 7.6, '9.1') { [math]::Floor($v) }", [4.0, 7.0, 9.0]),
        ("foreach ($i in 1, 2) { $o = [pscustomobject]@{ a = $i }; $o.a = $o.a * 2; $o.a }", [2, 4]),
        ("$a = [int[]](1, 2); foreach ($v in '5', 6.7) { $a[1] = $v }; $a[-1]; $a[9]", [7, None]),
    ],
)  # fmt: skip
def test_one_place_serves_values_of_many_classes(session, text, expected):
    assert session.evaluate(text) == expected


def test_a_member_added_to_one_object_is_seen_where_others_were_before(session):
    session.evaluate(
        "$plain = @{ k = 1 }; $own = @{ k = 1 } | Add-Member -PassThru -Force ScriptMethod ContainsKey { 'mine' }"
    )
    assert session.evaluate("foreach ($h in $plain, $plain, $own, $plain) { $h.ContainsKey('k') }") == [
        True,
        True,
        "mine",
        True,
    ]


def test_type_data_that_come_later_are_seen(session):
    session.evaluate("function f($s) { $s.Length; $s.ToUpper() }; $null = f 'ab'; $null = f 'ab'")
    session.evaluate(
        "Update-TypeData -TypeName System.String -MemberType ScriptMethod -MemberName ToUpper -Value { 'data' } -Force"
    )
    try:
        assert session.evaluate("f 'ab'") == [2, "data"]
    finally:
        session.evaluate("Remove-TypeData -TypeName System.String")


def test_errors_of_a_remembered_call_are_those_of_the_first(session):
    session.evaluate(
        "$ids = foreach ($n in 1, 9, 9) { try { 'abc'.Substring($n) } catch { $_.FullyQualifiedErrorId } }"
    )
    assert session.evaluate("$ids") == ["bc", "ArgumentOutOfRangeException", "ArgumentOutOfRangeException"]


def test_an_empty_result_given_to_a_method_is_null(session):
    assert session.evaluate(
        "function none { }; $l = [Collections.ArrayList]@(); foreach ($i in 1, 2) { $null = $l.Add((none)) }; $null -eq $l[1]"
    ) == [True]


def test_a_property_is_found_anew_for_each_closed_type(session):
    """A dictionary's entries come before its properties; members of one array type are not those of another."""
    text = """
    $list = [System.Collections.Generic.List[int]]::new(); $list.Add(4)
    $words = [System.Collections.Generic.List[string]]::new()
    $table = [System.Collections.Generic.Dictionary[string,int]]::new(); $table['Count'] = 77
    [int[]]$numbers = 1, 2, 3
    [string[]]$texts = 'x', 'y'
    foreach ($x in $list, $words, $numbers, $texts, $table, $table, $list, 'q') { $x.Count }
    Update-TypeData -TypeName 'System.Int32[]' -MemberName Rank -MemberType ScriptProperty -Value { 'own' } -Force
    foreach ($x in $texts, $numbers, $texts, $numbers) { "$($x.Rank)" }
    Remove-TypeData -TypeName 'System.Int32[]'
    """
    assert session.evaluate(text) == [1, 0, 3, 2, 77, 77, 1, 1, "1", "own", "1", "own"]


def test_updates_of_custom_objects_keep_what_a_property_is(session):
    """Plain values change in place; computed members and types of other kinds go the general way."""
    text = """
    $object = [pscustomobject]@{ Count = 1; Text = 'a'; Large = 2147483647; None = $null; Items = @(1) }
    $object | Add-Member ScriptProperty Twice { $this.Count * 2 } { $this.Count = $args[0] }
    foreach ($n in 1..2) { $object.Count += 1; $object.count++; $object.Text += $n; $object.Large += 1; $object.None += 1; $object.Items += $n }
    $object.Twice += 1
    "$($object.Count) $($object.Text) $($object.Large) $($object.None) $($object.Items)"
    1..4 | ForEach-Object { [pscustomobject]@{ On = $_ % 2 -eq 0; N = $_ } } | Where-Object On | ForEach-Object { $_.N += 1; $_ } | Sort-Object N -Descending | ForEach-Object N
    """
    assert session.evaluate(text) == ["11 a12 2147483649 2 1 1 2", 5, 3]


def test_a_property_refuses_a_value_the_same_way_every_time():
    """
    The first assignment of a place goes the long way, the following ones do not.
    """
    got = make_session().evaluate(
        "class P { [ValidateRange(0, 9)][int]$n }; $p = [P]::new()\n"
        "foreach ($i in 1..2) { try { $p.n = 32 } catch { $_.FullyQualifiedErrorId } }"
    )
    assert got == ["ExceptionWhenSetting"] * 2


def test_a_table_sets_properties_that_type_data_add():
    """
    An alias that Update-TypeData gives a class is a property to a cast from a hashtable.
    """
    got = make_session().evaluate(
        "class O { [int]$y }; Update-TypeData -TypeName O -MemberType AliasProperty -MemberName R -Value y -Force\n"
        "([O]@{ R = 3 }).y"
    )
    assert got == [3]


def test_static_methods_of_one_argument_are_chosen_by_its_class_at_every_call() -> None:
    """Whole numbers go to the decimal overload of Floor, as in .NET; an object's own static methods are found too."""
    text = """
    foreach ($n in 5, 2.5, -0.5, '7.9', [decimal]1.5, [long]9) { $f = [math]::Floor($n); "$f $($f.GetType().Name)" }
    foreach ($n in 1, 2.5) { foreach ($t in [math], [System.Math]) { $t::Ceiling($n) } }
    foreach ($o in @(1), @{ a = 1 }, 'x') { try { $o::Floor(1) } catch { 'none' } }
    function Get-Down([int]$n) { $n = [math]::Floor($n); $n; $n = [math]::Floor($n / 2); $n; $n = [decimal]3.5; $n }
    Get-Down 7
    """
    floors = ["5 Decimal", "2 Double", "-1 Double", "7 Double", "1 Decimal", "9 Decimal"]
    got = [str(item) for item in make_session().evaluate(text)]
    assert got[: len(floors)] == floors
    assert got[len(floors) :] == ["1", "1", "3.0", "3.0", "none", "none", "none", "7", "3", "4"]


def test_a_static_call_on_null_is_an_error_of_the_script(session):
    """
    Two arguments, the first call at its place: nothing is remembered there yet.
    """
    assert session.evaluate("$t = $null; try { $t::Make(1, 2) } catch { $_.FullyQualifiedErrorId }") == [
        "InvokeMethodOnNull"
    ]
