"""ConvertFrom-Json."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("text", ["{a:1,}", "{'a':1} // c", '/* c */{"a":0x1}', '{"a":01}'])
def test_almost_json_reads_as_json(session, text):
    """
    Bare names, single quotes, comments, commas before an end, hexadecimal and octal numbers.
    """
    quoted = text.replace("'", "''")
    assert session.evaluate(f"('{quoted}' | ConvertFrom-Json).a") == [1]


def test_only_an_array_at_the_top_may_lack_its_end(session):
    """
    What follows an open object is an error, an open array is taken as it is.
    """
    assert session.evaluate("'[1,{\"a\":2' | ConvertFrom-Json | Measure-Object | % Count") == [2]
    error = "try { '{\"a\":[1' | ConvertFrom-Json } catch { $_.Exception.InnerException.GetType().Name }"
    assert session.evaluate(error) == ["JsonSerializationException"]


def test_lines_are_one_text_unless_the_first_is_complete(session):
    """
    A first line that is a value by itself makes each line a text of its own.
    """
    assert session.evaluate("('{', '\"a\":1', '}' | ConvertFrom-Json).a") == [1]
    assert session.evaluate("'1', '2' | ConvertFrom-Json") == [1, 2]


def test_a_date_follows_the_date_kind(session):
    """
    Texts that are whole dates become dates of the kind asked for; String leaves them.
    """
    text = '(\'["2024-03-05T10:11:12+02:00","2024-03-05"]\' | ConvertFrom-Json -DateKind {})[0].{}'
    assert session.evaluate(text.format("Utc", "Hour")) == [8]
    assert session.evaluate(text.format("Offset", "Offset.Hours")) == [2]
    assert session.evaluate(text.format("String", "Length")) == [25]
    assert session.evaluate("('[\"2024-03-05\"]' | ConvertFrom-Json).GetType().Name") == ["String"]


def test_the_depth_counts_arrays_and_objects(session):
    """
    Deeper text than -Depth allows is refused.
    """
    assert session.evaluate("ConvertFrom-Json '[{\"a\":1}]' -Depth 2 | % a") == [1]
    failing = "try { ConvertFrom-Json '[{\"a\":[]}]' -Depth 2 } catch { $_.FullyQualifiedErrorId }"
    assert session.evaluate(failing) == [
        "System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand"
    ]
