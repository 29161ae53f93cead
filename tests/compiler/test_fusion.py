"""Pipelines of literal blocks run as loops; nothing may tell them from pipelines of commands."""

from __future__ import annotations

import pytest

from spshell.app import make_session


def run(text: str) -> list[object]:
    return make_session().evaluate(text)


def test_objects_go_through_one_by_one_and_blocks_share_the_scope() -> None:
    text = """
    $seen = @()
    $kept = 1..4 | Where-Object { $seen += "w$_"; $_ % 2 } | ForEach-Object { $seen += "f$_"; $_ * 10 }
    "$kept"; "$seen"
    """
    assert run(text) == ["10 30", "w1 f1 w2 w3 f3 w4"]


def test_what_a_block_writes_is_unrolled_for_the_next() -> None:
    text = "1, 2 | ForEach-Object { , ($_, $_) } | ForEach-Object { $_.Count }; 1, 2 | % { $_, 5 } | % { $_ + 1 }"
    assert run(text) == [2, 2, 2, 6, 3, 6]


def test_null_is_an_object_and_nothing_is_none() -> None:
    text = "($null | ForEach-Object { 'once' }); @($(if ($false) { 1 }) | ForEach-Object { 'never' }).Count; $null, 1 | ? { $_ }"
    assert run(text) == ["once", 0, 1]


def test_an_error_ends_the_work_on_its_object_only() -> None:
    text = """
    $ErrorActionPreference = 'SilentlyContinue'
    $out = 1, 0, 2 | Where-Object { 10 / $_ } | ForEach-Object { [int]"x$_"; $_ }
    "$out $($Error.Count)"
    try { $ErrorActionPreference = 'Stop'; 1, 0 | ForEach-Object { 1 / $_ } } catch { $_.InvocationInfo.OffsetInLine }
    """
    assert run(text) == ["1 2 3", 1, 51]


def test_a_function_of_the_same_name_takes_over() -> None:
    text = """
    function Get-Odd { 1..3 | Where-Object { $_ % 2 } }
    "$(Get-Odd)"
    function Where-Object { 'mine' }
    "$(Get-Odd)"
    """
    assert run(text) == ["1 3", "mine"]


def test_the_outer_object_is_there_again_afterwards() -> None:
    text = "'a', 'b' | ForEach-Object { $inner = 1, 2 | ForEach-Object { $_ * 2 }; \"$_ $inner\" }"
    assert run(text) == ["a 2 4", "b 2 4"]


def test_a_taker_behind_the_blocks_stops_them() -> None:
    text = """
    $turns = 0
    $first = 1..1000 | ForEach-Object { $turns++; $_ } | Select-Object -First 3
    "$first $turns"
    """
    assert run(text) == ["1 2 3 3"]


def test_properties_with_operators() -> None:
    text = """
    $items = 'a', 'B', 'c' | ForEach-Object { [pscustomobject]@{ Name = $_; Length2 = $_.Length } }
    $wanted = 'b'
    ($items | Where-Object Name -eq $wanted).Name
    ($items | Where-Object Name -like '[ac]' | Where-Object Length2).Count
    """
    assert run(text) == ["B", 2]


@pytest.mark.parametrize("tail", ["ForEach-Object Name", "Sort-Object Name | ForEach-Object Name"])
def test_a_pipeline_in_the_source_of_a_fused_one(tail: str) -> None:
    """
    What the source needs is defined where the loop is, at the top level and in a function.
    """
    script = """
        $a = [pscustomobject]@{ Name = 'X'; P = @([pscustomobject]@{ Q = 1; Name = 'n1' }, [pscustomobject]@{ Q = 0; Name = 'n2' }) }
        ($a | Where-Object Name -eq X).P | Where-Object Q | TAIL
        function f { ($a | Where-Object { $_.Name -eq 'X' }).P | Where-Object Q | TAIL }; f
    """
    assert run(script.replace("TAIL", tail)) == ["n1", "n1"]


def test_an_error_that_leaves_a_block_names_the_command_of_the_block():
    session = make_session()
    session.evaluate(
        "$ids = foreach ($n in 1, 2) { try { 1, 0 | Where-Object { $_ -ge 0 } | ForEach-Object { 1 / $_ } } catch { $_.FullyQualifiedErrorId } }"
    )
    assert session.evaluate("$ids") == [
        1, "RuntimeException,Microsoft.PowerShell.Commands.ForEachObjectCommand",
        1, "RuntimeException,Microsoft.PowerShell.Commands.ForEachObjectCommand",
    ]  # fmt: skip


def test_the_input_is_there_before_the_commands_begin() -> None:
    """
    An error in it keeps the commands behind it from beginning.
    """
    session = make_session()

    assert (
        session.evaluate("1, (1 / 0) | ForEach-Object { $_ } | ForEach-Object { 'begun' } { $_ } { 'ended' }")
        == []
    )

    assert (
        session.evaluate("1, (1 / 0) | ForEach-Object { $_ } | ForEach-Object { 'begun' } { $_ } { 'ended' }")
        == []
    )


