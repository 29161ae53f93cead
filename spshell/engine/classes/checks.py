"""What is wrong with the classes and enums of a text before any of it runs: unknown types, members defined twice,
constructors and methods that a base wants. These are syntax errors to a script (about_Classes).
"""

from __future__ import annotations

from spshell.engine.classes.dsc_resources import check_resource, resource_attribute
from spshell.engine.classes.names import find_script_type
from spshell.language.errors import ParseError
from spshell.values.exceptions import NetException
from spshell.values.nettype import MethodGroup, NetType, load_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.engine.variables.scope import Scope


def class_errors(block: Any, scope: Scope) -> list[ParseError]:
    """The faults of all type definitions in a ScriptBlock node."""
    text = block.source.text.lower()
    if "class" not in text and "enum" not in text:
        return []
    nodes = [node for node in _walk(block) if node.kind == "TypeDefinition"]
    if not nodes:
        return []
    checker = _Checker(scope, block, nodes)
    for node in nodes:
        checker.check(node)
    return sorted(checker.errors, key=lambda error: error.start)


def _walk(node: Any) -> Iterator[Any]:
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(current.children())


class _Checker:
    def __init__(self, scope: Scope, block: Any, nodes: list[Any]) -> None:
        self.scope = scope
        self.block = block
        self.own = {node.name.lower(): node for node in nodes}
        self.errors: list[ParseError] = []
        self.namespaces = [
            using.name.value
            for using in block.usings
            if using.using_kind == "Namespace" and using.name is not None
        ]
        self.closed = not any(using.using_kind in ("Module", "Assembly") for using in block.usings)

    def check(self, node: Any) -> None:
        """Everything about one definition."""
        for constraint in node.bases:
            self._type(constraint.type_name)
        for attribute in node.attributes:
            self._attribute(attribute, frozenset({"Enum" if node.type_kind == "enum" else "Class"}))
        seen: set[str] = set()
        for member in node.members:
            self._member(node, member, seen)
        if node.type_kind != "enum":
            self._constructors(node)
            self._interfaces(node)
            if resource_attribute(node) is not None:
                check_resource(node, self.own, self._report)

    def _report(self, error_id: str, start: int, end: int, *arguments: str) -> None:
        self.errors.append(ParseError(error_id, arguments, start, end, False))

    def _member(self, node: Any, member: Any, seen: set[str]) -> None:
        if member.kind == "PropertyMember":
            key = member.name.lower()
            if node.type_kind != "enum":
                if member.type is not None:
                    self._type(member.type.type_name)
                for attribute in member.attributes:
                    self._attribute(attribute, frozenset({"Property", "Field"}))
        else:
            shapes = [self._parameter(parameter) for parameter in member.definition.parameters or []]
            target = "Constructor" if member.name.lower() == node.name.lower() else "Method"
            for attribute in member.attributes:
                self._attribute(attribute, frozenset({target}))
            static = "static " if "Static" in member.modifiers else ""
            if static and shapes and member.name.lower() == node.name.lower():
                parameters = member.definition.parameters
                self._report("StaticConstructorCantHaveParameters", parameters[0].start, parameters[-1].end)
            key = f"{static}{member.name.lower()}({','.join(shapes)})"
            if member.return_type is not None:
                self._type(member.return_type.type_name)
        if key in seen:
            self._report("MemberAlreadyDefined", member.start, member.end, member.name)
        seen.add(key)

    def _parameter(self, parameter: Any) -> str:
        found = "object"
        for attribute in parameter.attributes:
            if attribute.kind == "TypeConstraint":
                self._type(attribute.type_name)
                found = str(attribute.type_name.text.lower())
            else:
                self._attribute(attribute, frozenset({"Parameter"}))
        return found

    def _type(self, name: Any) -> None:
        """Report a type that does not exist, or a part of it that does not."""
        if name.element is not None:
            self._type(name.element)
            return
        for argument in name.generic_arguments or ():
            self._type(argument)
        count = len(name.generic_arguments or ())
        if self.closed and not self._exists(name.name, count):
            self._report("TypeNotFound", name.start, name.end, name.text)

    def _exists(self, name: str, count: int) -> bool:
        from spshell.values.conversion import find_type

        if name.lower() in self.own or find_script_type(self.scope, name) is not None:
            return True
        spelled = f"{name}`{count}" if count and "`" not in name else name
        prefixes = ["", *(f"{space}." for space in [*self.namespaces, *self.scope.session.used_namespaces])]
        return any(find_type(prefix + spelled) is not None for prefix in prefixes)

    def _attribute(self, attribute: Any, targets: frozenset[str]) -> None:
        from spshell.engine.attributes.written import is_known
        from spshell.engine.classes.attribute_checks import check_attribute

        name = attribute.type_name
        if name.name.lower() in self.own or f"{name.name.lower()}attribute" in self.own:
            return
        if self.closed and not is_known(attribute, self.scope):
            self._report("CustomAttributeTypeNotFound", name.start, name.end, name.text)
        check_attribute(attribute, self.scope, targets, self._report)

    def _base(self, node: Any) -> tuple[Any, NetType | None]:
        """(definition of the base class in this text, its type otherwise)."""
        for constraint in node.bases:
            own = self.own.get(constraint.type_name.text.lower())
            if own is not None:
                return own, None
            found = self._resolved(constraint.type_name)
            if found is not None and found.kind != "interface":
                return None, found
        return None, None

    def _resolved(self, type_name: Any) -> NetType | None:
        from spshell.engine.classes.names import resolve

        if type_name.generic_arguments:
            return None
        try:
            return resolve(self.scope, type_name)
        except NetException:
            return None

    def _constructors(self, node: Any) -> None:
        """A base class without a constructor that takes no arguments must be called with some."""
        definition, found = self._base(node)
        if (definition is None and found is None) or self._has_plain_constructor(definition, found):
            return
        name = definition.name if definition is not None else found.name if found is not None else ""
        own = [item for item in node.members if _is_constructor(node, item)]
        if not own:
            self._report("BaseClassNoDefaultCtor", node.start, node.end, name)
        for item in own:
            if item.base_arguments is None:
                self._report("BaseClassNoDefaultCtor", item.start, item.end, name)

    def _has_plain_constructor(self, definition: Any, found: NetType | None) -> bool:
        if definition is not None:
            own = [item for item in definition.members if _is_constructor(definition, item)]
            return not own or any(not item.definition.parameters for item in own)
        assert found is not None
        load_members(found)
        group = found.constructors
        return group is None or any(not overload.parameters for overload in group.overloads)

    def _interfaces(self, node: Any) -> None:
        """Every method of an interface needs a method of that name, here or in a base class of this text."""
        names = self._method_names(node)
        for constraint in node.bases:
            wanted = self._wanted(constraint.type_name)
            missing = next((name for name in wanted if name.lower() not in names), None)
            if missing is not None:
                self._report("TypeCreationError", node.start, node.end, node.name, missing)

    def _wanted(self, name: Any) -> list[str]:
        """The methods that an interface asks for; none for a class."""
        if name.generic_arguments:
            return list(_GENERIC_METHODS.get(name.name.lower().rpartition(".")[2], ()))
        found = self._resolved(name)
        if found is None or found.kind != "interface":
            return []
        load_members(found)
        declared = [key for key, item in found.members.items() if isinstance(item, MethodGroup)]
        return declared or list(_INTERFACE_METHODS.get(found.full_name, ()))

    def _method_names(self, node: Any) -> set[str]:
        names = {item.name.lower() for item in node.members if item.kind == "FunctionMember"}
        definition, found = self._base(node)
        if definition is not None and definition is not node:
            return names | self._method_names(definition)
        while found is not None:
            load_members(found)
            names |= {name.lower() for name in found.members}
            found = found.base
        return names


_INTERFACE_METHODS = {
    "System.IComparable": ("CompareTo",),
    "System.IDisposable": ("Dispose",),
    "System.ICloneable": ("Clone",),
    "System.Collections.IEnumerable": ("GetEnumerator",),
    "System.Collections.IComparer": ("Compare",),
    "System.IFormattable": ("ToString",),
    "System.Management.Automation.IValidateSetValuesGenerator": ("GetValidValues",),
    "System.Management.Automation.IArgumentCompleter": ("CompleteArgument",),
    "System.Management.Automation.IArgumentCompleterFactory": ("Create",),
    "System.Management.Automation.IDynamicParameters": ("GetDynamicParameters",),
}
"""What interfaces ask for whose members are not declared."""


_GENERIC_METHODS = {
    "icomparable": ("CompareTo",),
    "iequatable": ("Equals",),
    "icomparer": ("Compare",),
    "iequalitycomparer": ("Equals", "GetHashCode"),
    "ienumerable": ("GetEnumerator",),
}


def _is_constructor(node: Any, item: Any) -> bool:
    return (
        item.kind == "FunctionMember"
        and item.name.lower() == node.name.lower()
        and "Static" not in item.modifiers
    )
