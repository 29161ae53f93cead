"""Definitions: functions, `using`, enums, configurations."""

from __future__ import annotations

from spshell.language.command_rules import ARGUMENT
from spshell.language.nodes import (
    Attribute,
    ConfigurationDefinition,
    ErrorStatement,
    FunctionDefinition,
    Hashtable,
    Parameter,
    PropertyMember,
    StringConstantExpression,
    TypeConstraint,
    TypeDefinition,
    UsingStatement,
    VariableExpression,
)
from spshell.language.statement_rules import StatementRules
from spshell.language.stream import EXPRESSION, SIGNATURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Expression, Statement

_NO_FUNCTION_NAME = frozenset(
    "Pipe LParen LCurly AtParen AtCurly RCurly RParen EndOfInput Semi Redirection RedirectInStd AndAnd "  # noqa: SIM905
    "OrOr Ampersand Variable SplattedVariable HereStringExpandable HereStringLiteral StringLiteral "
    "StringExpandable".split()
)
_KEYWORD = frozenset(["Keyword"])
MEMBER_ENDS = frozenset(["NewLine", "Semi", "RCurly"])

# What an enum can be made of; PowerShell's parser itself only looks whether the type is known.
_ENUM_TYPES = frozenset(
    "byte sbyte short ushort int uint long ulong int16 uint16 int32 uint32 int64 uint64".split()  # noqa: SIM905
)
_NO_PARAMETER = frozenset(["void", "system.void", "ordered"])
_ALIAS_ALLOWED = frozenset(["Namespace", "Module", "Type", "Command"])
_ALIAS_REQUIRED = frozenset(["Type", "Command"])
_NO_ITEM = frozenset(["EndOfInput", "NewLine", "Comma", "Semi"])


def _needs_look(parameter: Parameter) -> bool:
    """Whether a parameter has a type that parameters cannot have."""
    return any(attribute.type_name.name.lower() in _NO_PARAMETER for attribute in parameter.attributes)


