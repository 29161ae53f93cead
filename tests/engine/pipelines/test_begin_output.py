"""What a stage writes while it begins goes through the pipeline at once (about_Functions_Advanced_Methods)."""

from __future__ import annotations

from spshell.app import make_session

FUNCTIONS = """
$script:log = @()
function First { begin { $script:log += 'begin 1'; 'x'; $script:log += 'begun 1' } process { $_ } end { 'e' } }
function Second { begin { $script:log += 'begin 2' } process { $script:log += "got $_"; $_ } end { $script:log += 'end 2' } }
function Third { begin { $script:log += 'begin 3' } process { $_ } end { $script:log += 'end 3' } }
"""


def test_the_next_stage_begins_with_the_first_object() -> None:
    """
    It begins while the one before it is beginning, and takes the object then.
    """
    found = make_session().evaluate(FUNCTIONS + "$null = 1 | First | Second; $log")

    assert found == ["begin 1", "begin 2", "got x", "begun 1", "got 1", "got e", "end 2"]


def test_a_stage_that_has_enough_before_all_have_begun() -> None:
    """
    What stands behind it begins and ends all the same; what stands before it ends no more.
    """
    found = make_session().evaluate(FUNCTIONS + "1 | First | Select-Object -First 1 | Where-Object { 0 } | Third; $log")

    assert found == ["begin 1", "begin 3", "end 3"]
