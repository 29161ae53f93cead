"""The first object of a pipeline that ran before: it goes the short way, and nobody can tell."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.engine.binding import input_memory
from spshell.engine.pipelines import cmdlet_stage, script_stages

PROGRAM = r"""
function Get-Row { [CmdletBinding()] param([Parameter(ValueFromPipeline)][int]$Number = 7, [string]$Mark = '-')
 begin { "b$Number" } process { "$Mark$Number $($PSBoundParameters.Keys -join ',') $($PSCmdlet.ParameterSetName)" } end { "e$Number" } }
function Get-Named { param([Parameter(Mandatory, ValueFromPipelineByPropertyName)][string]$Name,
 [Parameter(ValueFromPipelineByPropertyName)][int]$Size = 9) process { "$Name $Size" } end { "$Name $Size" } }
function Get-Any { param([Parameter(ValueFromPipeline)][psobject]$InputObject) process { $InputObject | Get-Inner } end { "$InputObject" } }
function Get-Inner { param([Parameter(ValueFromPipeline)]$It) process { "[$It]" } }
function Get-Either { [CmdletBinding(DefaultParameterSetName = 'T')] param(
 [Parameter(ParameterSetName = 'T', ValueFromPipeline)][string]$Text, [Parameter(ParameterSetName = 'N', ValueFromPipeline)][int]$Number)
 process { "$($PSCmdlet.ParameterSetName) $Text $Number" } }
$objects = [pscustomobject]@{ Name = 'a'; Size = 1 }, [pscustomobject]@{ Name = 'b' }, [pscustomobject]@{ Size = 3 }
foreach ($values in (1, 2), (3, 'x', 4), ('x', 5), (, '6'), (1, $null, 2), $objects, ($objects[1], $objects[0]), ($objects[2], $objects[0]), ($objects[0], $objects[1]), (6, 'x')) {
    "-- $($values.Count)"
    $values | Get-Row -Mark m 2>&1 | ForEach-Object { "$($_)".Split(':')[0] }
    $values | Get-Named 2>&1 | ForEach-Object { $_.FullyQualifiedErrorId ?? "$_" }
    $values | Get-Any | ForEach-Object { "$_" }
    $values | Get-Either 2>&1 | ForEach-Object { $_.FullyQualifiedErrorId ?? "$_" }
    $values | Join-String -Separator '+'
    $values | Select-String -Pattern '[0-9]' 2>&1 | ForEach-Object { $_.FullyQualifiedErrorId ?? "$_" }
    $values | Get-Random -Count 9 | Measure-Object | ForEach-Object Count
    ($values | Add-Member -NotePropertyName Note -NotePropertyValue 1 -PassThru -Force).Note
}
"""


def _printed() -> list[object]:
    out: list[object] = []
    session = make_session()
    session.run_block(session.make_block(PROGRAM), out.append)
    return [str(item) for item in out]


def test_a_remembered_first_object_is_bound_as_the_binder_binds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Objects that fit, that need conversion and that are refused, in any order: the same as without a memory.
    """
    remembered: list[str] = []
    resume = input_memory.FirstInput.resume

    def counted(first: input_memory.FirstInput, binding: object) -> None:
        remembered.append(first.way.__class__.__name__)
        resume(first, binding)  # type: ignore[arg-type]  # a binding

    monkeypatch.setattr(input_memory.FirstInput, "resume", counted)
    short = _printed()
    assert {"AlikeInput", "InputShape", "QuickInput"} <= set(remembered)
    for module in (cmdlet_stage, script_stages):
        monkeypatch.setattr(module, "first_input", lambda _binding, _value: None)

    assert short == _printed()
