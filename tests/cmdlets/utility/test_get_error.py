"""Get-Error: which errors, and what is shown of them."""

from __future__ import annotations

from spshell.formatting.error_details import error_details


def test_the_newest_error_stays_as_it_was(session):
    """
    Only the object that is given out has the name of the detailed view.
    """
    session.evaluate("try { throw 'one' } catch { }; try { throw 'two' } catch { }")
    assert session.evaluate("(Get-Error).psobject.TypeNames[0]; $Error[0].psobject.TypeNames[0]; (Get-Error -Last 9).PSErrorIndex") == [
        "System.Management.Automation.ErrorRecord#PSExtendedError",
        "System.Management.Automation.ErrorRecord",
        0,
        1,
    ]


def test_exceptions_inside_are_shown_below_each_other(session):
    """
    Values that are not there have no line; the names of one object are as wide as the longest.
    """
    error = session.evaluate("[InvalidOperationException]::new('frozen', [TimeoutException]::new('slow')) | Get-Error")[0]
    assert error_details(error, session).split("\n") == [
        "Type           : System.InvalidOperationException",
        "Message        : frozen",
        "InnerException : ",
        "    Type    : System.TimeoutException",
        "    Message : slow",
        "    HResult : -2146233083",
        "HResult        : -2146233079",
    ]


def test_at_least_one_error_is_asked_for(session):
    assert session.evaluate("try { Get-Error -Newest 0 } catch { $_.FullyQualifiedErrorId }") == [
        "ParameterArgumentValidationError,Microsoft.PowerShell.Commands.GetErrorCommand"
    ]
