"""The compile-time state of one generated Python function."""

from __future__ import annotations

from spshell.compiler import pyast as py
from spshell.compiler.facts import ANY, CONTRADICTED, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from typing import Any

    from spshell.compiler.facts import Fact
    from spshell.compiler.method_shape import MethodShape
    from spshell.compiler.unit import Unit


class Loop:
    """A loop or switch around the statement being compiled, inside the same Python function.

    ``on_continue`` makes the statements that a native ``continue`` needs before it (a for loop's iterator).
    """

    __slots__ = ("is_switch", "label", "on_continue")

    def __init__(self, label: str | None, *, is_switch: bool = False, on_continue: Any = None) -> None:
        self.label = label.lower() if label else None
        self.is_switch = is_switch
        self.on_continue = on_continue


class Frame:
    """State while the statements of one Python function are compiled.

    ``out`` is the Python name of the callable that takes output; ``locals`` maps folded variable names to Python
    locals in the region being compiled; ``sure`` are those of them that hold a value for certain; ``facts`` is what is
    known of their values, ``counters`` the ranges of loop counters that only their loop's head changes; ``typed`` are
    variables of the block that carry a type or attribute; ``handled`` counts the enclosing constructs (try, trap)
    that take errors, so that statements need no handler of their own; ``closure`` says that the function is nested
    inside the block's own, so return and break leave it by a signal; ``method`` that it is a class method: only what is
    returned leaves it, as the Python function's own value, and errors unwind; ``in_text`` that the code stands inside a
    double-quoted string, where strict mode 1 lets undefined variables pass; ``apart`` that what fails in the variables and
    properties being compiled is reported by itself (`subexpressions`).

    ``direct`` says that the function has no scope of its own (`direct_blocks`): ``constraints`` are the types and checks of
    its parameters, ``fixed`` what these say of the values, ``hints`` are the kinds that values of variables probably have;
    ``shape`` what a method can rely on (`method_shape`);
    ``single`` that it returns its output, and ``tail`` that the statement being compiled is the last one. ``opaque`` says
    that the region calls code that may change its variables, so that only fixed facts hold. ``catches`` says that
    the Python function takes errors: the frames of its callers are kept in ``B``; ``caught`` is the local that holds the
    exception which the catch clause being compiled looks at, ``repeated`` says that the function runs again and again with the
    same variables. ``assured`` says that the names of built-in
    commands were tested, so that pipelines may be loops (`fusion`), ``unfused`` that they must not; ``returns_item`` that a
    ``return`` of the statements being compiled ends the work on one object of such a loop. ``level`` counts the bodies of
    statements around the one being compiled, ``in_method`` says that the function is a part of a method (`deep_blocks`).
    """

    __slots__ = (
        "apart",
        "assured",
        "catches",
        "caught",
        "closure",
        "compound",
        "constraints",
        "counters",
        "direct",
        "facts",
        "fixed",
        "handled",
        "hints",
        "hot",
        "in_method",
        "in_text",
        "inlined",
        "level",
        "locals",
        "loops",
        "method",
        "opaque",
        "out",
        "parameters",
        "pending",
        "relied",
        "repeated",
        "returns_item",
        "shape",
        "single",
        "sure",
        "tail",
        "temporaries",
        "trapped",
        "typed",
        "unfused",
        "unit",
    )  # fmt: skip

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.out = "out"
        self.locals: dict[str, str] = {}
        self.sure: set[str] = set()
        self.facts: dict[str, Fact] = {}
        self.relied: dict[str, Fact] = {}
        self.counters: dict[str, tuple[int, int]] = {}
        self.fixed: dict[str, Fact] = {}
        self.hints: dict[str, str] = {}
        self.opaque = False
        self.constraints: dict[str, list[Any]] = {}
        self.direct = False
        self.single = False
        self.shape: MethodShape | None = None
        self.tail = False
        self.catches = False
        self.repeated = False
        self.returns_item = False
        self.caught: str | None = None
        self.assured = False
        self.unfused = False
        self.typed: set[str] = set()
        self.parameters: frozenset[str] = frozenset()
        self.loops: list[Loop] = []
        self.handled = 0
        self.trapped: tuple[str, int] | None = None
        self.hot = False
        self.closure = False
        self.method = False
        self.in_method = False
        self.in_text = False
        self.level = 0
        self.apart = False
        self.compound = False
        self.inlined = False
        self.temporaries = [0]
        self.pending: list[ast.stmt] = []

    def nested(self, out: str) -> Frame:
        """The state for a function nested in this one, whose output goes to `out`.

        Variables that live in Python locals here are the same variables there: the function must declare them nonlocal.
        """
        inner = Frame(self.unit)
        inner.locals = self.locals
        inner.sure = set(self.sure)
        inner.facts = self.facts
        inner.relied = self.relied
        inner.counters = self.counters
        inner.fixed = self.fixed
        inner.hints = self.hints
        inner.opaque = self.opaque
        inner.constraints = self.constraints
        inner.direct = self.direct
        inner.assured = self.assured
        inner.repeated = self.repeated
        inner.caught = self.caught
        inner.unfused = self.unfused
        inner.out = out
        inner.typed = self.typed
        inner.parameters = self.parameters
        inner.handled = self.handled
        inner.trapped = self.trapped
        inner.hot = self.hot
        inner.closure = True
        inner.in_text = self.in_text
        inner.inlined = self.inlined
        inner.temporaries = self.temporaries
        return inner

    def temporary(self, prefix: str = "t") -> str:
        """A Python name not used yet in this function."""
        self.temporaries[0] += 1
        return f"{prefix}{self.temporaries[0]}"

    def note(self, name: str, fact: Fact) -> None:
        """A promoted variable may hold a value of this kind."""
        self.facts[name] = join(self.facts.get(name), fact)

    def fact(self, name: str) -> Fact:
        """What is known of a promoted variable that holds a value."""
        if name in self.fixed:
            return self.fixed[name]
        if self.opaque:
            return ANY
        found = self.facts.get(name, ANY)
        if self.relied.setdefault(name, found) != found:
            self.relied[name] = CONTRADICTED
        return found

    def peek(self, name: str) -> Fact:
        """As `fact`, for code that does not come to rely on it."""
        if name in self.fixed:
            return self.fixed[name]
        return ANY if self.opaque else self.facts.get(name, ANY)

    @property
    def is_settled(self) -> bool:
        """Whether the code that was made relied on nothing but what is known now."""
        return all(self.facts.get(name, ANY) == fact for name, fact in self.relied.items())

    def constant(self, kind: str, payload: Any) -> ast.expr:
        """A reference to a constant of the unit."""
        return py.name(self.unit.constant(kind, payload))

    def shared(self, kind: str, payload: Any) -> ast.expr:
        """A reference to a constant that equal payloads share."""
        return py.name(self.unit.shared(kind, payload))

    def location(self, node: Any) -> py.Location:
        """Where a node stands, for the positions of generated Python nodes."""
        position = self.unit.source.position
        line, column = position(node.start)
        end_line, end_column = position(node.end)
        return line, column - 1, end_line, end_column - 1
