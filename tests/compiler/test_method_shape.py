"""Methods that reach the properties of ``$this`` without a call do what methods do."""

import pytest

from spshell.app import make_session

COUNTER = """
class Counter {
    [string]$Name; [int]$Count; [double]$Mean; $Any; [bool]$On; [long]$Big; [ValidateRange(0, 5)][int]$Small
    [void] Set($value) { $this.Name = $value; $this.Any = $value }
    [void] Add([int]$n) { $this.Count += $n; $this.Count++; $this.Name += '!'; $this.Mean += 0.5; $this.Big += $n }
    [void] Check([int]$n) { $this.Small = $n }
    [int] Half() { return $this.Count / 4 }
    [string] Text() { return $this.Count }
    [bool] Is() { return $this.Count }
    [object] Nothing() { return $null }
    [void] Loop() { foreach ($n in 1..3) { $this.Count += $n; $this.Note($n) } }
    [void] Note([int]$n) { $this.Any = "$($this.Any)$n" }
    [int] Deep([int]$n) { if ($n -gt 0) { return $this.Deep($n - 1) + 1 }; return 0 }
}
"""


def run(text: str) -> list[str]:
    output: list[str] = []
    make_session().run_text(text, lambda item: output.append(f"{type(item).__name__}:{item}"))
    return output


def values(name: str) -> str:
    return f'"$(${name}.Name)|$(${name}.Count)|$(${name}.Mean)|$(${name}.Any)|$(${name}.On)|$(${name}.Big)"; '


def test_properties_keep_their_types() -> None:
    text = COUNTER + "$c = [Counter]::new(); foreach ($n in 1..2) { $c.Set($n); $c.Add('3') }; " + values("c")
    text += "$c.Set($null); $c.Any -eq $null; $c.Name.Length; $c.Half(); $c.Text(); $c.Is(); $c.Loop(); $c.Any; $c.Count"
    assert run(text) == [
        "str:2!|8|1|2|False|6", "bool:True", "int:0", "int:2", "str:8", "bool:True", "str:123", "int:14",
    ]  # fmt: skip


def test_a_number_that_does_not_fit_its_property_is_an_error_as_everywhere() -> None:
    text = (
        COUNTER
        + "$c = [Counter]::new(); $c.Count = 2147483640; foreach ($n in 1..2) { $c.Add(100) }; $c.Count"
    )
    text += "; try { $c.Check(9) } catch { $_.FullyQualifiedErrorId }; $c.Check(3); $c.Small; $c.Deep(20)"
    found = run(text)
    assert found[0] == "int:2147483640"
    assert found[1].startswith("str:")
    assert found[2:] == ["int:3", "int:20"]


@pytest.mark.parametrize("calls", ["$c.Add(1)", "$c.Loop(); $null = $c.Any"])
def test_members_that_an_object_carries_itself_hide_those_of_its_class(calls: str) -> None:
    text = COUNTER + "$c = [Counter]::new(); foreach ($n in 1..2) { " + calls + " }; "
    text += (
        "$c | Add-Member ScriptProperty Count { 40 } -Force; foreach ($n in 1, 2) { $c.Half(); $c.Text() }"
    )
    text += "; $c | Add-Member ScriptMethod Half { 'mine' } -Force; foreach ($n in 1, 2) { $c.Half() }"
    assert run(text) == ["int:10", "str:40"] * 2 + ["str:mine"] * 2


def test_type_data_that_hide_a_property_are_seen_by_methods_too() -> None:
    text = COUNTER + "$c = [Counter]::new(); foreach ($n in 1..2) { $c.Add(1); $c.Half() }; "
    text += "Update-TypeData -TypeName Counter -MemberType ScriptProperty -MemberName Count -Value { 80 } -Force; $c.Half()"
    text += "; Remove-TypeData -TypeName Counter; $c.Half()"
    assert run(text) == ["int:0", "int:1", "int:20", "int:1"]


def test_a_property_that_a_child_declares_again_is_the_child_s() -> None:
    text = """
class Base { [int]$Value = 1; [string]$Tag = 'b'; [object] Get() { return $this.Value } [string] Show() { return $this.Tag } }
$base = [Base]::new(); foreach ($n in 1, 2) { $base.Get() }
& { class Child : Base { [string]$value = 'own'; Child() { $this.Tag += 'c' } }; $c = [Child]::new(); $c.Get(); $c.Show() }
"""
    assert run(text) == ["int:1", "int:1", "str:own", "str:bc"]


def test_a_variable_of_all_scopes_is_seen_by_methods() -> None:
    text = "class Reader { [object] Get() { $shared = 5; return $shared } }; $r = [Reader]::new()\n"
    text += "foreach ($n in 1..2) { $r.Get() }; New-Variable shared 1 -Option AllScope; $r.Get(); $shared"
    assert run(text) == ["int:5", "int:5", "int:5", "int:5"]


def test_an_override_that_runs_in_the_base_constructor_finds_default_values() -> None:
    text = """
class First { [string]$Log; First() { $this.Log = $this.Describe() } [string] Describe() { return 'first' } }
class Second : First { [int]$Number = 7; [string] Describe() { return "second $($this.Number)" } }
foreach ($n in 1, 2) { [Second]::new().Log }
"""
    assert run(text) == ["str:second 0", "str:second 0"]


def test_counts_in_objects_and_tables_are_added_to_in_loops() -> None:
    text = """
$objects = [pscustomobject]@{ Count = 1; Text = 'a'; Wide = 2147483647 }, @{ Count = 2; Text = 'b'; Wide = 1 },
    [ordered]@{ Count = 3; Text = 'c'; Wide = 2 }
$objects[0] | Add-Member ScriptProperty Twice { $this.Count * 2 } { param($value) $this.Count = $value }
foreach ($o in $objects) { $o.Count += 5; $o.COUNT++; $o.Text += 'x'; $o.Wide++; "$($o.Count)$($o.Text)$($o.Wide)" }
foreach ($n in 1, 2) { $objects[0].Twice += $n; $objects[0].Count; $objects[1].New += $n; $objects[1].New }
"""
    assert run(text) == [
        "str:7ax2147483648", "str:8bx2", "str:9cx3", "int:15", "int:1", "int:32", "int:3",
    ]  # fmt: skip
