"""[System.Diagnostics.Process] and what Get-Process gives are one type."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return make_session()


def test_a_cmdlet_s_process_and_dotnet_s_are_one_type(session):
    """
    Whichever comes first, the statics are there and cmdlets take the object.
    """
    text = (
        "$p = Get-Process -Id $PID; $q = [Diagnostics.Process]::GetCurrentProcess(); $q -is $p.GetType();"
        " $p.Id -eq $q.Id; $s = [Diagnostics.Process]::Start('sleep', '60'); $s | Stop-Process; $s.HasExited; $s.ExitCode"
    )
    assert session.evaluate(text) == [True, True, True, 137]


def test_a_program_reads_what_the_script_writes(session):
    """
    StandardInput, then its end; StandardOutput holds the answer.
    """
    text = (
        "$i = [Diagnostics.ProcessStartInfo]::new('cat'); $i.RedirectStandardInput = $true; $i.RedirectStandardOutput = $true;"
        " $p = [Diagnostics.Process]::Start($i); $p.StandardInput.WriteLine('one'); $p.StandardInput.Close();"
        " $p.StandardOutput.ReadLine(); $p.WaitForExit(5000); $p.ExitCode"
    )
    assert session.evaluate(text) == ["one", True, 0]


def test_powershell_s_own_properties_are_aliases_and_script_properties(session):
    """
    Name, WS and Handles are aliases; they read what they stand for.
    """
    text = "$p = Get-Process -Id $PID; $p.psobject.Members['WS'].MemberType -eq 'AliasProperty'; $p.WS -gt 1MB; $p.Name -eq $p.ProcessName; $p.Parent.Id -gt 0"
    assert session.evaluate(text) == [True, True, True, True]


def test_a_program_that_is_not_there(session):
    """
    Process.Start says which program could not be started.
    """
    text = "try { [Diagnostics.Process]::Start('no-such-program') } catch [ComponentModel.Win32Exception] { $_.Exception.Message -like '*no-such-program*' }"
    assert session.evaluate(text) == [True]
