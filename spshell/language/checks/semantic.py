"""Faults of meaning: assignments to what cannot be assigned, duplicates, jumps out of `finally` ..."""

from __future__ import annotations

import re

from spshell.language.checks.constants import ATTRIBUTE, CLASS_ATTRIBUTE, is_constant
from spshell.language.checks.data_section import section_checks
from spshell.language.checks.exception_tree import exception_bases
from spshell.language.checks.methods import check_method
from spshell.language.checks.targets import AssignmentTargets
from spshell.language.nodes import (
    ArrayLiteral,
    AssignmentStatement,
    Attribute,
    AttributedExpression,
    BlockStatement,
    BreakStatement,
    Command,
    ConstantExpression,
    ContinueStatement,
    ConvertExpression,
    DataStatement,
    DoUntilStatement,
    DoWhileStatement,
    ForEachStatement,
    ForStatement,
    FunctionDefinition,
    FunctionMember,
    Hashtable,
    IndexExpression,
    MemberExpression,
    NamedBlock,
    Node,
    ParamBlock,
    Parameter,
    PropertyMember,
    ReturnStatement,
    ScriptBlock,
    StringConstantExpression,
    SwitchStatement,
    TrapStatement,
    TryStatement,
    TypeConstraint,
    TypeDefinition,
    UnaryExpression,
    UsingExpression,
    UsingStatement,
    VariableExpression,
    WhileStatement,
)
from spshell.language.tokens import spelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spshell.language.nodes import Expression
    from spshell.language.stream import Stream

_LABELED = (
    SwitchStatement,
    ForEachStatement,
    ForStatement,
    WhileStatement,
    DoWhileStatement,
    DoUntilStatement,
)
_NAMESPACE = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*\Z")
_STEPS = frozenset(["PlusPlus", "MinusMinus", "PostfixPlusPlus", "PostfixMinusMinus"])


