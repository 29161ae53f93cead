"""Errors out of functions: what these assigned before they failed counts, whatever lives in Python locals around the call."""

import pytest

from tests.compiler.differential import difference

FAILING = "$count = 0; function Do-It { $script:count++; throw 'x' }\n"


@pytest.mark.parametrize(
    "text",
    [
        "foreach ($i in 1..3) { try { Do-It } catch { }; $count }; $count",
        "foreach ($i in 1..3) { try { $null = Do-It } catch { }; $count++ }; $count",
        "foreach ($i in 1..3) { if ($i -gt 1) { try { if (Do-It) { 1 } } catch { }; $count } }",
        "foreach ($i in 1..3) { try { $( Do-It ) } catch { } finally { $count++ }; $count }",
        "function Go { foreach ($i in 1..3) { try { Do-It } catch { }; $script:count++ } }; Go; $count",
    ],
)
def test_a_variable_that_a_failed_function_assigned(text: str) -> None:
    """
    The loop around the call reads it again.
    """
    assert difference(FAILING + text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "try { [int]'zz' } catch { 'aXb' | Where-Object { $_ % 2 }; 1 }; 2",
        "try { 'aXb' | ForEach-Object { $_ % 2 }; 1 } catch { 'c' }; 2",
        "function f { try { 1 } finally { 'c' | Where-Object { $_ % 2 }; 3 } }; f",
        "foreach ($i in 1) { @() -eq 1 -and 3 }",
        "foreach ($i in 1..2) { $c = $( [byte]$c = 1 - $i ) }; $c",
        "$n = 2; for ($i = 1; $i; $i--) { $null - $n }",
        "try { try { 1 / $null } catch [DivideByZeroException] { throw } } catch { $_.Exception.GetType().Name }",
        "$t = 1; do { $i++; $t = if ([double]'x') { 1 } else { if (1) { break } } } while ($i -lt 3); $t; $i",
        "$l = 5; $l = ((1 / $null) | ForEach-Object { 1 }); $l",
    ],
)
def test_errors_and_values_around_blocks(text: str) -> None:
    """
    Statements that once differed from the plain way to run them.
    """
    assert difference(text) == ""
