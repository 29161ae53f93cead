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


def test_a_runspace_is_one_object_with_a_state(session):
    """
    The running one is Runspace1 whoever asks; what is not open runs nothing, what runs is busy.
    """
    text = (
        "[runspace]::DefaultRunspace -eq (Get-Runspace -Id 1); $r = [runspacefactory]::CreateRunspace(); "
        "try { [powershell]::Create($r).AddScript('1').Invoke() } catch { $_.FullyQualifiedErrorId; "
        "$_.Exception.InnerException.CurrentState.ToString() } $r.Open(); $r.RunspaceAvailability.ToString()"
    )
    assert session.evaluate(text) == [True, "InvalidRunspaceStateException", "BeforeOpen", "Available"]


def test_a_task_ends_with_its_pipeline(session):
    """
    Its result is the output; what ended the script stands inside an AggregateException.
    """
    text = (
        "$t = [powershell]::Create().AddScript('param($n) $n; 2').AddArgument(1).InvokeAsync(); [Threading.Tasks.Task]::WaitAll($t); "
        "$t.Status.ToString(); $t.Result; $f = [powershell]::Create().AddScript('throw 3').InvokeAsync(); "
        "try { $f.Wait() } catch { $_.FullyQualifiedErrorId } $f.IsFaulted; $f.Exception.InnerException.Message; "
        "try { [powershell]::Create('CurrentRunspace').AddScript('1').InvokeAsync() } catch { $_.FullyQualifiedErrorId }"
    )
    assert session.evaluate(text) == [
        "RanToCompletion", 1, 2, "AggregateException", True, "3", "PSInvalidOperationException",
    ]  # fmt: skip


def test_a_block_of_pipelines_becomes_commands_with_their_arguments(session):
    """
    Splatted ones too; a block that is more than pipelines is refused.
    """
    text = (
        "$p = { param($h) Write-Output @h | Sort-Object -Descending; Write-Output 3 }.GetPowerShell(@{ InputObject = (1, 2) });"
        "$p.Commands.Commands.CommandText; $p.Invoke(); try { { if (1) { 2 } }.GetPowerShell() } catch { $_.FullyQualifiedErrorId }"
    )
    assert session.evaluate(text) == [
        "Write-Output", "Sort-Object", "Write-Output", 2, 1, 3, "ScriptBlockToPowerShellNotSupportedException",
    ]  # fmt: skip
