"""What is remembered of a node is what stands below it now: copies and kept nodes begin without a memory."""

from __future__ import annotations

from spshell.app import make_session
from spshell.compiler.below import contains, kinds_in, walk
from spshell.compiler.outline import BlockOutline
from spshell.compiler.outlined_nodes import packed, unpacked
from spshell.language.nodes.base import Source
from spshell.language.parser import parse


def statement(text: str):  # type: ignore[no-untyped-def]  # a node
    return parse(text).script_block.end_block.statements[0]


def test_blocks_of_functions_are_not_entered_and_those_of_loops_are() -> None:
    assert not contains(statement("function f { if (1) { 2 } }"), "IfStatement")
    assert contains(statement("1..3 | ForEach-Object { if ($_) { 2 } }"), "IfStatement")
    assert not contains(statement("1..3 | Invoke-Thing { if ($_) { 2 } }"), "IfStatement")


def test_asking_twice_gives_the_same_nodes_and_asking_inside_first_changes_nothing() -> None:
    node = statement("if ($a) { foreach ($b in $c) { $d = $b } }")
    inner = node.clauses[0][1]
    assert "AssignmentStatement" in kinds_in(inner)
    assert {id(item) for item in walk(inner)} < {id(item) for item in walk(node)}
    assert walk(node) is walk(node)
    assert len(walk(node)) == len({id(item) for item in walk(node)})


def test_what_is_remembered_is_not_kept_for_the_next_run() -> None:
    node = statement("$a = 1 + 2")
    plain = packed(node)
    walk(node)
    again = unpacked(packed(node), None)  # type: ignore[arg-type]  # the node has no source
    assert len(packed(node)) < len(plain) + 64
    assert [item.kind for item in walk(again)] == [item.kind for item in walk(node)]


def test_output_that_is_dropped_runs_the_first_element_alone() -> None:
    text = "function f { 'said'; $script:ran = 1 }; foreach ($i in 1..2) { f | Out-Null }; $ran"
    assert make_session().evaluate(text) == [1]


def test_an_outline_remembers_for_its_node() -> None:
    """
    A block that was kept for the next run stands for the node that its text gives when that is asked for.
    """
    outline = BlockOutline(Source("$b = { 1 + 2 }", ""), (5, 14, (), None))
    assert contains(outline, "BinaryExpression")
    assert walk(outline) is walk(outline)
