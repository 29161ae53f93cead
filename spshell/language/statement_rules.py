"""Statements: blocks of them, `if`, `try`, `trap`, `data`, and what leaves a block."""

from __future__ import annotations

from spshell.language.command_rules import NAME
from spshell.language.loop_rules import LoopRules
from spshell.language.nodes import (
    Attribute,
    BlockStatement,
    BreakStatement,
    CatchClause,
    ContinueStatement,
    DataStatement,
    ErrorStatement,
    ExitStatement,
    IfStatement,
    ReturnStatement,
    StatementBlock,
    ThrowStatement,
    TrapStatement,
    TryStatement,
    TypeConstraint,
)
from spshell.language.tokens import KEYWORD_KINDS, NO_ATTRIBUTES, spelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.language.nodes import Expression, Node, Statement

_LIST_ENDS = frozenset(["RParen", "RCurly"])
_NEEDS_OPENER = frozenset(["Else", "ElseIf", "Catch", "Until"])


class StatementRules(LoopRules):
    """Rules of statements that define nothing."""

    def definition(
        self, kind: str, attributes: list[Attribute | TypeConstraint] | None
    ) -> tuple[bool, Statement | None]:
        raise NotImplementedError

    def statement_block(self) -> StatementBlock | None:
        """`{ statements }`, None when no brace is here."""
        self.skip_newlines()
        if self.next() != "LCurly":
            self.peeked = True
            return None
        start, end = self.start, self.end
        statements: list[Statement] = []
        traps: list[TrapStatement] = []
        extent = self.statement_list(statements, traps)
        if self.next() == "RCurly":
            end_block = self.end
        else:
            self.peeked = True
            end_block = extent[1] if extent else end
            self.report_incomplete("MissingEndCurlyBrace", start, end, seen_at=self.end)
        return StatementBlock(statements, traps, start, end_block)

    def statement_list(
        self, statements: list[Statement], traps: list[TrapStatement]
    ) -> tuple[int, int] | None:
        """Statements up to a closing bracket or what is no statement; where they begin and end."""
        first = last = None
        self.skip_separators()
        while (statement := self.statement()) is not None:
            if 0 <= self.signature_start < statement.start:
                self.report("TokenAfterEndOfValidScriptText", statement.start, statement.end)
            if type(statement) is TrapStatement:
                traps.append(statement)
            else:
                statements.append(statement)
            first = first or statement
            last = statement
            self.skip_separators()
            if self.peek() in _LIST_ENDS:
                break
        return None if first is None or last is None else (first.start, last.end)

    def statement(self) -> Statement | None:
        """A statement, or None when none begins here."""
        kind = self.next()
        attributes: list[Attribute | TypeConstraint] | None = None
        back = self.start
        if kind == "Generic" and self.text[back] == "[":
            attributes, kind = self._leading_attributes(back)
        rule = _STATEMENTS.get(kind)
        if rule is not None:
            return rule(self)
        if kind == "EndOfInput":
            if attributes is None:
                self.peeked = True
                return None
            self.resync(back)
            return self.pipeline_chain()
        if kind == "Label":
            return self._labeled()
        if kind in _NEEDS_OPENER and self.errors:
            # what it belongs to failed before, so do not complain again
            self.skip_newlines()
            return self.statement()
        if kind in KEYWORD_KINDS:
            known, statement = self.definition(kind, attributes)
            if known:
                return statement
        if attributes is None:
            self.peeked = True
        else:
            self.resync(back)
        return self.pipeline_chain()

    def _leading_attributes(self, back: int) -> tuple[list[Attribute | TypeConstraint] | None, str]:
        # `[type]` or `[attribute()]` in front of a definition, or the begin of an expression
        self.resync(back)
        attributes = self.attribute_list(in_expression=False)
        kind = self.next()
        if not attributes:
            return attributes, kind
        if kind in NO_ATTRIBUTES:
            if not any(isinstance(attribute, TypeConstraint) for attribute in attributes):
                first = attributes[0]
                self.report("UnexpectedAttribute", first.start, first.end, first.type_name.full_name)
                return attributes, kind
        elif kind in KEYWORD_KINDS:
            for attribute in attributes:
                if type(attribute) is not Attribute:
                    self.report(
                        "TypeNotAllowedBeforeStatement",
                        attribute.start,
                        attribute.end,
                        attribute.type_name.full_name,
                    )
                    break
            return attributes, kind
        self.resync(back)
        return attributes, self.next()

    def _labeled(self) -> Statement | None:
        label, start = self.value, self.start
        self.skip_newlines()
        rule = _LOOPS.get(self.next())
        if rule is not None:
            return rule(self, label, start)
        self.resync(start)
        return self.pipeline_chain()

    def if_statement(self) -> Statement:
        """`if`, any `elseif`, and `else`."""
        start = self.start
        clauses: list[tuple[Statement, StatementBlock]] = []
        nested: list[Node] = []
        otherwise: StatementBlock | None = None
        keyword, keyword_end = self.text[start : self.end], self.end
        while True:
            self.skip_newlines()
            if self.next() != "LParen":
                self.peeked = True
                self.report_incomplete(
                    "MissingOpenParenthesisInIfStatement", keyword_end, keyword_end, keyword
                )
                return ErrorStatement(nested, start, keyword_end)
            paren_end = self.end
            self.skip_newlines()
            condition = self.pipeline_chain()
            if condition is None:
                self.report_incomplete("IfStatementMissingCondition", paren_end, paren_end, keyword)
                condition = ErrorStatement([], paren_end, paren_end)
            else:
                nested.append(condition)
            self.skip_newlines()
            if self.next() != "RParen":
                self.peeked = True
                if type(condition) is not ErrorStatement:
                    self.report_incomplete(
                        "MissingEndParenthesisAfterStatement", self.start, self.end, keyword
                    )
                return ErrorStatement(nested, start, max(0, self.start - 1))
            paren_start, paren_end = self.start, self.end
            body = self.statement_block()
            if body is None:
                self.report_incomplete("MissingStatementBlock", paren_start, paren_end, keyword)
                return ErrorStatement(nested, start, paren_end)
            nested.append(body)
            clauses.append((condition, body))
            end = body.end
            back = self.start if self.peeked else self.pos
            self.skip_newlines()
            kind = self.peek()
            if kind != "ElseIf" and kind != "Else":
                self.resync(back)
                break
            self.peeked = False
            keyword, keyword_end = self.text[self.start : self.end], self.end
            if kind == "Else":
                otherwise = self.statement_block()
                if otherwise is None:
                    self.report_incomplete("MissingStatementBlockAfterElse", keyword_end, keyword_end)
                    return ErrorStatement(nested, start, keyword_end)
                end = otherwise.end
                break
        return IfStatement(clauses, otherwise, start, end)

    def try_statement(self) -> Statement:
        """`try` with `catch` clauses and `finally`."""
        start, end = self.start, self.end
        body = self.statement_block()
        if body is None:
            self.report_incomplete("MissingTryStatementBlock", end, end)
            return ErrorStatement([], start, end)
        catches: list[CatchClause] = []
        unused: list[TypeConstraint] = []
        failed = -1
        while (read := self._catch(unused)) is not None:
            clause, clause_failed = read
            failed = max(failed, clause_failed)
            if clause is None:
                break
            catches.append(clause)
        self.skip_newlines()
        last: StatementBlock | None = None
        if self.peek() == "Finally":
            self.peeked = False
            end = self.end
            jumps = self.jumps
            last = self.statement_block()
            jumps = self.jumps - jumps
            if last is None:
                failed = end
                self.report_incomplete("MissingFinallyStatementBlock", end, end, "finally")
        if not catches and last is None and failed < 0:
            failed = body.end
            self.report_incomplete("MissingCatchOrFinally", failed, failed)
        if failed >= 0:
            return ErrorStatement([body, *catches, *unused], start, failed)
        typed = [clause for clause in catches if clause.types]
        if (
            len(typed) > 1
            or len(catches) > len(typed) + 1
            or (len(catches) > len(typed) and catches[-1].types)
            or (last is not None and jumps)
        ):
            self.needs_checks = True
        return TryStatement(body, catches, last, start, last.end if last else catches[-1].end)

    def _catch(self, unused: list[TypeConstraint]) -> tuple[CatchClause | None, int] | None:
        # The clause, or None and where it failed; None alone when there is no `catch`.
        self.skip_newlines()
        if self.next() != "Catch":
            self.peeked = True
            return None
        start, end = self.start, self.end
        types: list[TypeConstraint] = []
        failed = comma_end = -1
        while True:
            back = self.restore_point()
            self.skip_newlines()
            constraint = self.attribute()
            if constraint is None:
                if comma_end >= 0:
                    failed = comma_end
                    self.report_incomplete("MissingTypeLiteralToken", failed, failed)
                break
            if not isinstance(constraint, TypeConstraint):
                self.resync(back)
                break
            types.append(constraint)
            self.skip_newlines()
            if self.peek() != "Comma":
                comma_end = -1
                break
            self.peeked = False
            comma_end = self.end
        body = self.statement_block()
        if body is not None:
            return CatchClause(types, body, start, body.end), failed
        if failed < 0:
            failed = types[-1].end if types else end
            self.report_incomplete("MissingCatchHandlerBlock", failed, failed)
        unused += types
        return None, failed

    def trap_statement(self) -> Statement:
        """`trap [type] { }`."""
        start, end = self.start, self.end
        back = self.restore_point()
        self.skip_newlines()
        constraint = self.attribute()
        if constraint is not None and not isinstance(constraint, TypeConstraint):
            self.resync(back)
            constraint = None
        body = self.statement_block()
        if body is None:
            end = constraint.end if constraint is not None else end
            self.report_incomplete("MissingTrapStatement", end, end)
            return ErrorStatement([constraint] if constraint is not None else [], start, end)
        return TrapStatement(constraint, body, start, body.end)

    def data_statement(self) -> Statement:
        """`data name -SupportedCommand commands { }`."""
        self.needs_checks = True
        start, end = self.start, self.end
        self.skip_newlines()
        name = self.simple_name_rule()
        if name is not None:
            end = name.end
        self.skip_newlines()
        commands: list[Expression] = []
        failed = -1
        if self.peek() == "Parameter":
            self.peeked = False
            word, word_start, end = self.value, self.start, self.end
            if not "supportedcommand".startswith(word.lower()):
                failed = end
                self.report("InvalidParameterForDataSectionStatement", word_start, end, word)
            while True:
                self.skip_newlines()
                command = self.single_argument(NAME)
                if command is None:
                    if failed < 0:
                        self.report_incomplete(
                            "MissingValueForSupportedCommandInDataSectionStatement", end, end
                        )
                    failed = end
                    break
                commands.append(command)
                if self.peek() != "Comma":
                    end = command.end
                    break
                self.peeked = False
                end = self.end
        if failed < 0:
            body = self.statement_block()
            if body is not None:
                variable = name.value if name is not None else None
                return DataStatement(variable, commands, body, start, body.end)
            failed = end
            self.report_incomplete("MissingStatementBlockForDataSection", failed, failed)
        return ErrorStatement([*commands], start, failed)

    def _block_statement(self) -> Statement:
        kind, start, end = self.kind, self.start, self.end
        self.needs_checks = True
        body = self.statement_block()
        if body is None:
            self.report_incomplete("MissingStatementAfterKeyword", end, end, self.text[start:end])
            return ErrorStatement([], start, end)
        return BlockStatement(kind, body, start, body.end)

    def _reserved(self) -> Statement:
        self.report("ReservedKeywordNotAllowed", self.start, self.end, spelling(self.kind))
        return ErrorStatement([], self.start, self.end)

    def _break(self) -> Statement:
        start, end = self.start, self.end
        self.jumps += 1
        label = self.label_or_key()
        return BreakStatement(label, start, label.end if label else end)

    def _continue(self) -> Statement:
        start, end = self.start, self.end
        self.jumps += 1
        label = self.label_or_key()
        return ContinueStatement(label, start, label.end if label else end)

    def _leaving(self, node: type[ReturnStatement] | type[ExitStatement] | type[ThrowStatement]) -> Statement:
        start, end = self.start, self.end
        self.jumps += node is ReturnStatement
        pipeline = self.pipeline_chain()
        return node(pipeline, start, pipeline.end if pipeline else end)