class SemanticChecks:
    """Visits a tree from the outside in; `above` are the nodes around the present one."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.report = stream.report
        self.above: list[Node] = []
        self.members: list[FunctionMember | PropertyMember | None] = []
        self.targets = AssignmentTargets(stream)
        self.sections: set[int] = set()

    def visit(self, node: Node) -> None:
        """Look at a node and everything below it."""
        check = _CHECKS.get(type(node))
        if check is not None:
            check(self, node)
        pushed = isinstance(node, FunctionMember | PropertyMember) or (
            isinstance(node, ScriptBlock) and not self._is_method_body()
        )
        if pushed:
            self.members.append(node if isinstance(node, FunctionMember | PropertyMember) else None)
        self.above.append(node)
        for child in node.children():
            self.visit(child)
        self.above.pop()
        if pushed:
            self.members.pop()

    def _parent(self, distance: int = 1) -> Node | None:
        return self.above[-distance] if len(self.above) >= distance else None

    def _is_method_body(self) -> bool:
        return isinstance(self._parent(1), FunctionDefinition) and isinstance(self._parent(2), FunctionMember)

    # definitions

    def _duplicates(self, parameters: list[Parameter]) -> None:
        seen: set[str] = set()
        for parameter in parameters:
            name = parameter.name
            if name.path.lower() in seen:
                self.report("DuplicateFormalParameter", name.start, name.end, name.path)
            seen.add(name.path.lower())
            for attribute in parameter.attributes:
                if isinstance(attribute, TypeConstraint) and _is_void(attribute):
                    self.report("VoidTypeConstraintNotAllowed", attribute.start, attribute.end)
                    break

    def _param_block(self, node: ParamBlock) -> None:
        self._duplicates(node.parameters)

    def _function(self, node: FunctionDefinition) -> None:
        block = node.body.param_block
        if node.parameters and block is not None:
            self.report("OnlyOneParameterListAllowed", block.start, block.end)
        elif node.parameters is not None:
            self._duplicates(node.parameters)
        if node.is_workflow:
            self.report("WorkflowNotSupportedInPowerShellCore", node.start, node.end)

    def _parameter(self, node: Parameter) -> None:
        in_method = isinstance(self._parent(2), FunctionMember)
        typed = False
        for attribute in node.attributes:
            if not isinstance(attribute, TypeConstraint):
                continue
            name = attribute.type_name.full_name
            if name.lower() == "ordered":
                self.report("OrderedAttributeOnlyOnHashLiteralNode", attribute.start, attribute.end, name)
            elif in_method:
                if typed:
                    self.report("MultipleTypeConstraintsOnMethodParam", attribute.start, attribute.end)
                typed = True

    def _attribute(self, node: Attribute) -> None:
        parent = self._parent()
        in_class = isinstance(parent, TypeDefinition | PropertyMember | FunctionMember) or (
            isinstance(parent, Parameter) and bool(self.members) and self.members[-1] is not None
        )
        use = CLASS_ATTRIBUTE if in_class else ATTRIBUTE
        error_id = (
            "ParameterAttributeArgumentNeedsToBeConstant"
            if in_class
            else "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock"
        )
        seen: set[str] = set()
        for named in node.named:
            if named.name.lower() in seen:
                self.report("DuplicateNamedArgument", named.start, named.end, named.name)
            elif not named.expression_omitted and not is_constant(named.argument, use):
                self.report(error_id, named.argument.start, named.argument.end)
            seen.add(named.name.lower())
        for argument in node.positional:
            if not is_constant(argument, use):
                self.report(error_id, argument.start, argument.end)

    def _method(self, node: FunctionMember) -> None:
        owner = self._parent()
        check_method(self.stream, node, owner if isinstance(owner, TypeDefinition) else None)

    def _property(self, node: PropertyMember) -> None:
        if node.type is not None and _is_void(node.type):
            name = node.type.type_name.full_name
            self.report("TypeNotAllowedForProperty", node.type.start, node.type.end, name)

    def _using_statement(self, node: UsingStatement) -> None:
        if node.using_kind in {"Type", "Command"} or node.alias is not None:
            self.report("UsingStatementNotSupported", node.start, node.end)
        name = node.name
        if node.using_kind == "Namespace" and name is not None and not _NAMESPACE.match(name.value):
            self.report("InvalidNamespaceValue", name.start, name.end)

    # statements

    def _switch(self, node: SwitchStatement) -> None:
        if "Parallel" in node.flags:
            self.report("KeywordParameterReservedForFutureUse", node.start, node.end, "switch", "parallel")

    def _foreach(self, node: ForEachStatement) -> None:
        reserved = "KeywordParameterReservedForFutureUse"
        if node.parallel:
            self.report(reserved, node.start, node.end, "foreach", "parallel")
        if node.throttle is not None:
            self.report(reserved, node.start, node.end, "foreach", "throttlelimit")
            if not node.parallel:
                self.report("ThrottleLimitRequiresParallelFlag", node.start, node.end)

    def _block(self, node: BlockStatement) -> None:
        word = node.block_kind.lower()
        self.report("UnexpectedKeyword", node.start, node.start + len(word), word)

    def _data(self, node: DataStatement) -> None:
        if id(node) not in self.sections:  # one inside another was looked at with it
            checks = section_checks(self.stream, node)
            checks.visit(node.body)
            self.sections |= checks.inner

    def _try(self, node: TryStatement) -> None:
        if len(node.catches) < 2:
            return
        bases = exception_bases()
        caught: dict[str, int] = {}
        found: list[tuple[int, int, str, tuple[int, int], str]] = []
        for index, clause in enumerate(node.catches):
            if not clause.types and index + 1 < len(node.catches):
                before = max(0, node.catches[index + 1].start - 1)
                found.append((index, index + 1, "EmptyCatchNotLast", (before, before), ""))
            names = [_exception(constraint, bases) for constraint in clause.types]
            for constraint, name in zip(clause.types, names, strict=True):
                first = min((caught[base] for base in _with_bases(name, bases) if base in caught), default=-1)
                if first >= 0:
                    place = (constraint.start, constraint.end)
                    found.append((first, index, "ExceptionTypeAlreadyCaught", place, name))
            for name in filter(None, names):
                caught.setdefault(name, index)
        for _, _, error_id, place, name in sorted(found, key=lambda item: item[:2]):
            self.report(error_id, *place, *([name] if name else []))

    def _jump(self, node: BreakStatement | ContinueStatement) -> None:
        label = "" if node.label is None else None
        if isinstance(node.label, StringConstantExpression):
            label = node.label.value
        self._out_of_finally(node, label)
        if label:
            self._label_exists(node, label)

    def _return(self, node: ReturnStatement) -> None:
        self._out_of_finally(node, None)
        member = self.members[-1] if self.members else None
        if isinstance(member, FunctionMember):
            void = member.return_type is None or _is_void(member.return_type)
            if node.pipeline is not None and void:
                self.report("VoidMethodHasReturn", node.start, node.end)
            elif node.pipeline is None and not void:
                self.report("NonVoidMethodMissingReturnValue", node.start, node.end)

    def _out_of_finally(self, node: Node, label: str | None) -> None:
        below: Node = node
        for parent in reversed(self.above):
            if isinstance(parent, NamedBlock | TrapStatement | ScriptBlock):
                return
            if label is not None and isinstance(parent, _LABELED) and _same_label(label, parent.label):
                return
            if isinstance(parent, TryStatement) and parent.finally_block is below:
                self.report("ControlLeavingFinally", node.start, node.end)
                return
            below = parent

    def _label_exists(self, node: Node, label: str) -> None:
        for index in range(len(self.above) - 1, -1, -1):
            parent = self.above[index]
            if isinstance(parent, FunctionDefinition):
                if index and isinstance(self.above[index - 1], FunctionMember):
                    self.report("LabelNotFound", node.start, node.end, label)
                return
            if (
                isinstance(parent, _LABELED)
                and not isinstance(parent, SwitchStatement)
                and _same_label(label, parent.label)
            ):
                return

    # expressions

    def _assignment(self, node: AssignmentStatement) -> None:
        self.targets.check(
            node.left,
            node.operator == "Equals",
            lambda found: self.report("InvalidLeftHandSide", found.start, found.end),
        )

    def _unary(self, node: UnaryExpression) -> None:
        if node.operator in _STEPS:
            self.targets.check(
                node.child,
                False,
                lambda found: self.report(
                    "OperatorRequiresVariableOrProperty", found.start, found.end, spelling(node.operator)
                ),
            )

    def _convert(self, node: ConvertExpression) -> None:
        name = node.type.type_name.full_name
        lower = name.lower()
        if lower == "ordered":
            if not isinstance(node.child, Hashtable):
                self.report("OrderedAttributeOnlyOnHashLiteralNode", node.start, node.end, name)
        elif lower == "ref":
            child: Expression = node.child
            several = False
            while isinstance(child, ConvertExpression | AttributedExpression):
                if isinstance(child, ConvertExpression) and child.type.type_name.full_name.lower() == "ref":
                    constraint = child.type
                    several = True
                    self.report("ReferenceNeedsToBeByItselfInTypeSequence", constraint.start, constraint.end)
                child = child.child
            parent = self._parent()
            if (
                isinstance(parent, ConvertExpression)
                and not several
                and parent.type.type_name.full_name.lower() != "ref"
                and not self._in_target(node)
            ):
                self.report("ReferenceNeedsToBeLastTypeInTypeConversion", node.type.start, node.type.end)

    def _in_target(self, node: Node) -> bool:
        for parent in reversed(self.above):
            if isinstance(parent, AssignmentStatement):
                return parent.left.start <= node.start < parent.left.end
        return False

    def _attributed(self, node: AttributedExpression) -> None:
        child: Expression = node.child
        while isinstance(child, AttributedExpression | ConvertExpression):
            child = child.child
        if not isinstance(child, VariableExpression):
            attribute = node.attribute
            self.report("UnexpectedAttribute", attribute.start, attribute.end, attribute.type_name.full_name)

    def _using(self, node: UsingExpression) -> None:
        child: Expression = node.child
        while not isinstance(child, VariableExpression):
            if (
                isinstance(child, MemberExpression) and isinstance(child.member, StringConstantExpression)
            ) or (isinstance(child, IndexExpression) and is_constant(child.index, ATTRIBUTE)):
                child = child.target
            else:
                bad = child.index if isinstance(child, IndexExpression) else child
                self.report("InvalidUsingExpression", bad.start, bad.end)
                return

    def _variable(self, node: VariableExpression) -> None:
        if node.splatted and not isinstance(self._parent(), Command | UsingExpression):
            in_list = isinstance(self._parent(), ArrayLiteral) and isinstance(self._parent(2), Command)
            error_id = "SplattingNotPermittedInArgumentList" if in_list else "SplattingNotPermitted"
            self.report(error_id, node.start, node.end, node.path)
        if node.path.lower() == "this" and self.members and self.members[-1] is not None:
            member = self.members[-1]
            if "Static" in member.modifiers:
                self.report("NonStaticMemberAccessInStaticMember", node.start, node.end, node.path)

    def _hashtable(self, node: Hashtable) -> None:
        seen: set[str] = set()
        for key, _ in node.entries:
            if isinstance(key, ConstantExpression | StringConstantExpression):
                word = str(key.value)
                if word.lower() in seen:
                    self.report("DuplicateKeyInHashLiteral", key.start, key.end, word)
                seen.add(word.lower())


def _is_void(constraint: TypeConstraint) -> bool:
    return constraint.type_name.full_name.lower() in {"void", "system.void"}


def _same_label(label: str, other: str | None) -> bool:
    return not label or label.lower() == (other or "").lower()


def _exception(constraint: TypeConstraint, bases: dict[str, tuple[str, str]]) -> str:
    name = constraint.type_name.full_name.lower()
    return (bases.get(name) or bases.get("system." + name) or ("", ""))[0]


def _with_bases(name: str, bases: dict[str, tuple[str, str]]) -> Iterator[str]:
    """An exception and what it derives from."""
    while name:
        yield name
        name = bases[name.lower()][1]


_CHECKS: dict[type[Node], Callable[..., None]] = {
    AssignmentStatement: SemanticChecks._assignment,
    Attribute: SemanticChecks._attribute,
    AttributedExpression: SemanticChecks._attributed,
    BlockStatement: SemanticChecks._block,
    BreakStatement: SemanticChecks._jump,
    ContinueStatement: SemanticChecks._jump,
    ConvertExpression: SemanticChecks._convert,
    DataStatement: SemanticChecks._data,
    ForEachStatement: SemanticChecks._foreach,
    FunctionDefinition: SemanticChecks._function,
    FunctionMember: SemanticChecks._method,
    Hashtable: SemanticChecks._hashtable,
    ParamBlock: SemanticChecks._param_block,
    Parameter: SemanticChecks._parameter,
    PropertyMember: SemanticChecks._property,
    ReturnStatement: SemanticChecks._return,
    SwitchStatement: SemanticChecks._switch,
    TryStatement: SemanticChecks._try,
    UnaryExpression: SemanticChecks._unary,
    UsingExpression: SemanticChecks._using,
    UsingStatement: SemanticChecks._using_statement,
    VariableExpression: SemanticChecks._variable,
}
