"""The nodes below a node as PowerShell's own tree has them: what its visitors meet, in order."""

from __future__ import annotations

from spshell.language.nodes import (
    AssignmentStatement,
    CommandExpression,
    DataStatement,
    Node,
    Pipeline,
    Statement,
    UsingStatement,
)


def below(node: Node) -> list[Node]:
    """The nodes directly below `node`."""
    if isinstance(node, DataStatement):
        return [node.body]
    if isinstance(node, UsingStatement):
        return [part for part in (node.name, node.alias) if part is not None]
    children = node.children()
    if isinstance(node, AssignmentStatement):
        children[1] = assigned(node)
    return children


def assigned(node: AssignmentStatement) -> Statement:
    """The right side: PowerShell drops the pipeline around a lone expression there."""
    right = node.right
    if isinstance(right, Pipeline) and not right.background and len(right.elements) == 1:
        element = right.elements[0]
        if isinstance(element, CommandExpression):
            return element
    return right
