"""Sessions that scripts open themselves: [powershell], runspaces, pools."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


def test_a_pipeline_has_variables_and_streams_of_its_own(session):
    session.evaluate(
        "$x = 1; $p = [powershell]::Create().AddScript('$x = 5; $x; Write-Error oops; Write-Warning careful')"
    )
    assert session.evaluate("$p.Invoke(); $x; $p.HadErrors; $p.Streams.Error.Count; $p.Streams.Warning[0].Message") == [
        5, 1, True, 1, "careful",
    ]  # fmt: skip


def test_a_runspace_keeps_what_earlier_pipelines_did(session):
    session.evaluate(
        "$p = [powershell]::Create(); $null = $p.AddScript('function f { 7 }; $y = 3').Invoke(); $p.Commands.Clear()"
    )
    assert session.evaluate("$p.AddScript('f; $y').Invoke()") == [7, 3]


def test_commands_take_named_and_positional_arguments_and_input(session):
    text = (
        "[powershell]::Create().AddCommand('ForEach-Object').AddArgument({ $_ * 2 }).Invoke(@(1, 2));"
        "[powershell]::Create().AddCommand('Write-Output').AddParameter('InputObject', 'a').AddStatement()"
        ".AddCommand('Write-Output').AddParameters(@{ InputObject = 'b' }).Invoke()"
    )
    assert session.evaluate(text) == [2, 4, "a", "b"]


def test_what_ends_the_script_is_the_inner_exception_of_invoke(session):
    session.evaluate(
        "try { [powershell]::Create().AddScript('throw \"boom\"').Invoke() } catch { $e = $_.Exception }"
    )
    assert session.evaluate("$e.GetType().Name; $e.InnerException.Message") == [
        "MethodInvocationException",
        "boom",
    ]


def test_a_pool_runs_pipelines_on_threads_of_at_most_its_size(session):
    session.evaluate(
        "$pool = [runspacefactory]::CreateRunspacePool(1, 2); $pool.Open(); $all = foreach ($n in 1..4) {"
        " $p = [powershell]::Create().AddScript('param($n) Start-Sleep -Milliseconds 5; $n * $n').AddArgument($n);"
        " $p.RunspacePool = $pool; [pscustomobject]@{ P = $p; H = $p.BeginInvoke() } }"
    )
    assert session.evaluate("$all.ForEach({ $_.P.EndInvoke($_.H) }); $all[0].H.IsCompleted; $pool.GetAvailableRunspaces()") == [
        1, 4, 9, 16, True, 2,
    ]  # fmt: skip


def test_stop_ends_an_endless_loop(session):
    session.evaluate(
        "$p = [powershell]::Create().AddScript('while ($true) { }'); $h = $p.BeginInvoke(); $p.Stop()"
    )
    assert session.evaluate('"$($p.InvocationStateInfo.State) $($h.IsCompleted)"') == ["Stopped True"]


def test_a_session_state_gives_variables_and_functions_to_new_sessions(session):
    session.evaluate(
        "$i = [initialsessionstate]::CreateDefault();"
        "$i.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new('v', 4, ''));"
        "$i.Commands.Add([System.Management.Automation.Runspaces.SessionStateFunctionEntry]::new('g', '$v + 1'));"
        "$r = [runspacefactory]::CreateRunspace($i); $r.Open(); $p = [powershell]::Create($r)"
    )
    assert session.evaluate("$p.AddScript('g').Invoke()") == [5]


def test_a_reference_to_null_takes_what_nobody_wants(session):
    assert session.evaluate("[int]::TryParse('5', [ref]$null)") == [True]


@pytest.mark.parametrize(
    ("script", "error_id"),
    [
        ("Write-Error oops -ErrorAction Stop", "ActionPreferenceStopException"),
        ("if (", "IncompleteParseException"),
        ("if )", "ParseException"),
    ],
)
def test_errors_that_end_a_pipeline_are_told_apart_by_their_exception(session, script, error_id):
    session.evaluate(f"try {{ [powershell]::Create().AddScript('{script}').Invoke() }} catch {{ $e = $_ }}")
    assert session.evaluate("$e.FullyQualifiedErrorId") == [error_id]


def test_a_pipeline_without_a_pool_runs_in_a_session_of_its_own(session):
    assert session.evaluate("$p = [powershell]::Create().AddScript('7'); $p.RunspacePool = $null; $p.Invoke()") == [7]


def test_what_a_command_throws_stands_in_an_exception_of_the_invocation(session):
    """
    Its record is the command's own.
    """
    session.evaluate(
        "$p = [powershell]::Create(); $null = $p.AddScript('function f { [CmdletBinding()] param() "
        '$PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([ArgumentException]::new("bad"),'
        ' "Bad", "InvalidArgument", $null)) }\').Invoke(); $p.Commands.Clear();'
        "try { $p.AddCommand('f').Invoke() } catch { $e = $_.Exception.InnerException }"
    )
    assert session.evaluate("$e.GetType().Name; $e.InnerException.GetType().Name; $e.ErrorRecord.FullyQualifiedErrorId") == [
        "CmdletInvocationException",
        "ArgumentException",
        "Bad,f",
    ]


def test_commands_put_together_apart_are_handed_over_as_a_copy(session):
    """
    What is added afterwards is not run.
    """
    got = session.evaluate(
        "$c = [System.Management.Automation.PSCommand]::new().AddCommand('Write-Output').AddArgument(5);"
        "$p = [powershell]::Create(); $p.Commands = $c; $null = $c.AddParameter('NoEnumerate').AddStatement();"
        "$p.Invoke(); $c.Clone().Commands.Count; $p.Commands.Commands.Count"
    )
    assert got == [5, 1, 1]
