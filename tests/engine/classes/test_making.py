"""Objects of script classes are made in few steps, and are what the general way makes."""

import pytest

from spshell.app import make_session


def run(text: str) -> list[object]:
    """What a text writes; errors that nobody catches are raised."""
    output: list[object] = []
    make_session().run_text(text, output.append)
    return output


THING = """
class Thing {
    [int]$N = 5
    [string]$Text = "x$($this.N)"
    [System.Collections.Generic.List[int]]$Items = [System.Collections.Generic.List[int]]::new()
    [int[]]$Few = 3
    [object[]]$One = @(1)
    $Any = @{ a = 1 }
    [long]$Big = 7
    [DayOfWeek]$Day = 'Friday'
    [int]$Late
}
"""


def test_each_object_has_collections_of_its_own() -> None:
    text = "foreach ($n in 1..3) { $t = [Thing]::new(); $t.Items.Add($n); $t.Few[0] += $n; $t.One[0] += $n; $t.Any.a += $n; "
    text += '"$($t.N) $($t.Text) $($t.Items) $($t.Few) $($t.One) $($t.Any.a) $($t.Big.GetType().Name) $($t.Day) $($t.Late)" }'
    assert run(THING + text) == [
        f"5 x5 {n} {3 + n} {1 + n} {1 + n} Int64 Friday 0" for n in (1, 2, 3)
    ]


def test_values_are_worked_out_in_the_order_of_the_text() -> None:
    text = 'class A { [string]$Early = "$($this.N)"; [int]$N = 4; [string]$Late = "$($this.N)" }'
    text += "; foreach ($n in 1, 2) { $a = [A]::new(); $a.Early; $a.Late }"
    assert run(text) == ["0", "4"] * 2


DERIVED = """
class Base {
    [string]$Log; [int]$N = 1
    Base() { $this.Log += "none;" }
    Base([int]$n) { $this.Log += "int $n;"; $this.N += $n }
    Base([string]$s) { $this.Log += "text $s;"; $this.See() }
    [void] See() { $this.Log += 'base;' }
}
class Middle : Base {
    [int]$M = 10
    Middle([int]$n) : base($n + 1) { $this.Log += "middle $($this.N) $($this.M);" }
    Middle([string]$s) : base("<$s>") { $this.Log += 'm;' }
    [void] See() { $this.Log += "sees $($this.M);" }
}
class Last : Middle { Last($any) : base($any) { $this.Log += 'last' } }
class Plain : Base { }
"""


def test_base_constructors_run_first_and_are_chosen_by_what_is_handed_on() -> None:
    text = "foreach ($v in 3, 'x', 4, 'y') { [Last]::new($v).Log }; foreach ($n in 1, 2) { [Plain]::new().Log }"
    assert run(DERIVED + text) == [
        "int 4;middle 5 10;last",
        "text <x>;sees 0;m;last",
        "int 5;middle 6 10;last",
        "text <y>;sees 0;m;last",
        "none;",
        "none;",
    ]


def test_members_that_a_base_constructor_adds_are_seen_by_what_runs_after_it() -> None:
    text = "class B { [int]$N; B() { $this | Add-Member ScriptProperty N { 40 } -Force } }"
    text += "; class D : B { [int]$Seen; D() { $this.Seen = $this.N } }; foreach ($n in 1, 2) { [D]::new().Seen }"
    assert run(text) == [40, 40]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("'abc'", "RuntimeException"),
        ("[int]::Parse('abc')", "MethodInvocationException"),
        ("(1 / 0)", "RuntimeException"),
    ],
)
def test_a_value_that_cannot_be_worked_out_is_an_error_of_each_object(value: str, kind: str) -> None:
    text = f"class E {{ [int]$N = {value} }}; foreach ($n in 1..3) {{ try {{ [E]::new() }} catch {{ "
    text += "$_.Exception.GetType().Name + $_.InvocationInfo.Line.Contains('::new') } }"
    assert run(text) == [f"{kind}True"] * 3


def test_errors_of_the_constructors_own_code_are_its_own() -> None:
    text = "class E { E([int]$n) { if ($n -gt 1) { throw 'no' } } }; foreach ($n in 1..3) { try { $null = [E]::new($n); $n } "
    text += "catch { $_.Exception.Message } }"
    assert run(text) == [1, "no", "no"]


def test_static_values_begin_once_before_the_first_object() -> None:
    text = "class S { static [int]$Made = 0; [int]$Id; S() { [S]::Made++; $this.Id = [S]::Made } }"
    assert run(text + "; foreach ($n in 1..3) { [S]::new().Id }") == [1, 2, 3]


def test_a_property_of_the_derived_class_hides_that_of_its_base() -> None:
    text = "class B { [string]$V = 'base'; [string] Get() { return $this.V } }"
    text += "; class D : B { [string]$V = 'own' }; foreach ($n in 1, 2) { [D]::new().Get() }"
    assert run(text) == ["own", "own"]


def test_a_class_whose_objects_make_others_without_end_is_called_too_deeply() -> None:
    text = "class R { [R]$Next = [R]::new() }; foreach ($n in 1, 2) { try { [R]::new() } catch { 'deep' } }"
    assert run(text) == ["deep", "deep"]


def test_values_see_the_variables_of_the_script() -> None:
    text = "class V { [string]$T = $outside; [int]$N = $script:number }; function make { [V]::new() }; "
    text += "$number = 4; $outside = 'a'; $v = make; \"$($v.T)$($v.N)\"; $outside = 'b'; $v = make; \"$($v.T)$($v.N)\""
    assert run(text) == ["a4", "b4"]


def test_an_added_argument_of_any_class_is_appended_as_it_is() -> None:
    text = "$l = [System.Collections.Generic.List[object]]::new(); $a = [System.Collections.ArrayList]::new(); class P { }"
    text += "; foreach ($v in [pscustomobject]@{ a = 1 }, [P]::new(), @{ b = 2 }, 5, 'x') { $l.Add($v); [void]$a.Add($v) }"
    text += "; foreach ($v in $l) { $v.GetType().Name }; $a.Count"
    assert run(text) == ["PSCustomObject", "P", "Hashtable", "Int32", "String", 5]


def test_an_overload_that_an_object_fits_by_its_contents_is_chosen_each_time() -> None:
    text = "class T { [string]$A }; class M { [string] Get([T]$t) { return 'T' } [string] Get([object]$o) { return 'object' } }"
    text += "; $m = [M]::new(); foreach ($v in [pscustomobject]@{ A = 1 }, [T]::new(), [pscustomobject]@{ B = 1 }) { $m.Get($v) }"
    assert run(text) == ["object", "T", "object"]
