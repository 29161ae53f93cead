"""Redirection into variables, and what conditions and chains say about success."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session(tmp_path):
    made = make_session()
    made.location = str(tmp_path)
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1..3 > variable:a; $a.Count; $a[2]", [3, 3]),
        ("@{one = 1} > variable:a; $a.GetType().Name", ["Hashtable"]),
        ("1 > variable:a; 2, 3 >> variable:a; -join $a", ["123"]),
        ("'x' >> variable:fresh; $fresh", ["x"]),
        ("$null > variable:a; $null -eq $a", [True]),
        ("Write-Warning w 3> variable:a; $a.GetType().Name", ["WarningRecord"]),
        ('. { Write-Error bad; Write-Information info } 2> variable:e 6> variable:i; "$e|$i"', ["bad|info"]),
        ("Set-Location Variable:; 'x' > got; $got", ["x"]),
        ("/bin/echo hi > variable:o; $o", ["hi"]),
    ],
)
def test_a_variable_takes_the_objects_themselves(session, tmp_path, text, expected):
    assert session.evaluate(text) == expected
    assert list(tmp_path.iterdir()) == []


def test_the_variable_belongs_to_the_scope_that_redirects(session):
    assert session.evaluate("function f { 1 > variable:local1; $local1 }; f; $null -eq $local1") == [1, True]


@pytest.mark.parametrize(
    "statement",
    [
        "if (Write-Error x -ErrorAction Ignore) { }",
        "if ('a' -and (Get-Item nosuch -ErrorAction Ignore)) { }",
        "while (Get-Item nosuch -ErrorAction Ignore) { }",
        "do { } until ($null -eq (Get-Item nosuch -ErrorAction Ignore))",
    ],
)
def test_a_condition_that_ran_a_command_is_no_failure(session, statement):
    assert session.evaluate(f"{statement}; $?") == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$x = $y = 'a' && 'b'; \"$x|$y\"", ["a b|a b"]),
        ("$x, $y = $z = 'a' && 'b'; $x; $y; \"$z\"", ["a", "b", "a b"]),
        ('$x = $y = if ($true) { 5, 6 }; "$x|$y"', ["5 6|5 6"]),
        ('$x = ($y = foreach ($i in 1..2) { $i }); "$x|$y"', ["1 2|1 2"]),
        ("$x = @(1); $x += $y = 'a' && 'b'; \"$x|$y\"", ["1 a b|a b"]),
    ],
)
def test_what_an_inner_assignment_takes_goes_on_to_the_outer_one(session, text, expected):
    assert session.evaluate(text) == expected
