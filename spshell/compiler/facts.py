"""What is known of a value when code is made: its kind, and for whole numbers the range.

Facts hang on the generated Python expressions (attribute ``fact``) and on the variables of a promoted region. An
operation whose operands are known needs no test of types, one whose result is known to fit no test of the range.
"""

from __future__ import annotations

import ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

INT_MIN, INT_MAX = -(2**31), 2**31 - 1


class Fact:
    """A kind of value.

    ``int`` (Int32, in ``low``..``high``), ``float``, ``number`` (either), ``str``, ``bool``, ``list`` (an array), ``table``
    (a hashtable), ``any``.
    """

    __slots__ = ("high", "kind", "low")

    def __init__(self, kind: str, low: int = INT_MIN, high: int = INT_MAX) -> None:
        self.kind = kind
        self.low = low
        self.high = high

    def __eq__(self, other: object) -> bool:
        if type(other) is not Fact or other.kind != self.kind:
            return False
        return self.kind != "int" or (self.low == other.low and self.high == other.high)

    def __hash__(self) -> int:
        return hash(self.kind)

    @property
    def numeric(self) -> bool:
        """Whether the value is an Int32 or a Double."""
        return self.kind in ("int", "float", "number")

    @property
    def known(self) -> bool:
        """Whether anything is known at all."""
        return self.kind != "any"


ANY = Fact("any")
FLOAT = Fact("float")
NUMBER = Fact("number")
STR = Fact("str")
BOOL = Fact("bool")
INT = Fact("int")
LIST = Fact("list")
SWITCH = Fact("switch")
"""A SwitchParameter."""
CONTRADICTED = Fact("contradicted")
"""What code relied on that was made with different facts of one variable."""
TABLE = Fact("table")


def whole(low: int, high: int) -> Fact:
    """An Int32 between two bounds."""
    return Fact("int", max(low, INT_MIN), min(high, INT_MAX))


def of(node: ast.expr) -> Fact:
    """The fact of a generated expression."""
    if isinstance(node, ast.Constant):
        return _of_constant(node.value)
    if isinstance(node, ast.JoinedStr):
        return STR
    if isinstance(node, ast.List):
        return LIST
    found = getattr(node, "fact", None)
    return found if isinstance(found, Fact) else ANY


def likely(node: ast.expr) -> str:
    """The kind that a value probably has: a known one, or that of the branch which a test of types guards."""
    found = of(node).kind
    if found != "any":
        return found
    hint = getattr(node, "hint", None)
    if hint is None and isinstance(node, ast.IfExp):
        return likely(node.body)
    return hint or found


def _of_constant(value: Any) -> Fact:
    kind = type(value)
    if kind is int:
        return Fact("int", value, value)
    return {float: FLOAT, str: STR, bool: BOOL}.get(kind, ANY)


def with_fact(node: ast.expr, fact: Fact, *, safe: bool = False) -> ast.expr:
    """The expression, marked; `safe` says that evaluating it cannot raise."""
    node.fact = fact  # type: ignore[attr-defined]  # generated nodes carry what is known of them
    if safe:
        node.safe = True  # type: ignore[attr-defined]  # as above
    return node


def is_safe(*nodes: ast.expr) -> bool:
    """Whether evaluating the expressions cannot raise."""
    return all(
        isinstance(node, ast.Constant)
        or getattr(node, "safe", False)
        or (isinstance(node, ast.List) and is_safe(*node.elts))
        for node in nodes
    )


def held_in(node: ast.expr, local: str) -> ast.expr:
    """The expression, marked as the value of a Python local that may hold nothing yet."""
    node.local = local  # type: ignore[attr-defined]  # as above
    return node


def local_of(node: ast.expr) -> ast.Name | None:
    """The Python local that a variable's value comes from when it holds one: enough to test a class."""
    local = getattr(node, "local", None)
    return ast.Name(local, ast.Load()) if isinstance(local, str) else None


def join(left: Fact | None, right: Fact) -> Fact:
    """What is known of a variable that holds one or the other."""
    if left is None or left == right:
        return right
    if left.kind == "int" and right.kind == "int":
        return whole(min(left.low, right.low), max(left.high, right.high))
    if left.numeric and right.numeric:
        return NUMBER
    return ANY


def widened(old: Fact | None, new: Fact) -> Fact:
    """A fact that cannot grow forever: a range that changed becomes the whole range."""
    if old is not None and old.kind == "int" and new.kind == "int" and old != new:
        return INT
    return new


def between(facts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The smallest and largest of some bounds."""
    low, high = zip(*facts, strict=True)
    return min(low), max(high)
