# ruff: noqa: N802 - the methods are named after the nodes of the tree
"""The oracle: runs a tree statement by statement, in the plainest way. See test_differential.py."""

from __future__ import annotations

from typing import Any

from spshell.engine.compiled.switching import switch_wildcard
from spshell.engine.errors import flow as error_flow
from spshell.engine.errors.records import ErrorRecord
from spshell.values import arithmetic, comparison, conversion, matching
from spshell.values.exceptions import NetException, known_exception
from spshell.values.nothing import NOTHING
from spshell.values.text import to_text
from spshell.values.truth import truth
from tests.compiler.tree_commands import Commands
from tests.compiler.tree_values import ARITHMETIC, COMPOUND, Scope, TooBig, collected, unrolled

STEPS = 1500


def shown_id(error: NetException) -> str:
    """What identifies an error: of an exception that a program throws itself the text."""
    return error.message if error.thrown_object else error.error_id


class Leave(Exception):
    """break, continue and return."""

    def __init__(self, kind: str, label: str | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.label = label


class Walker(Commands):
    """Runs a tree; ``out`` takes what is written, ``log`` gets the id of every error that was shown or caught.

    ``handled`` says that the text around is a try or catch block, ``tries`` counts the try blocks that are running.
    """

    def __init__(self, preference: str = "silentlycontinue") -> None:
        self.scope = self.top = Scope(None)
        self.preference = preference
        self.written: list[Any] = []
        self.out: Any = self.written.append
        self.tries = self.steps = self.handled = 0
        self.log: list[str] = []
        self.kept: dict[int, NetException] = {}
        self.handling: list[NetException] = []
        self.classes: dict[str, Any] = {}

    # -- statements and their errors

    def run(self, statements: list[Any]) -> None:
        for statement in statements:
            if statement.kind == "TypeDefinition":
                self.define_class(statement)
        for statement in statements:
            self.step()
            if self.handled:
                self.do(statement)
                continue
            try:
                self.do(statement)
            except NetException as error:
                self.failed(error)

    def step(self) -> None:
        self.steps += 1
        if self.steps > STEPS:
            raise TooBig

    def do(self, statement: Any) -> None:
        getattr(self, "do_" + statement.kind)(statement)

    def failed(self, error: NetException) -> None:
        """An error ends its statement, or more when a try is running, or when the preference is Stop."""
        if self.tries or self.scope.apart:
            raise error
        if error.thrown and self.preference != "silentlycontinue":
            raise error
        if error.thrown and error.__dict__.get("settled"):
            raise error
        if self.preference == "stop":
            error.thrown = error.settled = True
            raise error
        self.remember(error)

    def remember(self, error: NetException) -> None:
        if id(error) not in self.kept:
            self.kept[id(error)] = error
            self.log.append(shown_id(error))

    def do_TypeDefinition(self, _node: Any) -> None:
        pass

    def do_TrapStatement(self, _node: Any) -> None:
        pass

    def do_FunctionDefinition(self, node: Any) -> None:
        self.scope.functions[node.name.lower()] = node

    def do_Pipeline(self, node: Any) -> None:
        first = node.elements[0]
        if len(node.elements) > 1 or first.kind == "Command":
            self.pipe(node, self.out)
            return
        expression = first.expression
        if expression.kind == "UnaryExpression" and expression.operator.endswith(("PlusPlus", "MinusMinus")):
            self.value(expression)
        elif expression.kind == "ConvertExpression" and expression.type.type_name.text.lower() == "void":
            self.value(expression.child)
        else:
            self.emit(self.value(expression))

    def emit(self, value: Any) -> None:
        for item in unrolled(value):
            self.out(item)

    def do_AssignmentStatement(self, node: Any) -> None:
        self.assignment_value(node)

    def assignment_value(self, node: Any) -> Any:
        target = node.left
        if node.operator == "QuestionQuestionEquals":
            held = self.value(target)
            return (
                self.assign(target, self.statement_value(node.right))
                if held is None or held is NOTHING
                else held
            )
        if node.operator == "Equals":
            if target.kind in ("IndexExpression", "MemberExpression"):
                return self.assign_part(target, node.right)
            return self.assign(target, self.statement_value(node.right))
        kind = COMPOUND[node.operator]
        if target.kind == "VariableExpression":
            left = self.own(target.path)
            return self.assign(target, self.reckon(kind, left, self.statement_value(node.right)))
        return self.update(target, lambda old: self.reckon(kind, old, self.statement_value(node.right)))[1]

    def assign_part(self, target: Any, right: Any) -> Any:
        return self.assign(target, self.statement_value(right))

    def statement_value(self, statement: Any) -> Any:
        if statement.kind == "AssignmentStatement":
            return self.assignment_value(statement)
        if statement.kind == "Pipeline" and len(statement.elements) == 1:
            element = statement.elements[0]
            if element.kind == "CommandExpression":
                return self.value(element.expression)
        return collected(self.gather(lambda: self.do(statement)))

    def gather(self, action: Any) -> list[Any]:
        """What an action writes."""
        written: list[Any] = []
        outer, self.out = self.out, written.append
        try:
            action()
        finally:
            self.out = outer
        return written

    def collect(self, statements: list[Any]) -> list[Any]:
        return self.gather(lambda: self.run(statements))

    # -- conditions and loops

    def do_IfStatement(self, node: Any) -> None:
        for test, body in node.clauses:
            if truth(self.statement_value(test)):
                self.run(body.statements)
                return
        if node.else_block is not None:
            self.run(node.else_block.statements)

    def loop(self, node: Any) -> bool:
        """Run a loop's body once; False when it left the loop."""
        try:
            self.run(node.body.statements)
        except Leave as leave:
            if leave.kind == "return" or (
                leave.label is not None and leave.label != (node.label or "").lower()
            ):
                raise
            return leave.kind == "continue"
        return True

    def do_WhileStatement(self, node: Any) -> None:
        while truth(self.statement_value(node.condition)) and self.loop(node):
            self.step()

    def do_DoWhileStatement(self, node: Any) -> None:
        while self.loop(node) and truth(self.statement_value(node.condition)):
            self.step()

    def do_DoUntilStatement(self, node: Any) -> None:
        while self.loop(node) and not truth(self.statement_value(node.condition)):
            self.step()

    def do_ForStatement(self, node: Any) -> None:
        self.statement_in_head(node.initializer)
        while truth(self.statement_value(node.condition)) and self.loop(node):
            self.statement_in_head(node.iterator)

    def statement_in_head(self, node: Any) -> None:
        self.gather(lambda: self.do(node))

    def do_ForEachStatement(self, node: Any) -> None:
        items = self.statement_value(node.expression)
        for item in [] if items is None else items if type(items) is list else unrolled(items):
            self.write(node.variable.path, item)  # (an array that changes meanwhile is seen to change)
            if not self.loop(node):
                return

    def do_SwitchStatement(self, node: Any) -> None:
        subject = self.statement_value(node.condition)
        with self.dollar(NOTHING):
            for item in [None] if subject is None else unrolled(subject):
                self.scope.vars["_"] = item
                try:
                    self.clauses(node, item)
                except Leave as leave:
                    if leave.kind == "return" or (
                        leave.label is not None and leave.label != (node.label or "").lower()
                    ):
                        raise
                    if leave.kind == "break":
                        return

    def clauses(self, node: Any, item: Any) -> None:
        hit = False
        for test, body in node.clauses:
            if self.fits(node.flags, self.scope.vars["_"], test):
                hit = True
                self.run(body.statements)
        if not hit and node.default is not None:
            self.run(node.default.statements)

    def fits(self, flags: Any, item: Any, test: Any) -> bool:
        ignore_case = "CaseSensitive" not in flags
        if test.kind == "ScriptBlockExpression":
            before, self.scope.apart = self.scope.apart, True  # what fails in the condition ends the switch
            try:
                found = self.call_here(test.script_block)
            finally:
                self.scope.apart = before
            return truth(found[0] if len(found) == 1 else found)
        clause = self.value(test)
        if "Regex" in flags:
            result, found = matching.match(to_text(item), clause, ignore_case)
            if found is not None:
                from spshell.engine.variables.variables import MatchResult

                self.scope.vars["matches"] = MatchResult(found)
            return truth(result)
        if "Wildcard" in flags and type(clause) is str:
            return switch_wildcard(None, item, clause, ignore_case)
        if item is None or clause is None:
            return item is clause
        return comparison.equal(to_text(item), to_text(clause), ignore_case)

    # -- leaving

    def do_BreakStatement(self, node: Any) -> None:
        raise Leave("break", node.label and node.label.value.lower())

    def do_ContinueStatement(self, node: Any) -> None:
        raise Leave("continue", node.label and node.label.value.lower())

    def do_ReturnStatement(self, node: Any) -> None:
        if self.in_method:
            result = NOTHING if node.pipeline is None else self.statement_value(node.pipeline)
            self.returned = result if node.pipeline is None else self.method_result(result)
        elif node.pipeline is not None:
            outer, self.out = self.out, self.block_out
            try:
                self.do(node.pipeline)
            finally:
                self.out = outer
        raise Leave("return")

    def do_ThrowStatement(self, node: Any) -> None:
        value = NOTHING if node.pipeline is None else self.statement_value(node.pipeline)
        if value is NOTHING and self.handling:
            error = self.handling[-1]
        elif isinstance(value, ErrorRecord):
            error = value.exception
        elif isinstance(value, NetException):
            error = value
            error.thrown_object, error.record, error.error_id = True, None, error.message
        else:
            error = error_flow._thrown_text(value) if type(value) is str else error_flow._thrown_value(value)
        error.thrown = True
        raise error

    def do_TryStatement(self, node: Any) -> None:
        try:
            if node.catches:
                self.guarded(node)
            else:
                self.run(node.body.statements)
        finally:
            if node.finally_block is not None:
                self.run(node.finally_block.statements)

    def guarded(self, node: Any) -> None:
        self.handled += 1
        try:
            self.tries += 1
            try:
                self.run(node.body.statements)
            finally:
                self.tries -= 1
        except NetException as error:
            self.remember(error)
            clause = self.fitting(node.catches, error)
            if clause is None:
                raise
            with self.dollar(error_flow.record_of(None, error)):
                self.handling.append(error)
                try:
                    self.run(clause.body.statements)
                finally:
                    self.handling.pop()
        finally:
            self.handled -= 1

    def fitting_trap(self, traps: list[Any], error: NetException) -> Any:
        """A trap for the error's type before one without a type."""
        seen = error_flow._as_seen(error)
        for trap in traps:
            if trap.type is not None and any(
                item is not None and isinstance(item, known_exception(trap.type.type_name.text)) for item in (seen.inner, seen)
            ):
                return trap
        return next((trap for trap in traps if trap.type is None), None)

    def fitting(self, clauses: list[Any], error: NetException) -> Any:
        seen = error_flow._as_seen(error)
        inner = seen.inner if seen.net_name.startswith("System.Management.Automation.") else None
        for candidate in (inner, seen):
            for clause in clauses:
                names = [known_exception(item.type_name.text) for item in clause.types]
                if candidate is not None and any(isinstance(candidate, kind) for kind in names):
                    return clause
        return next((clause for clause in clauses if not clause.types), None)


__all__ = ["ARITHMETIC", "Leave", "Scope", "TooBig", "Walker", "arithmetic", "conversion"]
