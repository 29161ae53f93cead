"""Functions that run without a scope: nothing that a script can see may tell them from the others."""

from __future__ import annotations

from unittest.mock import patch

from spshell.app import make_session
from spshell.engine.binding import plans
from spshell.engine.calls import sites as call_sites


def run(text: str) -> list[object]:
    return make_session().evaluate(text)


def test_a_function_sees_the_variables_of_its_caller_though_they_live_in_locals() -> None:
    """about_Scopes: reads go on through the callers; the call sites of callees that look take the general way."""
    text = """
    function Get-Inner { "inner sees $secret" }
    function Get-Middle($unused) { Get-Inner }
    function Get-Outer { $secret = 'outer'; Get-Middle 1 }
    $secret = 'global'
    Get-Outer
    Get-Inner
    foreach ($n in 1..2) { $secret = "turn $n"; Get-Middle $n }
    """
    assert run(text) == ["inner sees outer", "inner sees global", "inner sees turn 1", "inner sees turn 2"]


def test_what_a_callee_does_to_its_callers_variables_is_seen() -> None:
    text = """
    function Set-Caller { Set-Variable -Name n -Value 41 -Scope 1 }
    function Test-Caller { $n = 1; Set-Caller; $n + 1 }
    Test-Caller
    $script:count = 0
    function Add-Count { $script:count++ }
    foreach ($i in 1..3) { Add-Count; $count }
    """
    assert run(text) == [42, 1, 2, 3]


def test_a_function_defined_anew_is_what_its_call_sites_run() -> None:
    text = """
    function Get-Word { 'old' }
    function Get-Both { Get-Word }
    Get-Both
    function Get-Word { 'new' }
    Get-Both
    Set-Alias Get-Word Get-Other
    function Get-Other { 'other' }
    Get-Both
    """
    assert run(text) == ["old", "new", "other"]


def test_arguments_that_need_the_binder_get_it() -> None:
    """Abbreviations, switches, conversions, defaults, left-over arguments: as the binder does them."""
    text = """
    function Get-Sum([int]$First = 10, [double]$Second, [switch]$Twice, [string]$Name = 'none') {
        $sum = $First + $Second
        if ($Twice) { $sum = $sum * 2 }
        "$Name $sum"
    }
    foreach ($n in 1..1) {
        Get-Sum 1 2
        Get-Sum -Sec 2.5 -Twice
        Get-Sum '5' -Name 7
        Get-Sum 1 2 3 4
        Get-Sum 1.5 -Twice:$false
        try { Get-Sum 'x' } catch { $_.FullyQualifiedErrorId }
    }
    """
    expected = ["none 3", "none 25", "7 5", "3 3", "none 2", "ParameterArgumentTransformationError,Get-Sum"]
    assert run(text) == expected


def test_parameters_keep_their_type() -> None:
    text = """
    function Get-Half([int]$number) { $number = $number / 2; $number; $number = '7'; $number + 1 }
    Get-Half 5
    """
    assert run(text) == [2, 8]


def test_collections_are_unrolled_once() -> None:
    text = """
    function Get-List { $items = 1, 2, 3; $items }
    function Get-Wrapped { , (1, 2) }
    function Get-Nothing { if ($false) { 1 } }
    foreach ($n in 1..1) {
        $a = Get-List; $b = Get-Wrapped; $c = Get-Nothing
        "$($a.Count) $($b.Count) $($null -eq $c)"
        (Get-Wrapped).Count
        Get-List
    }
    """
    assert run(text) == ["3 2 True", 2, 1, 2, 3]


def test_errors_name_the_functions_they_passed() -> None:
    text = """
    function Get-Bad($x) { throw "bad $x" }
    function Get-Through($x) { Get-Bad $x }
    foreach ($n in 1..1) { try { Get-Through $n } catch { $_.ScriptStackTrace -replace '(?s): line.*?(\\r?\\n|$)', ';' } }
    """
    assert run(text) == ["at Get-Bad, <No file>;at Get-Through, <No file>;at <ScriptBlock>, <No file>;"]


