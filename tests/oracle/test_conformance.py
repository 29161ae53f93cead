"""Every recording of real PowerShell: what passed goes on passing, and what passes leaves the list of open ones."""

from __future__ import annotations

import multiprocessing

import pytest

from tests.oracle.harness.data import files, load, not_yet, on_purpose
from tests.oracle.harness.runner import check

FILES = files()
OPEN = not_yet()
DIFFERENT = on_purpose()


def _run(job: tuple[str, dict[str, object]]) -> tuple[str, bool]:
    kind, record = job
    return str(record["id"]), check(kind, record)[0]


@pytest.fixture(scope="module")
def workers():
    context = multiprocessing.get_context("fork")
    with context.Pool(2, maxtasksperchild=500) as pool:
        yield pool


@pytest.mark.parametrize(("area", "topic", "kind", "path"), FILES, ids=[f"{a}/{t}.{k}" for a, t, k, _ in FILES])
def test_recordings_pass_outside_the_list_and_only_there(area, topic, kind, path, workers):
    """
    A case outside not-yet.txt passes; a case on it does not (otherwise: take it off with scripts/conformance --update).
    """
    jobs = [(kind, record) for record in load(path) if record["id"] not in DIFFERENT]
    results = dict(workers.imap_unordered(_run, jobs, chunksize=8))
    broken = sorted(name for name, passed in results.items() if not passed and name not in OPEN)
    mended = sorted(name for name, passed in results.items() if passed and name in OPEN)
    assert not broken, f"{len(broken)} recorded cases fail: {broken[:20]}"
    assert not mended, f"{len(mended)} listed cases pass, take them off: {mended[:20]}"
