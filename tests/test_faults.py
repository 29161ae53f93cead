"""An internal fault prints one line that names a report, and the exit code is 70; no traceback, and no value, gets out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

SECRET = "hunter2"
PRELUDE = f"""
import sys
def boom(*arguments, **options):
    raise {{kind}}("{SECRET}")
{{patch}}
sys.argv[1:] = ["-NoProfile", *sys.argv[1:]]
from spshell.__main__ import run
run()
"""


def broken(patch, *arguments, kind="ValueError", env=None):
    """Run the shell with a piece of it replaced by one that fails."""
    code = PRELUDE.format(kind=kind, patch=patch)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env={**os.environ, **(env or {})},
    )  # fmt: skip


def shell(command, *, cwd=None):
    """Run a line of sh; ``$SHELL_CALL`` is this shell."""
    call = f"{sys.executable} -m spshell -NoProfile"
    env = {**os.environ, "SHELL_CALL": call, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, env=env, cwd=cwd)


@pytest.mark.parametrize(
    ("patch", "script"),
    [
        ("import spshell.language.scanner as m; m.Scanner.__init__ = boom", "1 + 1"),
        ("import spshell.compiler.blocks as m; m._compile_named = boom", "1 + 1"),
        ("import cmdlets.utility.get_random as m; m.GetRandom.begin = m.GetRandom.process = boom", "Get-Random"),
        ("import cmdlets.utility.get_random as m; m.GetRandom.begin = m.GetRandom.process = boom",
         "try { Get-Random } catch { 'caught' }"),
        ("import spshell.formatting.errorview as m; m.error_text = boom", "1 / 0"),
        ("import spshell.engine.host.host as m; m.Host.write = boom", "1"),
        ("import spshell.engine.host.host as m; m.Host.flush = boom", "1"),
        ("import spshell.app as m; m.make_session = boom", "1"),
        ("import spshell.cli as m; m.parse_arguments = boom", "1"),
    ],
)  # fmt: skip
def test_a_fault_in_any_layer_is_one_line(patch, script):
    """From the command line's reading to the last flush."""
    done = broken(patch, "-Command", f"{script} # {time.time_ns()}")  # a text that no cache of compiled scripts knows

    found = re.fullmatch(r"spshell: internal fault \(ValueError\); a report was written to (\S+)\n", done.stderr)
    assert found is not None, done.stderr
    assert done.returncode == 70
    assert SECRET not in Path(found[1]).read_text(encoding="utf-8")
    Path(found[1]).unlink()


def test_without_room_for_a_report_the_line_still_comes():
    """It says that there is none."""
    done = broken(
        "import tempfile; tempfile.mkstemp = boom\n"
        "import cmdlets.utility.get_random as m; m.GetRandom.begin = m.GetRandom.process = boom",
        "-c", "Get-Random",
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (70, "spshell: internal fault (ValueError); no report could be written\n")


@pytest.mark.parametrize(
    "script",
    [
        "$j = Start-ThreadJob { Get-Random }; $j | Wait-Job | Receive-Job; $j.State",
        "1 | ForEach-Object -Parallel { Get-Random }",
    ],
)
def test_a_fault_in_another_thread_is_an_error_of_the_run(script):
    """Its owner goes on and hears of the report."""
    patch = "import cmdlets.utility.get_random as m; m.GetRandom.begin = m.GetRandom.process = boom"
    done = broken(patch, "-c", script + "; 'after'")

    assert "internal fault (ValueError); a report was written to" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1] == "after"


def test_a_script_that_asks_for_too_much_memory_ends_with_an_error():
    """It is no fault of the shell's."""
    patch = "import cmdlets.utility.get_random as m; m.GetRandom.begin = m.GetRandom.process = boom"
    done = broken(patch, "-c", "Get-Random", kind="MemoryError")

    assert done.returncode == 1
    assert "not enough memory" in done.stderr


@pytest.mark.parametrize(
    ("command", "code", "out", "err"),
    [
        ("$SHELL_CALL -c '1..3' > /dev/full", 1, "", "spshell: the output cannot be written"),
        ("$SHELL_CALL -c '1..3; 4' >&-", 0, "", ""),
        ("$SHELL_CALL -c 'Write-Error x; 5' 2>&-", 0, "5\n", ""),
        ("$SHELL_CALL -c 'Read-Host x; 5' <&-", 0, "x: \n\n5\n", ""),
        ("$SHELL_CALL -c '1..100000' | head -1", 0, "1\n", ""),
        ("$SHELL_CALL -c '1..3 > /dev/full; 6'", 0, "6\n", "No space left on device"),
        ("$SHELL_CALL -c '1..3 | Out-File /dev/full; 7'", 0, "7\n", "Out-File: "),
        ("$SHELL_CALL -c '[char]0xD800; 8'", 0, "\ufffd\n8\n", ""),
        ("LC_ALL=C PYTHONIOENCODING=ascii $SHELL_CALL -c '\"\u00e9\u00fc\"'", 0, "\u00e9\u00fc\n", ""),
        ("touch \"$(printf 'a\\377b')\"; $SHELL_CALL -c 'Get-ChildItem | Export-Csv x.csv; Get-ChildItem | ForEach-Object Length'",
         0, "0\n", ""),
    ],
)  # fmt: skip
def test_odd_surroundings_are_no_fault(tmp_path, command, code, out, err):
    """Closed and full streams, folders that are gone, names that are no text."""
    done = shell(command, cwd=tmp_path)

    assert "Traceback" not in done.stderr
    assert "internal fault" not in done.stderr
    assert done.returncode == code
    assert done.stdout == out or (out == "0\n" and done.stdout.startswith("0\n"))
    assert err in done.stderr


def test_a_shell_whose_folder_is_gone_begins_at_home(tmp_path, monkeypatch):
    """There must be some place to stand."""
    from spshell.app import make_session

    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path)  # (which puts the process back afterwards)
    os.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    monkeypatch.setenv("HOME", str(tmp_path))

    assert make_session().evaluate("$PWD.Path") == [str(tmp_path)]
