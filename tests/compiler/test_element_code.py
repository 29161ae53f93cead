"""Elements in loops do what they do outside: whatever the collection, the index and the value are."""

import pytest

from spshell.app import make_session

TARGETS = [
    "@(1, 'b', 3)", "@()", "[int[]](1, 2, 3)", "[string[]]('a', 'b')", "[bool[]]::new(3)", "[double[]]::new(2)",
    "@{ a = 1; B = 'x'; 1 = 7 }", "[ordered]@{ a = 1; B = 2 }", "$null", "'text'", "5",
    "[System.Collections.ArrayList]@(1, 2)", "[System.Collections.Generic.List[int]](1, 2)",
    "[System.Collections.Generic.Dictionary[string, int]]::new()", "@(,@(1, 2))",
]  # fmt: skip
INDEXES = ["0", "2", "-1", "-9", "9", "'a'", "'b'", "'zz'", "1.4", "$null", "$n", "$k", "($n + 1)", "(0, 1)"]
OPERATIONS = [
    "$x[{0}] = 4", "$x[{0}] = 'w'", "$x[{0}] = $null", "$x[{0}] = $true", "$x[{0}] = 2.5", "$x[{0}] = $(if ($false) {{ 1 }})",
    "$x[{0}] = $x[{0}]", "$x[{0}] += 2", "$x[{0}] -= 1.5", "$x[{0}]++", "$x[{0}] += $y", "$x[{0}] = 2147483647; $x[{0}]++",
    "$x += {0}", "$x += $x", "$z = $x; $x += 1; $z.Count", "$x[{0}][1] = 6", "$x[{0}].Length",
]  # fmt: skip


def run(text: str) -> list[str]:
    output: list[str] = []
    make_session().run_text(text, lambda item: output.append(f"{type(item).__name__}:{item}"))
    return output


SHOW = '"$(ConvertTo-Json -Compress -Depth 3 $x 3>$null) $(if ($null -ne $x) { $x.GetType().Name })"'


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("strict", ["", "Set-StrictMode -Version Latest; "])
def test_an_element_in_a_loop_is_what_it_is_outside(target, strict):
    """`try` catches in both; the plain one runs outside of any loop, so that all goes the general way."""
    plain, looped = [strict], [strict]
    for operation in OPERATIONS:
        for index in INDEXES:
            body = f"try {{ $x = {target}; $y = 3; $n = 1; $k = 'a'; $x[{index}]; {operation.format(index)}; {{0}} }}"
            body += " catch { $_.FullyQualifiedErrorId }"
            plain.append(body.replace("{0}", "$shown = $x"))
            plain.append(SHOW)
            looped.append("foreach ($once in 1) { " + body.replace("{0}", "$shown = $x") + " }")
            looped.append(SHOW)
    assert run("\n".join(looped)) == run("\n".join(plain))


def test_an_array_that_something_else_holds_is_not_changed_by_growing():
    text = '$a = @(1); $b = $a; foreach ($n in 1..3) { $a += $n; if ($n -eq 2) { $c = $a } }; "$a|$b|$c"'
    assert run(text) == ["str:1 1 2 3|1|1 1 2"]


def test_a_loop_may_count_in_steps_and_leaves_the_counter_behind_its_limit():
    text = """
$seen = @()
for ($i = 0; $i -lt 10; $i += 3) { $seen += $i }
$step = 4; for ($j = 20; $j -gt 3; $j -= $step) { $seen += $j; if ($j -lt 10) { continue } }
for ($k = 0; $k -le 9; $k += $step) { if ($k -gt 3) { break } }
for ($m = 0; $m -lt 6; $m += $step) { $step = 2 }
"$seen|$i|$j|$k|$m"
"""
    assert run(text) == ["str:0 3 6 9 20 16 12 8 4|12|0|4|6"]


def test_a_counter_near_the_end_of_its_type_becomes_a_double():
    text = "for ($i = 2147483640; $i -lt 2147483647; $i += 5) { }; $i; $i.GetType().Name"
    assert run(text) == ["float:2147483650.0", "str:Double"]


@pytest.mark.filterwarnings("error")
def test_elements_of_constants_are_no_affair_of_pythons_compiler():
    """
    Python warns of `None[0]`; the script's author must not see that.
    """
    text = "foreach ($i in 1..2) { try { $null[0] } catch { 'read' }; try { $null[0] = $i } catch { 'written' } }"
    assert run(text) == ["str:read", "str:written"] * 2
