"""One place that calls a cmdlet again and again: each call binds as if it were the first."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("foreach ($v in 1, 'x', @(1, 2), $null) { @(Write-Output -InputObject $v -NoEnumerate).Count }", [1, 1, 1, 1]),
        ("foreach ($n in 1, 2, 1) { 1..5 | Select-Object -First $n | Measure-Object | ForEach-Object Count }", [1, 2, 1]),
        ("foreach ($w in { $_ -gt 1 }, { $_ -lt 2 }) { 1, 2 | Where-Object $w }", [2, 1]),
        ("foreach ($s in $true, $false, $true) { 1, 2 | Sort-Object -Descending:$s | Select-Object -First 1 }", [2, 1, 2]),
        ("foreach ($p in @{ First = 1 }, @{ Last = 1 }) { 1, 2, 3 | Select-Object @p }", [1, 3]),
        ("foreach ($n in '2', 3, '4') { 1..9 | Select-Object -Index $n }", [3, 4, 5]),
    ],
)
def test_values_of_other_classes_and_shapes_bind_as_they_would_alone(session, text, expected):
    assert session.evaluate(text) == expected


def test_a_value_that_does_not_fit_fails_as_at_the_first_call(session):
    text = "$ids = foreach ($n in 1, 'no', 1) { try { 1, 2 | Select-Object -First $n } catch { $_.FullyQualifiedErrorId } }"
    session.evaluate(text)
    assert session.evaluate("$ids") == [
        1, "CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.SelectObjectCommand", 1,
    ]  # fmt: skip


def test_defaults_that_the_user_sets_later_are_used(session):
    session.evaluate("function f { 1, 2, 3 | Select-Object -Skip 1 }; $null = f; $null = f")
    session.evaluate("$PSDefaultParameterValues['Select-Object:First'] = 1")
    assert session.evaluate("f") == [2]


def test_a_name_that_means_something_else_later_is_looked_up_again(session):
    session.evaluate("function f { Get-Random -Maximum 1 }; $null = f; $null = f; function Get-Random { 'mine' }")
    assert session.evaluate("f") == ["mine"]


def test_remaining_arguments_are_gathered_at_every_call(session):
    """One value, several, a list, a list beside others; in the same place, one after the other."""
    text = """
        foreach ($n in 1, 2) {
            foreach ($v in 'x', @(1, 2), 5, $null, @()) { (Write-Output $v).Count; @(Write-Output $v 'y').Count }
            (Write-Output a b, c).Count; (Write-Output -NoEnumerate $n 7).Count
        }"""
    once = [1, 2, 2, 2, 1, 2, 0, 2, 0, 2]
    found = session.evaluate(text)
    assert found[: len(found) // 2] == found[len(found) // 2 :]
    assert len(found) == 2 * (len(once) + 2)
