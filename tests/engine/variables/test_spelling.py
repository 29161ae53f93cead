"""Get-Variable shows names as they were written."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("$MyVar = 1; $myvar = 2; (Get-Variable MYVAR).Name", ["MyVar"]),
        ("Set-Variable Counter 5; (Get-Variable count*).Name", ["Counter"]),
        ("function f($FromCaller) { (Get-Variable from*).Name }; f 1", ["FromCaller"]),
        ("(Get-Variable maximumhistory*).Name", ["MaximumHistoryCount"]),
    ],
)
def test_a_variable_keeps_its_first_spelling(script, names):
    session = make_session()
    got = []
    session.run_text(script, got.append)
    assert got == names