def test_endless_recursion_is_an_error() -> None:
    text = "function Get-Deep($n) { 1 + (Get-Deep ($n + 1)) }\ntry { Get-Deep 1 } catch { $_.FullyQualifiedErrorId }"
    assert run(text) == ["CallDepthOverflow"]


def test_methods_without_a_scope_do_what_methods_do() -> None:
    text = """
    class Base { [string]$Name; Base([string]$name) { $this.Name = $name } [string] Show() { return "base $($this.Name)" } }
    class Child : Base {
        [int]$Count
        Child([string]$name) : base($name) { }
        [string] Show() { return ([Base]$this).Show() + " child $($this.Count)" }
        [void] Add([int]$n) { $this.Count += $n; 'not written' }
        [int] Depth([int]$n) { if ($n -le 0) { return '7' }; return $this.Depth($n - 1) }
        [int] Fail() { return 'x' }
    }
    $child = [Child]::new('c')
    foreach ($n in 1..3) { $child.Add('2') }
    $child.Show(); $child.Depth(50)
    try { $child.Fail() } catch { $_.FullyQualifiedErrorId }
    """
    assert run(text) == ["base c child 6", 7, "InvalidCastFromStringToInteger"]


def test_splatted_dictionaries_have_plans_too() -> None:
    text = """
    function Get-Line { [CmdletBinding()] param([Parameter(Mandatory)][string]$Name, [ValidateSet('a', 'b')][string]$Kind = 'a', [switch]$Big)
        switch ($Kind) { 'A' { $mark = '.' } 'b' { $mark = '!' } }
        "$mark$Name$Big" }
    foreach ($n in 1..2) { $given = @{ Name = "n$n"; Kind = 'B' }; Get-Line @given }
    $given = @{ Name = 'x'; Big = $true }
    Get-Line @given
    try { $bad = @{ Name = 'x'; Kind = 'c' }; Get-Line @bad } catch { $_.FullyQualifiedErrorId }
    """
    assert run(text) == ["!n1False", "!n2False", ".xTrue", "ParameterArgumentValidationError,Get-Line"]


def test_parameters_with_checks_keep_them_for_assignments_and_for_what_callees_assign() -> None:
    """about_Functions_Advanced_Parameters: the checks stay with the variable as long as the function runs."""
    text = """
    function Set-Caller { Set-Variable -Name Level -Value 'wrong' -Scope 1 }
    function Test-Checked { param([ValidateSet('Low', 'High')][string]$Level = 'Low', [ValidateRange(1, 3)][int]$Count = 2) "$Level $Count" }
    function Test-Assigned { param([ValidateSet('Low', 'High')][string]$Level = 'Low') $Level = 'wrong'; $Level }
    function Test-Callee { param([ValidateSet('Low', 'High')][string]$Level = 'Low') Set-Caller; $Level }
    foreach ($n in 1..4) {
        $arguments = @{ Level = 'high'; Count = $n }
        try { Test-Checked @arguments } catch { $_.FullyQualifiedErrorId }
    }
    Test-Checked
    try { Test-Assigned Low } catch { $_.FullyQualifiedErrorId }
    foreach ($n in 1..1) { Test-Callee Low 2>$null }
    """
    expected = ["high 1", "high 2", "high 3", "ParameterArgumentValidationError,Test-Checked", "Low 2"]
    assert run(text) == [*expected, "ValidateSetFailure", "Low"]


def test_arrays_and_splatted_tables_reach_their_parameters_as_the_binder_hands_them_over() -> None:
    text = """
    function Get-Kind { param([int[]]$Values, [string]$Name) "$Name $($Values.GetType().Name) $($Values.Count) $Values" }
    foreach ($values in @(1, 2), @('3', 4), @(1.5, 2), @()) { $given = @{ Values = $values; Name = 'n' }; Get-Kind @given }
    try { $given = @{ Values = 1, 'x' }; Get-Kind @given } catch { $_.FullyQualifiedErrorId }
    """
    error = "ParameterArgumentTransformationError,Get-Kind"
    assert run(text) == ["n Int32[] 2 1 2", "n Int32[] 2 3 4", "n Int32[] 2 2 2", "n Int32[] 0 ", error]


