"""Stand-ins for the nodes of a script whose compiled form was kept: where they are, and the node itself when asked for.

A script block or function of the outline answers what running the code asks (its place, which parts it has not, its
parameters) from plain data. Anything else reads the piece of text again and makes the tree of it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.language.source import Source

PARTS = (
    "param_block", "dynamicparam_block", "begin_block", "process_block", "end_block", "clean_block", "requirements",
)  # fmt: skip
"""The parts of a ScriptBlock that many have not."""


class Outline:
    """A node by its place; `real` is the node."""

    __slots__ = ("_real", "below", "end", "source", "start")
    kind = ""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end
        self._real: Any = None

    def real(self) -> Any:
        """The node, made of the text at the first call."""
        if self._real is None:
            from spshell.compiler.outlined_nodes import node_at

            self._real = node_at(self.source, self.kind, self.start, self.end)
        return self._real

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real(), name)


class BlockOutline(Outline):
    """A script block: the whole text, or a ``{ }`` in it."""

    __slots__ = ("_absent", "_declared", "owner", "plain_names")
    kind = "ScriptBlock"

    def __init__(self, source: Source, plain: tuple[Any, ...], owner: FunctionOutline | None = None) -> None:
        super().__init__(source, plain[0], plain[1])
        self._absent: tuple[str, ...] = plain[2]
        self.plain_names: list[str] | None = plain[3]
        self._declared: tuple[Any, Any] | None = None
        self.owner = owner

    def real(self) -> Any:
        if self.owner is not None:
            return self.owner.real().body
        return super().real()

    def absent(self) -> tuple[str, ...]:
        """The names of the parts that the block has not."""
        return self._absent

    def declared(self) -> tuple[Any, Any]:
        """The nodes of ``param()`` and of the parameters behind the function's name."""
        if self._declared is None:
            self._declared = self.source.kept.declared(self.start, self.end)
            if self._declared is None:
                real, owner = self.real(), self.owner
                self._declared = real.param_block, None if owner is None else owner.real().parameters
        return self._declared

    def __getattr__(self, name: str) -> Any:
        if name in self._absent:
            return None
        if name == "param_block":
            return self.declared()[0]
        return PartOutline(self, name) if name in PARTS else getattr(self.real(), name)


class PartOutline:
    """A part of a script block that is there; what is in it is asked of the node."""

    __slots__ = ("_block", "_part")

    def __init__(self, block: BlockOutline, part: str) -> None:
        self._block = block
        self._part = part

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(self._block.real(), self._part), name)


class FunctionOutline(Outline):
    """A function's definition; `parameters` are those in parentheses behind its name (None when there are none)."""

    __slots__ = ("body", "is_filter", "name", "parameters")
    kind = "FunctionDefinition"

    def __init__(self, source: Source, plain: tuple[Any, ...]) -> None:
        super().__init__(source, plain[0], plain[1])
        self.name: str = plain[2]
        self.is_filter: bool = plain[3]
        self.body = BlockOutline(source, plain[5], self)
        self.parameters: ParametersOutline | None = ParametersOutline(self.body) if plain[4] else None


class ParametersOutline:
    """The parameters behind a function's name, as a list that is made when somebody looks into it."""

    __slots__ = ("_body",)

    def __init__(self, body: BlockOutline) -> None:
        self._body = body

    def __iter__(self) -> Any:
        return iter(self._body.declared()[1])
