"""[WildcardPattern]."""

import pytest

from spshell.engine.session import Session


@pytest.fixture(scope="module")
def session():
    return Session()


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("[WildcardPattern]::Escape('a*[b]`')", "a`*`[b`]``"),
        ("[WildcardPattern]::Unescape('a`*')", "a*"),
        ("[WildcardPattern]::new('A*','IgnoreCase').IsMatch('abc')", True),
        ("[WildcardPattern]::new('A*').IsMatch('abc')", False),
        ("'abc' -like [WildcardPattern]::Get('A*','IgnoreCase')", True),
        ("'abc' -clike [WildcardPattern]::new('A*','IgnoreCase')", True),
        ("[WildcardPattern]::new('a?%').ToWql()", "a_[%]"),
        ("[WildcardPattern]::ContainsWildcardCharacters('a`*')", False),
        ("[WildcardPattern]::new('*a?[b-d^-]`].t*').ToRegex().ToString()", r"a.[b-d\^\x2d]]\.t"),
        ("[WildcardPattern]::new('*').ToRegex().ToString()", ""),
        ("[WildcardPattern]::new('A', 'IgnoreCase').ToRegex().Options.ToString()", "IgnoreCase, Singleline"),
    ],
)
def test_members(session, script, result):
    assert session.evaluate(script) == [result]
