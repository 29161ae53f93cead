"""``+=`` and its kin: what they add to, and in which order."""

import pytest

from tests.compiler.differential import difference


@pytest.mark.parametrize(
    "text",
    [
        "function f { 1..2 | ForEach-Object { $l += 1 }; $l.Count }; $l = 1, 2, 3; f; $l.Count",
        "function f { . { $l += 1; 1 | ForEach-Object { } }; $l.Count }; $l = 1, 2, 3; f; $l.Count",
        "$l = 1, 2, 3; & { foreach ($i in 1..2) { . { $l += $i; foreach ($j in 1..2) { $l += $j } } } }; $l.Count",
    ],
)
def test_the_array_of_another_scope_stays_as_it_is(text: str) -> None:
    """
    A block that sees the variable of its caller adds to a copy of the array.
    """
    assert difference(text) == ""


@pytest.mark.parametrize(
    "wrapped", ["{0}", "foreach ($i in 1..2) {{ {0} }}", "function g {{ foreach ($i in 1..2) {{ {0} }} }}; g"]
)
@pytest.mark.parametrize(
    "text",
    [
        "$h.a += ($h.a = 5); $h.a",
        "$h.a += f; $h.a; $h['a'] -= f; $h.a; $h['a'] *= (f); $h.a",
        "$x = 1; $x -= ($x = 7); $x",
    ],
)
def test_the_old_value_is_read_before_the_right_side_is_worked_out(text: str, wrapped: str) -> None:
    """
    What the right side does to the target does not count.
    """
    assert difference("$h = @{ a = 1 }; function f { $h.a = 10; 1 }\n" + wrapped.format(text)) == ""


@pytest.mark.parametrize("target", ["$h.missing", "$none[1]", "$none"])
def test_of_two_errors_the_first_is_that_of_the_left_side(target: str) -> None:
    """
    Strict mode refuses both sides.
    """
    assert (
        difference(f"Set-StrictMode -Version 3; $h = 1; foreach ($i in 1) {{ & {{ {target} += 1 / 0 }} }}")
        == ""
    )
