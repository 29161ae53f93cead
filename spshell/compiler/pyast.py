"""Short spellings for Python ``ast`` nodes, and where generated nodes get their source positions."""

from __future__ import annotations

import ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

LOAD = ast.Load()
STORE = ast.Store()


def name(identifier: str) -> ast.Name:
    return ast.Name(identifier, LOAD)


def const(value: Any) -> ast.Constant:
    return ast.Constant(value)


def call(function: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(name(function), list(arguments), [])


def call_site(site: ast.expr, *arguments: ast.expr) -> ast.Call:
    """A call of a constant that is a function: a place in the script with a memory of its own."""
    return ast.Call(site, list(arguments), [])


def attribute(target: ast.expr, member: str) -> ast.Attribute:
    return ast.Attribute(target, member, LOAD)


def subscript(target: ast.expr, key: ast.expr) -> ast.Subscript:
    return ast.Subscript(target, key, LOAD)


def assign(identifier: str, value: ast.expr) -> ast.stmt:
    return ast.Assign([ast.Name(identifier, STORE)], value)


def walrus(identifier: str, value: ast.expr) -> ast.NamedExpr:
    return ast.NamedExpr(ast.Name(identifier, STORE), value)


def expression(value: ast.expr) -> ast.stmt:
    return ast.Expr(value)


def choose(test: ast.expr, then: ast.expr, otherwise: ast.expr) -> ast.IfExp:
    return ast.IfExp(test, then, otherwise)


def both(*tests: ast.expr) -> ast.expr:
    return ast.BoolOp(ast.And(), list(tests)) if len(tests) > 1 else tests[0]


def negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def compare(left: ast.expr, operator: ast.cmpop, right: ast.expr) -> ast.Compare:
    return ast.Compare(left, [operator], [right])


def is_type(value: ast.expr, python_type: str) -> ast.Compare:
    """``type(value) is python_type``."""
    return compare(call("type", value), ast.Is(), name(python_type))


def tuple_of(items: Iterable[ast.expr]) -> ast.Tuple:
    return ast.Tuple(list(items), LOAD)


def if_(test: ast.expr, body: list[ast.stmt], otherwise: list[ast.stmt] | None = None) -> ast.stmt:
    return ast.If(test, body or [ast.Pass()], otherwise or [])


def while_(test: ast.expr, body: list[ast.stmt]) -> ast.stmt:
    return ast.While(test, body or [ast.Pass()], [])


def for_(target: str, items: ast.expr, body: list[ast.stmt]) -> ast.stmt:
    return ast.For(ast.Name(target, STORE), items, body or [ast.Pass()], [])


def handler(types: ast.expr | None, identifier: str | None, body: list[ast.stmt]) -> ast.ExceptHandler:
    return ast.ExceptHandler(types, identifier, body or [ast.Pass()])


def try_(
    body: list[ast.stmt], handlers: list[ast.ExceptHandler], final: list[ast.stmt] | None = None
) -> ast.stmt:
    return ast.Try(body or [ast.Pass()], handlers, [], final or [])


def function(identifier: str, parameters: list[str], body: list[ast.stmt]) -> ast.FunctionDef:
    arguments = ast.arguments([], [ast.arg(p) for p in parameters], None, [], [], None, [])
    return ast.FunctionDef(identifier, arguments, body or [ast.Pass()], [], None)


def nonlocals(identifiers: Iterable[str], body: list[ast.stmt]) -> list[ast.stmt]:
    """The statement, if any is needed, by which a nested function shares these locals of the function around it."""
    names = sorted(names_in(body).intersection(identifiers))
    return [ast.Nonlocal(names)] if names else []


def names_in(nodes: Iterable[ast.AST]) -> set[str]:
    """The names that stand anywhere in the nodes."""
    found: set[str] = set()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Name):
            found.add(node.id)
            continue
        if node.__class__ in _BARE:
            continue
        for value in node.__dict__.values():
            kind = value.__class__
            if kind is list:
                stack += value
            elif kind not in _LEAVES and isinstance(value, ast.AST):
                stack.append(value)
    return found


Location = tuple[int, int, int, int]
"""(line, column, end line, end column): lines from 1, columns from 0, in characters of the script."""


def locate(nodes: Iterable[ast.AST], where: Location) -> None:
    """Give every node that has no position yet the position of the statement or command it belongs to.

    Python keeps these for each instruction, so an error's extent is read off the traceback at no run-time cost.
    """
    line, column, end_line, end_column = where
    place = {"lineno": line, "col_offset": column, "end_lineno": end_line, "end_col_offset": end_column}
    stack = list(nodes)
    while stack:
        node = stack.pop()
        fields = node.__dict__
        if "lineno" in fields:
            continue
        if node.__class__ not in _BARE:
            for value in fields.values():
                kind = value.__class__
                if kind is list:
                    stack += value
                elif kind not in _LEAVES and isinstance(value, ast.AST):
                    stack.append(value)
        fields.update(place)


_BARE = frozenset(
    {ast.Name, ast.Constant, ast.Nonlocal, ast.Global, ast.Pass, ast.Break, ast.Continue, ast.arg}
)
"""Classes of nodes without parts; a list in any other node holds nodes only."""


_LEAVES = frozenset(
    {
        *(int, str, float, bool, tuple, type(None), ast.Load, ast.Store, ast.And, ast.Or, ast.Not),
        *ast.operator.__subclasses__(),
        *ast.cmpop.__subclasses__(),
    }
)
"""Classes of what a node holds that has no position and no parts."""
