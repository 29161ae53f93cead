"""Expressions: evaluated in a child scope of a session that ran the record's set-up lines."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
from collections.abc import Iterator
from typing import Any

from spshell.app import make_session
from spshell.engine.errors.records import ErrorRecord
from spshell.engine.errors.signals import FlowSignal
from spshell.engine.host.host import Host
from spshell.values.exceptions import NetException

from .compare import same_text
from .data import ROOT
from .serialize import same, serialize, thrown

LIMIT = 10
"""Seconds that one expression may take."""


class TooLong(BaseException):
    """The time of a case is over."""


def _alarm(*_arguments: object) -> None:
    raise TooLong


@contextlib.contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TooLong in the body when it takes longer."""
    before = signal.signal(signal.SIGALRM, _alarm)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


class _Discard:
    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        pass


def run(record: dict[str, Any]) -> dict[str, Any]:
    """{"out": [...]} or {"error": {...}}, or {"failed": why} for what no script may see."""
    quiet: Any = _Discard()
    here = os.getcwd()
    os.environ["SPORACLE"] = "1"  # the recorder's own environment had it, and recordings read it
    with tempfile.TemporaryDirectory(prefix="ps-") as folder:
        os.chdir(folder)
        try:
            with time_limit(LIMIT):
                session = make_session(Host(quiet, quiet, stdin=_empty()))
                set_up(session, record)
                return _placed(evaluate(session, record["expr"]), folder)
        except TooLong:
            return {"failed": f"took longer than {LIMIT} s"}
        except (FlowSignal, Exception) as fault:
            return {"failed": f"{type(fault).__name__}: {fault}"}
        finally:
            os.chdir(here)


def _placed(value: Any, folder: str) -> Any:
    """The result with the case's own folder written {dir}, as the recordings have it."""
    if isinstance(value, str):
        return value.replace(folder, "{dir}")
    if isinstance(value, dict):
        return {key: _placed(item, folder) for key, item in value.items()}
    return [_placed(item, folder) for item in value] if isinstance(value, list) else value


def _empty() -> Any:
    import io

    return io.StringIO("")


def set_up(session: Any, record: dict[str, Any]) -> None:
    """Run the set-up lines; the compiled stubs are installed, not dot-sourced."""
    import shutil

    for name in record.get("beside", ()):
        shutil.copy(ROOT / "sharepoint" / name, name)
    for line in record.get("setup", ()):
        if line.strip() == ". ./stubs.ps1":
            from tests.oracle_stubs.compiled import install

            install(session, ROOT / "sharepoint" / "stubs.cs")
            continue
        session.evaluate(line)


def evaluate(session: Any, text: str) -> dict[str, Any]:
    """As the recorder did: the text made into a script block and called, errors merged, inside a try."""
    session.errors.clear()
    output: list[Any] = []
    session.global_scope.vars["<expr>"] = text
    session.try_depth = 1
    try:
        session.run_text("& ([scriptblock]::Create(${<expr>})) 2>&1", output.append)
    except NetException as exception:
        return {"error": thrown(session.record_of(exception))}
    return {"out": [serialize(value) for value in output]}


def passes(record: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether the result is the recorded one."""
    compiled = record["id"].startswith("sharepoint/bind-")
    if "error" in record:
        found = got.get("error")
        return found is not None and _same_error(record["error"], found, compiled=compiled)
    wanted, found = record.get("out"), got.get("out")
    if wanted is None:
        wanted = []
    if found is None or len(wanted) != len(found):
        return False
    return all(_same_value(w, f, compiled=compiled) for w, f in zip(wanted, found, strict=True))


def _same_value(wanted: Any, found: Any, *, compiled: bool) -> bool:
    if compiled and isinstance(wanted, dict) and wanted.get("t") == "ErrorRecord":
        return found.get("t") == "ErrorRecord" and _same_error(wanted, found, compiled=True)
    return same(wanted, found)


def _same_error(wanted: dict[str, Any], found: dict[str, Any], *, compiled: bool) -> bool:
    if compiled:  # the stubs' class names are not ours: the id counts up to the comma
        same_id = wanted["fqid"].split(",")[0] == found["fqid"].split(",")[0]
        return same_id and wanted["category"] == found["category"]
    keys = ("fqid", "category", "exception", *(("inner",) if "inner" in wanted else ()))
    if any(wanted.get(key) != found.get(key) for key in keys):
        return False
    return same_text(wanted.get("message", ""), found.get("message", ""))


__all__ = ["ErrorRecord", "passes", "run"]
