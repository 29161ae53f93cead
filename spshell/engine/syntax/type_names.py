"""ITypeName: a type as a script names it, plain, generic or an array."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.syntax import LANGUAGE
from spshell.engine.syntax.extent_objects import ScriptExtent
from spshell.engine.syntax.lists import read_only
from spshell.values.declare import method, net_class, prop
from spshell.values.nettype import NetType, register

if TYPE_CHECKING:
    from spshell.language.nodes import TypeName as TypeNameNode
    from spshell.language.nodes.base import Source

_INTERFACE = LANGUAGE + "ITypeName"
register(NetType(_INTERFACE, kind="interface"))


class _Named:
    """What the three kinds share."""

    __slots__ = ("node", "source")

    def __init__(self, node: TypeNameNode, source: Source) -> None:
        self.node = node
        self.source = source

    def ps_text(self) -> str:
        return self.node.full_name

    to_string = ps_text

    @prop("string FullName {get}")
    def full_name(self) -> str:
        return self.node.full_name

    @prop("string Name {get}")
    def short_name(self) -> str:
        return self.node.full_name.rpartition(",")[0] if self.node.assembly else self.node.full_name

    @prop("string AssemblyName {get}")
    def assembly_name(self) -> str | None:
        return self.node.assembly

    @prop("bool IsArray {get}")
    def is_array(self) -> bool:
        return self.node.element is not None

    @prop("bool IsGeneric {get}")
    def is_generic(self) -> bool:
        return self.node.generic_arguments is not None

    @prop("System.Management.Automation.Language.IScriptExtent Extent {get}")
    def extent(self) -> ScriptExtent:
        return ScriptExtent(self.source, self.node.start, self.node.end)

    @method("type GetReflectionType()", "type GetReflectionAttributeType()")
    def reflection_type(self) -> Any:
        """The type itself, or null when there is none of the name."""
        from spshell.values.conversion import resolve_type_name
        from spshell.values.exceptions import NetException

        try:
            return resolve_type_name(self.node)
        except NetException:
            return None


def _shared(cls: type) -> type:
    # Members are collected class by class: the shared ones stand in each.
    for name, value in _Named.__dict__.items():
        if name not in cls.__dict__ and not name.startswith("__") and name not in ("node", "source"):
            setattr(cls, name, value)
    return cls


@net_class(LANGUAGE + "TypeName", interfaces=(_INTERFACE,))
@_shared
class TypeName(_Named):
    """``int``, ``System.Uri``."""

    __slots__ = ()


@net_class(LANGUAGE + "GenericTypeName", interfaces=(_INTERFACE,))
@_shared
class GenericTypeName(_Named):
    """``List[int]``."""

    __slots__ = ()

    @prop("System.Management.Automation.Language.ITypeName TypeName {get}")
    def generic(self) -> TypeName:
        from spshell.language.nodes import TypeName as Node

        node = self.node
        plain = Node(
            node.name, None, None, 0, node.name, node.start, node.start + len(node.name), node.assembly
        )
        return TypeName(plain, self.source)

    @prop(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.ITypeName] "
        "GenericArguments {get}"
    )
    def arguments(self) -> Any:
        faces = [type_name_of(node, self.source) for node in self.node.generic_arguments or ()]
        return read_only(_INTERFACE, faces)


@net_class(LANGUAGE + "ArrayTypeName", interfaces=(_INTERFACE,))
@_shared
class ArrayTypeName(_Named):
    """``int[]``, ``int[,]``."""

    __slots__ = ()

    @prop("System.Management.Automation.Language.ITypeName ElementType {get}")
    def element_type(self) -> Any:
        assert self.node.element is not None
        return type_name_of(self.node.element, self.source)

    @prop("int Rank {get}")
    def rank(self) -> int:
        return self.node.rank


def type_name_of(node: TypeNameNode, source: Source) -> Any:
    """The face of a type name."""
    if node.element is not None:
        return ArrayTypeName(node, source)
    return GenericTypeName(node, source) if node.generic_arguments is not None else TypeName(node, source)
