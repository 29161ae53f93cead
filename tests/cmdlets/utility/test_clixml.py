"""CLIXML: what is written comes back."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "value",
    [
        "5", "5L", "[byte]5", "1.5", "1.5d", "$true", "[char]65", "'a_x0041_b'", '"`0`n😀"',
        "[datetime]'2024-03-05T01:02:03.5'", "[timespan]'-1.02:03:04.5'", "[guid]::Empty", "[version]'1.2'",
        "[uri]'http://portal/x'", "[ipaddress]'10.0.0.1'",
    ],
)  # fmt: skip
def test_values_of_known_types_come_back(session, value):
    """
    Type and value are the same after a round trip.
    """
    text = (
        f"$a = {value}; $s = [System.Management.Automation.PSSerializer];"
        " $b = $s::Deserialize($s::Serialize($a)); $a.GetType() -eq $b.GetType(); $a -eq $b"
    )
    assert session.evaluate(text) == [True, True]


def test_other_objects_come_back_as_copies(session):
    """
    Type names say Deserialized, the text and the properties are kept, methods are not.
    """
    text = (
        "$s = [System.Management.Automation.PSSerializer]; $b = $s::Deserialize($s::Serialize([regex]'a+'));"
        ' $b.psobject.TypeNames[0]; "$b"; $b.Options; $b.psobject.Properties.Name'
    )
    assert session.evaluate(text) == [
        "Deserialized.System.Text.RegularExpressions.Regex",
        "a+",
        "None",
        "Options",
        "RightToLeft",
        "MatchTimeout",
    ]


def test_one_object_written_twice_comes_back_as_one(session):
    """
    The second mention is a reference.
    """
    text = (
        "$x = [pscustomobject]@{ A = 1 }; $s = [System.Management.Automation.PSSerializer];"
        " $b = $s::Deserialize($s::Serialize([pscustomobject]@{ F = $x; S = $x })); $b.F.A = 2; $b.S.A"
    )
    assert session.evaluate(text) == [2]
