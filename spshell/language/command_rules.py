"""Commands, their arguments and redirections, pipelines and pipeline chains."""

from __future__ import annotations

from spshell.language.expression_rules import ExpressionRules
from spshell.language.nodes import (
    ArrayLiteral,
    AssignmentStatement,
    Command,
    CommandExpression,
    CommandParameter,
    ConvertExpression,
    ErrorExpression,
    ErrorStatement,
    FileRedirection,
    IndexExpression,
    MemberExpression,
    MergingRedirection,
    Pipeline,
    PipelineChain,
    StringConstantExpression,
    VariableExpression,
)
from spshell.language.stream import COMMAND, EXPRESSION
from spshell.language.tokens import ASSIGNMENT, spelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Expression, Statement

    Redirections = dict[str, FileRedirection | MergingRedirection]

# What an argument is wanted for, as bits: a name after an invocation operator is a name too.
NAME, AFTER_OPERATOR, FILE_NAME, ARGUMENT, CLAUSE = 1, 2, 4, 8, 16

_VERBATIM = "--%"
_STREAMS = ("All", "Output", "Error", "Warning", "Verbose", "Debug", "Information")
_ENDS_COMMAND = frozenset(
    "Pipe RCurly RParen EndOfInput NewLine Semi AndAnd OrOr Ampersand".split()  # noqa: SIM905
)
_ENDS_ARGUMENT = _ENDS_COMMAND | {"Redirection", "RedirectInStd", "MinusMinus", "Comma"}
_VALUES = frozenset(
    "SplattedVariable Variable Number HereStringExpandable StringExpandable HereStringLiteral "  # noqa: SIM905
    "StringLiteral LParen DollarParen AtParen AtCurly LCurly".split()
)
_ENDS_PIPELINE = frozenset("Semi NewLine RParen RCurly EndOfInput AndAnd OrOr Ampersand".split())  # noqa: SIM905
_REDIRECTIONS = frozenset(["Redirection", "RedirectInStd"])
_KEYWORD = frozenset(["Keyword"])
_SPECIAL_TYPES = frozenset(["void", "system.void", "ref"])
_TYPED_BY_THEMSELVES = frozenset(
    "_ args this input pscmdlet psboundparameters myinvocation psscriptroot pscommandpath".split()  # noqa: SIM905
)


def _plain_target(target: Expression) -> bool:
    """Whether anything can be assigned to this for sure."""
    kind = type(target)
    if kind is VariableExpression:
        return not target.splatted  # type: ignore[attr-defined]  # by exact type
    if kind is MemberExpression or kind is IndexExpression:
        return not target.null_conditional  # type: ignore[attr-defined]  # by exact type
    if isinstance(target, ConvertExpression) and isinstance(target.child, VariableExpression):
        return (
            target.child.path.lower() not in _TYPED_BY_THEMSELVES
            and target.type.type_name.name.lower() not in _SPECIAL_TYPES
        )
    return isinstance(target, ArrayLiteral) and all(map(_plain_target, target.elements))


