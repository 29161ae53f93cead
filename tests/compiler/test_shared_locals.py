"""Variables of a loop that live in Python locals are the same variables inside the loop's sub-expressions."""

import pytest

from spshell.app import make_session


def run(text: str) -> list[object]:
    output: list[object] = []
    make_session().run_text(text, output.append)
    return output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('$h = @{ k = 5 }; foreach ($k in @($h.Keys)) { "$($h[$k])" }', ["5"]),
        ("foreach ($i in 1, 2) { $(if ($i -gt 1) { 'more' } else { 'one' }) }", ["one", "more"]),
        ("foreach ($i in 1, 2) { $x = @($i; $i + 1); $x -join '-' }", ["1-2", "2-3"]),
        ("foreach ($i in 1, 2) { $null = $($n = $i * 10; $n); $n }", [10, 20]),
        ("$i = 0; while ($i -lt 2) { $y = $($i++; $i); $y }", [1, 2]),
        (
            "function f { $t = 0; foreach ($i in 1..3) { $t += $(if ($i % 2) { $i } else { 0 }) }; $t }; f",
            [4],
        ),
    ],
)
def test_a_sub_expression_reads_and_writes_the_variables_of_the_loop_around_it(text, expected):
    assert run(text) == expected
