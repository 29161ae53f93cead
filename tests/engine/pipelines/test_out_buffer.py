"""-OutBuffer and -PipelineVariable (about_CommonParameters)."""

from __future__ import annotations

from spshell.app import make_session


def test_objects_wait_until_the_buffer_is_more_than_full():
    """
    With -OutBuffer 1 they go on in pairs; what is left goes when the command ends.
    """
    got = make_session().evaluate(
        "$log = ''; 1..3 | ForEach-Object { $global:log += \"a$_\"; $_ } -OutBuffer 1 | "
        'ForEach-Object { $global:log += "b$_" }; $global:log'
    )
    assert got == ["a1a2b1b2a3b3"]


def test_the_last_command_of_a_pipeline_does_not_wait():
    got = make_session().evaluate(
        "function f { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$x) process { $x } }\n"
        '1..3 | f -OutBuffer 9 | ForEach-Object { "$_" }; 4 | f -OutBuffer 9'
    )
    assert got == ["1", "2", "3", 4]


def test_a_pipeline_variable_begins_and_ends_as_null():
    """
    What a variable of the name held before is gone.
    """
    got = make_session().evaluate(
        '$t = 8; 1, 2 | ForEach-Object -PipelineVariable t { "[$t]" } | ForEach-Object { "$t$_" }; $null -eq $t'
    )
    assert got == ["[][]", "[[]][[]]", True]