class CommandRules(ExpressionRules):
    """Rules for what stands between two `|`, and around them."""

    def pipeline_chain(self) -> Statement | None:
        """An assignment, or pipelines joined by `&&` and `||`; None when nothing begins here."""
        old = self.mode
        self.set_mode(EXPRESSION)
        first = self.expression()
        operator = ""
        if first is not None and self.peek() in ASSIGNMENT:
            self.peeked = False
            operator, start, end = self.kind, self.start, self.end
        self.set_mode(old)
        if first is not None and operator:
            self.skip_newlines()
            right = self.statement()
            if right is None:
                self.report_incomplete("ExpectedValueExpression", end, end, spelling(operator))
                right = ErrorStatement([], end, end)
            if not _plain_target(first) or (type(first) is ArrayLiteral and operator != "Equals"):
                self.needs_checks = True
            return AssignmentStatement(first, operator, right, start, end, first.start, right.end)
        return self._chain(first)

    def _chain(self, first: Expression | None) -> Statement | None:
        chain: Statement | None = None
        operator = ""
        start = end = -1
        while True:
            first_kind = "" if first is not None else self.peek()
            token_end = self.end
            pipeline = self._pipeline(first)
            first = None
            if pipeline is None:
                if chain is None:
                    return None
                if first_kind == "EndOfInput":
                    self.report_incomplete("EmptyPipelineChainElement", end, end, self.text[start:end])
                elif first_kind not in {"Dot", "Ampersand"}:
                    self.report("EmptyPipelineChainElement", start, token_end, self.text[start:end])
                return ErrorStatement([chain], chain.start, end)
            kind = self.peek()
            background = False
            if kind == "Ampersand":
                self.peeked = False
                background = True
                kind = self.peek()
                if kind == "AndAnd" or kind == "OrOr":
                    self.peeked = False
                    self.report("BackgroundOperatorInPipelineChain", self.start, self.end)
                    return ErrorStatement([], (chain or pipeline).start, self.end)
            if background or (kind != "AndAnd" and kind != "OrOr"):
                if chain is None:
                    pipeline.background = background
                    return pipeline
                return PipelineChain(chain, operator, pipeline, background, chain.start, pipeline.end)
            self.peeked = False
            next_start, next_end = self.start, self.end
            self.skip_newlines()
            chain = (
                pipeline
                if chain is None
                else PipelineChain(chain, operator, pipeline, False, chain.start, pipeline.end)
            )
            operator, start, end = kind, next_start, next_end
            if self.peek() == "EndOfInput":
                self.report_incomplete("EmptyPipelineChainElement", end, end)
                return chain

    def _pipeline(self, first: Expression | None) -> Pipeline | None:
        elements: list[CommandExpression | Command] = []
        pipe_end = -1
        expression = first
        while True:
            if expression is None:
                expression = self._maybe_expression()
            element: CommandExpression | Command | None
            if expression is not None:
                if elements:
                    self.report("ExpressionsMustBeFirstInPipeline", expression.start, expression.end)
                element = self._command_expression(expression)
            else:
                element = self._command()
            if element is not None:
                elements.append(element)
            elif elements or self.peek() == "Pipe":
                self.peek()
                at, end = (pipe_end, pipe_end) if pipe_end >= 0 else (self.start, self.end)
                self.report_incomplete("EmptyPipeElement", at, end)
            expression = None
            kind = self.peek()
            if kind == "NewLine" and self.continues_with_pipe(self.end):
                self.skip_newlines()
                kind = self.peek()
            if kind in _ENDS_PIPELINE:
                break
            if kind != "Pipe":
                self.report("UnexpectedToken", self.start, self.end, self.token_text())
                break
            self.peeked = False
            pipe_end = self.end
            self.skip_newlines()
            if self.peek() == "EndOfInput":
                self.report_incomplete("EmptyPipeElement", pipe_end, pipe_end)
                break
        if not elements:
            return None
        return Pipeline(elements, False, elements[0].start, elements[-1].end)

    def _maybe_expression(self) -> Expression | None:
        old = self.mode
        self.set_mode(EXPRESSION)
        found = self.expression()
        self.set_mode(old)
        return found

    def _command_expression(self, expression: Expression) -> CommandExpression:
        end = expression.end
        redirections: Redirections = {}
        while self.peek() in _REDIRECTIONS:
            self.peeked = False
            _, redirection = self._redirection_rule(redirections)
            end = redirection.end if redirection is not None else expression.end
        return CommandExpression(expression, list(redirections.values()), expression.start, end)

    def _redirection_rule(
        self, redirections: Redirections
    ) -> tuple[int, FileRedirection | MergingRedirection | None]:
        # The operator was just consumed; answers where the whole ends.
        kind, start, end = self.kind, self.start, self.end
        source, target, append = self.redirect
        text = self.text[start:end]
        found: FileRedirection | MergingRedirection
        if kind == "RedirectInStd" or target < 0:
            file = self.single_argument(FILE_NAME)
            if file is None:
                self.report("MissingFileSpecification", end, end)
                file = ErrorExpression([], start, end)
            if kind == "RedirectInStd":
                self.report("RedirectionNotSupported", start, end, text)
                return file.end, None
            found = FileRedirection(_STREAMS[source], append, file, start, file.end)
        else:
            if target != 1 or source == target:
                self.report("RedirectionNotSupported", start, end, text)
            found = MergingRedirection(_STREAMS[source], "Output", start, end)
        stream = _STREAMS[source]
        if stream in redirections:
            self.report("StreamAlreadyRedirected", found.start, found.end, stream)
        else:
            redirections[stream] = found
        return found.end, found

    def single_argument(self, context: int) -> Expression | None:
        """One argument of a command, without commas unless it is for a command."""
        kind = self.peek()
        if kind == "Comma" or kind == "EndOfInput":
            return None
        old = self.mode
        self.set_mode(COMMAND)
        self.next()
        found = self.argument(context)
        self.set_mode(old)
        return found

    def argument(self, context: int) -> Expression | None:
        """The argument that begins with the token just consumed."""
        elements: list[Expression] = []
        comma_end = -1
        while True:
            kind = self.kind
            found: Expression
            if kind in _VALUES:
                self.peeked = True
                value = self.primary()
                assert value is not None
                found = value
            elif kind in _ENDS_ARGUMENT:
                self.peeked = True
                if comma_end < 0:
                    return None
                self.report_incomplete("MissingExpression", comma_end, comma_end, ",")
                return ErrorExpression([*elements], elements[0].start, comma_end)
            elif kind == "Generic":
                if context & NAME:
                    self.flag("CommandName")
                if self.pieces is not None and context != NAME:
                    found = self.expandable(kind)
                else:
                    found = StringConstantExpression(self.value, "BareWord", self.start, self.end)
                    if self.value == _VERBATIM:
                        return found
            else:
                found = StringConstantExpression(
                    self.text[self.start : self.end], "BareWord", self.start, self.end
                )
                if self.collected is not None:
                    if context & NAME:
                        self.flag("CommandName", _KEYWORD)
                    else:
                        self.flag(removed=_KEYWORD, kind="" if kind == "Identifier" else "Generic")
            if context != ARGUMENT or self.peek() != "Comma":
                break
            elements.append(found)
            self.peeked = False
            comma_end = self.end
            self.skip_newlines()
            self.next()
        if elements:
            elements.append(found)
            if any(isinstance(part, VariableExpression) and part.splatted for part in elements):
                self.needs_checks = True
            return ArrayLiteral(elements, elements[0].start, found.end)
        return found

    def _command(self) -> Command | None:
        old = self.mode
        self.set_mode(COMMAND)
        kind = self.next()
        first_kind, start, end = kind, self.start, self.end
        context = NAME
        if kind == "Dot" or kind == "Ampersand":
            kind = self.next()
            context = NAME | AFTER_OPERATOR
        elements: list[Expression | CommandParameter] = []
        redirections: Redirections = {}
        dashes = False
        while kind not in _ENDS_COMMAND:
            found: Expression | CommandParameter | None
            if kind == "Parameter":
                if context & NAME or dashes:
                    self.flag("CommandName")
                    found = self._word()
                else:
                    found = self._parameter()
                elements.append(found)
                end = found.end
            elif kind in _REDIRECTIONS:
                if context & NAME:
                    found = self._word()
                    elements.append(found)
                    end = found.end
                else:
                    end, _ = self._redirection_rule(redirections)
            elif kind == "MinusMinus":
                if dashes:
                    elements.append(self._word())
                else:
                    elements.append(CommandParameter("-", None, "-", self.end, self.start, self.end))
                dashes = True
                end = self.end
            elif kind == "Comma":
                end = self.end
                self.report("MissingArgument", self.start, end)
                self.skip_newlines()
            else:
                verbatim = kind in _QUOTED_OR_WORD and self.value == _VERBATIM
                found = self.argument(context)
                assert found is not None
                elements.append(found)
                end = found.end
                if verbatim and (rest := self._verbatim()) is not None:
                    elements.append(rest)
                    end = rest.end
                    break
            context = ARGUMENT
            kind = self.next()
        else:
            self.peeked = True
        self.set_mode(old)
        invocation = first_kind if first_kind == "Dot" or first_kind == "Ampersand" else "Unknown"
        if not elements:
            if invocation != "Unknown":
                self.report("MissingExpression", start, end, self.text[start:end])
            return None
        return Command(invocation, elements, list(redirections.values()), start, end)

    def _word(self) -> StringConstantExpression:
        return StringConstantExpression(self.text[self.start : self.end], "BareWord", self.start, self.end)

    def _parameter(self) -> CommandParameter:
        name, start, end = self.value, self.start, self.end
        dash = self.text[start]
        argument: Expression | None = None
        if self.colon and self.peek() != "Comma":
            self.next()
            argument = self.argument(ARGUMENT)
            if argument is None:
                self.report("ParameterRequiresArgument", end, end, self.text[start:end])
        return CommandParameter(name, argument, dash, end, start, argument.end if argument else end)

    def _verbatim(self) -> StringConstantExpression | None:
        # Behind `--%` everything up to a pipe or the end of the line is one argument.
        if self.peeked and self.kind != "Parameter":
            return None
        self.peeked = False
        text, size = self.text, self.size
        pos = self.pos
        while text[pos] in " \t\f\v\x85\xa0":
            pos += 1
        start = pos
        quoted = False
        while pos < size and text[pos] not in "\r\n":
            char = text[pos]
            if char in '"\u201c\u201d\u201e':
                quoted = not quoted
            elif not quoted and (char == "|" or (char == "&" and text[pos + 1] == "&")):
                break
            pos += 1
        self.start = start
        self._token("Generic", pos)
        return StringConstantExpression(text[start:pos], "BareWord", start, pos)


_QUOTED_OR_WORD = frozenset(
    "Generic StringLiteral StringExpandable HereStringLiteral HereStringExpandable".split()  # noqa: SIM905
)