def test_begin_and_end_blocks_stand_around_the_loop() -> None:
    text = """
    $out = 1..3 | ForEach-Object -Begin { $sum = 0; 'begin' } -Process { $sum += $_; if ($_ -eq 2) { return }; $_ } -End { "end $sum" }
    "$out $sum"
    $out = 1, 2 | Where-Object { $_ } | % { $n = 5 } { $n++; $n } { $n * 10 } | Sort-Object -Descending
    "$out"
    $out = 1, 2 | % { 'first' } { $_ }
    "$out"
    $_ = 'outer'; 1 | ForEach-Object -Begin { "[$_]" } -Process { $_ } -End { "[$_]" }
    $log = @(); & { $log += 'in'; 1 } | % { $log += 'b' } { $log += "p$_" }; "$log"
    """
    assert run(text) == ["begin 1 3 end 6 6", "70 7 6", "first 1 2", "[]", 1, "[]", "b p1"]


def test_a_begin_block_runs_before_those_of_the_functions_behind_it() -> None:
    text = """
    function Show-All { begin { 'second' } process { $_ } end { 'last' } }
    (1 | ForEach-Object -Begin { [Console]::Write('') ; $global:order = 'first' } -Process { $_ } | Show-All) -join ' '
    $order
    1, 2 | ForEach-Object -Begin { 1 / 0 } -Process { $_ } -ErrorAction SilentlyContinue
    """
    assert run(text)[:2] == ["second 1 last", "first"]


def test_return_ends_the_work_on_one_object() -> None:
    text = """
    $out = 1..5 | ForEach-Object { if ($_ % 2) { return "odd $_" } elseif ($_ -eq 4) { return }; 'even'; return $_, 7; 'never' }
    "$out"
    function Get-Some { 1..3 | ForEach-Object { if ($_ -eq 2) { return }; $_ }; 'after' }
    "$(Get-Some)"
    $kept = 1..4 | ForEach-Object { foreach ($n in 1, 2) { if ($n -eq $_) { return $n } }; "none $_" }
    "$kept"
    $seen = foreach ($x in 1..2) { 5, 6 | ForEach-Object { if ($_ -eq 5) { return $x }; $_ } }
    "$seen"
    1..3 | ForEach-Object { $v = $(if ($_ -eq 2) { return 'inner' } else { $_ }); "v$v" }
    """
    assert run(text) == [
        "odd 1 even 2 7 odd 3 odd 5",
        "1 3 after",
        "1 2 none 3 none 4",
        "1 6 2 6",
        "v1",
        "inner",
        "v3",
    ]


def test_pipelines_in_blocks_are_loops_too() -> None:
    text = """
    $groups = [pscustomobject]@{ Name = 'a'; Items = 1, 2, 3 }, [pscustomobject]@{ Name = 'b'; Items = , 4 }
    $groups | ForEach-Object { $sum = ($_.Items | Measure-Object -Sum).Sum; "$($_.Name) $sum $(($_.Items | ForEach-Object { $_ * 2 }) -join ',')" }
    $groups | Select-Object Name, @{ n = 'Top'; e = { ($_.Items | Where-Object { $_ -gt 1 } | Sort-Object -Descending)[0] } } | ForEach-Object { "$($_.Name)=$($_.Top)" }
    function Show-Rows { $groups | Select-Object @{ n = 'Sum'; e = { $_.Items | Measure-Object -Sum | ForEach-Object { $_.Sum } } } | ForEach-Object Sum }
    "$(Show-Rows)"
    function Measure-Object { "mine $($_.Name) $(@($input).Count)" }
    $groups | ForEach-Object { $_.Items | Measure-Object -Sum }
    $groups | Select-Object @{ n = 'Sum'; e = { $_.Items | Measure-Object -Sum } } | ForEach-Object Sum
    """
    mine = ["mine a 3", "mine b 1"]
    assert run(text) == ["a 6 2,4,6", "b 4 8", "a=3", "b=4", "6 4", *mine, *mine]


