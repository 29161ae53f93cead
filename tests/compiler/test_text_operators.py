"""Operators on text with constants, compiled to expressions, do what the general operators do, whatever they meet."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.values.text import to_text

VALUES = r"""
$values = @('', 'a;b', 'A B  c', 'x-1, y.2;', '12', '-7', '0012', '12.5', '.5', '1.2.3', '5.', '1e3', ' 4 ', "'q'", 'naïve;ß', '2147483648',
    5, -3, 2.25, 1e300, [double]::NaN, [double]::PositiveInfinity, $null, @('a;b', 5, 'c'), [char]'7', $true, 3000000000,
    [datetime]'2026-01-02', [decimal]1.50, @(), ([pscustomobject]@{ n = 7 }), [char[]]'ab', [string[]]('p', 'q'))
"""

SHOWN = """
    foreach ($t in $values) {{
        try {{ $r = {0}; "$(if ($null -ne $r) {{ $r.GetType() }}) <$($r -join '|')> $($Matches.Count)" }}
        catch {{ "$($_.FullyQualifiedErrorId.Split(',')[0]) $($_.Exception.GetType())" }}
    }}"""

PATTERNS = [
    ";",
    " ",
    r"\.",
    r"\s+",
    "[,;]",
    "b",
    "B",
    "(-)|(;)",
    "",
    "'",
    r"\d",
    "a|;",
    r"^\w",
    r"\-",
    "-",
    "ï",
    "(",
]
TEMPLATES = [
    "{0}", "<{0,6}>", "<{0,-6}>", "{0:n2}", "{0:N0}", "{0:f1}", "{0:d4}", "{0:D}", "{0:x}", "{0:000}", "{0,8:n1}|{1}", "{1}{0}",
    "{{{0}}}", "{0:yyyy}", "no items", "{2}", "{0", "{0:{}", "{0, 5}", "{0:p1}", "{0,-4:d2}.", "{0:c}", "%{0}%",
]  # fmt: skip


def run(text: str) -> list[str]:
    return [to_text(item) for item in make_session().evaluate(VALUES + text)]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("operator", ["-split", "-csplit", "-match", "-cmatch", "-replace", "-creplace"])
def test_constant_patterns(operator: str, pattern: str) -> None:
    quoted = "'" + pattern.replace("'", "''") + "'"
    general = run(f"$p = {quoted}\n" + SHOWN.format(f"$t {operator} $p"))
    assert run(SHOWN.format(f"$t {operator} {quoted}")) == general


@pytest.mark.parametrize("pattern", [";", "b", r"(\w)-", r"\s"])
@pytest.mark.parametrize("new", ["", "_", "$1+", "$&$&", "\\1", "$", "{0}"])
def test_constant_replacements(pattern: str, new: str) -> None:
    general = run(f"$p = '{pattern}', '{new}'\n" + SHOWN.format("$t -replace $p"))
    assert run(SHOWN.format(f"$t -replace '{pattern}', '{new}'")) == general


@pytest.mark.parametrize("template", TEMPLATES)
def test_constant_templates(template: str) -> None:
    general = run(f"$f = '{template}'\n" + SHOWN.format("$f -f $t, 'z'"))
    assert run(SHOWN.format(f"'{template}' -f $t, 'z'")) == general


@pytest.mark.parametrize("cast", ["[int]", "[double]", "[string]", "[Int32]"])
def test_casts(cast: str) -> None:
    """The command line is not compiled for loops: it casts in the general way."""
    assert run(SHOWN.format(cast + "$t")) == run(SHOWN.format(f"Invoke-Expression '{cast}$t'"))


def test_items_of_a_template_are_worked_out_once_in_their_order() -> None:
    text = """
        foreach ($n in 1, 2) { $log = ''; '{1}{0}{1}' -f ($log += 'a'), ($log += 'b'); $log }"""
    assert run(text) == ["ab" + "a" + "ab", "ab"] * 2


def test_groups_of_the_last_match() -> None:
    """Two patterns fill the same table; a group that took no part, or is not there, is null."""
    text = r"""
        foreach ($t in 'a1', 'b', 'a2', '7') {
            if ($t -match '(?<l>a)(\d)?') { } elseif ($t -match '^(\d)(?<n>)') { }
            "$($Matches.l) $($Matches[1]) $($Matches['n']) $($Matches.Count) $($Matches[0]) $($Matches.nope)"
        }"""
    assert run(text) == ["a 1  3 a1 ", "a 1  3 a1 ", "a 2  3 a2 ", " 7  3 7 "]


def test_several_variables_take_the_pieces() -> None:
    text = """
        foreach ($line in 'a;b;c', 'a;b', 'a') { $x, $y = $line -split ';'; "$x $y $($y.Count)" }
        $two = 1, 2; foreach ($n in 1, 2) { $two[1], $two[0] = $two; $two -join ','; $p, $q = $two; $p, $q = $q, $p; "$p$q" }
        foreach ($n in 1) { [int]$i, $null, $script:s = '3', 4, 5; $i + 1; $s }"""
    assert run(text) == ["a b c 2", "a b 1", "a  0", "2,1", "12", "1,2", "21", "4", "5"]


def test_characters_are_compared_and_indexed() -> None:
    text = """
        foreach ($s in 'Abß', 'zz') {
            foreach ($c in $s.ToCharArray()) { $c -eq 'a'; $c -ne 'B'; $c -eq [char]'ß'; $c -ceq 'A'; $c -eq 'ab' }
            $s[0].GetType().Name; $s[-1] -eq $s[2]; $null -eq $s[9]
        }"""
    once = ["True True False True False", "False False False False False", "False True True False False"]
    found = run(text)
    assert " ".join(found[:15]) == " ".join(once)
    assert found[15:18] == ["Char", "True", "True"]
    assert found[28:] == ["Char", "False", "True"]


def test_static_methods_with_open_ends_are_called_with_all_values() -> None:
    text = """
        foreach ($v in 'a', 1, $null, @('p', 'q')) {
            [string]::Join('-', $v, 'z'); [string]::Concat($v, 'x', 2); [string]::Format('{0}|{1}', $v, 3)
        }
        foreach ($v in 'a', 'b') { [string]::Join('-', $v, 'y', 'z'); [string]::Join('-', [string[]]($v, 'w')) }"""
    first = run(text)
    assert first[:3] == ["a-z", "ax2", "a|3"]
    assert first[3:6] == ["1-z", "1x2", "1|3"]
    assert first[-4:] == ["a-y-z", "a-w", "b-y-z", "b-w"]
