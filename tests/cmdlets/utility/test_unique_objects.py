"""Select-Object -Unique: a set tells objects apart as comparing each with each does."""

from __future__ import annotations

import pytest

from cmdlets.utility.unique_values import UniqueObjects
from spshell.app import make_session

LISTS = [
    "@{ a = 1; b = 'x' }, @{ a = 1; b = 'X' }, @{ a = 1; b = 'x' }, @{ a = 2; b = 'x' }",
    "@{ a = 1 }, @{ a = '1' }, @{ A = 1 }, @{ b = 1 }, @{ a = $null }, @{ a = $null }",
    "@{ a = 'é' }, @{ a = 'é' }, @{ a = 1.5 }, @{ a = 1.5 }, @{ a = $true }, @{ a = $true }",
    "1, 'x', @{ a = 1 }, @{ a = 1 }, 1, 'x'",
]


@pytest.mark.parametrize("switches", ["", "-CaseInsensitive"])
@pytest.mark.parametrize("objects", LISTS)
def test_a_set_keeps_what_comparing_keeps(objects: str, switches: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"""
        $all = {objects}
        $all | ForEach-Object {{ if ($_ -is [hashtable]) {{ [pscustomobject]$_ }} else {{ $_ }} }} |
            Select-Object -Property a, b -Unique {switches} | ForEach-Object {{ "$($_.a)/$($_.b)" }}"""
    quick = make_session().evaluate(text)
    monkeypatch.setattr(UniqueObjects, "_key", lambda _self, _value: None)
    assert quick == make_session().evaluate(text)
