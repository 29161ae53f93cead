"""`switch`: which clauses match, and what goes wrong."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


@pytest.mark.parametrize(
    ("item", "clause", "matches"),
    [
        ("1", "'1'", True),
        ("1", "1.0", True),
        ("1", "$true", False),
        ("$true", "1", False),
        ("$true", "'true'", True),
        ("'1'", "'01'", False),
        ("[DayOfWeek]::Friday", "5", False),
        ("''", "$null", False),
    ],
)
def test_clauses_are_compared_as_text(session, item, clause, matches):
    """
    No conversion: the texts of item and clause are the same, in any case; null is only null.
    """
    assert session.evaluate(f"switch ({item}) {{ {clause} {{ 'yes' }} default {{ 'no' }} }}") == [
        "yes" if matches else "no"
    ]


def test_a_bad_pattern_is_reported_at_its_clause(session):
    """
    InvalidRegularExpression ends the switch.
    """
    session.evaluate("switch -Regex ('x') { '[' { 'bad' } default { 'd' } }")
    record = session.errors[0]
    assert (record.fqid, record.category, record.invocation.extent.text) == (
        "InvalidRegularExpression",
        "InvalidOperation",
        "'['",
    )


def test_a_missing_file_is_not_found(session):
    """
    switch -File reports the path as Get-Item would.
    """
    session.evaluate("switch -File ./none.txt { default { $_ } }")
    assert session.errors[0].category == "ObjectNotFound"
