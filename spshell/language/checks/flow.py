"""Flow of control in a method: whether every way returns or throws, and what is assigned where.

As in PowerShell, a condition may go either way even where it is `$true`, and a `try` may fail at once.
A state is the set of variables that are assigned for sure; None where control cannot come.
"""

from __future__ import annotations

from spshell.language.nodes import (
    ArrayLiteral,
    AssignmentStatement,
    AttributedExpression,
    BinaryExpression,
    BlockStatement,
    BreakStatement,
    ContinueStatement,
    ConvertExpression,
    DataStatement,
    DoUntilStatement,
    DoWhileStatement,
    ExitStatement,
    ForEachStatement,
    ForStatement,
    FunctionDefinition,
    IfStatement,
    Node,
    ParenExpression,
    ReturnStatement,
    ScriptBlockExpression,
    StatementBlock,
    StringConstantExpression,
    SwitchStatement,
    ThrowStatement,
    TryStatement,
    TypeDefinition,
    VariableExpression,
    WhileStatement,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spshell.language.nodes import Expression

State = frozenset[str] | None

_SCOPES = ("variable:", "local:", "private:")


def local_name(path: str) -> str:
    """The name that a variable has within its function."""
    name = path.lower()
    for scope in _SCOPES:
        name = name.removeprefix(scope)
    return name


def _merge(states: Sequence[State]) -> State:
    reached = [state for state in states if state is not None]
    if not reached:
        return None
    return frozenset.intersection(*reached)


class _Loop:
    def __init__(self, label: str | None) -> None:
        self.label = (label or "").lower()
        self.breaks: list[State] = []
        self.continues: list[State] = []


class MethodFlow:
    """Walks statements; `unassigned` is called with every variable that is read too early."""

    def __init__(self, unassigned: Callable[[VariableExpression], None]) -> None:
        self.unassigned = unassigned
        self.loops: list[_Loop] = []

    def walk(self, statements: Sequence[Node], state: State) -> State:
        """The state behind some statements."""
        for statement in statements:
            if state is None:
                return None  # what follows cannot be reached
            state = self._statement(statement, state)
        return state

    def _block(self, block: StatementBlock | None, state: State) -> State:
        return state if block is None else self.walk(block.statements, state)

    def _statement(self, node: Node, state: State) -> State:
        if state is None:
            return None
        if isinstance(node, ReturnStatement | ThrowStatement | ExitStatement):
            if node.pipeline is not None:
                self._statement(node.pipeline, state)
            return None
        if isinstance(node, BreakStatement | ContinueStatement):
            self._leave(node.label, isinstance(node, BreakStatement), state)
            return None
        if isinstance(node, AssignmentStatement):
            if node.operator != "Equals":
                state = self._statement(node.left, state)
            return self._assign(node.left, self._statement(node.right, state))
        if isinstance(node, IfStatement):
            return self._if(node, state)
        if isinstance(node, TryStatement):
            return self._try(node, state)
        if isinstance(node, BlockStatement | StatementBlock):
            return self._block(node if isinstance(node, StatementBlock) else node.body, state)
        if isinstance(node, DataStatement):
            return state | {node.variable.lower()} if node.variable else state
        if isinstance(node, FunctionDefinition | TypeDefinition | ScriptBlockExpression):
            return state  # they have a flow of their own
        if isinstance(node, VariableExpression):
            if local_name(node.path) not in state:
                self.unassigned(node)
            return state
        if isinstance(node, BinaryExpression) and node.operator in {"And", "Or"}:
            state = self._statement(node.left, state)
            self._statement(node.right, state)  # perhaps it is not looked at
            return state
        if isinstance(node, SwitchStatement):
            return self._switch(node, state)
        if isinstance(node, WhileStatement | ForStatement | ForEachStatement):
            return self._while(node, state)
        if isinstance(node, DoWhileStatement | DoUntilStatement):
            return self._do(node, state)
        after: State = state
        for child in node.children():
            after = self._statement(child, after)
        return after

    def _assign(self, target: Node, state: State) -> State:
        if state is None:
            return None
        if isinstance(target, VariableExpression):
            return state | {local_name(target.path)}
        if isinstance(target, ConvertExpression | AttributedExpression):
            return self._assign(target.child, state)
        if isinstance(target, ArrayLiteral):
            after: State = state
            for element in target.elements:
                after = self._assign(element, after)
            return after
        if isinstance(target, ParenExpression):
            inner = [part for child in target.pipeline.children() for part in child.children()]
            return self._assign(inner[0], state) if len(inner) == 1 else state
        return self._statement(target, state)

    def _leave(self, label: Expression | None, is_break: bool, state: State) -> None:
        wanted = label.value.lower() if isinstance(label, StringConstantExpression) else ""
        for loop in reversed(self.loops):
            if not wanted or loop.label == wanted:
                (loop.breaks if is_break else loop.continues).append(state)
                return

    def _if(self, node: IfStatement, state: State) -> State:
        ways: list[State] = []
        for condition, body in node.clauses:
            state = self._statement(condition, state)
            ways.append(self._block(body, state))
        ways.append(self._block(node.else_block, state))
        return _merge(ways)

    def _try(self, node: TryStatement, state: State) -> State:
        ways = [self._block(node.body, state)]
        ways += [self._block(clause.body, state) for clause in node.catches]
        if node.finally_block is None:
            return _merge(ways)
        reached = any(way is not None for way in ways)
        if any(not clause.types for clause in node.catches):
            behind = self._block(node.finally_block, _merge(ways))
        else:  # reached as well when something was thrown that nothing caught
            behind = self._block(node.finally_block, _merge([*ways, state]))
        return behind if reached else None

    def _switch(self, node: SwitchStatement, state: State) -> State:
        state = self._statement(node.condition, state)
        self.loops.append(_Loop(node.label))
        for pattern, body in node.clauses:
            self._statement(pattern, state)
            self._block(body, state)
        self._block(node.default, state)
        self.loops.pop()
        return state

    def _while(self, node: WhileStatement | ForStatement | ForEachStatement, state: State) -> State:
        endless = False
        if isinstance(node, ForStatement):
            for part in (node.initializer, node.condition):
                if part is not None:
                    state = self._statement(part, state)
            endless = node.condition is None
        elif isinstance(node, WhileStatement):
            state = self._statement(node.condition, state)
        else:
            # PowerShell takes the loop's variable for assigned also when the loop never runs
            state = self._assign(node.variable, self._statement(node.expression, state))
        loop = _Loop(node.label)
        self.loops.append(loop)
        inside = self._block(node.body, state)
        self.loops.pop()
        if isinstance(node, ForStatement) and node.iterator is not None:
            self._statement(node.iterator, _merge([inside, *loop.continues]))
        return _merge(loop.breaks if endless else [state, *loop.breaks])

    def _do(self, node: DoWhileStatement | DoUntilStatement, state: State) -> State:
        loop = _Loop(node.label)
        self.loops.append(loop)
        inside = self._block(node.body, state)
        self.loops.pop()
        after = _merge([inside, *loop.continues])
        after = self._statement(node.condition, after)
        return _merge([after, *loop.breaks])
