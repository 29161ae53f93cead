"""Ast: a node as scripts see it. The tree makes one face for each node, so that the same node is the same object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from spshell.engine.syntax import LANGUAGE
from spshell.engine.syntax.extent_objects import ScriptExtent
from spshell.engine.syntax.lists import read_only
from spshell.language.nodes import Node, TypeName
from spshell.values.declare import method, net_class, prop

if TYPE_CHECKING:
    from spshell.language.nodes.base import Source
    from spshell.values.nettype import NetType


class SyntaxTree:
    """The faces of one source's nodes, and which node stands above which."""

    __slots__ = ("_above", "_faces", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._faces: dict[int, Ast] = {}
        self._above: dict[int, Node] | None = None

    def face(self, node: Node) -> Ast:
        """The Ast of a node."""
        found = self._faces.get(id(node))
        if found is None:
            from spshell.engine.syntax.kinds import class_of

            found = self._faces[id(node)] = class_of(node)(node, self)
        return found

    def above(self, node: Node) -> Node | None:
        """The node that holds `node`, or None for the root."""
        if self._above is None:
            from spshell.language.order import below

            self._above = {}
            root = self.source.root
            stack = [] if root is None else [root]
            while stack:
                current = stack.pop()
                for child in below(current):
                    self._above[id(child)] = current
                    stack.append(child)
        return self._above.get(id(node))


def tree_of(source: Source) -> SyntaxTree:
    """The tree of a source, made when first asked for."""
    if source.faces is None:
        source.faces = SyntaxTree(source)
    assert isinstance(source.faces, SyntaxTree)
    return source.faces


def block_ast(block: Any) -> Any:
    """ScriptBlock.Ast: of a function's body that is the function definition."""
    node = block.node
    if node.source.kept is not None:
        from spshell.compiler.outlined_nodes import twin_in_tree

        node = twin_in_tree(node)
    tree = tree_of(node.source)
    above = tree.above(node)
    if above is not None and above.kind == "FunctionDefinition":
        return tree.face(above)
    return tree.face(node)


@net_class(LANGUAGE + "Ast", kind="abstract")
class Ast:
    """A node with its place in the tree."""

    __slots__ = ("__weakref__", "node", "ps_members", "tree")
    net_type: ClassVar[NetType]

    def __init__(self, node: Any, tree: SyntaxTree) -> None:
        self.node = node
        self.tree = tree
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return self.tree.source.text[self.node.start : self.node.end]

    to_string = ps_text

    @prop("System.Management.Automation.Language.IScriptExtent Extent {get}")
    def extent(self) -> ScriptExtent:
        return ScriptExtent(self.tree.source, self.node.start, self.node.end)

    @prop("System.Management.Automation.Language.Ast Parent {get}")
    def parent(self) -> Ast | None:
        above = self.tree.above(self.node)
        return None if above is None else self.tree.face(above)

    @method(
        "System.Management.Automation.Language.Ast Find(System.Func[System.Management.Automation.Language.Ast,bool] "
        "predicate, bool searchNestedScriptBlocks)"
    )
    def find(self, predicate: Any, nested: bool) -> Ast | None:
        from spshell.engine.syntax.search import find_all

        return next(find_all(self, predicate, nested=nested), None)

    @method(
        "System.Collections.Generic.IEnumerable[System.Management.Automation.Language.Ast] "
        "FindAll(System.Func[System.Management.Automation.Language.Ast,bool] predicate, bool searchNestedScriptBlocks)"
    )
    def find_all(self, predicate: Any, nested: bool) -> Any:
        from spshell.engine.syntax.search import find_all

        return list(find_all(self, predicate, nested=nested))

    @method("void Visit(System.Object astVisitor)")
    def visit(self, visitor: Any) -> Any:
        from spshell.engine.syntax.search import visit

        return visit(self, visitor)

    @method("System.Management.Automation.Language.Ast Copy()")
    def copy(self) -> Ast:
        """A tree of its own from the same text."""
        return type(self)(self.node, SyntaxTree(self.tree.source))

    @method("System.Object SafeGetValue()", "System.Object SafeGetValue(bool skipHashtableSizeCheck)")
    def safe_value(self, *_skip: bool) -> Any:
        from spshell.engine.syntax.safe_values import safe_value

        return safe_value(self)

    def shown(self, value: Any, element: str = "") -> Any:
        """A field of the node as a property's value; `element` names the type of a list's elements."""
        if isinstance(value, Node):
            return self.tree.face(value)
        if isinstance(value, TypeName):
            from spshell.engine.syntax.type_names import type_name_of

            return type_name_of(value, self.tree.source)
        if type(value) is list:
            return read_only(LANGUAGE + element, [self.shown(item) for item in value])
        if type(value) is tuple:
            from spshell.dotnet.collections.tuples import make_tuple

            return make_tuple([self.shown(item) for item in value])
        return value
