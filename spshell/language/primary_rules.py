"""Primary expressions: variables, literals, brackets of all kinds, members and indexes."""

from __future__ import annotations

import re

from spshell.language.nodes import (
    ArrayExpression,
    ConstantExpression,
    ErrorExpression,
    ErrorStatement,
    ExpandableStringExpression,
    Hashtable,
    IndexExpression,
    InvokeMemberExpression,
    MemberExpression,
    ParenExpression,
    ScriptBlockExpression,
    StatementBlock,
    StringConstantExpression,
    SubExpression,
    UsingExpression,
    VariableExpression,
)
from spshell.language.pieces import TextPiece, VariablePiece
from spshell.language.relocate import relocate
from spshell.language.stream import COMMAND, EXPRESSION, TYPE_NAME
from spshell.language.tokens import UNARY
from spshell.language.type_rules import TypeRules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Expression, Statement, TrapStatement, TypeName
    from spshell.language.pieces import Piece

_QUOTES = {
    "StringLiteral": "SingleQuoted",
    "StringExpandable": "DoubleQuoted",
    "HereStringLiteral": "SingleQuotedHereString",
    "HereStringExpandable": "DoubleQuotedHereString",
    "Generic": "BareWord",
}
_DEEPEST_STRINGS = 100
_PLAINLY_PLACED = frozenset(
    "BadNumericConstant EmptyVariableReference IncompleteDollarSubexpressionReference "  # noqa: SIM905
    "IncompleteDollarVariableReference InvalidBracedVariableReference InvalidUnicodeEscapeSequence "
    "InvalidUnicodeEscapeSequenceValue InvalidVariableReference InvalidVariableReferenceWithDrive "
    "MissingTerminatorMultiLineComment MissingUnicodeEscapeSequenceTerminator "
    "OpenBraceNeedsToBeBackTickedInVariableName TerminatorExpectedAtEndOfString "
    "TooManyDigitsInUnicodeEscapeSequence UnexpectedCharactersAfterHereStringHeader UnrecognizedToken "
    "WhitespaceBeforeHereStringFooter".split()
)
_NO_TYPE = frozenset("0123456789$'\"-(@")  # an index that begins like this is no list of types
_MAYBE_BRACKET = re.compile(r"[\s`\[#<]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*+(?![^\x00-\x7f])")


