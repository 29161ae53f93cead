"""Elements of dictionaries are read and written by the types of their keys and values."""

from spshell.app import make_session


def run(text: str) -> list[object]:
    """What a text writes."""
    output: list[object] = []
    make_session().run_text(text, output.append)
    return output


def test_values_and_keys_are_converted_to_the_types_of_the_dictionary() -> None:
    text = "$d = [System.Collections.Generic.Dictionary[string, int]]::new(); $k = 'a'"
    text += "; foreach ($v in 1, '2', 3.6, $true) { $d[$k] = $v; $d[$k].GetType().Name + $d[$k]; $d[5] = $v; $d['5'] }"
    text += "; $d[$k] += 1; $d[$k]; $d[$k]++; $d[$k]; $d['B'] = 1; $null -eq $d['b']; $d.Count"
    assert run(text) == ["Int321", 1, "Int322", 2, "Int324", 4, "Int321", 1, 2, 3, True, 3]


def test_numbers_are_keys_of_their_own_type() -> None:
    text = "$d = [System.Collections.Generic.Dictionary[int, object]]::new(); foreach ($n in 0..2) { $d[$n] = $n; $d[$n] }"
    text += "; $d['1']; $d[1.0]; $l = [System.Collections.Generic.Dictionary[long, string]]::new(); $l[1] = 2; $l[1L] + $l[1]"
    text += "; $l.Count; $d[7] = if ($false) { 1 }; $null -eq $d[7]; $d.Count"
    assert run(text) == [0, 1, 2, 1, 1, "22", 1, True, 4]


def test_keys_of_a_dictionary_that_ignores_case_are_kept_as_first_written() -> None:
    text = (
        "$d = [System.Collections.Generic.Dictionary[string, int]]::new([StringComparer]::OrdinalIgnoreCase)"
    )
    text += "; foreach ($k in 'Ab', 'AB', 'c') { $d[$k] += 1 }; $d['ab']; $d.Keys -join ','"
    assert run(text) == [2, "Ab,c"]


def test_hashtables_find_keys_of_other_case_before_and_after_changes() -> None:
    text = "$h = @{ Ab = 1 }; foreach ($k in 'AB', 'x', 'X', 'ab') { $h.ContainsKey($k); $h[$k] += 1 }; $h.Remove('aB')"
    text += "; $h.ContainsKey('Ab'); $h['aB'] = 9; $h.Keys | Sort-Object; $h[1] = 'n'; $null -eq $h[1.0]"
    text += "; $h.ContainsKey(1); $h.ContainsKey(1L)"
    text += "; $o = [ordered]@{}; foreach ($k in 'b', 'A', 'B') { $o[$k] = $k }; $o.Keys -join ','; $o[0]"
    assert run(text) == [True, False, True, True, False, "aB", "x", True, True, False, "b,A", "B"]
