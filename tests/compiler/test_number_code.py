"""Numbers of both kinds in hot code: whole numbers and Doubles mixed, rounded, compared and written into text."""

from spshell.app import make_session


def run(text: str) -> list[str]:
    output: list[str] = []
    make_session().run_text(text, lambda item: output.append(f"{type(item).__name__}:{item}"))
    return output


def test_mixed_numbers_compare_and_subtract_as_doubles() -> None:
    text = """
foreach ($v in 1, 2.5, '2', [double]::NaN, [long]3, [decimal]2.5) {
    "$($v -gt 2) $($v -le 2) $(if ($v -lt 2.5) { 'less' } else { 'not' })"
    ($v - 0.5).GetType().Name
}
foreach ($v in 2, 1.5) { (5 - $v), (3 * $v) }
"""
    assert run(text) == [
        "str:False True less", "str:Double", "str:True False not", "str:Double", "str:False True less", "str:Double",
        "str:False False not", "str:Double", "str:True False not", "str:Double", "str:True False not", "str:Decimal",
        "int:3", "int:6", "float:3.5", "float:4.5",
    ]  # fmt: skip


def test_rounding_to_places_is_to_even_and_keeps_what_cannot_be_rounded() -> None:
    text = "foreach ($v in 2.345, -0.05, 1e16, 2.5) { [math]::Round($v, 1) }; [math]::Round(2.5, 0)"
    assert run(text) == ["float:2.3", "float:-0.0", "float:1e+16", "float:2.5", "float:2.0"]


def test_reckoning_in_text_is_done_where_it_cannot_fail_and_reported_where_it_does() -> None:
    text = "$ErrorActionPreference = 'SilentlyContinue'; foreach ($n in 0..1) { \"a$($n * 2 + 1)b$(1 / $n)c$(($n % 2))\" }"
    assert run(text) == ["str:a1bc0", "str:a3b1c1"]


def test_objects_written_as_literals_have_their_members_in_order() -> None:
    text = """
foreach ($n in 1, 2) {
    $o = [pscustomobject]@{ Name = "n$n"; Nothing = $(if ($false) { 1 }); PSTypeName = 'Mine' }
    $p = [pscustomobject]@{ B = $n; a = , 1; Nothing = $(if ($false) { 1 }) }
    "$($o.PSTypeNames[0]) $($o.PSObject.Properties.Name) $($p.PSObject.Properties.Name) $($null -eq $p.Nothing) $p"
}
$list = [System.Collections.Generic.List[int]]::new(); foreach ($n in 1..3) { $list.Add($n); $list.Add("$n") }; "$list"
"""
    shown = "str:Mine Name Nothing B a Nothing True @{B={%d}; a=System.Object[]; Nothing=}"
    assert run(text) == [shown.replace("{%d}", "1"), shown.replace("{%d}", "2"), "str:1 1 2 2 3 3"]
