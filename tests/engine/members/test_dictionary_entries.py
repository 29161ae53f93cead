"""Entries of dictionaries come before their properties, whichever cmdlet asks for a name."""

from __future__ import annotations

import pytest

from spshell.app import make_session

MAKE = {
    "hashtable": "@{{ Count = {0}; Keys = 'k' }}",
    "ordered": "[ordered]@{{ Count = {0}; Keys = 'k' }}",
    "generic": "$(& {{ $d = [System.Collections.Generic.Dictionary[string, object]]::new(); $d['Count'] = {0}; , $d }})",
}
USES = {
    "| Select-Object Count | ForEach-Object { $_.Count }": [8, 3],
    "| Select-Object -ExpandProperty Count": [8, 3],
    "| ForEach-Object Count": [8, 3],
    "| Where-Object Count -gt 5 | ForEach-Object Count": [8],
    "| Sort-Object Count | ForEach-Object Count": [3, 8],
    "| Group-Object Count | ForEach-Object Name": ["3", "8"],
    "| Measure-Object Count -Sum | ForEach-Object Sum": [11],
}


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("kind", MAKE)
def test_an_entry_named_as_a_property(kind: str, use: str) -> None:
    made = ", ".join(MAKE[kind].format(number) for number in (8, 3))
    got = make_session().evaluate(f"$items = @({made}); $items {use}")
    assert got == USES[use]
