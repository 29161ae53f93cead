"""Classes and enums of scripts at run time, and what is refused before a script runs."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def test_classes_may_stand_in_any_order(session):
    """
    A class derives from one that stands below it and names others; constructors chain.
    """
    got = session.evaluate(
        "class Child : Base { [string]$Tail = 't'; Child([string]$n) : base($n) { $this.Tail += '!' }\n"
        "  [string] Hello() { return 'child ' + ([Base]$this).Hello() } }\n"
        "class Base { [string]$Name; [Other]$O = [Other]::new(); Base([string]$n) { $this.Name = $n }\n"
        '  [string] Hello() { return "base $($this.Name) $($this.O)" } }\n'
        'class Other { [int]$N = 3; [string] ToString() { return "o$($this.N)" } }\n'
        "$c = [Child]::new('a'); $c.Hello(); $c.Tail; $c -is [Base]"
    )
    assert got == ["child base a o3", "t!", True]


def test_an_object_orders_and_compares_itself(session):
    """
    IComparable serves -lt and Sort-Object, Equals serves -eq and -contains.
    """
    got = session.evaluate(
        "class Q : System.IComparable { [int]$G; Q([int]$g) { $this.G = $g }\n"
        "  [int] CompareTo([object]$o) { return $this.G.CompareTo($o.G) }\n"
        "  [bool] Equals([object]$o) { return $this.G -eq $o.G } [int] GetHashCode() { return $this.G } }\n"
        "$a, $b, $c = [Q]5, [Q]10, [Q]5; $a -lt $b; $a -eq $c; $a -ne $b; @($b, $a) -contains $c"
    )
    assert got == [True, True, True, True]


def test_an_enumerable_class_is_unrolled(session):
    """
    GetEnumerator is what the pipeline and foreach go through.
    """
    got = session.evaluate(
        "class Bag : System.Collections.IEnumerable { [object[]]$Items = @(1, 2)\n"
        "  [System.Collections.IEnumerator] GetEnumerator() { return $this.Items.GetEnumerator() } }\n"
        "[Bag]::new() | ForEach-Object { $_ * 2 }; foreach ($x in [Bag]::new()) { $x }"
    )
    assert got == [2, 4, 1, 2]


def test_a_class_may_derive_from_a_net_class(session):
    """
    The base's own members work on the instance; exceptions are caught by their class.
    """
    got = session.evaluate(
        "class L : System.Collections.ArrayList { [int] Twice() { return $this.Count * 2 } }\n"
        "$l = [L]::new(); $null = $l.Add(1); $l.Twice()\n"
        "class E : System.Exception { [int]$Code; E([string]$m, [int]$c) : base($m) { $this.Code = $c } }\n"
        "try { throw [E]::new('boom', 5) } catch [E] { \"$_ $($_.Exception.Code)\" }"
    )
    assert got == [2, "boom 5"]


def test_hidden_members_are_usable_but_not_listed(session):
    """
    about_Hidden.
    """
    got = session.evaluate(
        "class H { [int]$A = 1; hidden [int]$B = 2 }; $h = [H]::new(); $h.B; $h.PSObject.Properties.Name"
    )
    assert got == [2, "A"]


def test_a_class_belongs_to_the_scope_that_defined_it(session):
    """
    A class of a function is gone when the function ends.
    """
    assert session.evaluate("function f { class Inner { }; [Inner].Name }; f; f") == ["Inner", "Inner"]
    session.evaluate("[Inner]")
    assert session.errors[0].fqid == "TypeNotFound"


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("class A : NoSuch { }", "TypeNotFound"),
        ("class A { [NoSuch]$X }", "TypeNotFound"),
        ("class A { [NoSuch()][int]$X }", "CustomAttributeTypeNotFound"),
        ("class A { [int]$X; [string]$x }", "MemberAlreadyDefined"),
        ("enum A { X; x }", "MemberAlreadyDefined"),
        ("class A { A([int]$n) { } } class B : A { }", "BaseClassNoDefaultCtor"),
        ("class A : System.IComparable { }", "TypeCreationError"),
    ],
)
def test_faults_of_definitions_are_syntax_errors(session, text, error_id):
    """
    Nothing of the text runs.
    """
    got = session.evaluate(
        f"try {{ [scriptblock]::Create('{text}') }} catch {{ $_.Exception.InnerException.Errors[0].ErrorId }}"
    )
    assert got == [error_id]


def test_definitions_that_name_themselves_and_their_like_are_fine(session):
    """
    Generic types of the class itself, interfaces of it, overloads by parameter type.
    """
    got = session.evaluate(
        "class A : System.IEquatable[A] { [System.Collections.Generic.List[A]]$L; [bool] Equals([A]$o) { return $true }\n"
        "  [string] F([int]$x) { return 'int' } [string] F([string]$x) { return 'text' } }\n"
        "[A]::new().F(1); [A]::new().F('a')"
    )
    assert got == ["int", "text"]


def test_a_class_may_derive_from_a_generic_collection(session):
    """
    The instance is the collection itself: it is unrolled, holds the declared properties and converts its keys.
    """
    session.evaluate("class Names : System.Collections.Generic.List[string] { [string] $Note = 'n' }")
    assert session.evaluate("$n = [Names]::new(); $n.Add('a'); $n.Add('b'); $n | ForEach-Object { $_ }; $n.Note") == [
        "a",
        "b",
        "n",
    ]
    session.evaluate("class Ages : System.Collections.Generic.Dictionary[string, int] { }")
    assert session.evaluate("$a = [Ages]::new(); $a[7] = '3'; $a['7'] + 1; $a -is [Ages]") == [4, True]


def test_a_hidden_property_can_be_chosen_by_name(session):
    """
    Only wildcards and the default view leave hidden properties out.
    """
    session.evaluate("class Kept { [string] $Name = 'n'; hidden [string] $Key = 'k' }; $k = [Kept]::new()")
    assert session.evaluate("$k | Select-Object -ExpandProperty Key; ($k | Select-Object Name, Key).Key") == ["k", "k"]
    assert session.evaluate("($k | Select-Object *).psobject.Properties.Name") == ["Name"]


def test_properties_of_new_objects_hold_their_own_values(session):
    """about_Classes: each object starts with the defaults of the types, whatever objects before it were given."""
    text = """
    enum Shade { Dark; Light }
    class Box { [string]$Name; [int]$Count; [object]$Any; [ValidateRange(0, 9)][int]$Digit }
    class Lamp : Box { [Shade]$Shade; [int[]]$Marks = @(1) }
    class Row : System.Collections.Generic.List[int] { [int]$Total; Row() { $this.Total += 3 } }
    foreach ($n in 1..3) {
        $box = [Box]::new(); "$($box.Count)|$($null -eq $box.Name)|$($null -eq $box.Any)"
        $box.Count += $n; $box.Name = 'b'; $box.Any = 1
        try { $box.Digit = 10 } catch { $box.Digit }
    }
    foreach ($n in 1..2) { $lamp = [Lamp]::new(); "$($lamp.Shade) $($lamp.Marks) $($lamp.Count)"; $lamp.Marks += 2; $lamp.Count++ }
    foreach ($n in 1..2) { $row = [Row]::new(); $row.Add(1); $row.Total += 1; "$($row.Total) $($row.Count)" }
    """
    boxes = ["0|True|True", 0] * 3
    assert session.evaluate(text) == [*boxes, "Dark 1 0", "Dark 1 0", "4 1", "4 1"]


def test_an_enum_takes_numbers_of_its_own_type(session):
    """
    Also those above the range of long; the numbers come back in that type.
    """
    got = session.evaluate(
        "enum Big : ulong { None = 0; All = 18446744073709551615 }\n"
        '[Big].GetEnumValuesAsUnderlyingType() | ForEach-Object { "$($_.GetType().Name) $_" }'
    )
    assert got == ["UInt64 0", "UInt64 18446744073709551615"]


def test_a_class_generates_the_values_of_a_set(session):
    """
    [ValidateSet([Class])] asks IValidateSetValuesGenerator.
    """
    got = session.evaluate(
        "class Zones : System.Management.Automation.IValidateSetValuesGenerator {\n"
        "  [string[]] GetValidValues() { return 'Internet', 'Intranet' } }\n"
        "function f([ValidateSet([Zones])]$Zone) { $Zone }; f Internet; f Extranet"
    )
    assert got == ["Internet"]
    assert session.errors[0].fqid == "ParameterArgumentValidationError,f"


def test_a_call_on_a_cast_to_the_base_class_is_not_virtual(session):
    """
    On any object, not on $this alone; of System.Object it is the text that every object has.
    """
    got = session.evaluate(
        "class Base { [string] Hello() { return 'base' } } class Child : Base { [string] Hello() { return 'child' } }\n"
        "([Base][Child]::new()).Hello(); ([Child][Child]::new()).Hello(); ([object][Child]::new()).ToString(); ([object]'a').ToString()"
    )
    assert got == ["base", "child", "Child", "System.String"]
