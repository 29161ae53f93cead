"""Ctrl+C ends whatever runs: at once, past every catch and trap, through every finally, with exit code 130."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pexpect
import pytest

SOON = 2.0
"""Seconds; a quiet machine takes less than a tenth of one, which `scripts/bench interrupts` shows."""


@pytest.fixture(autouse=True)
def heed_interrupts():
    """Whoever started the tests in the background may have had SIGINT ignored, which children inherit."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupted(tmp_path, code):
    """(exit code, seconds until the finally block ran, output, errors) of a script that gets SIGINT while `code` runs."""
    script = tmp_path / "long.ps1"
    script.write_text(
        "try { [Console]::Out.WriteLine('ready'); [Console]::Out.Flush(); " + code + " }\n"
        "catch { 'caught' } finally { [Console]::Error.WriteLine('finally') }\n'after'\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "spshell", "-NoProfile", "-File", str(script)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    watchdog = threading.Timer(60, process.kill)  # what is not stopped fails, and does not hang
    watchdog.start()
    try:
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.15)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        errors = process.stderr.readline()
        taken = time.monotonic() - start
        out, rest = process.communicate(timeout=20)
    finally:
        watchdog.cancel()
        process.kill()
    return process.returncode, taken, out, errors + rest


@pytest.mark.parametrize(
    "code",
    [
        "$i = 0; while ($true) { $i++ }",
        "while ($true) { try { while ($true) { $x = 1 } } catch { 'caught' } }",
        "1..2000000000 | ForEach-Object { $_ * 2 } | Where-Object { $_ -lt 0 }",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' -match '^(a+)+$'",
        "1..1000000 | Sort-Object { -$_ }; while ($true) { }",
        "Start-Sleep -Seconds 60",
        "Read-Host",
        "/bin/sleep 60",
        "Wait-Job (Start-ThreadJob { while ($true) { } })",
        "1..4 | ForEach-Object -Parallel { while ($true) { } }",
        "function Step($n) { if ($n) { Step ($n - 1) } }; while ($true) { Step 200 }",
    ],
)  # fmt: skip
def test_what_runs_is_stopped_and_finally_blocks_run(tmp_path, code):
    """Loops, pipelines, expressions, sleeping, programs, threads, recursion."""
    returned, taken, out, errors = interrupted(tmp_path, code)

    assert (returned, out, errors) == (130, "", "finally\n")
    assert taken < SOON


def test_a_trap_does_not_see_it(tmp_path):
    """Neither does a catch clause of type System.Exception."""
    code = "& { trap { 'caught'; continue } while ($true) { try { while ($true) { } } catch [System.Exception] { 'caught' } } }"

    assert interrupted(tmp_path, code)[::2] == (130, "")


def test_at_the_prompt_it_ends_the_line_and_not_the_session():
    """A real terminal: the loop ends, and the next command runs."""
    shell = pexpect.spawn(
        sys.executable, ["-m", "spshell", "-NoProfile", "-NoLogo"], encoding="utf-8", timeout=30,
        dimensions=(30, 100), env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    try:
        shell.expect("PS .*>")
        for _ in range(2):
            shell.send("try { 'be' + 'gun'; while ($true) { } } finally { 'fin' + 'ally' }\r")
            shell.expect("begun")
            time.sleep(0.1)
            shell.send("\x03")
            shell.expect("finally", timeout=5)
        shell.send("40 + 2\r")
        shell.expect("42", timeout=10)
    finally:
        shell.close(force=True)
