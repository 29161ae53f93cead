"""Names of classes: defined twice, or a property set without `$this`."""

from __future__ import annotations

import re

from spshell.language.nodes import (
    ArrayLiteral,
    AssignmentStatement,
    ConvertExpression,
    FunctionDefinition,
    FunctionMember,
    Node,
    PropertyMember,
    ScriptBlock,
    ScriptBlockExpression,
    TypeDefinition,
    UsingStatement,
    VariableExpression,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.stream import Stream

_WILDCARDS = re.compile(r"[*?\[]")


class SymbolChecks:
    """The pass that runs first, as PowerShell's does."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.owners: list[TypeDefinition] = []

    def visit_script(self, block: ScriptBlock) -> None:
        """Look through a whole script."""
        self._types_in(block)
        self._visit(block, in_method=False)

    def _types_in(self, scope: Node) -> None:
        seen: set[str] = set()
        stack: list[Node] = [scope]
        while stack:
            node = stack.pop()
            if isinstance(node, TypeDefinition):
                if node.name.lower() in seen:
                    self.stream.report("MemberAlreadyDefined", node.start, node.end, node.name)
                seen.add(node.name.lower())
            if node is scope or not isinstance(node, FunctionDefinition | ScriptBlockExpression):
                stack += reversed(node.children())

    def _visit(self, node: Node, in_method: bool) -> None:
        if isinstance(node, UsingStatement):
            self._using(node)
        elif isinstance(node, TypeDefinition):
            self.owners.append(node)
            for child in node.children():
                self._visit(child, in_method)
            self.owners.pop()
            return
        elif isinstance(node, FunctionMember):
            self._types_in(node.definition.body)
            for attribute in node.attributes:
                self._visit(attribute, in_method)
            for child in node.definition.children():
                self._visit(child, in_method=True)
            return
        elif isinstance(node, FunctionDefinition | ScriptBlockExpression):
            self._types_in(node)
            in_method = False
        elif isinstance(node, AssignmentStatement) and in_method:
            self._assignment(node.left)
        for child in node.children():
            self._visit(child, in_method)

    def _assignment(self, target: Node) -> None:
        if isinstance(target, ArrayLiteral):
            for element in target.elements:
                self._assignment(element)
            return
        while isinstance(target, ConvertExpression):
            target = target.child
        if not isinstance(target, VariableExpression) or not self.owners:
            return
        for owner in reversed(self.owners):
            for member in owner.members:
                if isinstance(member, PropertyMember) and member.name.lower() == target.path.lower():
                    if "Static" in member.modifiers:
                        self.stream.report(
                            "MissingTypeInStaticPropertyAssignment",
                            target.start,
                            target.end,
                            f"[{owner.name}]::",
                            member.name,
                        )
                    else:
                        self.stream.report("MissingThis", target.start, target.end, "$this.", member.name)
                    return

    def _using(self, node: UsingStatement) -> None:
        if node.using_kind == "Module":
            name = node.name.value if node.name is not None else ""
            if _WILDCARDS.search(name):
                self.stream.report("WildCardModuleNameError", node.start, node.end)
            elif "/" not in name and "\\" not in name and not self.stream.module_exists(node):
                # a path is looked at when the script runs
                specification = node.module_specification
                if node.name is None and specification is not None:
                    name = self.stream.text[specification.start : specification.end]
                self.stream.report("ModuleNotFoundDuringParse", node.start, node.end, name)
        elif node.using_kind == "Assembly" and node.name is not None:
            self._assembly(node.name.value, node.name.start, node.name.end)

    def _assembly(self, name: str, start: int, end: int) -> None:
        scheme, separator, _ = name.partition("://")
        if separator and scheme.lower() != "file":
            self.stream.report("CannotLoadAssemblyWithUriSchema", start, end, scheme)
        elif not separator and not self.stream.file_exists(name):
            self.stream.report("ErrorLoadingAssembly", start, end, name)
