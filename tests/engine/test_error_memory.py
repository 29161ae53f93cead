"""Errors that nobody holds any longer are freed at once, and those that somebody holds stay whole."""

from __future__ import annotations

import gc
import weakref
from typing import Any

from spshell.app import make_session


def _run(text: str) -> list[Any]:
    session = make_session()
    printed: list[Any] = []
    session.run_block(session.make_block(text), printed.append)
    return printed


def test_an_error_that_left_the_error_list_is_freed_without_the_collector() -> None:
    session = make_session()
    session.run_block(session.make_block("try { throw 'first' } catch { }"), print)
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