_LOOPS: dict[str, Callable[[StatementRules, str | None, int], Statement]] = {
    "Switch": StatementRules.switch_statement,
    "Foreach": StatementRules.foreach_statement,
    "For": StatementRules.for_statement,
    "While": StatementRules.while_statement,
    "Do": StatementRules.do_statement,
}

_STATEMENTS: dict[str, Callable[[StatementRules], Statement]] = {
    "If": StatementRules.if_statement,
    "Switch": lambda rules: rules.switch_statement(None, rules.start),
    "Foreach": lambda rules: rules.foreach_statement(None, rules.start),
    "For": lambda rules: rules.for_statement(None, rules.start),
    "While": lambda rules: rules.while_statement(None, rules.start),
    "Do": lambda rules: rules.do_statement(None, rules.start),
    "Return": lambda rules: rules._leaving(ReturnStatement),
    "Throw": lambda rules: rules._leaving(ThrowStatement),
    "Exit": lambda rules: rules._leaving(ExitStatement),
    "Break": StatementRules._break,
    "Continue": StatementRules._continue,
    "Trap": StatementRules.trap_statement,
    "Try": StatementRules.try_statement,
    "Data": StatementRules.data_statement,
    "Parallel": StatementRules._block_statement,
    "Sequence": StatementRules._block_statement,
    "From": StatementRules._reserved,
    "Define": StatementRules._reserved,
    "Var": StatementRules._reserved,
}
