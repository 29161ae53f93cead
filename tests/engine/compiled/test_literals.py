"""Dictionaries written out in a script."""

from spshell.app import make_session


def run(text: str) -> list[object]:
    """What a text writes."""
    output: list[object] = []
    make_session().run_text(text, output.append)
    return output


def test_each_turn_of_a_loop_makes_dictionaries_of_its_own() -> None:
    text = "foreach ($n in 1, 2) { $o = [ordered]@{ b = $n; a = 2 }; $e = @{}; $p = [ordered]@{}; $e.x = $n; $p.y = $n; $o.A = 5; $o['c'] = 6; "
    text += (
        "\"$($o.Keys) $($o.Values) $($o[0]) $($e.Count) $($p[0]) $($o.GetType().Name) $($p.Contains('Y'))\" }"
    )
    assert run(text) == [
        "b a c 1 5 6 1 1 1 OrderedDictionary True",
        "b a c 2 5 6 2 1 2 OrderedDictionary True",
    ]


def test_keys_that_meet_in_one_spelling_or_are_worked_out_are_looked_at() -> None:
    assert run("$k = 'a'; try { [ordered]@{ a = 1; $k = 2 } } catch { $_.FullyQualifiedErrorId }") == [
        "DuplicateKeyInHashLiteral"
    ]
    assert run("$k = $null; try { [ordered]@{ $k = 2 } } catch { $_.FullyQualifiedErrorId }") == [
        "InvalidNullKey"
    ]


def test_an_empty_result_in_an_ordered_dictionary_is_null() -> None:
    assert run("function N { }; $o = [ordered]@{ a = N; b = 1 }; $null -eq $o.a; $o.Count") == [True, 2]
