"""The constants that generated code carries: call sites, parameter tokens, type names, catch tables."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler import CommandSpec
    from spshell.language.nodes.base import Source
    from spshell.values.nettype import NetType


class CommandSite:
    """One command in the text, with what its name resolved to last time."""

    __slots__ = (
        "call", "end", "invocation", "layout", "name", "name_end", "name_start", "plain", "plans", "promoted", "redirections",
        "source", "splats", "start", "target", "version",
    )  # fmt: skip

    def __init__(self, spec: CommandSpec, source: Source) -> None:
        self.name = spec.name
        self.invocation = spec.invocation
        self.redirections = spec.redirections
        self.source = source
        self.start = spec.start
        self.end = spec.end
        self.name_start = spec.name_start
        self.name_end = spec.name_end
        self.plain = spec.plain
        self.layout = spec.layout
        self.promoted = spec.promoted
        self.call: Any = None
        self.splats: dict[tuple[str, ...], Any] | None = (
            None  # names of splatted entries -> what runs the function
        )
        self.plans: Any = None  # of a cmdlet: its metadata, and shape of arguments -> BindingPlan
        self.version = -1
        self.target: Any = None


class ParameterName:
    """A ``-Name`` among the arguments of a command; with `colon` the next argument is its value."""

    __slots__ = ("colon", "end", "name", "source", "start", "text")

    def __init__(
        self,
        name: str,
        text: str,
        colon: bool = False,
        source: Source | None = None,
        start: int = -1,
        end: int = -1,
    ) -> None:
        self.name = name
        self.text = text
        self.colon = colon
        self.source = source
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return self.text


class SplatArgument:
    """One entry of a splatted hashtable: bound as ``-name:value``, and weaker than an explicit parameter."""

    __slots__ = ("name", "value")

    def __init__(self, name: str, value: Any) -> None:
        self.name = name
        self.value = value


class EndOfParameters:
    """The bare ``--``: everything after it is positional."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "--"


END_OF_PARAMETERS = EndOfParameters()


class BareWord(str):
    """An unquoted word with characters that a native command's arguments expand (``*.log``, ``~/x``)."""

    __slots__ = ()


def bare_text(text: str) -> str:
    """The value of an unquoted word with variables in it: programs expand the wildcards that it came to hold."""
    return BareWord(text) if "*" in text or "?" in text or "[" in text else text


VERBATIM = BareWord("--%")
"""``--%``: the rest of the line goes to a native command as it stands; other commands get it as text."""


class StepSite:
    """A statement in code that is compiled for the debugger."""

    __slots__ = ("end", "source", "start")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end


class FunctionSite:
    """The definition of a function in the text, and the first block made of it: later ones share its code."""

    __slots__ = ("first", "node")

    def __init__(self, node: Any) -> None:
        self.node = node
        self.first: Any = None


class TypeSite:
    """A type name in the text and the type it resolved to; as long as that is one type, what it means for classes of values:
    ``casts`` how values become of the type, ``instances`` whether they are.
    """

    __slots__ = ("casts", "instances", "type", "type_name")

    def __init__(self, type_name: Any) -> None:
        self.type_name = type_name
        self.type: NetType | None = None
        self.casts: dict[type, Callable[[Any], Any]] = {}
        self.instances: dict[type, bool] = {}


class ConstraintSite:
    """The types and attributes in front of a variable on the left of an assignment, outermost first."""

    __slots__ = ("nodes", "plain", "resolved", "source")

    def __init__(self, nodes: list[Any], source: Source) -> None:
        self.nodes = nodes
        self.source = source
        self.resolved: list[Any] | None = None
        self.plain = False


class CatchTable:
    """The types of each catch clause of a try, as (name, start, end); an empty list catches everything."""

    __slots__ = ("clauses", "known", "source", "takes_all")

    def __init__(self, clauses: list[list[tuple[Any, int, int]]], source: Source) -> None:
        self.clauses = clauses
        self.takes_all = bool(clauses) and not clauses[0]
        self.known: dict[tuple[type, type], tuple[int, bool]] = {}
        """Classes of an exception and of its inner one -> (clause, whether the inner one was taken)."""
        self.source = source
