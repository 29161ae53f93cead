"""New-Object: what goes wrong has ids of its own."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("New-Object version 'x'", "ConstructorInvokedThrowException"),
        ("New-Object datetime x", "ConstructorInvokedThrowException"),
        ("New-Object math", "CannotFindAppropriateCtor"),
        ("New-Object System.IDisposable", "CannotFindAppropriateCtor"),
        ("New-Object System.UriBuilder -Property @{Nope=1}", "InvalidOperationException"),
        ("New-Object version '1.2' -Property @{Major=5}", "SetValueException"),
        ("New-Object -ComObject Excel.Application", "NamedParameterNotFound"),
    ],
)
def test_errors(script: str, result: str) -> None:
    """
    The id of the terminating error.
    """
    session = Session(Host(io.StringIO(), io.StringIO()))
    session.evaluate(f"try {{ {script} }} catch {{ $id = $_.FullyQualifiedErrorId }}")
    assert [to_text(item).partition(",")[0] for item in session.evaluate("$id")] == [result]


def test_values_without_arguments_and_method_calls_as_properties() -> None:
    """
    A struct needs no constructor; a method named in -Property is called.
    """
    session = Session(Host(io.StringIO(), io.StringIO()))
    found = session.evaluate(
        "New-Object guid; (New-Object System.Collections.ArrayList -Property @{Add=5}).Count"
    )
    assert [to_text(item) for item in found] == ["00000000-0000-0000-0000-000000000000", "1"]