HEADED = r"""
$file = [IO.Path]::GetTempFileName(); 'a', '', '3', 'd' | Set-Content $file
$seen = @(); $x = Get-Content $file | Where-Object { $seen += "w$_"; $_ } | ForEach-Object { $seen += "f$_"; "$_$_" }
"$x|$seen|$?"
Get-Content $file | ForEach-Object { $last = $_; $_ } | Select-Object -First 2; "last $last"
Get-Content $file | Where-Object Length -gt 0 | Measure-Object | ForEach-Object Count
Get-Content $file, nowhere | ForEach-Object { "got $_" } 2>$null; "$?"; $Error[0].FullyQualifiedErrorId
Get-Content nowhere -ErrorAction SilentlyContinue | Where-Object { $true } | ForEach-Object { $_ }; "$?"
try { Get-Content $file | ForEach-Object { if ($_ -eq '3') { throw "bad $_" }; $_ } } catch { "$_ $($_.InvocationInfo.OffsetInLine) $($_.FullyQualifiedErrorId)" }
try { Get-Content $file | ForEach-Object { [int]$_; 1 / ($_ - 3) } | Sort-Object } catch { 'none' }
& { $ErrorActionPreference = 'Stop'; try { Get-Content $file | Where-Object { [int]$_ } | ForEach-Object { $_ } } catch { $_.FullyQualifiedErrorId } }
function Get-Lines($path) { $n = 0; Get-Content $path | ForEach-Object { if (-not $_) { return }; $n++; "$n$_" } -End { "end $n" } }
Get-Lines $file; $y = Get-Lines $file; $y.Count
foreach ($round in 1..2) { Get-Content $file | Where-Object { $_ -match '[a-z]' } | ForEach-Object { "$round $($Matches[0]) $_" } }
class Reader { [object[]] Read($path) { return Get-Content $path | Where-Object { $_ } | ForEach-Object { $_.ToUpper() } } }
[Reader]::new().Read($file) -join '+'
1..2 | ForEach-Object { $outer = $_; Get-Content $file | Where-Object { $_ } | ForEach-Object { "$outer$_" } }
'p', 'q' | ForEach-Object { Get-Content $file | Where-Object { $_ -eq 'a' } | ForEach-Object { "in $_" }; "still $_" }
$hash = @{}; Get-Content $file | Where-Object { $_ } | ForEach-Object { $hash[$_] = $hash.Count }; $hash.Keys | Sort-Object
Get-Content $file | ForEach-Object { $_, 1 } | ForEach-Object { "$_;" } | Join-String
Get-Content -Path $file -TotalCount 2 | ForEach-Object { [pscustomobject]@{ V = $_ } } | Select-Object -ExpandProperty V
"x $(Get-Content $file | Where-Object { $_ } | ForEach-Object { $_ * 2 }) y"
if (Get-Content $file | Where-Object { $_ -eq 'd' }) { 'found' }
Get-Content $file | ForEach-Object { $pos = $_ } ; "pos $pos"
Write-Output 1 2 3 | Where-Object { $_ -gt 1 } | ForEach-Object { $_ * 2 }
Get-Date -Year 2020 -Month 2 -Day 3 -Hour 0 | ForEach-Object { $_.Year } | Where-Object { $_ }
Set-StrictMode -Version 3; Get-Content $file | Where-Object { $_ } | ForEach-Object { try { $_.Nope } catch { $_.FullyQualifiedErrorId } }
function Get-Content { 'mine' }; Get-Content $file | ForEach-Object { "own $_" } | Where-Object { $_ }
"""


def test_a_command_in_front_of_blocks_runs_them_as_commands_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What a command writes goes through the blocks object by object: the same as without the loop.
    """
    from spshell.engine import ops
    from spshell.engine.pipelines import pipeline

    runs: list[object] = []
    source = pipeline.run_source
    run("1..2 | ForEach-Object { $_ }; Get-Date | ForEach-Object { $_ } | Out-Null")  # the names are there
    monkeypatch.setitem(ops.HELPERS, "run_source", lambda *given: runs.append(1) or source(*given))
    looped = [str(item) for item in run(HEADED)]
    assert len(runs) > 20
    monkeypatch.setitem(ops.HELPERS, "stands", lambda _scope, _site: False)
    assert looped == [str(item) for item in run(HEADED)]
    assert len(looped) > 50


def test_comparing_with_null_in_a_loop_is_comparing_with_null() -> None:
    """
    Plain values are looked at in line; collections on the left are filtered, an empty result equals null.
    """
    text = """
    foreach ($v in 0, '', $null, 'a', @(), @($null, 1), @{}, $false, [pscustomobject]@{ a = 1 }) {
        "$($null -eq $v) $($null -ne $v) [$($v -ne $null)] $(@($v -ceq $null).Count)"
    }
    foreach ($i in 1) { "$($null -eq $(if ($false) { 1 })) $(& { } | ForEach-Object { $null -eq $_ })" }
    """
    assert run(text) == [
        "False True [True] 1",
        "False True [True] 1",
        "True False [False] 1",
        "False True [True] 1",
        "False True [] 0",
        "False True [1] 1",
        "False True [True] 1",
        "False True [True] 1",
        "False True [True] 1",
        "True ",
    ]


def test_a_property_without_order_is_written_about_and_the_rest_goes_on():
    session = make_session()
    found = session.evaluate(
        "$rows = foreach ($value in 1, @{}, 9) { [pscustomobject]@{ P = $value } }\n"
        "$rows | Where-Object P -gt 6 | ForEach-Object { $_.P } 2>&1\n"
        "$Error.Count; $Error[0].FullyQualifiedErrorId; $Error[0].CategoryInfo.Activity\n"
        "try { $rows | Where-Object P -lt 0 -ErrorAction Stop } catch { 'caught' }"
    )
    assert found == [9, 1, "OperatorFailed,Microsoft.PowerShell.Commands.WhereObjectCommand", "Where-Object", "caught"]
