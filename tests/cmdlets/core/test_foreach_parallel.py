"""ForEach-Object -Parallel: what goes into its blocks, and what does not."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


def test_each_block_brings_the_variables_of_its_own_command(session):
    """A block inside a block names variables that exist in the outer block only."""
    text = "1 | ForEach-Object -Parallel { $b = 'in'; 1..2 | % -Parallel { $using:b } }"
    assert session.evaluate(text) == ["in", "in"]


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("1 | ForEach-Object -Parallel { 1 } -ErrorAction Stop", "ParallelCommonParametersNotSupported"),
        ("$b = { 1 }; 1 | ForEach-Object -Parallel { $using:b }", "ParallelUsingVariableCannotBeScriptBlock"),
        ("{ 1 } | ForEach-Object -Parallel { 1 } -ErrorVariable e 2>$null; throw $e[0]", "ParallelPipedInputObjectCannotBeScriptBlock"),
    ],
)
def test_what_parallel_blocks_refuse(session, text, error_id):
    """Script blocks belong to one session; some common parameters have no meaning there."""
    found = session.evaluate(f"try {{ {text} }} catch {{ $_.FullyQualifiedErrorId }}")
    assert found == [f"{error_id},Microsoft.PowerShell.Commands.ForEachObjectCommand"]


def test_records_of_the_blocks_are_collected(session):
    """-WarningVariable and -InformationVariable see what the blocks write."""
    text = (
        "1 | ForEach-Object -Parallel { Write-Warning w; Write-Information i } -WarningVariable w -InformationVariable i *>$null;"
        " [string]$w; [string]$i"
    )
    assert session.evaluate(text) == ["w", "i"]
