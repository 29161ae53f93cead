"""Kill a program at each system call that could leave something half done, one after the other (strace)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.peers import debian

if TYPE_CHECKING:
    from collections.abc import Iterator

CALLS = ("write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "ftruncate", "fchmod")
ROOT = Path(__file__).parents[2]


def install() -> None:
    """Make sure that strace is there; Unavailable when it cannot be."""
    if debian.find("strace") is None:
        debian.install("strace")


def is_allowed() -> bool:
    """Some containers forbid one process to trace another."""
    return (
        subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True).returncode
        == 0
    )


def crashes(prepare: str, act: str, target: Path) -> Iterator[tuple[str, int]]:
    """Run `prepare` and then `act` (Python, with `target`), killed at each call that only `act` makes.

    Yields after every kill, with the call and its number; the caller looks at what is left, and puts the
    target back as it was.
    """
    before = _counts(prepare, target)
    yield "", 0
    after = _counts(prepare + act, target)
    yield "", 0
    for call, last in after.items():
        for number in range(before.get(call, 0) + 1, last + 1):
            inject = f"inject={call}:signal=KILL:when={number}"
            done = _traced(["-e", inject], prepare + act, target)
            assert done.returncode != 0, f"{call} number {number} did not come: {done.stderr}"
            yield call, number


def _counts(code: str, target: Path) -> dict[str, int]:
    with tempfile.NamedTemporaryFile("r") as summary:
        options = ["-c", "-U", "calls,name", "-e", f"trace={','.join(CALLS)}", "-o", summary.name]
        done = _traced(options, code, target)
        assert done.returncode == 0, done.stderr
        rows = [line.split() for line in summary.read().splitlines()]
    return {row[1]: int(row[0]) for row in rows if len(row) == 2 and row[1] in CALLS}


def _traced(options: list[str], code: str, target: Path) -> subprocess.CompletedProcess[str]:
    if "-o" not in options:
        options = ["-o", "/dev/null", *options]
    return subprocess.run(
        ["strace", "-f", *options, sys.executable, "-B", "-c", code, str(target)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"},
    )
