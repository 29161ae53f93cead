"""LanguagePrimitives: conversions and comparisons as methods."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def test_a_conversion_that_fails_can_be_asked_for(session):
    """
    The result is null then.
    """
    got = session.evaluate(
        "$p = [System.Management.Automation.LanguagePrimitives]; $r = 1; $p::TryConvertTo('x', [int], [ref] $r); $null -eq $r;"
        "$p::ConvertTo('5', [int])"
    )
    assert got == [False, True, 5]


def test_comparisons_mind_the_case_unless_told(session):
    got = session.evaluate(
        "$p = [System.Management.Automation.LanguagePrimitives]; $p::Equals('A', 'a'); $p::Equals('A', 'a', $true); $p::IsTrue('')"
    )
    assert got == [False, True, False]
