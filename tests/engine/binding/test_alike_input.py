"""Objects that are bound as the one before are bound as each would be by itself."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.engine.binding import alike_input
from spshell.values.text import to_text

MIXED = "'a', 'bb', '', 'c', 1, 2, 'd', $null, 2.5, 3.5, $true, @('x', 'y'), ([pscustomobject]@{ Path = 'p' }), 'e', 'f'"

PIPELINES = [
    "{0} | Write-Output | Join-Path -ChildPath z",
    "{0} | Write-Output | Select-String '[a-f]' | Write-Output",
    "{0} | Write-Output | Split-Path -Leaf",
    "{0} | Write-Output | Test-Path",
    "{0} | Write-Output | Get-Date -Format yyyy",
    "{0} | Write-Output | Out-String -Stream",
    "{0} | Write-Output | Set-Content TestFile:; $?",
    "{0} | Write-Output | ConvertTo-SecureString -AsPlainText -Force | Measure-Object | % Count",
    "{0} | Write-Output | Join-String -Separator ','",
    "{0} | Write-Output | Get-Variable -ValueOnly -ErrorAction Ignore",
    "{0} | Write-Output | Write-Host *>&1",
    "{0} | Write-Output | Add-Member -NotePropertyName n -NotePropertyValue 1 -PassThru | % n",
    "{0} | Write-Output | Format-Hex | % Bytes",
    "{0} | Write-Output | ConvertFrom-Json -ErrorAction Continue",
    "{0} | Write-Output | Get-Random -Count 0",
    "{0} | Write-Output | Start-Sleep -Milliseconds {{ 0 }}",
    "{0} | Write-Output | Select-Object -Property Length",
]


def run(text: str) -> list[str]:
    session = make_session()
    shown = '; foreach ($e in $Error) { "$($e.FullyQualifiedErrorId) $($e.TargetObject)" }'
    return [to_text(item) for item in session.evaluate(text + shown)]


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_is_what_binding_each_object_has(pipeline: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = pipeline.format(MIXED)
    quick = run(text)
    monkeypatch.setattr(alike_input, "alike_input", lambda _binding, _value: None)
    assert quick == run(text)
