"""What makes errors cheap changes nothing that a script sees: memory, remembered catch clauses and constructors."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

from spshell.app import make_session


def _run(text: str) -> list[Any]:
    session = make_session()
    printed: list[Any] = []
    session.run_block(session.make_block(text), printed.append)
    return printed


@pytest.mark.parametrize(
    "first",
    [
        "try { throw 'first' } catch { }",
        "function f { if ($true) { throw 'in a function' } }; try { f } catch { }",
        "try { [int]'x' } catch { }",
    ],
)
def test_an_error_that_left_the_error_list_is_freed_without_the_collector(first: str) -> None:
    session = make_session()
    session.run_block(session.make_block(first), print)
    exception = weakref.ref(session.errors[0].exception)
    gc.disable()
    try:
        session.run_block(
            session.make_block("foreach ($n in 1..300) { try { throw 'more' } catch { } }"), print
        )
        assert len(session.errors) == 256
        assert exception() is None
    finally:
        gc.enable()


def test_a_record_kept_by_the_script_outlives_the_error_list() -> None:
    text = """
    try { throw 'kept' } catch { $kept = $_ }
    foreach ($n in 1..300) { try { throw 'more' } catch { } }
    $kept.Exception.ErrorRecord.InvocationInfo.ScriptLineNumber
    try { throw $kept } catch { "$_ $([object]::ReferenceEquals($_, $kept))" }
    """
    assert _run(text) == [2, "kept True"]


def test_a_clause_remembered_for_an_exception_type_gives_way_to_a_class_of_that_name() -> None:
    text = """
    function which($e) { try { throw $e } catch [TimeoutException] { 'typed' } catch { 'other' } }
    which ([System.TimeoutException]::new('a'))
    which ([System.IO.IOException]::new('b'))
    which ([System.TimeoutException]::new('c'))
    Invoke-Expression "class TimeoutException : Exception { }; which ([System.TimeoutException]::new('d'))"
    """
    assert _run(text) == ["typed", "other", "typed", "other"]


def test_remembered_constructors_of_exceptions_choose_by_the_types_of_their_arguments() -> None:
    text = """
    foreach ($given in 'a', 1, 'b', 2.5) {
        $made = [System.ArgumentException]::new($given)
        "$($made.GetType().FullName) $($made.Message)"
    }
    foreach ($given in 1, 2) { try { [System.ArgumentException]::new(1, 2, 3, 4) } catch { $_.FullyQualifiedErrorId } }
    """
    name = "System.ArgumentException"
    assert _run(text) == [
        *[f"{name} {item}" for item in ("a", "1", "b", "2.5")],
        *["MethodCountCouldNotFindBest"] * 2,
    ]


_UNSEEN = """
    function f { throw 'second' }
    try { throw 'first' } catch { }
    try { f } catch { }
    try { throw 'third' } catch { $text = "$_" }
    try { 1 / 0 } catch { $n = 1 }
"""


def test_errors_that_no_clause_looked_at_stand_in_the_error_list_in_order_and_with_their_places() -> None:
    text = _UNSEEN + '$Error.Count; $Error | ForEach-Object { "$_|$($_.InvocationInfo.ScriptLineNumber)" }'
    count, division, *others = _run(text)
    assert (count, division.rpartition("|")[2]) == (4, "6")
    assert others == ["third|5", "second|2", "first|3"]


def test_the_script_stack_of_an_error_that_no_clause_looked_at_names_its_function() -> None:
    text = _UNSEEN + "$Error[2].ScriptStackTrace"
    first, *_ = _run(text)[0].splitlines()
    assert first.startswith("at f, ")


def test_an_error_list_that_the_script_holds_gets_every_error_at_once() -> None:
    assert _run("$held = $Error; try { throw 'late' } catch { }; $held.Count") == [1]


def test_an_unseen_error_leaves_the_status_and_the_current_item_alone() -> None:
    assert _run("'item' | ForEach-Object { try { throw 'x' } catch { }; \"$? $_\" }") == ["True item"]