def test_a_variable_that_holds_nothing_is_looked_for_in_the_callers_wherever_these_keep_it() -> None:
    """Also by functions that are called the general way from one without a scope, and after an error left it unset."""
    text = """
    function Get-Converted([int]$x) { "$x $secret" }
    function Get-Middle { param($a) $own = 'mine'; Get-Converted $a }
    function Get-Read { if ($false) { $own = 1 }; "own=$own secret=$secret" }
    function Get-Deep($n) { if ($n -gt 0) { $secret = "deep$n"; Get-Deep ($n - 1) } else { Get-Read; $secret } }
    function Get-Failed { $total = (1).Foo.Bar(); "t=$total" }
    $secret = 'global'; $total = 'outer'
    foreach ($n in 1..1) {
        $secret = "turn $n"; $total = $n
        Get-Middle 3; Get-Middle '4'; Get-Read; Get-Deep 2; Get-Failed 2>$null
        $kept = $( Get-Read ); $kept
        $more = foreach ($k in 1..1) { Get-Middle '7' }; $more
    }
    """
    read = "own= secret=turn 1"
    deep = ["own= secret=deep1", "deep1"]
    assert run(text) == ["3 turn 1", "4 turn 1", read, *deep, "t=1", read, "7 turn 1"]


def test_functions_that_call_each_other_in_a_circle_end_in_an_error() -> None:
    text = """
    function Get-A($n) { Get-B ($n + 1) }
    function Get-B($n) { Get-C ($n + 1) }
    function Get-C($n) { Get-A ($n + 1) }
    try { Get-A 1 } catch { $_.FullyQualifiedErrorId }
    function Get-F($n) { Get-G ($n + 1) }
    function Get-G($n) { $n }
    Get-F 1
    function Get-G($n) { Get-F ($n + 1) }
    try { Get-F 1 } catch { $_.FullyQualifiedErrorId }
    """
    assert run(text) == ["CallDepthOverflow", 2, "CallDepthOverflow"]


def test_a_splatted_switch_takes_its_own_value() -> None:
    """As -Name:value: the next parameter stays as it is; mixed with other arguments, and from an array."""
    text = """
    function Get-Line { param([switch]$Big, $Other, [string]$Name = 'n') "$Big $Other $Name" }
    foreach ($n in 1..2) {
        $given = @{ Big = $true }; Get-Line @given
        $given = @{ Big = $false; Name = 'x' }; Get-Line @given
        $more = @{ Name = 'y' }; Get-Line 7 @more -Big
        $list = 'first', 'second'; Get-Line @list
        $both = @{ Name = 'weak' }; Get-Line @both -Name strong
        $NAMED = [ordered]@{ other = 1; NAME = 'o' }; Get-Line @named
    }
    """
    once = ["True  n", "False  x", "True 7 y", "False first second", "False  strong", "False 1 o"]
    assert run(text) == once * 2


def test_keys_of_a_literal_that_differ_only_in_case_are_an_error_wherever_they_stand() -> None:
    text = """
    foreach ($n in 1..1) {
        try { $bad = @{ a = 1; "A$($null)" = 2 } } catch { $_.FullyQualifiedErrorId }
        $good = @{ One = 1; 2 = 'two' }; $good.one; $good[2]; $good.ONE = 3; $good.Count; $good['oNe']
        $text = @{ Key = 'v'; Other = $n }; $text['KEY']; $text.new = 5; $text.Count; $text.Clone().other
    }
    """
    assert run(text) == ["DuplicateKeyInHashLiteral", 1, "two", 2, 3, "v", 3, 1]


