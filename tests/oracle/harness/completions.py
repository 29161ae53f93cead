"""Completion: the matches for a place of a text, in a session that ran the record's set-up lines."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from typing import Any

from spshell.app import make_session
from spshell.engine.completion.analysis import complete

from .compare import same_text
from .expressions import LIMIT, TooLong, time_limit

MARK = "\u2336"
"""Where the cursor stands in a recorded text."""


@contextlib.contextmanager
def _folder() -> Iterator[str]:
    here, environment = os.getcwd(), dict(os.environ)
    folder = tempfile.mkdtemp(prefix="ps-")
    os.chdir(folder)
    os.environ.setdefault("LANG", "C.UTF-8")
    os.environ.setdefault("TZ", "UTC")
    try:
        yield folder
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(environment)
        shutil.rmtree(folder, ignore_errors=True)


def run(record: dict[str, Any]) -> dict[str, Any]:
    """{"replace": [start, length], "matches": [[text, list item, kind, hint]]}; the folder's path is written {dir}."""
    with _folder() as folder, time_limit(LIMIT):
        try:
            session = make_session()
            for line in record.get("setup") or ():
                session.evaluate(line)
            found = complete(session, record["text"].replace(MARK, "", 1), record["cursor"])
        except TooLong:
            return {"failed": "took too long"}
        rows = [[item.text, item.shown, item.kind.name, item.hint] for item in found.matches]
    return {"replace": [found.start, found.length], "matches": [[cell.replace(folder, "{dir}") for cell in row] for row in rows]}


def passes(record: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether the place and every match are the recorded ones, in their order."""
    if record["replace"] != got.get("replace") or len(record["matches"]) != len(got["matches"]):
        return False
    return all(
        same_text(wanted, found)
        for row, own in zip(record["matches"], got["matches"], strict=True)
        for wanted, found in zip(row, own, strict=True)
    )
