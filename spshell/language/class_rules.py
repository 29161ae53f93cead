"""Classes and their members."""

from __future__ import annotations

from spshell.language.definition_rules import DefinitionRules
from spshell.language.nodes import (
    Attribute,
    ErrorStatement,
    FunctionDefinition,
    FunctionMember,
    PropertyMember,
    TypeConstraint,
    TypeDefinition,
)
from spshell.language.stream import COMMAND, SIGNATURE
from spshell.language.tokens import KEYWORD_KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Expression, Node, Statement, StringConstantExpression

_MODIFIERS = frozenset(["Static", "Hidden"])


class ClassRules(DefinitionRules):
    """Rules inside `class { }`, where words are read in their own mode."""

    def class_definition(self, attributes: list[Attribute | TypeConstraint] | None) -> Statement:
        """`class name : bases { members }`."""
        self.needs_checks = self.needs_symbols = True
        start, end = self.start, self.end
        self.skip_newlines()
        name = self.simple_name_rule()
        if name is None:
            self.report_incomplete("MissingNameAfterKeyword", end, end, self.text[start:end])
            return ErrorStatement([], start, end)
        if self.collected is not None:
            self.flag_at(name.start, "TypeName")
            for token in self.collected[-1:]:
                token.added.discard("MemberName")
        self.skip_newlines()
        old = self.mode
        self.set_mode(SIGNATURE)
        found = self._class_body(name, attributes or [], start)
        self.set_mode(old)
        return found

    def _bases(self) -> list[TypeConstraint]:
        bases: list[TypeConstraint] = []
        if self.peek() != "Colon":
            return bases
        self.peeked = False
        end = self.end
        self.skip_newlines()
        while True:
            base = self.type_name(allow_assembly=False)
            if base is None:
                self.report_incomplete("TypeNameExpected", end, end)
                return bases
            bases.append(TypeConstraint(base, base.start, base.end))
            self.skip_newlines()
            if self.peek() != "Comma":
                return bases
            self.peeked = False
            end = self.end
            self.skip_newlines()

    def _class_body(
        self, name: StringConstantExpression, attributes: list[Attribute | TypeConstraint], start: int
    ) -> Statement:
        bases = self._bases()
        if self.next() != "LCurly":
            self.peeked = True
            last = bases[-1].end if bases else name.end
            self.report_incomplete("MissingTypeBody", last, last, "class", "class")
            return ErrorStatement([*bases], start, last)
        curly_end = end = self.end
        members: list[PropertyMember | FunctionMember] = []
        leftover: list[Node] = []
        while True:
            member, lost = self._member_definition(name.value)
            if member is None and not lost:
                break
            if member is not None:
                members.append(member)
                end = member.end
            if lost:
                leftover += lost
                end = lost[-1].end
        if self.next() == "RCurly":
            end = self.end
        else:
            self.peeked = True
            self.report_incomplete("MissingEndCurlyBrace", curly_end, curly_end, seen_at=self.end)
        if attributes:
            start = attributes[0].start
        plain = [attribute for attribute in attributes if isinstance(attribute, Attribute)]
        found = TypeDefinition(name.value, "class", plain, bases, members, start, end)
        misplaced = [attribute for attribute in attributes if isinstance(attribute, TypeConstraint)]
        if misplaced:
            leftover += [*misplaced, found]
        return ErrorStatement(leftover, start, end) if leftover else found

    def _member_definition(
        self, class_name: str
    ) -> tuple[PropertyMember | FunctionMember | None, list[Node]]:
        # The member, or the parts of one that could not be finished.
        attributes: list[Attribute] = []
        constraint: TypeConstraint | None = None
        modifiers: set[str] = set()
        start = last_end = -1
        while True:
            self.skip_newlines()
            attribute = self.attribute()
            if attribute is not None:
                last_end = attribute.end
                start = attribute.start if start < 0 else start
                if isinstance(attribute, Attribute):
                    attributes.append(attribute)
                elif constraint is None:
                    constraint = attribute
                else:
                    self.report("TooManyTypes", attribute.start, attribute.end)
                continue
            kind = self.peek()
            start = self.start if start < 0 else start
            if kind not in _MODIFIERS:
                break
            if kind in modifiers:
                self.report("DuplicateQualifier", self.start, self.end, self.text[self.start : self.end])
            modifiers.add(kind)
            last_end = self.end
            self.peeked = False
        lost: list[Node] = [*attributes]
        if constraint is not None:
            lost.append(constraint)
        if kind == "Variable":
            return self._property(start, constraint, attributes, modifiers), []
        if kind == "Identifier" or kind in KEYWORD_KINDS:
            self.peeked = False
            if self.collected is not None:
                self.flag(removed=frozenset(["Keyword", "StatementDoesntSupportAttributes"]))
                self.collected[-1].removed |= frozenset(self.collected[-1].flags())
            base: list[Expression] = []
            definition = self._method(class_name, "Static" in modifiers, base)
            if not isinstance(definition, FunctionDefinition):
                self.sync_on_error(False, "RCurly")
                return None, lost
            written = base if self._base_was_written else None
            base_extent = self._base_extent
            return (
                FunctionMember(
                    definition.name,
                    constraint,
                    attributes,
                    frozenset(modifiers | {"Public"}),
                    definition,
                    written,
                    start,
                    definition.end,
                    base_extent,
                ),
                [],
            )
        if last_end >= 0:
            self.report_incomplete("IncompleteMemberDefinition", last_end, last_end)
            return None, lost
        return None, []

    _base_was_written = False
    _base_extent = (0, 0)

    def _property(
        self,
        start: int,
        constraint: TypeConstraint | None,
        attributes: list[Attribute],
        modifiers: set[str],
    ) -> PropertyMember:
        self.peeked = False
        name, end = self.value, self.end
        initial: Expression | None = None
        if self.peek() == "Equals":
            self.peeked = False
            self.skip_newlines()
            initial = self.expression()
            if initial is not None:
                end = initial.end
        end = self.member_end(end)
        return PropertyMember(
            name, constraint, attributes, frozenset(modifiers | {"Public"}), initial, start, end
        )

    def _method(self, class_name: str, static: bool, base: list[Expression]) -> Statement:
        name, start, name_end = self.text[self.start : self.end], self.start, self.end
        parameters = []
        failed = behind = -1
        if self.peek() == "LParen":
            declared, failed, behind = self.parameter_declaration()
            parameters = declared or []
        else:
            self.report_incomplete("MissingMethodParameterList", name_end, name_end)
        constructor = name.lower() == class_name.lower() and not static
        base_start = base_end = -1
        if constructor:
            failed, base_start, base_end = self._base_call(failed, base)
        if self.next() != "LCurly":
            self.peeked = True
            if failed < 0:
                failed = behind if behind >= 0 else name_end
                self.report_incomplete("MissingFunctionBody", failed, failed)
        if failed >= 0:
            return ErrorStatement([*parameters], start, failed)
        old = self.mode
        self.set_mode(COMMAND)
        body = self.script_block(self.start)
        self.set_mode(old)
        self._base_was_written = base_start >= 0  # set last: a class may stand inside the body
        self._base_extent = (max(0, base_start), max(0, base_end))
        return FunctionDefinition(name, False, False, parameters, body, start, body.end)

    def _base_call(self, failed: int, base: list[Expression]) -> tuple[int, int, int]:
        # `: base(arguments)`; where it failed or -1, where `base` stands
        self.skip_newlines()
        old = self.mode
        self.set_mode(SIGNATURE)
        start = end = -1
        if self.peek() == "Colon":
            self.peeked = False
            colon_end = self.end
            self.skip_newlines()
            if self.peek() != "Base":
                failed = colon_end
                self.report_incomplete("MissingBaseCtorCall", colon_end, colon_end)
            else:
                self.peeked = False
                start, end = self.start, self.end
                self.skip_newlines()
                if self.peek() == "LParen":
                    self.peeked = False
                    arguments, end = self.call_arguments(self.end)
                    base += arguments
                    self.skip_newlines()
                else:
                    failed = end
                    self.report_incomplete("MissingMethodParameterList", end, end)
        self.set_mode(old)
        return failed, start, end
