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
