"""The child of a background job, and how Get-Job finds it (about_Job_Details)."""

from __future__ import annotations

import pytest

from spshell.app import make_session

STARTED = "$a = Start-Job { 1; throw 'bad' } -Name first; $b = Start-Job { 'ok' }; $null = Wait-Job $a, $b; "


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("(Get-Job).Id", [1, 3]),
        ("(Get-Job -IncludeChildJob).Name", ["first", "Job2", "Job3", "Job4"]),
        ("(Get-Job -ChildJobState Failed).Id", [1, 2, 3]),
        ("(Get-Job -Id 2).GetType().Name; Get-Job -Id 2 | Wait-Job | ForEach-Object Name", ["PSRemotingChildJob", "Job2"]),
        ("(Get-Job -Filter @{ State = 'Failed' }).Name", ["first"]),
        ("(Get-Job -After (Get-Date).AddHours(1) | Measure-Object).Count", [0]),
        ("$a.ChildJobs[0].JobStateInfo.Reason.Message; $null -eq $a.JobStateInfo.Reason", ["bad", True]),
        ("Receive-Job -Name Job4; $b.HasMoreData", ["ok", False]),
        ("$b.PSEndTime -ge $b.PSBeginTime", [True]),
    ],
)
def test_a_background_job_has_a_child_that_does_the_work(script, result):
    """
    The child has the next number; the reason of a failure and what was written are there.
    """
    assert make_session().evaluate(STARTED + script) == result


def test_a_child_is_not_removed_by_itself():
    session = make_session()
    session.evaluate(STARTED + "Remove-Job -Id 2")
    assert session.errors[0].fqid == "JobWithSpecifiedSessionNotFound,Microsoft.PowerShell.Commands.RemoveJobCommand"
