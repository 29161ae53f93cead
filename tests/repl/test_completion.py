"""What the prompt offers for the values of parameters."""

from __future__ import annotations

from spshell.app import make_session
from spshell.repl.completion import candidates


def test_a_registered_block_offers_values():
    """
    Texts or CompletionResult objects, for the word so far.
    """
    session = make_session()
    session.evaluate(
        "Register-ArgumentCompleter -CommandName Get-Date -ParameterName Format -ScriptBlock {\n"
        "  param($command, $parameter, $word)\n"
        "  \"$word-1\"; [System.Management.Automation.CompletionResult]::new('two') }"
    )
    assert candidates(session, "Get-Date -Format ab") == ["ab-1", "two"]


def test_a_validated_set_offers_its_values():
    session = make_session()
    session.evaluate("function Set-Zone([ValidateSet('Internet', 'Intranet', 'Custom')]$Zone) { }")
    assert candidates(session, "Set-Zone -Zone int") == ["Internet", "Intranet"]
