"""``$x = if ...`` has what collecting the output of the same if statement has."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.compiler import choices
from spshell.values.text import to_text

CHOICES = [
    "if ($v -gt 2) { 'big' } elseif ($v -gt 1) { 'two' } else { 'small' }",
    "if ($v -gt 1) { $v }",
    "if ($v) { @($v) } else { @() }",
    "if ($v -eq 1) { 1 / ($v - 1) } else { $v * 2 }",
    "if ($v.Nope()) { 1 } else { 2 }",
    "if ($v -gt 0) { $n++; $y = $v + 1; $y } else { $null }",
    "if ($v -is [string]) { if ($v -like 'a*') { 'a' } } else { if ($v) { $v, 1 } else { [int]$v } }",
    "if ($v -eq 2) { continue } else { $v }",
    'if ($v -eq 1) { try { throw 1 } catch { 7 } } else { "<$v>" }',
    "if ($v) { $(1; 2) } else { ($w = 5) }",
    "if ($v) { , @($v) } else { 'x' }",
    "if ($v -eq 1) { $null = 5; [void]7 } else { 3 }",
    "if ($v -match '^a(.)') { $Matches[1] } else { $v.GetType().Name }",
]


def run(text: str) -> list[str]:
    program = f"""
        $n = 0
        foreach ($v in 0, 1, 2, 'ab', $null, 3.5, @(1, 2)) {{
            try {{ {text} }} catch {{ "caught $_" }}
            "$(if ($null -ne $x) {{ $x.GetType() }}) [$x] $(@($x).Count) $n $y $w $($Error.Count)"; $x += 'z'; "$x"
        }}
        foreach ($v in 0, 1, 'ab') {{ {text}; "$x"; $n = $n + $x.Length }}
        function f($v) {{ {text}; $x }}; foreach ($k in 0, 3, 'ab') {{ f $k }}; $n; $Error.FullyQualifiedErrorId"""
    return [to_text(item) for item in make_session().evaluate(program)]


@pytest.mark.parametrize("guard", ["{0}", "try {{ {0} }} catch {{ 'thrown' }}"])
@pytest.mark.parametrize("choice", CHOICES)
def test_is_what_collecting_has(choice: str, guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = guard.format(f"$x = {choice}")
    direct = run(text)
    monkeypatch.setattr(choices, "applies", lambda _frame, _node: False)
    assert direct == run(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "foreach ($i in 1..3) { $b = if ($i -eq 2) { continue } else { $i }; $b }; 'after'",
            [1, 3, "after"],
        ),
        ("foreach ($i in 1..3) { $b = if ($i -eq 2) { break } else { $i }; $b }; 'after'", [1, "after"]),
        (
            "foreach ($i in 1..2) { $h = @{ a = if ($i -eq 1) { continue } else { $i } }; $h.a }; 'after'",
            [2, "after"],
        ),
        (
            "$i = 0; while ($i -lt 2) { $i++; $b = if ($i -eq 1) { continue } else { $i }; $b }; 'after'",
            [2, "after"],
        ),
    ],
)
def test_a_loop_is_left_from_a_value(text, expected):
    """
    break and continue in a statement that is a value belong to the loop around it, not to the script.
    """
    assert make_session().evaluate(text) == expected
