"""An error that leaves the block of a cmdlet is one of the cmdlet, at its place."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.mark.parametrize("cmdlet", ["ForEach-Object", "Where-Object", "Invoke-Command"])
@pytest.mark.parametrize("way", ["straight", "through a variable"])
def test_the_cmdlet_is_where_it_happened(cmdlet, way):
    """Whether the block was compiled into the pipeline or is run by the cmdlet."""
    source = "" if cmdlet == "Invoke-Command" else "1 | "
    block = "{\n\n $null.Nope() }" if way == "straight" else "$b"
    text = (
        f"$b = {{ $null.Nope() }}\ntry {{ {source}{cmdlet} {block} }} catch"
        " { $_.InvocationInfo.MyCommand.Name; $_.InvocationInfo.ScriptLineNumber; $_.CategoryInfo.Activity }"
    )
    assert make_session().evaluate(text) == [cmdlet, 2, cmdlet]


def test_what_is_thrown_stays_where_it_was():
    """And so does the error of a function that a block calls."""
    session = make_session()
    assert session.evaluate("try { 1 | ForEach-Object {\n throw 'x' } } catch { $_.InvocationInfo.ScriptLineNumber }") == [2]
    text = "function f { [CmdletBinding()] param()\n1 / 0 }\ntry { 1 | ForEach-Object { f } } catch { $_.InvocationInfo.ScriptLineNumber }"
    assert session.evaluate(text) == [2]


def test_a_view_chosen_in_a_function_counts_there():
    """$ErrorView is read by what shows errors: it cannot hide in the function."""
    text = "function f($e) { $ErrorView = 'CategoryView'; ($e | Out-String).Trim() }; try { 1 / 0 } catch { f $_ }"
    assert make_session().evaluate(text) == ["NotSpecified: (:) [], RuntimeException"]


def test_a_redirection_is_out_file(tmp_path):
    """Its error is that of the cmdlet, with the exception that says why."""
    text = f"try {{ 1 > '{tmp_path}/none/x' }} catch {{ $_.FullyQualifiedErrorId; $_.CategoryInfo.GetMessage() }}"
    assert make_session().evaluate(text) == [
        "FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand",
        "OpenError: (:) [Out-File], DirectoryNotFoundException",
    ]
