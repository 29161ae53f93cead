"""Measure-Command."""

from __future__ import annotations


def test_the_block_runs_in_the_callers_scope_for_each_object(session):
    """
    Variables stay set, output is thrown away.
    """
    assert session.evaluate(
        "$sum = 0; $t = 1, 2, 3 | Measure-Command { $sum += $_; 'x' }; $sum; $t.Ticks -gt 0"
    ) == [6, True]