def test_constants_are_compared_as_text_whatever_the_case() -> None:
    text = """
    foreach ($n in 'Low', 'LOW', 'high', 7, $null, 'lo\u00adw') {
        $r = if ($n -eq 'low') { 'eq' } elseif ('HIGH' -ceq $n) { 'CEQ' } elseif ('HIGH' -eq $n) { 'EQ' } elseif ($n -ne '7') { 'ne' } else { '7' }
        $s = switch ($n) { 'low' { 's-low' } 7 { 's-7' } 'high' { 's-high' } default { 'other' } }
        "$r $s"
    }
    @(foreach ($n in 1..1) { ('a', 'b', 'A') -eq 'a' }).Count
    """
    assert run(text) == ["eq s-low", "eq s-low", "EQ s-high", "7 s-7", "ne other", "eq s-low", 2]


def test_functions_defined_in_functions_are_found_anew_and_see_their_own_callers() -> None:
    text = """
    function Get-Outer($n) {
        $own = "own$n"
        if ($n -eq 2) { function Get-Inner($k) { "second $k $own" } } else { function Get-Inner($k) { "first $k $own" } }
        Get-Inner $n
        foreach ($i in 1..1) { Get-Inner "loop$i" }
    }
    function Get-Inner($k) { "global $k $own" }
    foreach ($n in 1..3) { Get-Outer $n; Get-Inner $n }
    function Get-Counter($n) { function Add-One($v) { $v + 1 }; if ($n -gt 0) { Get-Counter ($n - 1) }; Add-One $n }
    Get-Counter 2
    function Get-Closed($n) { Set-Item function:Get-Kept ({ "kept $n" }.GetNewClosure()); $n = 'changed'; Get-Kept }
    foreach ($n in 1..2) { Get-Closed $n }
    """
    turns = [(1, "first"), (2, "second"), (3, "first")]
    expected = [
        line for n, word in turns for line in (f"{word} {n} own{n}", f"{word} loop1 own{n}", f"global {n} ")
    ]
    assert run(text) == [*expected, 1, 2, 3, "kept 1", "kept 2"]


def test_switch_parameters_stay_switches_whatever_is_assigned() -> None:
    text = """
    function Test-Switch { param([switch]$A, [switch]$B = $true, [int]$N)
        if ($A) { 'a' }; if (-not $B) { 'no b' }; $A = -not $A; if ($A -and $B) { 'both' }
        "$A $($A.GetType().Name) $($B.IsPresent)" }
    foreach ($n in 1..2) { Test-Switch; Test-Switch -A -B:$false; $given = @{ A = $true; B = $false }; Test-Switch @given }
    """
    off = ["a", "no b", "False SwitchParameter False"]
    assert run(text) == ["both", "True SwitchParameter True", *off, *off] * 2


def test_a_callee_cannot_give_a_typed_parameter_a_value_of_another_type() -> None:
    text = """
    function Set-Caller { Set-Variable N '7' -Scope 1; Set-Variable N 'abc' -Scope 1 2>$null }
    function Test-Typed { param([int]$N) Set-Caller; $N + 1 }
    Test-Typed 5
    foreach ($n in 1..1) { Test-Typed 6 }
    """
    assert run(text) == [8, 8]


def test_matches_belongs_to_the_function_that_matched() -> None:
    """about_Regular_Expressions and about_Scopes: a function fills a ``$Matches`` of its own, and reads its caller's before."""
    text = """
    function Get-Digits($s) { if ($s -match '(\\d+)') { $Matches[1] } else { "caller's $($Matches[0])" } }
    function Stop-Match($s) { if ($s -match 'q') { throw 'no' } }
    $null = 'key' -match 'k.y'
    Get-Digits a12; Get-Digits x; $Matches[0]
    try { Stop-Match q } catch { $Matches[0] }
    class Reader { [string] Read($s) { if ($s -match 'n(.)') { return $this.Read('x') + $Matches[1] }; return '-' } }
    [Reader]::new().Read('ny'); $Matches[0]
    """
    assert run(text) == ["12", "caller's key", "key", "key", "-y", "key"]


