"""Type names, type constraints and attributes."""

from __future__ import annotations

import re

from spshell.language.nodes import (
    Attribute,
    ConstantExpression,
    ErrorExpression,
    NamedAttributeArgument,
    ScriptBlockExpression,
    StringConstantExpression,
    TypeConstraint,
    TypeName,
    VariableExpression,
)
from spshell.language.scanner import Scanner
from spshell.language.stream import EXPRESSION, TYPE_NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Expression

_LARGEST_RANK = 32
_LONGEST_ARRAY_NAME = 10_000
_BAD_TYPE = ":ErrorTypeName:"

_ASSEMBLY_TOKEN = re.compile(r"[^\0\s,=\]]*+")
_SPACES = re.compile(r"[^\S\r\n]*+")


_PLAIN_ARGUMENTS = frozenset([ConstantExpression, StringConstantExpression, ScriptBlockExpression])


def _plain(argument: Expression) -> bool:
    """Whether an attribute can have this argument for sure."""
    if type(argument) in _PLAIN_ARGUMENTS or (
        isinstance(argument, VariableExpression) and argument.path.lower() in {"true", "false", "null"}
    ):
        return True
    from spshell.language.checks.constants import ATTRIBUTE, is_constant

    return is_constant(argument, ATTRIBUTE)


