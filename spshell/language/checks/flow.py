"""Flow of control in a method: whether every way through it returns or throws.

As in PowerShell, a condition may go either way even where it is `$true`, and a `try` may fail at once.
"""

from __future__ import annotations

from spshell.language.nodes import (
    AssignmentStatement,
    BlockStatement,
    BreakStatement,
    ContinueStatement,
    DoUntilStatement,
    DoWhileStatement,
    ExitStatement,
    ForEachStatement,
    ForStatement,
    IfStatement,
    Node,
    ReturnStatement,
    StatementBlock,
    StringConstantExpression,
    SwitchStatement,
    ThrowStatement,
    TryStatement,
    WhileStatement,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Expression, Statement


class _Loop:
    def __init__(self, label: str | None) -> None:
        self.label = (label or "").lower()
        self.left = False
        self.repeated = False


class MethodFlow:
    """Walks statements; each method answers whether control can come out at the end."""

    def __init__(self) -> None:
        self.loops: list[_Loop] = []

    def falls_through(self, statements: list[Statement]) -> bool:
        """Whether the end of these statements can be reached."""
        reached = True
        for statement in statements:
            if not self._statement(statement):
                reached = False
                break  # what follows cannot be reached
        return reached

    def _block(self, block: StatementBlock) -> bool:
        return self.falls_through(block.statements)

    def _statement(self, node: Node) -> bool:
        if isinstance(node, ReturnStatement | ThrowStatement | ExitStatement):
            return False
        if isinstance(node, BreakStatement | ContinueStatement):
            self._leave(node.label, isinstance(node, BreakStatement))
            return False
        if isinstance(node, IfStatement):
            ways = [self._block(body) for _, body in node.clauses]
            return any(ways) | (node.else_block is None or self._block(node.else_block))
        if isinstance(node, AssignmentStatement):
            return self._statement(node.right)
        if isinstance(node, TryStatement):
            return self._try(node)
        if isinstance(node, BlockStatement):
            return self._block(node.body)
        return self._loop(node)

    def _leave(self, label: Expression | None, is_break: bool) -> None:
        wanted = label.value.lower() if isinstance(label, StringConstantExpression) else ""
        for loop in reversed(self.loops):
            if not wanted or loop.label == wanted:
                loop.left |= is_break
                loop.repeated |= not is_break
                return

    def _try(self, node: TryStatement) -> bool:
        reached = self._block(node.body)
        for clause in node.catches:
            reached |= self._block(clause.body)
        if node.finally_block is not None:
            catches_all = any(not clause.types for clause in node.catches)
            # reached when something was thrown that nothing caught, and PowerShell lets it go on behind
            reached = (reached or not catches_all) and self._block(node.finally_block)
        return reached

    def _loop(self, node: Node) -> bool:
        if isinstance(node, SwitchStatement):
            self.loops.append(_Loop(node.label))
            for _, body in node.clauses:
                self._block(body)
            if node.default is not None:
                self._block(node.default)
            self.loops.pop()
            return True
        if isinstance(node, WhileStatement | ForEachStatement | ForStatement):
            loop = _Loop(node.label)
            self.loops.append(loop)
            self._block(node.body)
            self.loops.pop()
            endless = isinstance(node, ForStatement) and node.condition is None
            return loop.left or not endless
        if isinstance(node, DoWhileStatement | DoUntilStatement):
            loop = _Loop(node.label)
            self.loops.append(loop)
            reached = self._block(node.body)
            self.loops.pop()
            return reached or loop.left or loop.repeated
        return True