class DefinitionRules(StatementRules):
    """Each rule's keyword is consumed."""

    def class_definition(self, attributes: list[Attribute | TypeConstraint] | None) -> Statement:
        raise NotImplementedError

    def definition(
        self, kind: str, attributes: list[Attribute | TypeConstraint] | None
    ) -> tuple[bool, Statement | None]:
        """A definition whose keyword is `kind`; whether it is one at all."""
        if kind == "Function" or kind == "Filter" or kind == "Workflow":
            return True, self.function_definition(kind)
        if kind == "Class":
            return True, self.class_definition(attributes)
        if kind == "Enum":
            return True, self.enum_definition(attributes)
        if kind == "Using":
            using = self.using_statement()
            self.report("UsingMustBeAtStartOfScript", using.start, using.end)
            return True, using
        if kind == "Configuration":
            return True, self._configuration()
        return False, None

    def function_definition(self, kind: str) -> Statement:
        """`function name(parameters) { }` and `filter`."""
        start, end = self.start, self.end
        self.skip_newlines()
        name_kind = self.next()
        if name_kind in _NO_FUNCTION_NAME:
            self.peeked = True
            self.report_incomplete("MissingNameAfterKeyword", end, end, self.text[start:end])
            return ErrorStatement([], start, end)
        name = self.value if name_kind == "Generic" else self.text[self.start : self.end]
        name_end = self.end
        self.flag(removed=_KEYWORD)
        parameters, failed, behind = self.parameter_declaration()
        if self.next() != "LCurly":
            self.peeked = True
            if failed < 0:
                failed = behind if behind >= 0 else name_end
                self.report_incomplete("MissingFunctionBody", failed, failed)
        if failed >= 0:
            return ErrorStatement([*(parameters or ())], start, failed)
        body = self.script_block(self.start, in_process=kind == "Filter")
        if kind == "Workflow" or (parameters and body.param_block is not None):
            self.needs_checks = True
        return FunctionDefinition(
            name, kind == "Filter", kind == "Workflow", parameters, body, start, body.end
        )

    def parameter_declaration(self) -> tuple[list[Parameter] | None, int, int]:
        """Parameters in parentheses, if any; where reading them failed or -1; where `)` ends or -1."""
        self.skip_newlines()
        if self.peek() != "LParen":
            return None, -1, -1
        self.peeked = False
        open_end = self.end
        parameters = self.parameter_list()
        self.skip_newlines()
        failed = behind = -1
        if self.next() == "RParen":
            behind = self.end
        else:
            behind = self.end
            self.peeked = True
            failed = parameters[-1].end if parameters else open_end
            self.report_incomplete("MissingEndParenthesisInFunctionParameterList", failed, failed)
        self.skip_newlines()
        return parameters, failed, behind

    def parameter_list(self) -> list[Parameter]:
        """Parameters separated by commas."""
        found: list[Parameter] = []
        seen: set[str] = set()
        comma_end = -1
        while True:
            parameter = self._parameter_definition()
            if parameter is None:
                if comma_end >= 0:
                    self.report_incomplete("MissingExpressionAfterToken", comma_end, comma_end, ",")
                return found
            found.append(parameter)
            name = parameter.name.path.lower()
            if name in seen or parameter.name.splatted or _needs_look(parameter):
                self.needs_checks = True
            seen.add(name)
            self.skip_newlines()
            if self.peek() != "Comma":
                return found
            self.peeked = False
            comma_end = self.end

    def _parameter_definition(self) -> Parameter | None:
        old, old_no_comma = self.mode, self.no_comma
        self.no_comma = True
        self.set_mode(EXPRESSION)
        self.skip_newlines()
        attributes = self.attribute_list(in_expression=False)
        self.skip_newlines()
        found = self._parameter_name(attributes or [])
        self.no_comma = old_no_comma
        self.set_mode(old)
        return found

    def _parameter_name(self, attributes: list[Attribute | TypeConstraint]) -> Parameter | None:
        kind = self.next()
        if kind != "Variable" and kind != "SplattedVariable":
            self.peeked = True
            if not attributes:
                return None
            start, end = attributes[0].start, attributes[-1].end
            self.report_incomplete("InvalidFunctionParameter", end, end)
            self.sync_on_error(True, "RParen")
            name = VariableExpression("__error__", False, start, end)
            return Parameter(name, attributes, None, start, end)
        name = VariableExpression(self.value, kind == "SplattedVariable", self.start, self.end)
        end = self.end
        default: Expression | None = None
        self.skip_newlines()
        if self.peek() == "Equals":
            self.peeked = False
            equals_end = self.end
            self.skip_newlines()
            default = self.expression()
            if default is None:
                self.report_incomplete("MissingExpressionAfterToken", equals_end, equals_end, "=")
            else:
                end = default.end
        return Parameter(name, attributes, default, attributes[0].start if attributes else name.start, end)

    # enums

    def enum_definition(self, attributes: list[Attribute | TypeConstraint] | None) -> Statement:
        """`enum name : type { members }`."""
        self.needs_checks = self.needs_symbols = True
        start, end = self.start, self.end
        self.skip_newlines()
        name = self.simple_name_rule()
        if name is None:
            self.report_incomplete("MissingNameAfterKeyword", end, end, self.text[start:end])
            return ErrorStatement([], start, end)
        old = self.mode
        self.set_mode(SIGNATURE)
        found = self._enum_body(name, attributes or [], start)
        self.set_mode(old)
        return found

    def _enum_body(
        self, name: StringConstantExpression, attributes: list[Attribute | TypeConstraint], start: int
    ) -> Statement:
        bases: list[TypeConstraint] = []
        if self.peek() == "Colon":
            self.peeked = False
            end = self.end
            self.skip_newlines()
            base = self.type_name(allow_assembly=False)
            if base is None:
                self.report_incomplete("TypeNameExpected", end, end)
            else:
                if base.full_name.lower().removeprefix("system.") not in _ENUM_TYPES:
                    self.report("InvalidUnderlyingType", base.start, base.end, base.name)
                bases.append(TypeConstraint(base, base.start, base.end))
        self.skip_newlines()
        if self.next() != "LCurly":
            self.peeked = True
            self.report_incomplete("MissingTypeBody", name.end, name.end, "enum", "enum")
            return ErrorStatement([], start, name.end)
        curly_end = self.end
        members: list[PropertyMember] = []
        while (member := self._enum_member()) is not None:
            members.append(member)
        if self.next() != "RCurly":
            self.peeked = True
            self.report_incomplete("MissingEndCurlyBrace", curly_end, curly_end, seen_at=self.end)
        if attributes:
            start = attributes[0].start
        plain = [attribute for attribute in attributes if isinstance(attribute, Attribute)]
        found = TypeDefinition(name.value, "enum", plain, bases, [*members], start, self.end)
        misplaced = [attribute for attribute in attributes if isinstance(attribute, TypeConstraint)]
        if misplaced:
            return ErrorStatement([*misplaced, found], attributes[0].start, attributes[0].end)
        return found

    def _enum_member(self) -> PropertyMember | None:
        self.skip_newlines()
        name = self.simple_name_rule()
        if name is None:
            return None
        end = name.end
        initial: Expression | None = None
        missing = False
        old = self.mode
        self.set_mode(EXPRESSION)
        if self.peek() == "Equals":
            self.peeked = False
            end = self.end
            initial = self.expression()
            if initial is None:
                self.report("ExpectedValueExpression", end, end, "=")
                missing = True
            else:
                end = initial.end
        self.set_mode(old)
        end = self.member_end(end, missing)
        return PropertyMember(name.value, None, [], frozenset(["Public", "Static"]), initial, name.start, end)

    def member_end(self, end: int, missing: bool = False) -> int:
        """A property must be followed by a line break, `;` or `}`; where it ends, its `;` included."""
        kind, terminator_end = self.peek(), self.end
        if kind not in MEMBER_ENDS and not missing:
            self.report_incomplete("MissingPropertyTerminator", end, end)
        self.skip_separators()
        return terminator_end if kind == "Semi" else end

    # using

    def using_statement(self) -> UsingStatement | ErrorStatement:
        """`using namespace|module|type|command|assembly name` with an optional `= alias`."""
        start, end = self.start, self.end
        using_kind = self.next()
        if using_kind != "Namespace":
            self.needs_checks = self.needs_symbols = True
        if using_kind not in _ALIAS_ALLOWED and using_kind != "Assembly":
            self.peeked = True
            self.report_incomplete("MissingUsingStatementDirective", end, end)
            return ErrorStatement([], start, end)
        end = self.end
        item_kind = self.next()
        item_start, item_end = self.start, self.end
        if item_kind in _NO_ITEM:
            self.report_incomplete("MissingUsingItemName", end, end)
            return ErrorStatement([], start, end)
        text = self.text[item_start:item_end]
        item = self.argument(ARGUMENT)
        if item is None:
            self.report("InvalidValueForUsingItemName", item_start, item_end, text)
            self.sync_on_error(True, "Semi", "NewLine")
            return ErrorStatement([], start, item_end)
        if isinstance(item, Hashtable) and using_kind == "Module":
            self._statement_terminator()
            return UsingStatement(using_kind, None, None, item, start, item.end)
        if not isinstance(item, StringConstantExpression):
            self.report(
                "InvalidValueForUsingItemName", item.start, item.end, self.text[item.start : item.end]
            )
            return ErrorStatement([], start, item.end)
        if using_kind in _ALIAS_ALLOWED:
            if self.peek() == "Equals":
                return self._using_alias(using_kind, item, start)
            if using_kind in _ALIAS_REQUIRED:
                self.report_incomplete("MissingEqualsInUsingAlias", item_end, item_end)
                return ErrorStatement([item], start, item.end)
        if not item.value.replace(".", "").replace("_", "").isalpha():
            self.needs_checks = True
        self._statement_terminator()
        return UsingStatement(using_kind, item, None, None, start, item.end)

    def _using_alias(
        self, using_kind: str, item: StringConstantExpression, start: int
    ) -> UsingStatement | ErrorStatement:
        self.needs_checks = True
        self.peeked = False
        end = self.end
        kind = self.next()
        if kind in {"EndOfInput", "NewLine", "Semi"}:
            self.peeked = True
            self.report_incomplete("MissingNamespaceAlias", end, end)
            return ErrorStatement([], start, end)
        alias_start, alias_end = self.start, self.end
        if kind == "Comma":
            self.report("UnexpectedUnaryOperator", alias_start, alias_end, ",")
            return ErrorStatement([], start, alias_end)
        alias = self.argument(ARGUMENT)
        if isinstance(alias, StringConstantExpression):
            self._statement_terminator()
            return UsingStatement(using_kind, item, alias, None, start, alias_end)
        if isinstance(alias, Hashtable) and using_kind == "Module":
            self._statement_terminator()
            return UsingStatement(using_kind, item, alias, alias, start, alias_end)
        if alias is not None:
            alias_start, alias_end = alias.start, alias.end
        self.report("InvalidValueForUsingItemName", alias_start, alias_end, self.text[alias_start:alias_end])
        return ErrorStatement([item] if alias is None else [item, alias], start, alias_end)

    def _statement_terminator(self) -> None:
        kind = self.peek()
        if kind == "NewLine" or kind == "Semi":
            self.peeked = False
        elif kind != "EndOfInput":
            self.report_incomplete("MissingStatementTerminator", self.start, self.end)

    def _configuration(self) -> Statement | None:
        # Desired State Configuration is only recognized.
        start, end = self.start, self.end
        self.skip_newlines()
        kind = self.next()
        if kind == "LCurly":
            self.report("MissingConfigurationName", end, end)
            return self._configuration_body(None, start)
        if kind == "EndOfInput" or kind == "Comma":
            self.peeked = True
            self.report_incomplete("MissingConfigurationName", self.end, self.end)
            return ErrorStatement([], start, end)
        name = self.argument(ARGUMENT)
        if name is None:
            self.report_incomplete("MissingConfigurationName", self.start, self.end)
            return ErrorStatement([], start, end)
        self.skip_newlines()
        if self.next() != "LCurly":
            self.peeked = True
            self.report_incomplete("MissingCurlyInConfigurationStatement", self.end, self.end)
            return ErrorStatement([], start, end)
        return self._configuration_body(name, start)

    def _configuration_body(self, name: Expression | None, start: int) -> Statement:
        body = self.script_block_expression(self.start)
        if name is None:
            return ErrorStatement([body], start, body.end)
        return ConfigurationDefinition(name, body, start, body.end)
