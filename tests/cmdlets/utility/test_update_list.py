"""Update-List and [pslistmodifier]."""

from __future__ import annotations

import pytest

from spshell.values.text import to_text

_OBJECT = "$o = [pscustomobject]@{ To = [Collections.ArrayList]@('a', 'b'); N = 5 }; "


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("($o | Update-List To -Add c -Remove a).To", "b c"),
        ("($o | Update-List To -Replace 9, 8).To", "9 8"),
        ("([pslistmodifier](Update-List -Remove a -Add z)).ApplyTo($o.To); $o.To", "b z"),
        ("try { [pslistmodifier]@{ Bad = 1 } } catch { 'refused' }", "refused"),
    ],
)
def test_a_list_is_changed_in_place(session, script, result):
    assert " ".join(to_text(value) for value in session.evaluate(_OBJECT + script)) == result


@pytest.mark.parametrize(
    ("script", "fqid"),
    [
        ("$o | Update-List N -Add 1", "ApplyFailed"),
        ("$o | Update-List Other -Add 1", "MemberDoesntExist"),
        ("Update-List To -Add 1", "MissingInputObjectParameter"),
        ("$o | Update-List -Add 1", "MissingPropertyParameter"),
    ],
)
def test_what_cannot_be_changed_is_said(session, script, fqid):
    session.evaluate(_OBJECT + script)
    assert session.errors[0].fqid == f"{fqid},Microsoft.PowerShell.Commands.UpdateListCommand"
