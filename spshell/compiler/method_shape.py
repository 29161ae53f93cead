"""Properties of ``$this`` in methods of classes: an object's values are a Python dictionary, and the class says their types.

A method is compiled for objects that have no members of their own, and looks at that first. A *leaf*
method calls nothing that could give ``$this`` such members meanwhile, so it goes straight to the values; others look again
at each access. What is assigned must already have the property's type; anything else goes the general way.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.below import walk
from spshell.compiler.element_code import added
from spshell.compiler.facts import of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame

_FACTS = {
    "System.Int32": facts.INT, "System.Boolean": facts.BOOL, "System.Double": facts.FLOAT,
}  # fmt: skip
_CLASSES = {"System.Int32": "int", "System.String": "str", "System.Boolean": "bool", "System.Double": "float"}


class MethodShape:
    """What a method can rely on: ``properties`` maps folded names to (name in the values, full name of the type) of the
    class's unchecked properties; ``returns`` is the type of the result as the engine knows it, with its full name. A `bare`
    shape is that of an expression in a class's definition: its value and its errors leave it as they are. ``carries`` says that
    the method looks itself whether ``$this`` was given members of its own.
    """

    __slots__ = ("bare", "carries", "leaf", "properties", "returned", "returns")

    def __init__(self, properties: dict[str, tuple[str, str]], returns: Any, returned: str | None) -> None:
        self.properties = properties
        self.returns = returns
        self.returned = returned
        self.leaf = False
        self.bare = False
        self.carries = False

    def settle(self, statements: list[Any]) -> None:
        """Find out whether the statements make a leaf method."""
        self.leaf = all(self._is_plain(node) for item in statements for node in walk(item))

    def _is_plain(self, node: Any) -> bool:
        if node.kind == "MemberExpression":
            return self.property_of(node) is not None
        if node.kind == "ConvertExpression":
            return node.type.type_name.text.lower() in ("int", "string", "bool", "double", "void")
        return node.kind not in ("InvokeMemberExpression", "BaseCtorInvokeMemberExpression", "Command")

    def property_of(self, node: Any) -> tuple[str, str] | None:
        """The property that ``$this.Name`` means."""
        if node.kind != "MemberExpression" or node.static or node.null_conditional:
            return None
        if node.target.kind != "VariableExpression" or node.target.path.lower() != "this":
            return None
        return (
            self.properties.get(node.member.value.lower())
            if node.member.kind == "StringConstantExpression"
            else None
        )


def owns(frame: Frame, node: Any) -> bool:
    """Whether a node is a declared property of ``$this``, which the code may reach without a call."""
    return frame.shape is not None and not frame.closure and frame.shape.property_of(node) is not None


def _slot(frame: Frame, name: str, context: ast.expr_context) -> ast.Subscript:
    return ast.Subscript(py.attribute(py.name(frame.locals["this"]), "values"), py.const(name), context)


def _tests(frame: Frame) -> list[ast.expr]:
    """What must hold at each access."""
    assert frame.shape is not None
    return [] if frame.shape.leaf else [py.negated(py.attribute(py.name(frame.locals["this"]), "ps_members"))]


def read(frame: Frame, node: Any) -> ast.expr | None:
    """``$this.Name``; None for what is no declared property of this."""
    found = frame.shape.property_of(node) if frame.shape is not None and not frame.closure else None
    if found is None:
        return None
    name, kind = found
    value = facts.with_fact(_slot(frame, name, py.LOAD), _FACTS.get(kind, facts.ANY), safe=True)
    tests = _tests(frame)
    if kind == "System.String":
        value.hint = "str"  # type: ignore[attr-defined]  # as facts.likely reads it
    if not tests:
        return value
    general = py.call_site(
        frame.shared("property", node.member.value), py.name("S"), py.name(frame.locals["this"])
    )
    return py.choose(py.both(*tests), value, general)


def stored(frame: Frame, node: Any, right: ast.expr) -> list[ast.stmt] | None:
    """``$this.Name = right`` as a statement."""
    found = frame.shape.property_of(node) if frame.shape is not None and not frame.closure else None
    if found is None:
        return None
    name, kind = found
    wanted = _CLASSES.get(kind)
    if wanted is None and kind != "System.Object":
        return None
    known = of(right).kind
    lines: list[ast.stmt] = []
    tests = _tests(frame)
    if (wanted is not None and known != wanted) or (wanted is None and known not in _CLASSES.values()):
        if known not in ("any", "number"):
            return None
        if not isinstance(right, ast.Name):
            temporary = frame.temporary()
            lines.append(py.assign(temporary, right))
            right = py.name(temporary)
        plain = py.compare(py.call("type", right), ast.In(), py.name("SCALARS"))
        tests.append(plain if wanted is None else py.is_type(right, wanted))
    elif tests and not (isinstance(right, (ast.Name, ast.Constant)) or facts.is_safe(right)):
        temporary = frame.temporary()
        lines.append(py.assign(temporary, right))
        right = py.name(temporary)
    put = ast.Assign([_slot(frame, name, py.STORE)], right)
    if not tests:
        return [*lines, put]
    site = frame.shared("property_store", node.member.value)
    general = py.call_site(site, py.name("S"), py.name(frame.locals["this"]), right)
    return [*lines, py.if_(py.both(*tests), [put], [py.expression(general)])]


def updated(frame: Frame, node: Any, operator: str, right: ast.expr | None) -> list[ast.stmt] | None:
    """``$this.Name += right``, without a right side ``$this.Name++``; `operator` is Plus or Minus."""
    found = frame.shape.property_of(node) if frame.shape is not None and not frame.closure else None
    if found is None or found[1] not in ("System.Int32", "System.Double", "System.String"):
        return None
    name, kind = found
    helper = {"Plus": "add", "Minus": "subtract"}[operator]
    if right is None:
        helper = {"Plus": "increment", "Minus": "decrement"}[operator]
    lines: list[ast.stmt] = []
    operand = py.const(1) if right is None else right
    if not isinstance(operand, (ast.Name, ast.Constant)):
        temporary = frame.temporary()
        lines.append(py.assign(temporary, operand))
        operand = facts.with_fact(py.name(temporary), of(operand), safe=True)
    old = frame.temporary()
    first = py.walrus(old, _slot(frame, name, py.LOAD))
    if kind == "System.String":
        if operator != "Plus" or of(operand).kind not in ("any", "str"):
            return None
        tests = [*_tests(frame), py.is_type(first, "str"), py.is_type(operand, "str")]
        made: ast.expr = ast.BinOp(py.name(old), ast.Add(), operand)
    else:
        wanted = {"System.Int32": ("any", "int", "number"), "System.Double": ("float",)}[kind]
        if of(operand).kind not in wanted:
            return None
        tests, made = added(frame, _tests(frame), first, py.name(old), operator, operand, known=True)
    site = frame.shared("property_update", node.member.value)
    parts = [] if right is None else [operand]
    general = py.call_site(site, py.name("S"), py.name(frame.locals["this"]), py.name(helper), *parts)
    put = ast.Assign([_slot(frame, name, py.STORE)], made)
    return [*lines, py.if_(py.both(*tests), [put], [py.expression(general)])]


def returned(frame: Frame, result: ast.expr) -> ast.expr:
    """What the method gives back: converted to its type unless it has it."""
    shape = frame.shape
    assert shape is not None
    if shape.bare:
        return result
    if shape.returned is None:
        return py.name("NOTHING")
    wanted = _CLASSES.get(shape.returned)
    if wanted is not None and of(result).kind == wanted:
        return result
    convert = frame.shared("returns", shape.returns)
    if wanted is None:
        return ast.Call(convert, [result], [])
    temporary = frame.temporary()
    test = py.is_type(py.walrus(temporary, result), wanted)
    return py.choose(test, py.name(temporary), ast.Call(convert, [py.name(temporary)], []))


def entered(frame: Frame, taken: list[str], lines: list[ast.stmt]) -> list[ast.stmt]:
    """The body as a call of a method: errors say that script code raised them, and calls that it makes are counted.

    `taken` are the Python names of its parameters, ``$this`` first.
    """
    assert frame.shape is not None
    made = _counted(frame.shape, lines)
    if frame.shape.carries:
        given = [py.name(local) for local in taken]
        general = ast.Return(py.call_site(py.name("O"), *given))
        made.insert(0, py.if_(py.attribute(given[0], "ps_members"), [general]))
    return made


def _counted(shape: MethodShape, lines: list[ast.stmt]) -> list[ast.stmt]:
    passed = [py.expression(py.call("leaves_method", py.name("e"))), ast.Raise(None, None)]
    handlers = [] if shape.bare else [py.handler(py.name("NetException"), "e", passed)]
    if shape.leaf:
        return [py.try_(lines, handlers)] if handlers else lines
    handlers.append(py.handler(py.name("RecursionError"), None, [py.expression(py.call("overflow"))]))
    depth = py.attribute(py.name("Q"), "depth")
    too_deep = py.if_(py.compare(depth, ast.Gt(), py.name("MAX_DEPTH")), [py.expression(py.call("overflow"))])
    steps = [
        ast.AugAssign(ast.Attribute(py.name("Q"), field, py.STORE), sign, py.const(1))
        for sign in (ast.Add(), ast.Sub())
        for field in ("depth", "try_depth")
    ]
    return [
        py.assign("Q", py.attribute(py.name("S"), "session")),
        *steps[:2],
        py.try_([too_deep, *lines], handlers, steps[2:]),  # type: ignore[arg-type]  # they are statements
    ]
