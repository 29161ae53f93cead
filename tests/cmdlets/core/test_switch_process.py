"""Switch-Process: a program in the shell's place."""

from __future__ import annotations

import subprocess
import sys

from spshell.app import make_session


def test_the_program_takes_the_place_of_the_shell():
    """What was written before comes first, nothing after it runs, and the environment goes along."""
    text = "'before'; $env:SWITCHED = 'a b'; exec /bin/sh -c 'echo $SWITCHED $1' name -w; 'after'"
    done = subprocess.run(
        [sys.executable, "-m", "spshell", "-NoProfile", "-Command", text], capture_output=True, text=True, check=False
    )
    assert done.stdout.split("\n") == ["before", "a b -w", ""]


def test_only_programs_will_do():
    """A cmdlet cannot take the place; without a command nothing happens."""
    assert make_session().evaluate(
        "Switch-Process; try { Switch-Process Get-Date } catch { $_.FullyQualifiedErrorId; $_.TargetObject }"
    ) == ["CommandNotFound,Microsoft.PowerShell.Commands.SwitchProcessCommand", "Get-Date"]
