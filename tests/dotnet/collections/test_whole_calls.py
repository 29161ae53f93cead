"""Methods of collections that a place calls again at once do what they do the first time."""

import pytest

from spshell.app import make_session

G = "System.Collections.Generic."


def run(text: str) -> list[object]:
    """What a text writes."""
    output: list[object] = []
    make_session().run_text(text, output.append)
    return output


def test_lists_of_two_types_convert_each_as_it_must_at_one_place() -> None:
    text = f"$a = [{G}List[int]]::new(); $b = [{G}List[string]]::new(); $c = [{G}List[object]]::new(); "
    text += "foreach ($v in '1', 2, 3.6, 'x') { foreach ($l in $a, $b, $c) { try { $l.Add($v) } catch { $_.FullyQualifiedErrorId } } }; "
    text += "$a -join ','; $b -join ','; $c[2].GetType().Name; $b[1].GetType().Name"
    refused = "MethodArgumentConversionInvalidCastArgument"
    assert run(text) == [refused, "1,2,4", "1,2,3.6,x", "Double", "String"]


def test_keys_that_are_there_missing_spelled_otherwise_or_null() -> None:
    text = f"$h = @{{ a = 1 }}; $d = [{G}Dictionary[string,int]]::new(); $d['a'] = 1; $i = [{G}Dictionary[string,int]]::new([StringComparer]::OrdinalIgnoreCase); $i['a'] = 1; "
    text += "foreach ($t in $h, $d, $i, $h, $d, $i) { foreach ($k in 'a', 'A', 'b', $null) { try { $t.ContainsKey($k) } catch { $_.Exception.InnerException.GetType().Name } } }"
    missing = "ArgumentNullException"
    each = [
        [True, True, False, missing],
        [True, False, False, False],
        [True, True, False, False],
    ]  # null is "" for a text
    assert run(text) == [*each[0], *each[1], *each[2]] * 2


def test_keys_of_other_classes_are_no_whole_numbers() -> None:
    text = "$h = @{ 1 = 'one' }; foreach ($n in 1..3) { foreach ($k in 1, 1.0, $true, 1L, '1') { $h.ContainsKey($k) } }"
    assert run(text) == [True, False, False, False, False] * 3


def test_an_entry_is_added_once() -> None:
    text = f"$d = [{G}Dictionary[string,object]]::new(); $h = @{{}}; foreach ($t in $d, $h, $d, $h) {{ foreach ($k in 'x', 'X') {{ "
    text += "try { $t.Add($k, 1) } catch { $_.FullyQualifiedErrorId } } }; $d.Count; $h.Count; $d.Remove('x'); $d.Remove('x'); $h.Remove('x'); $h.Count"
    failed = "ArgumentException"
    assert run(text) == [failed, failed, failed, failed, failed, 2, 1, True, False, 0]


@pytest.mark.parametrize("comparer", ["", "[StringComparer]::OrdinalIgnoreCase"])
def test_sets_tell_what_is_new(comparer: str) -> None:
    text = f"$s = [{G}HashSet[string]]::new({comparer}); foreach ($k in 'a', 'A', 'a', $null, 'b') {{ $s.Add($k); $s.Contains($k) }}; $s.Count"
    second, count = (False, 3) if comparer else (True, 4)
    assert run(text) == [True, True, second, True, False, True, True, True, True, True, count]


def test_taking_from_what_is_empty_fails_as_ever() -> None:
    text = f"$q = [{G}Queue[int]]::new(); $s = [{G}Stack[string]]::new(); foreach ($n in 1..3) {{ $q.Enqueue($n); $s.Push($n); $q.Dequeue(); $s.Peek(); $s.Pop(); "
    text += "try { $q.Dequeue() } catch { $_.FullyQualifiedErrorId }; try { $s.Pop() } catch { $_.FullyQualifiedErrorId } }"
    failed = ["InvalidOperationException"] * 2
    assert run(text) == [1, "1", "1", *failed, 2, "2", "2", *failed, 3, "3", "3", *failed]


def test_elements_are_found_by_type_and_value() -> None:
    text = f"$l = [{G}List[object]]@(1L, 1.0, 'a', 1, [char]'a'); $t = [{G}List[int]](1..3); "
    text += "foreach ($n in 1, 2) { $l.IndexOf(1); $l.Contains('A'); $l.IndexOf('a'); $t.Contains(2); $t.IndexOf(3); $t.IndexOf(9); $t.Contains('2'); $t.IndexOf(1, 1) }"
    assert run(text) == [3, False, 2, True, 2, -1, True, -1] * 2


def test_a_member_that_a_table_carries_itself_is_called() -> None:
    text = "$h = @{ a = 1 }; $o = @{ a = 1 }; $o | Add-Member ScriptMethod ContainsKey { 'own' } -Force; "
    text += "foreach ($t in $h, $o, $h, $o) { $t.ContainsKey('a') }"
    assert run(text) == [True, "own", True, "own"]


def test_a_list_that_changes_while_it_is_gone_through_is_noticed() -> None:
    change = "$l = [System.Collections.ArrayList](1..3); try { foreach ($x in $l) { $x; if ($x -eq 2) { [void]$l.Add(4) } } } catch { $_.FullyQualifiedErrorId }"
    quiet = "; $sum = 0; foreach ($x in $l) { $sum += $x }; $sum"
    assert run(change + quiet) == [1, 2, "System.InvalidOperationException", 10]


def test_a_script_class_derived_from_a_closed_type_is_a_class_of_its_own() -> None:
    text = f"class Bag : {G}List[int] {{ [int] Twice() {{ return 2 * $this.Count }} }}; $b = [Bag]::new(); $l = [{G}List[int]]::new(); "
    text += (
        "foreach ($t in $b, $l, $b) { $t.Add(5); $t.GetType().Name; $t.Count }; $b.Twice(); $b -is ["
        + G
        + "List[int]]"
    )
    assert run(text) == ["Bag", 1, "List`1", 1, "Bag", 2, 4, True]


def test_what_all_dictionaries_have_stands_behind_an_entry_of_the_name() -> None:
    text = f"$a = @{{ x = 1; y = 2 }}; $b = @{{ COUNT = 'mine'; keys = 'own' }}; $d = [{G}Dictionary[string,int]]::new(); $d['k'] = 5; $o = [ordered]@{{ p = 1 }}; "
    text += "$w = @{ z = 1 }; $w | Add-Member NoteProperty Count 'note' -Force; "
    text += "foreach ($t in $a, $b, $d, $o, $w, $a, $b, $d, $o, $w) { $t.Count; @($t.Keys).Count; @($t.Values)[0] -is [int] }"
    each = [2, 2, True, "mine", 1, False, 1, 1, True, 1, 1, True, "note", 1, True]
    assert run(text) == each * 2


def test_an_enumerator_is_used_up_and_can_begin_anew() -> None:
    text = "$e = @{ a = 1 }.GetEnumerator(); foreach ($n in 1, 2) { foreach ($x in $e) { $x.Value } }; $e.MoveNext(); $e.Reset(); $e.MoveNext(); $e.Key"
    assert run(text) == [1, False, True, "a"]
