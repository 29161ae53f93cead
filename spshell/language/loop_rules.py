"""Loops and `switch`."""

from __future__ import annotations

from spshell.language.command_rules import ARGUMENT, CLAUSE, FILE_NAME, CommandRules
from spshell.language.nodes import (
    CommandExpression,
    DoUntilStatement,
    DoWhileStatement,
    ErrorStatement,
    ForEachStatement,
    ForStatement,
    Pipeline,
    StringConstantExpression,
    SwitchStatement,
    VariableExpression,
    WhileStatement,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Expression, Node, Statement, StatementBlock

_SWITCH_FLAGS = (
    ("regex", "Regex"),
    ("wildcard", "Wildcard"),
    ("exact", "Exact"),
    ("casesensitive", "CaseSensitive"),
    ("parallel", "Parallel"),
    ("file", "File"),
)
_ONE_OF = frozenset(["Regex", "Wildcard", "Exact"])


class LoopRules(CommandRules):
    """Each rule's keyword is consumed; `start` is where the statement begins, its label included."""

    def statement_block(self) -> StatementBlock | None:
        raise NotImplementedError

    def _opening(self, keyword_end: int, keyword: str) -> bool:
        self.skip_newlines()
        if self.next() == "LParen":
            return True
        self.peeked = True
        self.report_incomplete("MissingOpenParenthesisAfterKeyword", keyword_end, keyword_end, keyword)
        return False

    def while_statement(self, label: str | None, start: int) -> Statement:
        """`while (condition) { }`."""
        keyword, keyword_end = self.text[self.start : self.end], self.end
        if not self._opening(keyword_end, keyword):
            return ErrorStatement([], start, keyword_end)
        paren_end = self.end
        self.skip_newlines()
        condition = self.pipeline_chain()
        nested: list[Node] = []
        if condition is None:
            self.report_incomplete("MissingExpressionAfterKeyword", paren_end, paren_end, "while")
            end = paren_end
        else:
            nested.append(condition)
            end = condition.end
        self.skip_newlines()
        if self.next() != "RParen":
            self.peeked = True
            if type(condition) is not ErrorStatement and condition is not None:
                self.report_incomplete("MissingEndParenthesisAfterStatement", end, end, "while")
            return ErrorStatement(nested, start, end)
        end = self.end
        self.skip_newlines()
        body = self.statement_block()
        if body is None:
            self.report_incomplete("MissingLoopStatement", end, end, "while")
            return ErrorStatement(nested, start, end)
        if condition is None:
            condition = ErrorStatement([], paren_end, paren_end)
        return WhileStatement(label, condition, body, start, body.end)

    def do_statement(self, label: str | None, start: int) -> Statement:
        """`do { } while (condition)` and `do { } until (condition)`."""
        keyword_end = self.end
        body = self.statement_block()
        if body is None:
            self.report_incomplete("MissingLoopStatement", keyword_end, keyword_end, "do")
            return ErrorStatement([], start, keyword_end)
        self.skip_newlines()
        kind = self.next()
        if kind != "While" and kind != "Until":
            self.peeked = True
            self.report_incomplete("MissingWhileOrUntilInDoWhile", body.end, body.end)
            return ErrorStatement([body], start, body.end)
        keyword, keyword_end = kind.lower(), self.end
        if not self._opening(keyword_end, keyword):
            return ErrorStatement([body], start, keyword_end)
        paren_end = self.end
        self.skip_newlines()
        condition = self.pipeline_chain()
        failed = -1
        if condition is None:
            failed = paren_end
            self.report_incomplete("MissingExpressionAfterKeyword", paren_end, paren_end, keyword)
        self.skip_newlines()
        if self.next() != "RParen":
            self.peeked = True
            if condition is not None:
                failed = condition.end
                self.report_incomplete("MissingEndParenthesisAfterStatement", failed, failed, keyword)
        if condition is None or failed >= 0:
            return ErrorStatement([body, condition] if condition else [body], start, failed)
        if kind == "Until":
            return DoUntilStatement(label, condition, body, start, self.end)
        return DoWhileStatement(label, condition, body, start, self.end)

    def for_statement(self, label: str | None, start: int) -> Statement:
        """`for (initializer; condition; iterator) { }`."""
        keyword_end = self.end
        if not self._opening(keyword_end, "for"):
            return ErrorStatement([], start, keyword_end)
        end = self.end
        self.skip_newlines()
        parts: list[Statement | None] = []
        for _ in range(3):
            part = self.pipeline_chain()
            parts.append(part)
            if part is not None:
                end = part.end
            if len(parts) < 3 and self.peek() == "Semi":
                self.peeked = False
                end = self.end
            self.skip_newlines()
        nested: list[Node] = [part for part in parts if part is not None]
        if self.next() != "RParen":
            self.peeked = True
            self.report_incomplete("MissingEndParenthesisAfterStatement", end, end, "for")
            return ErrorStatement(nested, start, end)
        end = self.end
        body = self.statement_block()
        if body is None:
            self.report_incomplete("MissingLoopStatement", end, end, "for")
            return ErrorStatement(nested, start, end)
        initializer, condition, iterator = parts
        return ForStatement(label, initializer, condition, iterator, body, start, body.end)

    def foreach_statement(self, label: str | None, start: int) -> Statement:
        """`foreach ($variable in expression) { }`."""
        keyword_end = self.end
        failed = -1
        parallel = False
        throttle: Expression | None = None
        self.skip_newlines()
        while self.peek() == "Parameter":
            self.peeked = False
            name, name_start, name_end = self.value.lower(), self.start, self.end
            self.needs_checks = True
            if "parallel".startswith(name):
                parallel = True
            elif "throttlelimit".startswith(name):
                self.skip_newlines()
                throttle = self.single_argument(ARGUMENT)
                if throttle is None:
                    self.report_incomplete("MissingThrottleLimit", name_end, name_end)
            else:
                failed = name_end
                self.report("InvalidForeachFlag", name_start, name_end, self.value)
            self.skip_newlines()
        if not self._opening(keyword_end, "foreach"):
            return ErrorStatement([], start, keyword_end)
        paren_end = self.end
        self.skip_newlines()
        kind = self.next()
        if kind != "Variable" and kind != "SplattedVariable":
            self.peeked = True
            self.report_incomplete("MissingVariableNameAfterForeach", paren_end, paren_end)
            return ErrorStatement([], start, paren_end)
        variable = VariableExpression(self.value, kind == "SplattedVariable", self.start, self.end)
        if variable.splatted:
            self.needs_checks = True
        self.skip_newlines()
        if self.next() != "In":
            self.peeked = True
            self.report_incomplete("MissingInInForeach", variable.end, variable.end)
            return ErrorStatement([variable], start, variable.end)
        in_end = self.end
        self.skip_newlines()
        pipeline = self.pipeline_chain()
        if pipeline is None:
            self.report_incomplete("MissingForeachExpression", in_end, in_end)
            return ErrorStatement([variable], start, in_end)
        self.skip_newlines()
        if self.next() != "RParen":
            self.peeked = True
            end = pipeline.end
            self.report_incomplete("MissingEndParenthesisAfterForeach", end, end)
            return ErrorStatement([variable, pipeline], start, end)
        end = self.end
        body = self.statement_block()
        if body is None:
            self.report_incomplete("MissingForeachStatement", end, end)
            return ErrorStatement([variable, pipeline], start, end)
        if failed >= 0:
            return ErrorStatement([variable, pipeline, body], start, failed)
        return ForEachStatement(label, variable, pipeline, body, parallel, throttle, start, body.end)

    def switch_statement(self, label: str | None, start: int) -> Statement:
        """`switch -flags (condition) { pattern { } default { } }`."""
        return _Switch(self, label, start).read()


class _Switch:
    """One `switch` being read; its recovery needs to remember what went wrong where."""

    def __init__(self, rules: LoopRules, label: str | None, start: int) -> None:
        self.rules = rules
        self.label = label
        self.start = start
        self.end = rules.end if label is None else start + len(label) + 1
        self.failed = False
        self.incomplete = False
        self.flags: set[str] = set()
        self.specified: list[Node] = []
        self.condition: Statement | None = None
        self.parenthesized = False
        self.clauses: list[tuple[Expression, StatementBlock]] = []
        self.default: StatementBlock | None = None
        self.read_parts: list[Node] = []

    def read(self) -> Statement:
        rules = self.rules
        rules.skip_newlines()
        while rules.peek() == "Parameter":
            self._flag()
        self._condition()
        rules.skip_newlines()
        if rules.next() == "LCurly":
            self._body()
        else:
            rules.peeked = True
            if not self.incomplete:
                self._fail("MissingCurlyBraceInSwitchStatement")
        if self.failed or self.condition is None:
            conditions: list[Node] = []
            if self.parenthesized and self.condition is not None:
                conditions.append(self.condition)
            return ErrorStatement([], self.start, self.end, conditions, self.read_parts, self.specified)
        return SwitchStatement(
            self.label,
            frozenset(self.flags),
            self.condition,
            self.clauses,
            self.default,
            self.start,
            self.end,
        )

    def _fail(self, error_id: str, *arguments: str) -> None:
        self.failed = True
        self.incomplete = self.rules.report_incomplete(error_id, self.end, self.end, *arguments)

    def _flag(self) -> None:
        rules = self.rules
        rules.peeked = False
        name, start, self.end = rules.value.lower(), rules.start, rules.end
        flag = next((flag for word, flag in _SWITCH_FLAGS if word.startswith(name)), None)
        if flag is None:
            self.failed = True
            rules.report("InvalidSwitchFlag", start, self.end, rules.value)
            return
        if flag == "File":
            self.flags.add(flag)
            rules.skip_newlines()
            file = rules.single_argument(FILE_NAME)
            if file is None:
                self._fail("MissingFilenameOption")
            else:
                self.end = file.end
                element = CommandExpression(file, [], file.start, file.end)
                self.condition = Pipeline([element], False, file.start, file.end)
                self.specified.append(self.condition)
        else:
            if flag in _ONE_OF:
                self.flags -= _ONE_OF
            if flag == "Parallel":
                rules.needs_checks = True
            if flag != "Exact":
                self.flags.add(flag)

    def _condition(self) -> None:
        rules = self.rules
        if rules.peek() != "LParen":
            if self.condition is None and "File" not in self.flags:
                self._fail("PipelineValueRequired")
            return
        rules.peeked = False
        paren_start, self.end = rules.start, rules.end
        if "File" in self.flags:
            self.failed = True
            rules.report("PipelineValueRequired", paren_start, self.end)
        self.parenthesized = True
        rules.skip_newlines()
        self.condition = rules.pipeline_chain()
        if self.condition is None:
            self._fail("PipelineValueRequired")
        else:
            self.end = self.condition.end
        rules.skip_newlines()
        if rules.next() == "RParen":
            self.end = rules.end
        else:
            rules.peeked = True
            if not self.incomplete:
                self._fail("MissingEndParenthesisInSwitchStatement")

    def _body(self) -> None:
        rules = self.rules
        curly_start, self.end = rules.start, rules.end
        curly_end = self.end
        rules.skip_newlines()
        while self._clause():
            rules.skip_separators()
            kind = rules.peek()
            if kind == "RCurly":
                rules.peeked = False
                if not self.failed:
                    self.end = rules.end
                return
            if kind == "EndOfInput":
                if not self.incomplete:
                    self.failed = True
                    rules.report_incomplete("MissingEndCurlyBrace", curly_start, curly_end, seen_at=rules.end)
                return

    def _clause(self) -> bool:
        rules = self.rules
        is_default = rules.peek() == "Default"
        pattern: Expression | None
        if is_default:
            rules.peeked = False
            word = rules.text[rules.start : rules.end]
            pattern = StringConstantExpression(word, "BareWord", rules.start, rules.end)
        else:
            pattern = rules.single_argument(CLAUSE)
            if pattern is None:
                incomplete = self.incomplete
                self._fail("MissingSwitchConditionExpression")
                self.incomplete = incomplete
                if rules.peek() == "RCurly":
                    rules.peeked = False
                return False
        self.read_parts.append(pattern)
        self.end = pattern.end
        body = rules.statement_block()
        if body is None:
            self._fail("MissingSwitchStatementClause")
            return True
        self.read_parts.append(body)
        self.end = body.end
        if not is_default:
            self.clauses.append((pattern, body))
        else:
            if self.default is not None:
                self.failed = True
                rules.report("MultipleSwitchDefaultClauses", pattern.start, pattern.end)
            self.default = body
        return True
