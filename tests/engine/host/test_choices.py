"""Questions: what they look like and what counts as an answer."""

from __future__ import annotations

import io

from spshell.app import make_session
from spshell.engine.host.host import Host


def asked(text, answers, *, width=80):
    """(output, what the text gave) with these lines as standard input."""
    out = io.StringIO()
    session = make_session(Host(out, out, io.StringIO(answers), width=width), non_interactive=False)
    return session.evaluate(text), out.getvalue()


def test_the_index_of_the_choice_is_given():
    """By key or by name; nothing means the default."""
    text = "$Host.UI.PromptForChoice('Delete', 'Sure?', ('&Yes', '&No'), 1)"

    assert asked(text, "y\n") == ([0], '\nDelete\nSure?\n[Y] Yes  [N] No  [?] Help (default is "N"): y\n')
    assert asked(text, "YES\n")[0] == [0]
    assert asked(text, "\n")[0] == [1]


def test_a_bad_answer_is_asked_again_and_long_lines_break():
    """Only the line of choices is repeated."""
    text = "function f { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() $PSCmdlet.ShouldProcess('x') }; f"
    found, shown = asked(text, "q\na\n")

    assert found == [True]
    assert shown.count('[?] Help \n(default is "Y"):') == 2


def test_nobody_to_ask_is_an_error():
    """-NonInteractive refuses."""
    session = make_session()

    assert session.evaluate(
        "try { $Host.UI.PromptForChoice('', '', ('&Yes', '&No'), 0) } catch { $_.FullyQualifiedErrorId }"
    ) == ["PSInvalidOperationException"]
    assert session.evaluate(
        "function f { param([pscredential]$c) $c }; try { f ann } catch { $_.FullyQualifiedErrorId }"
    ) == ["ParameterArgumentTransformationError,f"]


def test_a_message_may_ask_whether_to_go_on():
    """
    Inquire asks after the message; Yes to All asks no more in that command, Halt ends the statement.
    """
    session = make_session(Host(io.StringIO(), io.StringIO(), io.StringIO("y\na\nh\n")), non_interactive=False)
    session.evaluate("function f { [CmdletBinding()] param() process { Write-Warning 'w'; 'went on' } }")
    assert session.evaluate("f -WarningAction Inquire") == ["went on"]
    assert session.evaluate("$WarningPreference = 'Inquire'; 'a', 'b' | Write-Warning; 'next'") == ["next"]
    assert session.evaluate("try { Write-Warning 'w' } catch { $_.FullyQualifiedErrorId }") == [
        "ActionPreferenceStop,Microsoft.PowerShell.Commands.WriteWarningCommand"
    ]