class PrimaryRules(TypeRules):
    """Rules for what binds tightest."""

    def statement_list(
        self, statements: list[Statement], traps: list[TrapStatement]
    ) -> tuple[int, int] | None:
        raise NotImplementedError

    def unary(self, before_ternary: bool = False) -> Expression | None:
        raise NotImplementedError

    def single_argument(self, context: int) -> Expression | None:
        raise NotImplementedError

    def primary(self, with_members: bool = True) -> Expression | None:
        """A value and what hangs on it: members, calls, indexes."""
        kind = self.next()
        start, end = self.start, self.end
        found: Expression
        if kind == "Variable" or kind == "SplattedVariable":
            if self.value[:6].lower() == "using:" and len(self.value) > 6:
                return self._using(self.value, kind == "SplattedVariable", with_members)
            splatted = kind == "SplattedVariable"
            if splatted and (self.mode == EXPRESSION or self.text[end] in ".[:?<"):
                self.needs_checks = True
            found = VariableExpression(self.value, splatted, start, end)
        elif kind == "StringLiteral" or kind == "HereStringLiteral":
            found = StringConstantExpression(self.value, _QUOTES[kind], start, end)
        elif kind == "StringExpandable" or kind == "HereStringExpandable":
            found = self.expandable(kind)
        elif kind == "Number":
            value, name = self.number or (0, "System.Object")
            found = ConstantExpression(
                None if name == "System.Object" else value, name, self.text[start:end], start, end
            )
        elif kind == "LParen":
            found = self._parenthesized(start, end)
        elif kind == "LCurly":
            found = self.script_block_expression(start)
        elif kind == "AtCurly":
            found = self._hashtable(start, end)
        elif kind == "AtParen" or kind == "DollarParen":
            found = self._subexpression(kind, start, end)
        else:
            self.peeked = True
            return None
        if with_members and self.text[self.pos] in ".[:?<":
            return self.members(self.member_operator(True), found)
        return found

    def _using(self, path: str, splatted: bool, with_members: bool) -> Expression:
        found: Expression = VariableExpression(path[6:], splatted, self.start, self.end)
        if with_members:
            found = self.members(self.member_operator(True), found)
            if type(found) is not VariableExpression:
                self.needs_checks = True
        return UsingExpression(found, found.start, found.end)

    def members(self, operator: str, target: Expression) -> Expression:
        """Members, calls and indexes behind a value, the first operator being consumed."""
        while operator:
            start, end = self.start, self.end
            self.skip_newlines()
            if operator == "LBracket" or operator == "QuestionLBracket":
                target = self._index(target, operator, start, end)
            else:
                target = self._member(target, operator, end)
            if self.text[self.pos] not in ".[:?<":
                break
            operator = self.member_operator(True)
        return target

    def _member(self, target: Expression, operator: str, operator_end: int) -> Expression:
        static = operator == "ColonColon"
        conditional = operator == "QuestionDot"
        member = self._member_name()
        if member is None:
            self.report_incomplete("MissingPropertyName", operator_end, operator_end)
            member = self.single_argument(8) or ErrorExpression([], target.start, operator_end)
        elif not self.peeked:
            char = self.text[self.pos]
            arguments: list[TypeName] | None = None
            back = self.pos
            bracketed = False
            if char not in "({" and _MAYBE_BRACKET.match(char) and self.text[back + 1] not in _NO_TYPE:
                arguments, bracketed = self._method_type_arguments()
                char = self.text[self.pos]
            if not self.peeked and char in "({":
                return self._call(target, member, static, conditional, arguments)
            if bracketed:
                self.resync(back)
        return MemberExpression(target, member, static, conditional, target.start, member.end)

    def _member_name(self) -> Expression | None:
        if not self.peeked and (match := _NAME.match(self.text, self.pos, self.size)):
            self.start = self.pos
            self._token("Identifier", match.end())
            if self.collected is not None:
                self.flag("MemberName")
            return StringConstantExpression(match[0], "BareWord", self.start, self.end)
        name = self.simple_name_rule()
        if name is not None:
            return name
        kind = self.peek()
        if kind in UNARY or kind == "LBracket":
            return self.unary()
        return self.primary(with_members=False)

    def _method_type_arguments(self) -> tuple[list[TypeName] | None, bool]:
        # `.Method[type]( )`; anything else in brackets is an index, and scanned again as such
        back = self.pos
        if self.next() != "LBracket":
            self.resync(back)
            return None, False
        old = self.mode
        self.set_mode(TYPE_NAME)
        self.skip_newlines()
        found: list[TypeName] | None = None
        closed = False
        if self.next() == "Identifier":
            found = self.generic_arguments()
            closed = self.kind == "RBracket"
            if not closed:
                self.peeked = True
                before = max(0, self.start - 1)
                self.report_incomplete("EndSquareBracketExpectedAtEndOfType", before, before)
            self.set_mode(old)
        else:
            self.set_mode(old)
            self.resync(back)
        return found, closed

    def _call(
        self,
        target: Expression,
        member: Expression,
        static: bool,
        conditional: bool,
        type_arguments: list[TypeName] | None,
    ) -> Expression:
        if self.invoke_opening() == "LParen":
            arguments, end = self.call_arguments(self.end)
        else:
            start = self.start
            self.skip_newlines()
            block = self.script_block_expression(start)
            arguments, end = [block], block.end
        return InvokeMemberExpression(
            target, member, arguments, static, conditional, type_arguments, target.start, end
        )

    def call_arguments(self, open_end: int) -> tuple[list[Expression], int]:
        """Arguments of a call up to its `)`, and where they end."""
        arguments: list[Expression] = []
        old_no_comma, self.no_comma = self.no_comma, True
        comma_end = -1
        reported = False
        while True:
            self.skip_newlines()
            argument = self.expression()
            if argument is None:
                if comma_end >= 0:
                    self.report_incomplete("MissingExpressionAfterToken", comma_end, comma_end, ",")
                    reported = True
                break
            arguments.append(argument)
            self.skip_newlines()
            if self.next() != "Comma":
                self.peeked = True
                comma_end = -1
                break
            comma_end = self.end
        self.skip_newlines()
        if self.next() == "RParen":
            end = self.end
        else:
            self.peeked = True
            last = arguments[-1].end if arguments else open_end
            if not reported:
                self.report_incomplete("MissingEndParenthesisInMethodCall", last, last)
            end = comma_end if comma_end >= 0 else last
        self.no_comma = old_no_comma
        return arguments, end

    def _index(self, target: Expression, operator: str, start: int, end: int) -> Expression:
        self.skip_newlines()
        old_no_comma, self.no_comma = self.no_comma, False
        index = self.expression()
        self.no_comma = old_no_comma
        if index is None:
            self.report_incomplete("MissingArrayIndexExpression", end, end)
            index = ErrorExpression([], start, end)
        self.skip_newlines()
        if self.next() == "RBracket":
            end = self.end
        else:
            self.peeked = True
            if type(index) is not ErrorExpression:
                self.report_incomplete("MissingEndSquareBracket", index.end, index.end)
            end = index.end
        return IndexExpression(target, index, operator == "QuestionLBracket", target.start, end)

    # brackets

    def _parenthesized(self, start: int, end: int) -> ParenExpression:
        old = self.mode
        self.set_mode(COMMAND)
        old_no_comma, self.no_comma = self.no_comma, False
        self.skip_newlines()
        pipeline = self.pipeline_chain()
        if pipeline is None:
            self.report_incomplete("ExpectedExpression", end, end)
            pipeline = ErrorStatement([], end, end)
        self.skip_newlines()
        if self.next() == "RParen":
            end = self.end
        else:
            self.peeked = True
            end = pipeline.end
            self.report_incomplete("MissingEndParenthesisInExpression", end, end)
        self.no_comma = old_no_comma
        self.set_mode(old)
        return ParenExpression(pipeline, start, end)

    def script_block_expression(self, curly: int) -> ScriptBlockExpression:
        """`{ }` as a value; the brace at `curly` is consumed."""
        old = self.mode
        old_no_comma, self.no_comma = self.no_comma, False
        self.set_mode(COMMAND)
        self.skip_newlines()
        block = self.script_block(curly)
        self.no_comma = old_no_comma
        self.set_mode(old)
        return ScriptBlockExpression(block, block.start, block.end)

    def _subexpression(self, kind: str, start: int, end: int) -> Expression:
        old = self.mode
        old_no_comma, self.no_comma = self.no_comma, False
        self.set_mode(COMMAND)
        self.skip_newlines()
        statements: list[Statement] = []
        traps: list[TrapStatement] = []
        extent = self.statement_list(statements, traps)
        self.skip_newlines()
        if self.next() == "RParen":
            end = self.end
        else:
            self.peeked = True
            self.report_incomplete("MissingEndParenthesisInSubexpression", self.start, self.end)
            end = extent[1] if extent else end
        self.no_comma = old_no_comma
        self.set_mode(old)
        body = StatementBlock(statements, traps, *(extent or (0, 0)))
        return SubExpression(body, start, end) if kind == "DollarParen" else ArrayExpression(body, start, end)

    def _hashtable(self, start: int, end: int) -> Hashtable:
        self.skip_newlines()
        entries: list[tuple[Expression, Statement]] = []
        seen: set[str] = set()
        while (entry := self._hash_entry()) is not None:
            entries.append(entry)
            key = entry[0]
            if isinstance(key, StringConstantExpression | ConstantExpression):
                word = str(key.value).lower()
                if word in seen:
                    self.needs_checks = True
                seen.add(word)
            if self.peek() not in {"NewLine", "Semi"}:
                break
            self.skip_separators()
        if self.next() == "RCurly":
            end = self.end
        else:
            self.peeked = True
            self.report_incomplete("MissingEndCurlyBrace", end, end, seen_at=self.end)
            end = max(0, self.start - 1)
        return Hashtable(entries, start, end)

    def _hash_entry(self) -> tuple[Expression, Statement] | None:
        old = self.mode
        self.set_mode(EXPRESSION)
        key = self.label_or_key()
        if key is None:
            self.set_mode(old)
            return None
        kind = self.next()
        equals_end = self.end
        if kind != "Equals":
            self.peeked = True
            self.set_mode(old)
            self.report("MissingEqualsInHashLiteral", key.end, key.end)
            self.sync_on_error(False, "RCurly", "Semi", "NewLine")
            return key, ErrorStatement([], key.end, key.end)
        self.set_mode(COMMAND)
        self.skip_newlines()
        statement = self.statement()
        if statement is None:
            self.report_incomplete("MissingStatementInHashLiteral", equals_end, equals_end)
            statement = ErrorStatement([], equals_end, equals_end)
        self.set_mode(old)
        return key, statement

    def label_or_key(self) -> Expression | None:
        """A name or a unary expression, as labels and keys are written."""
        name = self.simple_name_rule()
        if name is not None:
            return name
        if self.peek() in {"NewLine", "Semi"}:
            return None
        old_no_comma, self.no_comma = self.no_comma, True
        found = self.unary()
        self.no_comma = old_no_comma
        return found

    # expandable strings

    def expandable(self, kind: str) -> Expression:
        """The string scanned last, with its pieces parsed."""
        value, pieces, start, end = self.value, self.pieces, self.start, self.end
        if pieces is None:
            return StringConstantExpression(value, _QUOTES[kind], start, end)
        pos = self.pos
        parts = [part for part in map(self._part, pieces) if part != ""]
        self.pos = pos
        return ExpandableStringExpression(value, _QUOTES[kind], parts, start, end)

    def _part(self, piece: Piece) -> str | Expression:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, VariablePiece):
            path, start, end = piece.path, piece.start, piece.end
            if path[:6].lower() == "using:" and len(path) > 6:
                return UsingExpression(VariableExpression(path[6:], False, start, end), start, end)
            return VariableExpression(path, False, start, end)
        return self._nested(piece)

    def _nested(self, piece: TextPiece) -> Expression:
        """Parse a cut-out `$( )` as a text of its own and move the result to its place.

        Each level looks through all the text inside of it, so that how deep they go has a limit.
        """
        if self.nesting >= _DEEPEST_STRINGS:
            raise RecursionError
        inner = type(self)(piece.text)
        inner.source = self.source
        inner.nesting = self.nesting + 1
        around = self.outward
        inner.outward = piece.outward if around is None else lambda offset: around(piece.outward(offset))
        inner.mode = self.mode
        inner.no_comma = self.no_comma
        found = inner.primary()
        self.needs_checks |= inner.needs_checks
        self.needs_symbols |= inner.needs_symbols
        self.jumps += inner.jumps
        for error in inner.errors:
            if error.error_id in _PLAINLY_PLACED or error.start >= inner.size:
                # the scanner's own errors do not count the characters that were left out
                error.start += piece.start
                error.end += piece.start
            else:
                error.start, error.end = piece.outward(error.start), piece.outward(error.end)
            self._add(error)
        if found is None:  # the cut begins with "$(", so this cannot be
            found = ErrorExpression([], 0, len(piece.text))
        relocate(found, piece.outward, piece.start if not piece.skipped else None)
        return found
