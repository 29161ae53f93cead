"""Methods as delegates."""

from __future__ import annotations

import pytest

from spshell.app import make_session

_CLASS = """
class M {
    static [int] Thrice([int]$v) { return 3 * $v }
    [int] Twice([int]$v) { return 2 * $v }
    static [int] Add([int]$a, [int16]$b) { return $a + $b }
    static [int] Apply([int]$x, [int]$y, [Func[int, int16, int]]$f) { return $f.Invoke($x, $y) }
    static [string] Stars([System.Text.RegularExpressions.Match]$m) { return '*' * $m.Length }
}
"""


@pytest.fixture
def session():
    made = make_session()
    made.evaluate(_CLASS)
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("([Func[int, int]][M]::Thrice).Invoke(4)", [12]),
        ("([Func[int, int]][M]::new().Twice).Invoke(4)", [8]),
        ("[M]::Apply(3, 4, [M]::Add)", [7]),
        ("'ID 123' -replace '\\d+', [M]::Stars", ["ID ***"]),
        (
            "'ID 123' -replace '\\d+', [System.Text.RegularExpressions.MatchEvaluator]{ param($m) 'x' * $m.Length }",
            ["ID xxx"],
        ),
    ],
)
def test_a_method_stands_where_a_delegate_is_wanted(session, text, expected):
    assert session.evaluate(text) == expected


def test_a_method_with_another_number_of_parameters_is_refused(session):
    session.evaluate("[Func[int, int]][M]::Add")
    assert session.errors[0].fqid == "ConvertToFinalInvalidCastException"
