"""``$PSCmdlet`` of an advanced function, as the code that it calls sees it."""

from __future__ import annotations

import pytest

from spshell.app import make_session

HELPER = """
function Show-Caller { "$($PSCmdlet.MyInvocation.MyCommand.Name) $($PSCmdlet.ParameterSetName)" }
function Step { param($x) Show-Caller }
function Invoke-It($block) { & $block }
function Stop-Caller { $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([Exception]::new('no'), 'Id', 'InvalidData', $null)) }
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("function Top { [CmdletBinding()] param($a) Show-Caller }; Top 1", ["Top __AllParameterSets"]),
        (
            "function Top { [CmdletBinding(DefaultParameterSetName='Named')] param($a) Step 1 }; Top",
            ["Top Named"],
        ),
        (
            "function Inner { [CmdletBinding()] param($a) $v = Step 1; $v }; function Top { [CmdletBinding()] param($a) Inner }; Top",
            ["Inner __AllParameterSets"],
        ),
        (
            "function Top { [CmdletBinding()] param($b) Invoke-It $b }; Top { Show-Caller }",
            ["Top __AllParameterSets"],
        ),
        (
            "function Top { [CmdletBinding()] param($b) Invoke-It $b; 'end' }; Top { $PSCmdlet.WriteObject('written') }",
            ["written", "end"],
        ),
    ],
    ids=["called by name", "through a plain function", "the nearest one", "in a block", "written objects"],
)
def test_code_that_an_advanced_function_calls_sees_its_pscmdlet(text: str, wanted: list[str]) -> None:
    """The function need not name the variable itself."""
    assert make_session().evaluate(HELPER + text) == wanted


@pytest.mark.parametrize("called", ["Stop-Caller", "Invoke-It { Stop-Caller }"])
def test_a_helper_may_end_the_function_that_called_it(called: str) -> None:
    """ThrowTerminatingError ends the function and the statement that called it, not the script."""
    session = make_session()

    result = session.evaluate(
        f"{HELPER} function Top {{ [CmdletBinding()] param($a) {called}; 'after' }}; Top; 'next'"
    )

    assert result == ["next"]
    assert session.evaluate("$Error[0].FullyQualifiedErrorId") == ["Id,Top"]
