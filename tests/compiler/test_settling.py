"""How often a region is compiled, and that the last round assumed nothing that its own assignments belie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.app import make_session
from spshell.compiler import statements

if TYPE_CHECKING:
    import pytest


def rounds(monkeypatch: pytest.MonkeyPatch, text: str) -> tuple[list[int], list[object]]:
    """(rounds of each region of promoted variables, what the script wrote)."""
    counts: list[int] = []
    settled = statements.settled

    def counted(frame, compile_, likely=None):  # type: ignore[no-untyped-def]  # stands in for `settled`
        counts.append(0)
        place = len(counts) - 1

        def once():  # type: ignore[no-untyped-def]  # as above
            counts[place] += 1
            return compile_()

        return settled(frame, once, likely)

    monkeypatch.setattr(statements, "settled", counted)
    return counts, make_session().evaluate(text)


def test_a_region_whose_facts_nothing_changes_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counts, written = rounds(monkeypatch, "$s = ''; foreach ($i in 1..3) { $t = $i * 2; $s += \"$t \" }; $s")
    assert counts == [1]
    assert written == ["2 4 6 "]


def test_a_number_that_plainly_grows_takes_no_round_more(monkeypatch: pytest.MonkeyPatch) -> None:
    counts, written = rounds(monkeypatch, "$s = 0; foreach ($i in 1..3) { $s += 2147483000; $s -= $i }; $s")
    assert counts == [1]
    assert written == [6442448994.0]


def test_a_counted_loop_takes_no_round_more(monkeypatch: pytest.MonkeyPatch) -> None:
    counts, written = rounds(monkeypatch, '$s = 0; for ($i = 0; $i -lt 3; $i++) { $s += $i * 2 }; "$s $i"')
    assert counts == [1]
    assert written == ["6 3"]


def test_a_guess_that_the_text_belies_takes_another_round(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "$s = 0; $k = 0; foreach ($i in 1..2) { $s += $k; $k += $i; $k += 'x'.Length; $k = 'a' }; \"$s $k\""
    )
    counts, _ = rounds(monkeypatch, text)
    assert counts[0] > 1
    later = "$s = 0; foreach ($i in 1..2) { $s++; if ($i -eq 2) { $t = $s; ($s = 'done') } }; \"$s $t\""
    assert make_session().evaluate(later) == ["done", "done 2"]


def test_a_later_turn_may_change_what_an_earlier_statement_reads() -> None:
    text = """
    $a = 1; $c = 5
    foreach ($i in 1..3) { $b = $a + 1; "$b"; $a = $c; $c = 'x' }
    $n = 0
    while ($n -lt 6) { $m = $n; $n++; if ($n -gt 3) { $n += 2 } }
    "$m $n"
    $k = 2147483646
    foreach ($i in 1..3) { $k++ }
    $k
    """
    assert make_session().evaluate(text) == ["2", "6", "x1", "3 6", 2147483649.0]
