"""Events that scripts raise and act on."""

from __future__ import annotations

import subprocess
import sys

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


def test_an_action_sees_the_event_and_keeps_its_errors(session):
    """With an action the event does not wait; an error in it does not reach who raised the event."""
    session.evaluate(
        "$null = Register-EngineEvent A -Action { $global:seen = \"$($Event.MessageData) $Sender $($Args[0])\"; throw 'inside' }"
    )

    assert session.evaluate("$null = New-Event A s x -MessageData m; $seen; @(Get-Event).Count") == [
        "m s x",
        0,
    ]


def test_without_an_action_events_wait(session):
    """Wait-Event leaves them, Remove-Event takes them."""
    session.evaluate("$null = New-Event B -MessageData 1; $null = New-Event B -MessageData 2")

    assert session.evaluate(
        "(Wait-Event B).MessageData; Get-Event | ForEach-Object EventIdentifier; Remove-Event -EventIdentifier 1; (Get-Event).MessageData"
    ) == [1, 1, 2, 2]
    assert session.evaluate("Wait-Event nothing -Timeout 0") == []


def test_a_subscription_ends_after_its_events(session):
    """-MaxTriggerCount counts; unknown ones are errors."""
    session.evaluate(
        "$null = Register-EngineEvent C -MaxTriggerCount 2 -Action { $global:n++ }; 1..3 | ForEach-Object { $null = New-Event C }"
    )

    assert session.evaluate(
        "$n; @(Get-EventSubscriber).Count; try { Get-EventSubscriber C -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }"
    ) == [
        2,
        0,
        "INVALID_SOURCE_IDENTIFIER,Microsoft.PowerShell.Commands.GetEventSubscriberCommand",
    ]


def test_the_shell_tells_when_it_ends():
    """PowerShell.Exiting comes after the last statement."""
    text = "$null = Register-EngineEvent PowerShell.Exiting -Action { [Console]::WriteLine('bye') }; 'end'; exit 3"

    done = subprocess.run(
        [sys.executable, "-m", "spshell", "-nop", "-c", text], capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.returncode) == ("end\nbye\n", 3)


def test_an_event_of_the_session_needs_an_action_or_goes_on(session):
    assert session.evaluate("try { Register-EngineEvent F } catch { $_.FullyQualifiedErrorId }") == [
        "ACTION_MANDATORY_FOR_LOCAL,Microsoft.PowerShell.Commands.RegisterEngineEventCommand"
    ]
    assert session.evaluate("Register-EngineEvent F -Forward") == []


def test_events_of_objects_are_taken_up_while_the_script_waits(session):
    """
    An action gets the object and what the event says; without one the event waits in the queue.
    """
    text = (
        "$t = [System.Timers.Timer]::new(5); $t.AutoReset = $false;"
        "$job = Register-ObjectEvent $t Elapsed -SourceIdentifier T -MessageData 7 -MaxTriggerCount 1 -Action {"
        " $global:got = $Event.MessageData, ($Sender -eq $t), $EventArgs.SignalTime.GetType().Name };"
        "$t.Start(); foreach ($n in 1..200) { if ($got) { break }; Start-Sleep -Milliseconds 10 }; $got; @(Get-EventSubscriber).Count;"
        "$null = Register-ObjectEvent $t elapsed U; $t.Enabled = $true; (Wait-Event U -Timeout 5).SourceEventArgs.GetType().FullName"
    )
    assert session.evaluate(text) == [7, True, "DateTime", 0, "System.Timers.ElapsedEventArgs"]


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("Register-ObjectEvent ([System.Timers.Timer]::new()) Nothing", "INVALID_REGISTRATION"),
        ("Register-ObjectEvent 5 Elapsed", "INVALID_REGISTRATION"),
        ("1, 2 | ForEach-Object { Register-ObjectEvent ([System.Timers.Timer]::new()) Elapsed Same }", "SUBSCRIBER_EXISTS"),
    ],
)
def test_what_cannot_be_subscribed_to_is_refused(session, text, error_id):
    """
    Unknown events, objects without any, a name that is taken.
    """
    got = session.evaluate(f"try {{ {text} }} catch {{ $_.FullyQualifiedErrorId }}")
    assert got == [f"{error_id},Microsoft.PowerShell.Commands.RegisterObjectEventCommand"]


def test_a_watcher_tells_what_happens_to_the_files_of_a_folder(session, tmp_path):
    """
    Files that the filter fits, from when events are switched on; a new name is no new file.
    """
    (tmp_path / "old.txt").write_text("x")
    text = (
        f"$w = [System.IO.FileSystemWatcher]::new('{tmp_path}', '*.txt');"
        "foreach ($name in 'Created', 'Renamed', 'Deleted') { Register-ObjectEvent $w $name $name }; $w.EnableRaisingEvents = $true;"
        f"Set-Content '{tmp_path}/no.log' 1; Set-Content '{tmp_path}/a.txt' 1; $e = (Wait-Event Created -Timeout 5).SourceEventArgs; $e.Name;"
        f"$e.ChangeType.ToString(); Rename-Item '{tmp_path}/a.txt' b.txt; $e = (Wait-Event Renamed -Timeout 5).SourceEventArgs;"
        f"$e.OldName, $e.Name; Remove-Item '{tmp_path}/old.txt'; (Wait-Event Deleted -Timeout 5).SourceEventArgs.FullPath; @(Get-Event).Count;"
        "$w.Dispose()"
    )
    assert session.evaluate(text) == ["a.txt", "Created", "a.txt", "b.txt", str(tmp_path / "old.txt"), 3]
