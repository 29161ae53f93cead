"""Queues, stacks and dictionaries as scripts use them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ('$q = [Collections.Queue]::new(); 1..3 | % { $q.Enqueue($_) }; $q.Dequeue(); "$q"', [1, "2 3"]),
        ('$s = [Collections.Stack]::new(); 1..3 | % { $s.Push($_) }; $s.Pop(); "$s"', [3, "2 1"]),
        ("([ordered]@{ b = 1 }).AsReadOnly().IsReadOnly", [True]),
        ("try { ([ordered]@{ b = 1 }).AsReadOnly().Add('c', 2) } catch { $_.FullyQualifiedErrorId }", ["NotSupportedException"]),
        ("[Collections.Generic.Dictionary[string, int]]::new().Comparer.GetType().Name", ["StringEqualityComparer"]),
        ("try { @{ b = 1 }.Add('B', 2) } catch { $_.Exception.InnerException.Message -clike '*''B''*''b''*' }", [True]),
    ],
)
def test_values(session, text, result):
    """
    Order, read-only views and errors that name both keys.
    """
    assert session.evaluate(text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("$n = 'x'; try { [int]::TryParse('5', [ref]$n) } catch { $_.FullyQualifiedErrorId }", ["PSInvalidCastException"]),
        ("[int]::TryParse('5', [ref]$null)", [True]),
        ("& { $OFS = '-'; [string](1, 2) }", ["1-2"]),
        ("$a = 1, 2; try { $a.Count = 5 } catch { $_.Exception.Message -like '*Count*' }", [True]),
        ("try { [timespan]::new() } catch { $_.FullyQualifiedErrorId }; (New-Object timespan).Ticks", ["MethodCountCouldNotFindBest", 0]),
        ("'１', '10', '1' | Sort-Object", ["1", "10", "１"]),
    ],
)
def test_small_rules(session, text, result):
    """
    References, separators of lists, aliases and structs.
    """
    assert session.evaluate(text) == result


def test_the_keys_of_a_sorted_list_have_places(session):
    """
    Keys and values are lists of their own type.
    """
    script = (
        "$sorted = [Collections.SortedList]::new(); $sorted['b'] = 1; $sorted['a'] = 2;"
        "$sorted.Keys.GetType().Name; $sorted.Keys[0]; $sorted.Values[0]"
    )
    assert session.evaluate(script) == ["KeyList", "a", 2]


def test_tuples_have_positions(session):
    """
    Counted from either end; outside is nothing.
    """
    assert session.evaluate("$t = [Tuple]::Create(10, 'x'); $t[0]; $t[-1]; $t[0, 1]; $null -eq $t[2]") == [10, "x", 10, "x", True]
