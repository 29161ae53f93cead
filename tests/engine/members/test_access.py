"""Members and elements: keys that are no text, keys of ordered dictionaries, $OFS."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session():
    return Session(Host(io.StringIO(), io.StringIO()))


def test_an_index_cast_to_object_is_a_key(session):
    """
    Everywhere else the cast changes nothing.
    """
    assert session.evaluate("$o = [ordered]@{ 7 = 'x' }; $o[[object]7]; $o[[object]8] = 1; $o[[object]8]++; $o[[object]8]; $o[0]") == ["x", 2, "x"]
    assert session.evaluate("(1, 2)[[object]1]; @{ 1 = 2 }[[object]1]; 'ab'[[object]1]") == [2, 2, "b"]


def test_a_computed_name_is_looked_up_as_it_is(session):
    assert session.evaluate("$h = @{ 1 = 'one'; a = 'A' }; $h.(1); $h.{a}; $h.('a')") == ["one", None, "A"]


def test_ofs_of_the_running_scope_joins_a_list_that_becomes_text(session):
    assert session.evaluate("& { $OFS = '-'; 'a' + (1, 2) }; 'a' + (1, 2)") == ["a1-2", "a1 2"]


def test_an_empty_result_in_an_array_is_written_as_nothing(session):
    assert session.evaluate(",(& { }); $r = & { }; ,$r; 'end'") == ["end"]


def test_a_property_of_a_class_that_is_a_dictionary_is_no_entry(session):
    script = """
class Counted : System.Collections.Generic.Dictionary[string, int] { [int]$Hits; Hit() { $this.Hits += 2 } }
$c = [Counted]::new(); $c.Hit(); $c.Hits; $c.Count; $c.x = 5; $c.Count
"""
    assert session.evaluate(script) == [2, 0, 1]