def test_arguments_are_converted_as_the_binder_does() -> None:
    """Plain values are, by the type; what does not fit is the binder's error."""
    text = """
    enum Level { Low; High }
    function Get-Kind([long]$a, [datetime]$b, [Level]$c) { "$a $($b.Year) $c $($a.GetType().Name)" }
    foreach ($n in 1..2) { Get-Kind $n '2020-01-01' ([Level]::High) }
    try { foreach ($n in 1, 'x') { Get-Kind $n '2021-01-01' Low } } catch { $_.FullyQualifiedErrorId }
    """
    assert run(text) == [
        "1 2020 High Int64",
        "2 2020 High Int64",
        "1 2021 Low Int64",
        "ParameterArgumentTransformationError,Get-Kind",
    ]


PIPELINES = r"""
function Test-Some($i) { $i | Where-Object { $_ -gt $limit } }
function Add-Some($i) { $n = 0; $i | Where-Object { $_ -gt 1 } | ForEach-Object { $n += $_ }; "sum $n" }
function Measure-Some($i) { $x = $i | ForEach-Object { $_ * 2 } | Sort-Object -Descending; "$x"; ($i | Measure-Object -Sum).Sum }
function Stop-Some($i) { try { $i | ForEach-Object { if ($_ -gt 1) { throw "bad $_" }; $_ } } catch { "caught $_" } }
function Fail-Some($i) { $i | ForEach-Object { 1 / ($_ - 2) }; "ok $?" }
function Hide-Some($i) { $list = [System.Collections.ArrayList]@(); foreach ($q in $i) { $list.Add($q) | Out-Null }; Add-Some $i | Out-Null; $list.Count }
function Show-Bound { [CmdletBinding()] param([int[]]$i) $i | ForEach-Object { "$_ of $($PSBoundParameters.Count)" } }
function Find-Some($i) { if ($i | Where-Object { $_ -match '(\d)' }) { "m $($Matches[1])" } }
function Use-Own($i) { $limit = 2; Test-Some $i }
$limit = 1
foreach ($t in 1..2) {
    Test-Some (1, 2, 3); Add-Some (1, 2, 3); Measure-Some (1, 2); Stop-Some (1, 2); Fail-Some (1, 2, 3); Hide-Some (1, 2)
    Show-Bound 1, 2; Find-Some 7; Use-Own (1, 2, 3); $x = Test-Some (1, 2, 3); "$x"
}
function Out-Null { process { "own $_" } }
foreach ($t in 1..2) { Hide-Some (1, 2) }
function Where-Object { 'own' }
foreach ($t in 1..2) { Test-Some (1, 2) }
"""


def test_pipelines_in_functions_do_what_they_do_in_a_scope() -> None:
    """Also when the names of the commands come to mean something else."""
    quick = run(PIPELINES)

    with patch.object(call_sites, "_plan", lambda *_site: call_sites._slow):
        assert run(PIPELINES) == quick
    assert quick[-6:] == ["own 0", "own 1", "own sum 2", 2, "own", "own"]


DEFAULTS = r"""
$k = 5
function Get-Helper($v) { $v * 3 }
function Get-Sum($x, $y = ($x + 1)) { "$x $y" }
function Get-Typed([string]$x = "p$k", [int]$y = ($k * 2), [switch]$s = $true) { "$x $y $($y.GetType().Name) $s" }
function Get-Called { [CmdletBinding()] param($x = (Get-Helper $k), $y = "$(Get-Helper 2)", [string[]]$l = @('a', $k)) "$x $y $($l.Count)" }
function Get-Cast([int]$x = "q$k") { $x }
function Get-Fault($x = (1 / 0)) { $x }
function Get-Needed($x = $(throw 'needed')) { $x }
function Get-Script($x = $script:k) { $x }
function Use-Own { $k = 77; Get-Typed; Get-Called }
foreach ($t in 1..2) {
    Get-Sum 1; Get-Sum 1 5; Get-Typed; Get-Typed q 3; Get-Called; Get-Called -y z; Use-Own; $k = $t; Get-Script
    foreach ($f in 'Get-Cast', 'Get-Fault', 'Get-Needed') { try { & $f } catch { "$($_.FullyQualifiedErrorId) $_" } }
    try { Get-Fault } catch { $_.InvocationInfo.PositionMessage }; try { Get-Needed } catch { $_.InvocationInfo.PositionMessage }
    try { Get-Cast } catch { "$($_.FullyQualifiedErrorId) $($_.InvocationInfo.OffsetInLine)" }
}
"""


