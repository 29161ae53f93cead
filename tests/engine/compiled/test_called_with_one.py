"""A block that replaces matches runs as a function of the match; nothing may tell it from one that is called each time."""

from __future__ import annotations

from spshell.app import make_session


def test_the_match_is_the_parameter_and_the_current_object() -> None:
    text = r"""
    $n = 10
    [regex]::Replace('a1b2', '\d', { param($m) [int]$m.Value + $n })
    [regex]::Replace('a1b2', '\d', { "<$($_.Value)>" })
    [regex]::Replace('a1b2', '\d', { param($m) $m = 'x'; "$m$($_.Value)" })
    [regex]::Replace('a1b2', '\d', { param([string]$m) "$m$m" })
    [regex]::Replace('a1b2', '\d', { $args[0].Value + '!' })
    [regex]::Replace('a1b2', '\d', { param($m) $script:last = $m.Value; $last })
    [regex]::Replace('a1b2', '\d', { param($m) , ($m.Value, 0) })
    [regex]::Replace('ab', '.', { param($m) [regex]::Replace($m.Value, '.', { param($m) $m.Value.ToUpper() }) })
    "$n $last $m"
    """
    assert make_session().evaluate(text) == [
        "a11b12", "a<1>b<2>", "ax1bx2", "a11b22", "a1!b2!", "a1b2", "a1 0b2 0", "AB", "10 2 ",
    ]  # fmt: skip


def test_an_error_in_the_block_stays_one_statement() -> None:
    text = r"""
    [regex]::Replace('a1b0', '\d', { param($m) 6 / [int]$m.Value }) 2>$null
    $Error.Count; $Error[0].FullyQualifiedErrorId
    try { [regex]::Replace('a1', '\d', { param($m) throw "no $($m.Value)" }) } catch { $_.FullyQualifiedErrorId }
    """
    assert make_session().evaluate(text) == ["a6b", 1, "RuntimeException", "RuntimeException"]