class TypeRules(Scanner):
    """Rules that read `[...]` as a type or an attribute."""

    def attribute_list(self, in_expression: bool) -> list[Attribute | TypeConstraint] | None:
        """All attributes and type constraints that stand here in a row."""
        found: list[Attribute | TypeConstraint] = []
        while (attribute := self.attribute()) is not None:
            found.append(attribute)
            if not in_expression or type(attribute) is Attribute:
                self.skip_newlines()
        return found or None

    def attribute(self) -> Attribute | TypeConstraint | None:
        """`[type]` or `[Name(arguments)]`."""
        if not self.left_bracket():
            return None
        start, open_end = self.start, self.end
        self.skip_newlines()
        type_name = self.type_name(allow_assembly=True)
        if type_name is None:
            self.resync(start)
            self.report_incomplete("MissingTypename", open_end, open_end)
            return None
        kind = self.next()
        if kind == "LParen":
            return self._attribute_tail(start, type_name)
        end = self.end
        if kind != "RBracket":
            self.peeked = True
            before = max(0, self.start - 1)
            self.report("EndSquareBracketExpectedAtEndOfAttribute", before, before)
            end = type_name.end
        return TypeConstraint(type_name, start, end)

    def _attribute_tail(self, start: int, type_name: TypeName) -> Attribute:
        last_end = self.end
        self.skip_newlines()
        old = self.mode
        self.set_mode(EXPRESSION)
        positional: list[Expression] = []
        named: list[NamedAttributeArgument] = []
        last_end = self._attribute_arguments(positional, named, last_end)
        self.set_mode(old)
        self.skip_newlines()
        closed = self.next() == "RParen"
        end = self.end
        if not closed:
            self.peeked = True
            end = last_end
            self.report_incomplete("MissingEndParenthesisInExpression", last_end, last_end)
        self.skip_newlines()
        if self.next() == "RBracket":
            end = self.end
        else:
            self.peeked = True
            if closed:
                self.report_incomplete("EndSquareBracketExpectedAtEndOfAttribute", end, end)
        if self.collected is not None:
            self.flag_at(type_name.start, "AttributeName")
        if not all(map(_plain, positional)) or not all(_plain(a.argument) for a in named):
            self.needs_checks = True
        return Attribute(type_name, positional, named, start, end)

    def _attribute_arguments(
        self, positional: list[Expression], named: list[NamedAttributeArgument], last_end: int
    ) -> int:
        comma_end = -1
        seen: set[str] = set()
        folded: set[str] = set()
        old_no_comma, self.no_comma = self.no_comma, True
        while True:
            self.skip_newlines()
            name = self.simple_name_rule()
            argument: Expression | None
            omitted = False
            if name is None:
                argument = self.expression()
            elif self.peek() == "Equals":
                self.next()
                equals_end = self.end
                self.skip_newlines()
                argument = self.expression()
                if argument is None:
                    self.report_incomplete("MissingExpressionInNamedArgument", equals_end, equals_end)
                    argument = ErrorExpression([], equals_end, equals_end)
                    self.sync_on_error(True, "Comma", "RParen", "RBracket", "NewLine")
                last_end = argument.end
            else:
                argument = ConstantExpression(True, "System.Boolean", "", name.start, name.end)
                omitted = True
            if name is not None and argument is not None:
                if name.value in seen:
                    self.report("DuplicateNamedArgument", name.start, name.end, name.value)
                else:
                    if name.value.lower() in folded:
                        self.needs_checks = True
                    seen.add(name.value)
                    folded.add(name.value.lower())
                    named.append(
                        NamedAttributeArgument(name.value, argument, omitted, name.start, argument.end)
                    )
            elif argument is not None:
                positional.append(argument)
                last_end = argument.end
            elif comma_end >= 0:
                self.report_incomplete("MissingExpressionAfterToken", comma_end, comma_end, ",")
                positional.append(ErrorExpression([], comma_end, comma_end))
                last_end = comma_end
            self.skip_newlines()
            if self.peek() != "Comma":
                break
            self.next()
            last_end = comma_end = self.end
        self.no_comma = old_no_comma
        return last_end

    def simple_name_rule(self) -> StringConstantExpression | None:
        """A bare name, read neither as a keyword nor as part of a longer word."""
        self.simple_name = True
        kind = self.peek()
        self.simple_name = False
        if kind != "Identifier":
            return None
        self.peeked = False
        if self.collected is not None:
            self.flag("MemberName")
        return StringConstantExpression(self.text[self.start : self.end], "BareWord", self.start, self.end)

    def sync_on_error(self, consume: bool, *targets: str) -> None:
        """Skip to one of the kinds `targets`, minding brackets on the way."""
        depth = {
            "RParen": int("RParen" in targets),
            "RCurly": int("RCurly" in targets),
            "RBracket": int("RBracket" in targets),
        }
        openers = {"LParen": "RParen", "LCurly": "RCurly", "LBracket": "RBracket"}
        while True:
            kind = self.next()
            if kind in openers:
                depth[openers[kind]] += 1
            elif kind in depth:
                depth[kind] -= 1
                if not depth[kind] and kind in targets:
                    self.peeked = not consume
                    return
            elif kind == "EndOfInput":
                self.peeked = True
                return
            if kind in targets and not any(depth.values()):
                return

    # type names

    def type_name(self, allow_assembly: bool) -> TypeName | None:
        """A type name without its outer brackets; None when none begins here."""
        old = self.mode
        self.set_mode(TYPE_NAME)
        if self.next() == "Identifier":
            found = self._finish_type(allow_assembly=allow_assembly, bare_argument=False)
        else:
            self.peeked = True
            found = None
        self.set_mode(old)
        return found

    def _plain_type(self, start: int, end: int) -> TypeName:
        name = self.text[start:end].replace("``", "`")  # a generic's arity, its mark escaped
        return TypeName(name, None, None, 0, name, start, end)

    def _finish_type(self, *, allow_assembly: bool = True, bare_argument: bool = False) -> TypeName:
        # The identifier was just consumed.
        start, end = self.start, self.end
        plain = self._plain_type(start, end)
        kind = self.peek()
        if kind == "LBracket":
            self.next()
            bracket_end = self.end
            self.skip_newlines()
            kind = self.next()
            if kind == "RBracket" or kind == "Comma":
                return self._array_type(plain, plain, bare_argument)
            if kind == "LBracket" or kind == "Identifier":
                return self._generic_type(plain, bare_argument)
            if kind == "EndOfInput":
                self.peeked = True
                self.report_incomplete("MissingTypename", bracket_end, bracket_end)
            else:
                self.report("UnexpectedToken", self.start, self.end, self.token_text())
                self.sync_on_error(True, "RBracket")
        elif kind == "Comma" and allow_assembly and not bare_argument:
            self._assembly(plain)
            if plain.assembly is not None:
                plain.end = self.pos
                plain.text = self.text[start : self.pos].rstrip()
        return plain

    def _assembly(self, name: TypeName) -> None:
        self.next()
        comma_end = self.end
        specification = self._assembly_specification()
        if not specification.strip():
            self.report("MissingAssemblyNameSpecification", comma_end, comma_end)
        else:
            name.assembly = specification

    def _assembly_specification(self) -> str:
        found = self._assembly_token()
        while self.text[self.pos] == ",":
            self.start = self.pos
            self._token("Comma", self.pos + 1)
            found += ", " + self._assembly_token()
            if self.text[self.pos] == "=":
                self.start = self.pos
                self._token("Equals", self.pos + 1)
                found += "=" + self._assembly_token()
        return found

    def _assembly_token(self) -> str:
        match = _SPACES.match(self.text, self.pos, self.size)
        self.start = match.end() if match else self.pos
        match = _ASSEMBLY_TOKEN.match(self.text, self.start, self.size)
        end = match.end() if match else self.start
        self._token("Identifier", end)
        self.flag("TypeName")
        match = _SPACES.match(self.text, end, self.size)
        self.pos = match.end() if match else end
        return self.text[self.start : end]

    def _generic_argument(self) -> TypeName:
        # Its first token, a name or `[`, was just consumed.
        if self.kind == "Identifier":
            return self._finish_type(bare_argument=True)
        first_start, first_end = self.start, self.end
        if self.next() != "Identifier":
            self.peeked = True
            self.report_incomplete("MissingTypename", self.end, self.end)
            return TypeName(_BAD_TYPE, None, None, 0, _BAD_TYPE, first_start, first_end)
        found = self._finish_type()
        if self.next() != "RBracket":
            self.peeked = True
            before = max(0, self.start - 1)
            self.report_incomplete("EndSquareBracketExpectedAtEndOfType", before, before)
        return found

    def generic_arguments(self) -> list[TypeName]:
        """Type arguments up to the token that is no comma, which is consumed."""
        found = [self._generic_argument()]
        while True:
            self.skip_newlines()
            if self.next() != "Comma":
                return found
            comma_start, comma_end = self.start, self.end
            self.skip_newlines()
            if self.peek() in {"Identifier", "LBracket"}:
                self.next()
                found.append(self._generic_argument())
            else:
                self.report_incomplete("MissingTypename", comma_end, comma_end)
                found.append(TypeName(_BAD_TYPE, None, None, 0, _BAD_TYPE, comma_start, comma_end))

    def _generic_type(self, plain: TypeName, bare_argument: bool) -> TypeName:
        arguments = self.generic_arguments()
        end = self.end
        if self.kind != "RBracket":
            self.peeked = True
            before = max(0, self.start - 1)
            self.report_incomplete("EndSquareBracketExpectedAtEndOfAttribute", before, before)
            end = arguments[-1].end
        found = TypeName(plain.name, arguments, None, 0, self.text[plain.start : end], plain.start, end)
        kind = self.peek()
        if kind == "LBracket":
            self.next()
            self.next()
            return self._array_type(found, found, bare_argument)
        if kind == "Comma" and not bare_argument:
            self._assembly(found)
        return found

    def _array_type(self, element: TypeName, named: TypeName, bare_argument: bool) -> TypeName:
        # The token behind the `[` was just consumed.
        while True:
            kind = self.kind
            if kind == "Comma":
                rank, first = 1, self.start
                while kind == "Comma":
                    rank += 1
                    last_end = self.end
                    kind = self.next()
                if rank > _LARGEST_RANK:
                    self.peeked = kind != "RBracket"
                    self.report("ArrayHasTooManyDimensions", first, last_end, str(rank))
                else:
                    if kind != "RBracket":
                        self.peeked = True
                        self.report("EndSquareBracketExpectedAtEndOfAttribute", last_end, last_end)
                    element = self._array_of(element, rank, self.end)
            elif kind == "RBracket":
                element = self._array_of(element, 1, self.end)
            elif kind == "EndOfInput":
                self.peeked = True
                before = max(0, self.start - 1)
                self.report("EndSquareBracketExpectedAtEndOfAttribute", before, before)
            else:
                self.report("UnexpectedToken", self.start, self.end, self.token_text())
                self.sync_on_error(True, "RBracket")
            kind = self.peek()
            if kind == "Comma" and not bare_argument:
                self._assembly(named)
                return element
            if kind != "LBracket":
                return element
            self.next()
            self.next()

    def _array_of(self, element: TypeName, rank: int, end: int) -> TypeName:
        if end - element.start > _LONGEST_ARRAY_NAME:  # each array of an array has a text of its own
            raise RecursionError
        text = self.text[element.start : end]
        return TypeName(text, None, element, rank, text, element.start, end)
