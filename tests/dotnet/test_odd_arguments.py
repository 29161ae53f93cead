"""Arguments that nobody means to give: each is an error of .NET's, none a fault of ours."""

from __future__ import annotations

import io

import pytest

from spshell.app import make_session
from spshell.engine.host.host import Host


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("$b = [System.Collections.BitArray]::new(4); $b[@{}]", "ConvertToFinalInvalidCastException"),
        ("$b = [System.Collections.BitArray]::new(4); $b['1'] = 'x'; $b[1.2]", True),
        ("[System.Collections.Generic.Queue[object]]::new().TryDequeue(5)", "NonRefArgumentToRefParameterMsg"),
        ("[StringComparer]::Ordinal.Compare(1, 2)", -1),
        ("[StringComparer]::Ordinal.Equals(1, 1)", True),
        ("@(1).GetValue()", "ArgumentException"),
        ("[System.Random]::new(3).Shuffle($null)", "ArgumentNullException"),
        ("([DayOfWeek]@{}).ToString()", "Sunday"),
        ("[decimal]::Floor([ordered]@{}).GetType().Name", "Decimal"),
        ("[System.Numerics.BigInteger]::new([double]::NaN)", "OverflowException"),
        ('[System.IO.StreamWriter]::new("`0")', "ArgumentException"),
        ("[System.Collections.Concurrent.ConcurrentDictionary`2]::new()", "ArgumentException"),
        ("[System.Collections.Generic.List[int]]::new([int[]](1, 2)).FindAll($null)", "ArgumentNullException"),
        ('Import-Clixml "`0"', "FileOpenFailure,Microsoft.PowerShell.Commands.ImportClixmlCommand"),
        ("Write-Output 1 -ProgressAction @{}", 1),
        ("@() | Set-Variable { 1 } 5; 'on'", "on"),
        ("New-SPAlert 1 2", "CannotConvertArgumentNoMessage,Microsoft.SharePoint.PowerShell.SPCmdletNewAlert"),
    ],
)  # fmt: skip
def test_odd_arguments_give_errors(text: str, answer: object) -> None:
    session = make_session(Host(io.StringIO(), io.StringIO()))
    found: list[object] = []
    block = session.make_block(f"try {{ {text} }} catch {{ $_.FullyQualifiedErrorId }}")
    session.run_block(block, found.append)
    assert found == [answer]
