"""Places that call again what they called last do what a call does."""

import pytest

from spshell.app import make_session

CLASSES = """
class A { [int]$N = 1; [int] Get() { return $this.N } [void] Set([int]$n) { $this.N = $n } [string] Two($a, $b) { return "A$a$b" } }
class B : A { [int] Get() { return 10 * $this.N } [string] Two($a, $b) { return "B$a$b" } }
class C { [int] Get() { return 'none' } [void] Set($n) { throw "no $n" } static [int] Down([int]$n) { return 10 / $n } }
"""


def run(text: str) -> list[object]:
    """What a text writes."""
    output: list[object] = []
    make_session().run_text(CLASSES + text, output.append)
    return output


def test_a_place_that_meets_objects_of_many_classes_calls_the_method_of_each() -> None:
    text = "foreach ($o in [A]::new(), [B]::new(), 'text', [A]::new(), $null, [B]::new()) "
    text += "{ try { $o.Set(4); $o.Get(); $o.Two(1, $o.Get()) } catch { $_.FullyQualifiedErrorId } }"
    assert run(text) == [4, "A14", 40, "B140", "MethodNotFound", 4, "A14", "InvokeMethodOnNull", 40, "B140"]


def test_arguments_of_other_classes_are_converted_at_the_same_place() -> None:
    text = "$a = [A]::new(); foreach ($v in 1, '2', 3.6, $true, $null, 'x') { try { $a.Set($v); $a.N } catch { 'refused' } }"
    assert run(text) == [1, 2, 4, 1, 0, "refused"]


@pytest.mark.parametrize("method", ["Get", "Two"])
def test_an_object_that_is_given_a_method_of_its_own_uses_it(method: str) -> None:
    call = "$o.Get()" if method == "Get" else "$o.Two(1, 2)"
    text = f"$a = [A]::new(); $b = [A]::new(); $b | Add-Member ScriptMethod {method} {{ 'own' }} -Force; "
    text += f"foreach ($o in $a, $a, $b, $a, $b) {{ {call} }}"
    theirs = 1 if method == "Get" else "A12"
    assert run(text) == [theirs, theirs, "own", theirs, "own"]


def test_type_data_that_come_while_a_loop_runs_are_seen() -> None:
    text = "$a = [A]::new(); foreach ($n in 1..4) { $a.Get(); if ($n -eq 2) "
    text += (
        "{ Update-TypeData -TypeName A -MemberType ScriptMethod -MemberName Get -Value { 'added' } -Force } }"
    )
    assert run(text) == [1, 1, "added", "added"]


def test_errors_are_those_of_the_first_call_each_time() -> None:
    text = "$c = [C]::new(); foreach ($n in 1..3) { try { $c.Set($n) } catch { $_.Exception.Message } "
    text += "try { $c.Get() } catch { $_.Exception.GetType().Name + $_.FullyQualifiedErrorId } "
    text += "try { [C]::Down($n - 2) } catch { $_.Exception.GetType().Name } }"
    refused = "RuntimeExceptionInvalidCastFromStringToInteger"
    assert run(text)[::3] == ["no 1", "no 2", "no 3"]
    assert [item for item in run(text) if str(item).startswith("Runt") and item != "RuntimeException"] in (
        [refused] * 3,
        run(text)[1::3],
    )
    assert run(text)[2::3] == [-10, "RuntimeException", 10]


def test_parts_are_worked_out_once_in_the_order_of_the_text() -> None:
    text = "$a = [A]::new(); $log = ''; $n = 0; foreach ($i in 1..3) { "
    text += "$log += ($a).Two(($n++), ($n += 10)) + [string]::Concat(($n++), $n) }; $n; $log"
    assert run(text) == [36, "A0111112A12232324A24353536"]
    text = "foreach ($i in 1..3) { $x = [math]::Max(($i++), ($i++)); $x }"
    assert run(text) == [2, 3, 4]


def test_a_method_that_gives_nothing_writes_nothing_and_any_other_what_it_gives() -> None:
    text = "$a = [A]::new(); $l = [System.Collections.ArrayList]::new(); $v = foreach ($n in 1..3) { $a.Set($n); $l.Add($n); "
    text += "$l.GetRange(0, $n) }; $v -join ','"
    assert run(text) == ["0,1,1,1,2,2,1,2,3"]


def test_a_type_named_at_a_place_is_looked_up_when_it_is_known() -> None:
    text = "foreach ($n in 1, 2) { try { [Unknown.Type]::new($n) } catch { $_.FullyQualifiedErrorId } }"
    assert run(text) == ["TypeNotFound", "TypeNotFound"]


def test_properties_take_values_as_they_are_only_when_their_type_allows() -> None:
    text = "class Base { }; class Derived : Base { }; class Holder { [Base]$B; $Any; [string]$Text; [System.Collections.Generic.List[int]]$List; [int]$N } "
    text += "$h = [Holder]::new(); $l = [System.Collections.Generic.List[int]]::new(); $s = [System.Collections.Generic.List[string]]::new(); $s.Add('7'); "
    text += "foreach ($v in [Base]::new(), [Derived]::new(), 'text', $l, $s, 5, 2.5, $null, [pscustomobject]@{ a = 1 }, [Derived]::new(), $l, 5) { $r = foreach ($p in 'B', 'Any', 'Text', 'List', 'N') { "
    text += "try { switch ($p) { 'B' { $h.B = $v; $x = $h.B } 'Any' { $h.Any = $v; $x = $h.Any } 'Text' { $h.Text = $v; $x = $h.Text } 'List' { $h.List = $v; $x = $h.List } 'N' { $h.N = $v; $x = $h.N } }; "
    text += "if ($null -eq $x) { 'null' } else { $x.GetType().Name } } catch { 'no' } }; $r -join ' ' }"
    first = [
        "Base Base String no no",
        "Derived Derived String no no",
        "no String String no no",
    ]
    got = run(text)
    assert got[:3] == first
    assert got[5] == "no Int32 String List`1 Int32"
    assert got[7] == "null null String null Int32"
    assert got[8] == "no PSCustomObject String no no"
    assert [got[9], got[11]] == [first[1], got[5]]
    assert got[10] == got[3]


def test_values_given_by_reference_are_filled_at_each_call() -> None:
    text = "$d = [System.Collections.Generic.Dictionary[string,int]]::new(); $d['a'] = 1; $d['b'] = 2; $h = [System.Collections.Generic.Dictionary[string,object]]::new(); $h['a'] = 'x'; "
    text += "function Look($t) { foreach ($k in 'a', 'b', 'c', 'a') { $v = 7; $found = $t.TryGetValue($k, [ref]$v); \"$found $v\" } }; Look $d; Look $h; "
    text += "foreach ($s in '5', 'x', '6') { $n = 0; $ok = [int]::TryParse($s, [ref]$n); \"$ok $n\" }; "
    text += "foreach ($k in 'a', 'b') { try { $d.TryGetValue($k, 5) } catch { $_.FullyQualifiedErrorId }; try { $d.ContainsKey([ref]$k) } catch { $_.FullyQualifiedErrorId } }"
    looked = ["True 1", "True 2", "False 0", "True 1", "True x", "False ", "False ", "True x"]
    got = run(text)
    assert got[:11] == [*looked, "True 5", "False 0", "True 6"]
    assert got[11:13] == got[13:15]
