"""Programs that run beside the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from cmdlets.management.command_line import split_command_line
from spshell.app import make_session


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return make_session()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a  b", ["a", "b"]),
        ('"a b" c', ["a b", "c"]),
        (r"\"a b\"", ['"a', 'b"']),
        (r'"c:\dir\\" x', ["c:\\dir\\", "x"]),
        ("'a b'", ["'a", "b'"]),
        ('"" x', ["", "x"]),
    ],
)
def test_a_command_line_is_split_as_dotnet_splits_it(text, words):
    """Single quotes mean nothing."""
    assert split_command_line(text) == words


def test_output_errors_and_input_go_to_files(session):
    """The files are complete when -Wait comes back."""
    Path("in.txt").write_text("text", encoding="utf-8")

    session.evaluate(
        "Start-Process /bin/sh -ArgumentList '-c \"cat; echo bad >&2\"' -Wait"
        " -RedirectStandardInput in.txt -RedirectStandardOutput out.txt -RedirectStandardError err.txt"
    )

    assert (Path("out.txt").read_text(), Path("err.txt").read_text()) == ("text\n", "bad\n")


def test_a_started_program_can_be_stopped_and_waited_for(session):
    """$LASTEXITCODE is not touched."""
    text = "$p = Start-Process sleep 60 -PassThru; $p.HasExited; Get-Process -Id $p.Id | Stop-Process; $p | Wait-Process; $p.HasExited; $p.ExitCode; $null -eq $LASTEXITCODE"

    assert session.evaluate(text) == [False, True, 137, True]


def test_an_environment_of_its_own(session):
    """-Environment sets and removes."""
    session.evaluate(
        "$env:GONE = 'x'; Start-Process /bin/sh '-c \"echo [$A$GONE]\"' -Wait -Environment @{ A = '1'; GONE = $null } -RedirectStandardOutput o"
    )

    assert Path("o").read_text() == "[1]\n"


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        (
            "Get-Process -Id 99999999",
            "NoProcessFoundForGivenId,Microsoft.PowerShell.Commands.GetProcessCommand",
        ),
        (
            "Stop-Process -Name nopeproc",
            "NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.StopProcessCommand",
        ),
        (
            "Start-Process nopeexe",
            "InvalidOperationException,Microsoft.PowerShell.Commands.StartProcessCommand",
        ),
    ],
)
def test_what_is_not_there(session, text, error_id):
    """Each error names what was meant."""
    assert session.evaluate(f"try {{ {text} -ErrorAction Stop }} catch {{ $_.FullyQualifiedErrorId }}") == [
        error_id
    ]


def test_named_views_of_processes_group(session):
    """By priority, or by the day of the start."""
    text = "Get-Process -Id $PID | Format-Table -View Priority | Out-String"
    assert "PriorityClass: Normal" in session.evaluate(text)[0]


def test_a_process_may_say_whose_it_is(session):
    """-IncludeUserName brings a type name of its own, and with it a view."""
    text = "$p = Get-Process -Id $PID -IncludeUserName; $p.PSTypeNames[0]; $p.UserName -eq [Environment]::UserName"
    assert session.evaluate(text) == ["System.Diagnostics.Process#IncludeUserName", True]


def test_a_tree_of_processes_ends_together(session):
    """Kill($true) ends what the program started, too."""
    text = (
        "$p = Start-Process sh -ArgumentList '-c \"sleep 60 & wait\"' -PassThru;"
        " while (-not ($c = Get-Process sleep -EA Ignore | Where-Object { $_.Parent.Id -eq $p.Id })) { Start-Sleep -Milliseconds 20 };"
        " $p.Kill($true); $p.WaitForExit(); Start-Sleep -Milliseconds 100; $c.HasExited; $p.ExitTime.GetType().Name"
    )
    assert session.evaluate(text) == [True, "DateTime"]


def test_the_program_of_a_process_is_a_module(session):
    """MainModule and -Module agree about a program that is not this shell."""
    text = (
        "$p = Start-Process sleep 60 -PassThru; Start-Sleep -Milliseconds 200;"
        " $p.MainModule.FileName -in (Get-Process -Id $p.Id -Module).FileName; $p.Kill()"
    )
    assert session.evaluate(text) == [True]


def test_folders_are_added_to_the_path_of_a_program(session):
    """-Environment puts PATH behind that of the session; the other variables are replaced."""
    text = "Start-Process sh -ArgumentList '-c \"echo $PATH\"' -Environment @{ PATH = '/own' } -RedirectStandardOutput o.txt -Wait; Get-Content o.txt"
    assert session.evaluate(text)[0].endswith(":/own")
