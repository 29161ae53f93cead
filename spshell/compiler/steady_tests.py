"""Tests of classes that a loop cannot change are made once, before it.

``type(v) is TypedArray`` within a loop that assigns nothing to ``v`` has the same answer at every turn: no object changes its
class. The test, with what follows it by ``and`` on attributes that stay (`_STAYING`), becomes a local in front of the outermost
such loop. Only variables that the function has from its first lines on are looked at, so that the local can always be made.
"""

from __future__ import annotations

import ast
from copy import copy

from spshell.compiler import pyast as py

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_STAYING = frozenset({"exact"})
"""Attributes that objects of a tested class keep all their life."""

_CLASSES = frozenset(
    {
        "int",
        "str",
        "float",
        "bool",
        "list",
        "LISTS",
        "TABLES",
        "NUMBERS",
        "TypedArray",
        "Hashtable",
        "PSCustomObject",
    }
)
"""Classes and sets of classes in which an object that exists stays or does not stand."""

_LOOPS = (ast.For, ast.While)


def hoisted(function: ast.stmt) -> ast.stmt:
    """The function, its loops freed of tests whose answer is known before them."""
    if not isinstance(function, ast.FunctionDef):
        return function
    names = {argument.arg for argument in function.args.args} | _first_names(function.body)
    if names:
        _Hoisting(names).body(function.body)
    return function


def _first_names(body: list[ast.stmt]) -> set[str]:
    """The names that the lines before the first compound statement assign."""
    found: set[str] = set()
    for line in body:
        if not isinstance(line, (ast.Assign, ast.Expr, ast.Nonlocal, ast.Global)):
            break
        if isinstance(line, ast.Assign):
            found.update(target.id for target in line.targets if isinstance(target, ast.Name))
    return found


class _Hoisting:
    """One function: ``names`` are its variables that always have a value."""

    def __init__(self, names: set[str]) -> None:
        self.names = names
        self.count = 0

    def body(self, lines: list[ast.stmt]) -> None:
        """Go through statements; what is made for a loop is put in front of it."""
        position = 0
        while position < len(lines):
            line = lines[position]
            if isinstance(line, _LOOPS):
                made, line = self._loop(line)
                lines[position : position + 1] = [*made, line]
                position += len(made)
            self._below(line)
            position += 1

    def _below(self, line: ast.stmt) -> None:
        for field in ("body", "orelse", "finalbody"):
            inner = getattr(line, field, None)
            if isinstance(inner, list) and not isinstance(line, ast.FunctionDef):
                self.body(inner)
        for handler in getattr(line, "handlers", ()):
            self.body(handler.body)

    def _loop(self, loop: ast.For | ast.While) -> tuple[list[ast.stmt], ast.stmt]:
        """(what goes before the loop, the loop)."""
        stored = {
            node.id
            for node in ast.walk(loop)
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)
        }
        steady = self.names - stored
        if not steady:
            return [], loop
        replacing = _Replacing(steady, self)
        changed = replacing.within(loop)
        made: list[ast.stmt] = []
        for name, test in replacing.made:
            line = ast.Assign([ast.Name(name, ast.Store())], test)
            ast.copy_location(line, loop)
            ast.fix_missing_locations(line)
            made.append(line)
        return made, changed

    def fresh(self) -> str:
        """A name for a test."""
        self.count += 1
        return f"s{self.count}"


class _Replacing:
    """Puts names in place of tests of steady variables; ``made`` are the names with their tests.

    What changes is copied: parts of generated code may stand outside the loop too.
    """

    def __init__(self, steady: set[str], owner: _Hoisting) -> None:
        self.steady = steady
        self.owner = owner
        self.known: dict[str, str] = {}
        self.made: list[tuple[str, ast.expr]] = []

    def within(self, node: Any) -> Any:
        """A node with names for tests; functions of their own are left alone."""
        if isinstance(node, ast.FunctionDef):
            return node
        if isinstance(node, ast.Compare) and _tested(node) in self.steady:
            return self._named(node)
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            node = self._joined(node)
        changed: dict[str, Any] = {}
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.AST):
                new: Any = self.within(value)
                if new is not value:
                    changed[field] = new
            elif isinstance(value, list):
                new = [self.within(item) if isinstance(item, ast.AST) else item for item in value]
                if any(one is not other for one, other in zip(new, value, strict=True)):
                    changed[field] = new
        if changed:
            node = copy(node)
            for field, value in changed.items():
                setattr(node, field, value)
        return node

    def _joined(self, node: ast.BoolOp) -> ast.expr:
        """A test together with those that follow from it."""
        name = _tested(node.values[0])
        count = 1
        while name in self.steady and count < len(node.values) and _stays(node.values[count], name):
            count += 1
        if count == 1:
            return node
        whole = self._named(ast.copy_location(ast.BoolOp(ast.And(), node.values[:count]), node))
        rest = node.values[count:]
        return ast.copy_location(ast.BoolOp(ast.And(), [whole, *rest]), node) if rest else whole

    def _named(self, test: ast.expr) -> ast.expr:
        key = ast.dump(test)
        name = self.known.get(key)
        if name is None:
            name = self.known[key] = self.owner.fresh()
            self.made.append((name, test))
        return ast.copy_location(py.name(name), test)


def _tested(node: ast.expr) -> str | None:
    """The variable in ``type(v) is NAME`` and ``type(v) in NAME``."""
    if (
        not isinstance(node, ast.Compare)
        or len(node.ops) != 1
        or not isinstance(node.ops[0], (ast.Is, ast.In))
    ):
        return None
    right = node.comparators[0]
    if not isinstance(right, ast.Name) or right.id not in _CLASSES or not isinstance(node.left, ast.Call):
        return None
    call = node.left
    if not isinstance(call.func, ast.Name) or call.func.id != "type" or len(call.args) != 1:
        return None
    return call.args[0].id if isinstance(call.args[0], ast.Name) else None


def _stays(node: ast.expr, name: str | None) -> bool:
    """Whether a test is one of an attribute of the variable that stays."""
    return (
        isinstance(node, ast.Compare)
        and isinstance(node.left, ast.Attribute)
        and node.left.attr in _STAYING
        and isinstance(node.left.value, ast.Name)
        and node.left.value.id == name
        and len(node.comparators) == 1
        and isinstance(node.comparators[0], ast.Name)
    )
