"""Walking a tree: Find and FindAll with a predicate, Visit with a visitor class of the script's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.syntax import LANGUAGE
from spshell.engine.syntax.enumerations import named
from spshell.engine.syntax.kinds import TYPE_NAMES
from spshell.language.order import below
from spshell.values.declare import add_constructor, add_method
from spshell.values.nettype import BY_NAME, NetType, register, type_of
from spshell.values.truth import truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.syntax.ast import Ast

_SKIP, _STOP = 1, 2  # ORDER AstVisitAction
_NESTED = frozenset({"FunctionDefinition", "ScriptBlockExpression", "TrapStatement"})


def find_all(ast: Ast, predicate: Any, *, nested: bool) -> Iterator[Ast]:
    """The nodes at and below `ast` that the predicate accepts; `nested` also enters functions and script blocks."""
    stack = [ast.node]
    while stack:
        node = stack.pop()
        face = ast.tree.face(node)
        if truth(predicate.invoke_value((face,))):
            yield face
        if nested or node.kind not in _NESTED:
            stack.extend(reversed(below(node)))


def visit(ast: Ast, visitor: Any) -> Any:
    """Ast.Visit: an AstVisitor meets every node; an ICustomAstVisitor only this one, and its answer is returned."""
    visitor_type = type_of(visitor)
    if not visitor_type.is_subtype_of(BY_NAME[(LANGUAGE + "AstVisitor").lower()]):
        return _meet(visitor, ast)
    _walk(ast, visitor)
    return None


def _meet(visitor: Any, ast: Ast) -> Any:
    from spshell.dotnet.reflection.members import invoke_method

    return invoke_method(visitor, f"Visit{ast.node.kind}", [ast])


def _walk(ast: Ast, visitor: Any) -> bool:
    """Whether to go on."""
    action = getattr(_meet(visitor, ast), "value", 0)
    if action == _STOP:
        return False
    if action == _SKIP:
        return True
    return all(_walk(ast.tree.face(child), visitor) for child in below(ast.node))


def _declare(net_type: NetType) -> None:
    for name in TYPE_NAMES:
        kind = name.removesuffix("Ast")
        if kind:
            signature = f"{LANGUAGE}AstVisitAction Visit{kind}({LANGUAGE}{name} ast)"
            add_method(net_type, signature, lambda _visitor, _ast: named("AstVisitAction", "Continue"))
    add_constructor(net_type, "()", object)


def _register() -> None:
    visitor = NetType(LANGUAGE + "AstVisitor", base=BY_NAME["system.object"], kind="class")
    visitor.declare = _declare
    register(visitor)
    register(NetType(LANGUAGE + "AstVisitor2", base=visitor, kind="class"))
    register(NetType(LANGUAGE + "ICustomAstVisitor", kind="interface"))
    register(NetType(LANGUAGE + "ICustomAstVisitor2", kind="interface"))


_register()
