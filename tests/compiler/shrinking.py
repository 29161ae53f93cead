"""Makes a failing program smaller: pieces of its tree go, or give way to a part of themselves, while it still fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.language import parse

if TYPE_CHECKING:
    from collections.abc import Callable

_STATEMENTS = frozenset(
    {"Pipeline", "AssignmentStatement", "IfStatement", "ForStatement", "ForEachStatement", "WhileStatement", "DoWhileStatement",
     "DoUntilStatement", "SwitchStatement", "TryStatement", "FunctionDefinition", "TypeDefinition", "FunctionMember",
     "PropertyMember", "CatchClause", "Command", "CommandParameter"}
)  # fmt: skip


def shrink(text: str, fails: Callable[[str], bool]) -> str:
    """The smallest text found that still fails."""
    found = True
    while found:
        found = False
        for candidate in candidates(text):
            if len(candidate) < len(text) and fails(candidate):
                text, found = candidate, True
                break
    return "\n".join(line for line in text.split("\n") if line.strip(" ;"))


def candidates(text: str) -> list[str]:
    result = []
    for node in sorted(nodes(text), key=lambda node: node.start - node.end):
        if node.kind in _STATEMENTS:
            result.append(text[: node.start] + text[node.end :])
        result += [
            text[: node.start] + text[child.start : child.end] + text[node.end :] for child in node.children()
        ]
        if node.kind not in _STATEMENTS and node.kind not in (
            "TypeConstraint",
            "StatementBlock",
            "NamedBlock",
        ):
            result.append(text[: node.start] + "1" + text[node.end :])
    return result


def nodes(text: str) -> list[Any]:
    stack: list[Any] = [parse(text).script_block]
    found = []
    while stack:
        node = stack.pop()
        found.append(node)
        stack += node.children()
    return found