def test_defaults_are_worked_out_as_in_a_scope() -> None:
    """Their types, what they see, and where their errors point."""
    quick = run(DEFAULTS)

    with patch.object(call_sites, "_plan", lambda *_site: call_sites._slow):
        assert run(DEFAULTS) == quick


def test_common_parameters_set_preferences_of_the_function_and_of_what_it_calls() -> None:
    """about_CommonParameters: a call with them runs without a scope too; one that is made after all is the function's own."""
    text = """
    function Get-Seen { "$ErrorActionPreference $VerbosePreference $WarningPreference $word $(Get-Variable word -Scope 1 -ValueOnly)" }
    function Get-Middle { [CmdletBinding()] param($n) $word = "middle $n"; Get-Seen }
    function Get-Outer { [CmdletBinding()] param($n) $word = 'outer'; Get-Middle $n -Verbose; "$ErrorActionPreference" }
    foreach ($n in 1..2) { Get-Outer $n -ErrorAction Ignore -WarningAction $(if ($n -eq 1) { 'Stop' } else { 'SilentlyContinue' }) }
    "$ErrorActionPreference $VerbosePreference"
    """
    assert run(text) == [
        "Ignore Continue Stop middle 1 middle 1",
        "Ignore",
        "Ignore Continue SilentlyContinue middle 2 middle 2",
        "Ignore",
        "Continue SilentlyContinue",
    ]


def test_calls_with_common_parameters_have_plans() -> None:
    """The general way is not taken; an action that is none is the binder's to refuse."""
    text = """
    function Get-Half { [CmdletBinding(SupportsShouldProcess)] param([int]$n) if ($PSCmdlet.ShouldProcess('x')) { $n / 2 } else { "no $($PSBoundParameters.Keys)" } }
    $words = 'Stop', 'ignore'
    foreach ($word in $words) { Get-Half 4 -ErrorAction $word -Debug:$false }
    foreach ($n in 1..2) { Get-Half $n -Confirm:$false -WhatIf }
    try { foreach ($word in 'Wrong') { Get-Half 4 -ErrorAction $word } } catch { $_.FullyQualifiedErrorId }
    """
    with patch.object(plans, "bind_arguments", wraps=plans.bind_arguments) as general:
        assert run(text) == [
            2,
            2,
            "no Confirm WhatIf n",
            "no Confirm WhatIf n",
            "CannotConvertArgumentNoMessage,Get-Half",
        ]
    assert general.call_count <= 1


def test_typed_arrays_switched_texts_and_members_of_null_in_functions() -> None:
    """Arrays of elements of the right class are made in one step; what is known to be text needs no test; null has two members."""
    text = """
    function Get-Kind { param([int[]]$Values, [string]$Word, $None)
        switch ($Word) { 'LOW' { $mark = 'low' } 'high' { $mark = $_ } default { $mark = "other $_" } }
        switch ($Values) { 2 { $mark += ' two' } }
        "$mark $($Values.GetType().Name) $($Values[0] + 1) $($None.Count) [$($None.Name)]" }
    foreach ($word in 'Low', 'HIGH', 'x') { Get-Kind (1, 2) $word; Get-Kind 2.6, '4' $word }
    foreach ($n in 1..2) { switch ($n) { 1 { 'one' } default { "no $_" } } }
    function Get-Strict($None) { Set-StrictMode -Version 2; try { $None.Count } catch { $_.FullyQualifiedErrorId } }
    foreach ($n in 1..2) { Get-Strict $null }
    """
    kinds = "low", "HIGH", "other x"
    lines = [(f"{kind} two Int32[] 2 0 []", f"{kind} Int32[] 4 0 []") for kind in kinds]
    assert run(text) == [*(line for pair in lines for line in pair), "one", "no 2", *["PropertyNotFoundStrict"] * 2]
