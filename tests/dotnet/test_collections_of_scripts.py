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
