"""Jobs, ForEach-Object -Parallel and `&`: code that runs beside the session."""

from __future__ import annotations

import importlib
import io
import sys
import threading
import time
import types

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def test_a_job_gives_copies_and_sees_only_what_it_was_handed(session):
    """
    Start-Job: arguments and $using:, nothing else; objects come back without methods.
    """
    got = session.evaluate(
        "$a = 1; $o = [pscustomobject]@{ N = 7 }\n"
        'Start-Job { param($x) "$x $using:a $($using:o.N) [$a]" } -ArgumentList x | Receive-Job -Wait -AutoRemoveJob\n'
        "(Start-Job { [pscustomobject]@{ Q = 5 } } | Receive-Job -Wait).PSObject.TypeNames[0]; @(Get-Job).Count"
    )
    assert got == ["x 1 7 []", "Deserialized.System.Management.Automation.PSCustomObject", 1]


def test_an_error_that_ends_a_job_makes_it_fail_others_do_not(session):
    """
    State, and the errors at Receive-Job.
    """
    got = session.evaluate(
        "$j = Start-Job { throw 'x' }; $null = Wait-Job $j; \"$($j.State)\"; try { Receive-Job $j -ErrorAction Stop } catch { \"$_\" }\n"
        "$j = Start-Job { Write-Error 'soft'; 'on' }; $null = Wait-Job $j; \"$($j.State)\"; Receive-Job $j 2>&1 | ForEach-Object { \"$_\" }"
    )
    assert got == ["Failed", "x", "Completed", "soft", "on"]


def test_a_running_job_can_be_stopped_and_must_be_before_it_is_removed(session):
    """
    Remove-Job refuses running jobs without -Force.
    """
    got = session.evaluate(
        '$j = Start-Job { while ($true) { Start-Sleep -Milliseconds 10 } }; "$($j.State)"; Remove-Job $j; Stop-Job $j; "$($j.State)"'
    )
    assert got == ["Running", "Stopped"]
    assert session.errors[0].error_id == "JobObjectNotFinishedCannotBeRemoved"


def test_parallel_blocks_run_at_the_same_time(session):
    """
    Five sleeps of 0.2 s take much less than a second; a limit of one keeps the order.
    """
    before = time.monotonic()
    session.evaluate("1..5 | ForEach-Object -Parallel { Start-Sleep -Milliseconds 200 }")
    assert time.monotonic() - before < 0.9
    assert session.evaluate("1..4 | ForEach-Object -Parallel { $_ * 10 } -ThrottleLimit 1") == [10, 20, 30, 40]


def test_parallel_blocks_see_using_variables_only_and_their_errors_are_the_commands(session):
    """
    A throw ends only its own block.
    """
    got = session.evaluate(
        '$k = 5; 1 | ForEach-Object -Parallel { "[$k] $using:k" }\n'
        "1..2 | ForEach-Object -Parallel { if ($_ -eq 1) { throw 'p' }; $_ } -ThrottleLimit 1"
    )
    assert got == ["[] 5", 2]
    assert session.errors[0].error_id == "PSTaskException"


def test_the_time_limit_stops_parallel_blocks(session):
    """
    What was still running writes nothing.
    """
    before = time.monotonic()
    assert session.evaluate("1 | ForEach-Object -Parallel { Start-Sleep 5; 'late' } -TimeoutSeconds 1") == []
    assert time.monotonic() - before < 3


def test_a_pipeline_in_the_background_is_a_job(session):
    """
    `pipeline &` takes along the variables that it names.
    """
    got = session.evaluate("$x = 5; $j = 1..3 | ForEach-Object { $_ * $x } &; $j | Receive-Job -Wait")
    assert got == [5, 10, 15]


def test_stopping_waits_until_an_import_is_over():
    """
    A thread interrupted within an import would keep the import lock: nothing could be imported any more.
    """
    from spshell.engine.runspaces.sessions import Worker, _may_interrupt

    frames = []
    release = threading.Event()

    def within_import(name, _path=None, _target=None):
        if name == "spshell_stop_probe":
            frames.append(sys._getframe())
            release.wait(5)

    finder = types.SimpleNamespace(find_spec=within_import)
    sys.meta_path.insert(0, finder)
    try:
        worker = Worker(lambda: importlib.import_module("spshell_stop_probe"))
        while not frames:
            time.sleep(0.001)
        assert not _may_interrupt(frames[0])
        worker.stop(0.05)
        assert not worker.done.is_set()
        release.set()
        assert worker.wait(5)
    finally:
        sys.meta_path.remove(finder)
    assert isinstance(worker.error, ModuleNotFoundError)
