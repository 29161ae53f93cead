"""Errors whose target names the line that they are about."""

import pytest

from spshell.formatting.named_lines import named_line, names_line
from spshell.values.hashtable import Hashtable


def target(**entries):
    """A hashtable as a script gives it."""
    made = Hashtable()
    for name, value in entries.items():
        made.set(name, value) if hasattr(made, "set") else made.__setitem__(name, value)
    return made


@pytest.mark.parametrize(
    ("columns", "marker"),
    [
        ({}, ""),
        ({"StartColumn": 3}, "  ~~~"),
        ({"StartColumn": "2", "EndColumn": "4"}, " ~~"),
        ({"StartColumn": 5, "EndColumn": 6}, "    ~"),
        ({"StartColumn": 2, "EndColumn": 2}, " ~~~~"),
        ({"StartColumn": 2, "EndColumn": 7}, " ~~~~"),
        ({"StartColumn": 6}, ""),
        ({"StartColumn": "x"}, ""),
    ],
)
def test_a_marker_needs_a_column_in_the_line(columns, marker):
    """
    An end that does not fit is that of the line.
    """
    assert named_line(target(Line=7, LineText=" value ", **columns)) == ("", "7", "value", marker)


def test_a_target_without_a_line_is_shown_as_others_are():
    """
    Both the number and the text are needed.
    """
    assert not names_line(target(Line=7))
    assert not names_line("text")
    assert not names_line([1, 2])
    assert names_line(target(line=1, lineText=""))
