"""Expressions with operators, by binding strength."""

from __future__ import annotations

from spshell.language.nodes import (
    ArrayLiteral,
    Attribute,
    AttributedExpression,
    BinaryExpression,
    CommandParameter,
    ConvertExpression,
    ErrorExpression,
    Hashtable,
    IndexExpression,
    MemberExpression,
    TernaryExpression,
    TypeConstraint,
    TypeExpression,
    UnaryExpression,
    VariableExpression,
)
from spshell.language.primary_rules import PrimaryRules
from spshell.language.stream import EXPRESSION
from spshell.language.tokens import PRECEDENCE, UNARY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Expression

_NO_CHILD = frozenset(["NewLine", "Comma"])
_STEPPABLE = frozenset([VariableExpression, MemberExpression, IndexExpression])
_LOOKED_AT = frozenset(["ordered", "ref"])
_POSTFIX = {"PlusPlus": "PostfixPlusPlus", "MinusMinus": "PostfixMinusMinus"}


class ExpressionRules(PrimaryRules):
    """From the ternary operator, which binds loosest, down to unary operators and casts."""

    def expression(self, before_ternary: bool = False) -> Expression | None:
        """An expression, or None when none begins here."""
        old = self.mode
        if old != EXPRESSION:
            self.set_mode(EXPRESSION)
        found = self._binary(before_ternary)
        if found is not None and self.peek() == "QuestionMark":
            found = self._ternary(found)
        if old != EXPRESSION:
            self.set_mode(old)
        return found

    def _ternary(self, condition: Expression) -> Expression:
        self.peeked = False
        end = self.end
        self.skip_newlines()
        if_true = self.expression(before_ternary=True)
        if if_true is None:
            self.report_incomplete("ExpectedValueExpression", end, end, "?")
            if_true = ErrorExpression([], end, end)
        self.skip_newlines()
        if self.next() != "Colon":
            self.peeked = True
            before = max(0, self.start - 1)
            if type(if_true) is ErrorExpression:
                return ErrorExpression([condition], condition.start, before)
            self.report_incomplete("MissingColonInTernaryExpression", self.start, self.end)
            return ErrorExpression([condition, if_true], condition.start, before)
        end = self.end
        self.skip_newlines()
        if_false = self.expression(before_ternary=True)
        if if_false is None:
            self.report_incomplete("ExpectedValueExpression", end, end, ":")
            if_false = ErrorExpression([], end, end)
        return TernaryExpression(condition, if_true, if_false, condition.start, if_false.end)

    def _binary(self, before_ternary: bool) -> Expression | None:
        left = self._array_literal(before_ternary)
        if left is None:
            return None
        kind = self.peek()
        strength = PRECEDENCE.get(kind)
        if strength is None:
            return self._stray_parameter(left) if kind == "Parameter" else left
        # operators still waiting for their right side, loosest first
        waiting: list[tuple[Expression, str, int, int, int]] = []
        while strength is not None:
            while waiting and waiting[-1][2] >= strength:
                left = self._combine(waiting.pop(), left)
            self.peeked = False
            start, end = self.start, self.end
            waiting.append((left, kind, strength, start, end))
            self.skip_newlines()
            right = self._array_literal(before_ternary=True)
            if right is None:
                self.report_incomplete("ExpectedValueExpression", end, end, self.text[start:end])
                right = ErrorExpression([], end, end)
            left = right
            kind = self.peek()
            strength = PRECEDENCE.get(kind)
        while waiting:
            left = self._combine(waiting.pop(), left)
        return self._stray_parameter(left) if kind == "Parameter" else left

    def _combine(self, operation: tuple[Expression, str, int, int, int], right: Expression) -> Expression:
        left, kind, _, start, end = operation
        return BinaryExpression(kind, left, right, start, end, left.start, right.end)

    def _stray_parameter(self, found: Expression) -> Expression:
        # `-word` that is no operator
        start, end, name = self.start, self.end, self.value
        self.report("UnexpectedToken", start, end, self.token_text())
        self.peeked = False
        parameter = CommandParameter(name, None, "-", end, start, end)
        return ErrorExpression([found, parameter], found.start, end)

    def _array_literal(self, before_ternary: bool) -> Expression | None:
        first = self.unary(before_ternary)
        if first is None or self.peek() != "Comma" or self.no_comma:
            return first
        elements = [first]
        while self.peek() == "Comma":
            self.peeked = False
            start, end = self.start, self.end
            self.skip_newlines()
            element = self.unary(before_ternary=True)
            if element is None:
                self.report_incomplete("MissingExpressionAfterToken", end, end, ",")
                elements.append(ErrorExpression([], start, end))
                break
            elements.append(element)
        return ArrayLiteral(elements, first.start, elements[-1].end)

    def unary(self, before_ternary: bool = False) -> Expression | None:
        """Prefix operators, casts, and a primary expression with `++` or `--` behind it."""
        if self.peeked and (self.kind == "Minus" or (before_ternary and self.kind == "Generic")):
            self.resync(self.start)  # with a sign or a ternary operator in view it may read differently
        old_signed, old_before = self.signed, self.before_ternary
        self.signed, self.before_ternary = True, before_ternary
        kind = self.peek()
        self.signed, self.before_ternary = old_signed, old_before
        found: Expression | None
        if kind in UNARY:
            if kind == "Comma" and self.no_comma:
                return None
            found = self._prefix(kind)
            if type(found) is ErrorExpression:
                return found
        elif kind == "LBracket":
            found = self._bracketed()
            if found is None or type(found) is ErrorExpression:
                return found
        else:
            found = self.primary()
            if found is None:
                return None
        postfix = _POSTFIX.get(self.peek())
        if postfix is not None:
            self.peeked = False
            if type(found) not in _STEPPABLE:
                self.needs_checks = True
            return UnaryExpression(postfix, found, found.start, self.end)
        return found

    def _prefix(self, kind: str) -> Expression:
        self.peeked = False
        start, end = self.start, self.end
        self.skip_newlines()
        child = self.unary(before_ternary=True)
        if child is None:
            self.report_incomplete("MissingExpressionAfterOperator", end, end, self.text[start:end])
            return ErrorExpression([], start, end)
        if kind == "Comma":
            return ArrayLiteral([child], start, child.end)
        if kind in _POSTFIX and type(child) not in _STEPPABLE:
            self.needs_checks = True
        return UnaryExpression(kind, child, start, child.end)

    def _bracketed(self) -> Expression | None:
        start = self.start
        attributes = self.attribute_list(in_expression=True)
        if attributes is None:
            return None
        last = attributes.pop()
        found: Expression
        if type(last) is Attribute:
            self.skip_newlines()
            child = self.unary(before_ternary=True)
            if child is None:
                self.report_incomplete("UnexpectedAttribute", last.start, last.end, last.type_name.full_name)
                return ErrorExpression([*attributes, last], start, last.end)
            found = AttributedExpression(last, child, last.start, child.end)
            if type(child) is not VariableExpression:
                self.needs_checks = True
        else:
            found = self._cast(last)
        for attribute in attributes:
            if type(attribute) is Attribute or attribute.type_name.name.lower() in _LOOKED_AT:
                self.needs_checks = True
        for attribute in reversed(attributes):
            if isinstance(attribute, TypeConstraint):
                found = ConvertExpression(attribute, found, attribute.start, found.end)
            else:
                found = AttributedExpression(attribute, found, attribute.start, found.end)
        return found

    def _cast(self, constraint: Attribute | TypeConstraint) -> Expression:
        operator = self.member_operator(False)
        if operator:
            name = TypeExpression(constraint.type_name, constraint.start, constraint.end)
            return self.members(operator, name)
        if self.peek() not in _NO_CHILD:
            child = self.unary(before_ternary=True)
            if child is not None and isinstance(constraint, TypeConstraint):
                if constraint.type_name.name.lower() in _LOOKED_AT and type(child) is not Hashtable:
                    self.needs_checks = True
                return ConvertExpression(constraint, child, constraint.start, child.end)
        return TypeExpression(constraint.type_name, constraint.start, constraint.end)
