"""The compiled blocks of one text, as plain data that a file can keep (`spshell.script_cache`).

Code depends on more than the text: the compiler asks whether names are functions. What it asked and was told is kept with
the code, which is good only where the answers are the same. Nodes among the constants become outlines or bytes.
"""

from __future__ import annotations

import marshal

from spshell.compiler.outline import PARTS, BlockOutline, FunctionOutline
from spshell.compiler.plain_parameters import plain_names
from spshell.compiler.unit import CommandSpec, CompiledBlock, RedirectionSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

    from spshell.language.source import Source


class Asked:
    """Names of functions that remembers which names were asked for."""

    __slots__ = ("answers", "known")

    def __init__(self, known: Container[str]) -> None:
        self.known = known
        self.answers: dict[str, bool] = {}

    def __contains__(self, name: object) -> bool:
        found = name in self.known
        self.answers[str(name)] = found
        return found


class KeptCode:
    """What was compiled of a text: `find` and `add` by a key that begins with the place of the block.

    ``grown`` says that something was added since the data was made.
    """

    __slots__ = ("_declared", "_root", "_units", "grown", "source")

    def __init__(
        self,
        source: Source,
        root: Any,
        units: dict[Any, Any] | None = None,
        declared: dict[Any, Any] | None = None,
    ) -> None:
        self.source = source
        self.grown = False
        self._root = root
        self._units = units if units is not None else {}
        self._declared = declared if declared is not None else {}
        source.kept = self

    @classmethod
    def load(cls, data: Any, source: Source) -> KeptCode:
        """From what `dump` made. Raises ValueError, TypeError or EOFError when it is something else."""
        root, units, declared = marshal.loads(data)  # noqa: S302 - a file that only this user can write
        return cls(source, BlockOutline(source, root), units, declared)

    @property
    def root(self) -> Any:
        """The node of the whole text or its outline."""
        return self._root

    def find(self, key: tuple[Any, ...], session: Any) -> tuple[Any, CompiledBlock | None] | None:
        """(facts that were kept with the code, the code); None when it is not here or functions are others now.

        `session` is asked for its functions when the compiler did.
        """
        unit = self._units.get(key)
        if unit is None:
            return None
        read = marshal.loads(unit) if type(unit) is bytes else unit  # noqa: S302 - as in `load`
        asked, facts, constants, codes = read
        if asked:
            functions = session.commands.function_names
            if any((name in functions) is not answer for name, answer in asked.items()):
                return None
        if codes is None:
            return facts, None
        if type(unit) is bytes:
            constants = [(kind, _from_plain(kind, payload, self.source)) for kind, payload in constants]
        return facts, CompiledBlock(self.source, constants, codes)

    def add(
        self,
        key: tuple[Any, ...],
        asked: dict[str, bool],
        compiled: CompiledBlock | None,
        declared: tuple[Any, Any],
        facts: Any = None,
    ) -> None:
        """Keep the code of a block; None for one that cannot be compiled in the way that the key says.

        `declared` are the nodes of the block's ``param()`` and of the parameters behind its function's name.
        """
        constants, codes = (None, None) if compiled is None else (compiled.constants, compiled.named_blocks)
        self._units[key] = (asked, facts, constants, codes)
        param_block, parameters = declared
        self._declared.setdefault(key[:2], (param_block, None if parameters is None else list(parameters)))
        self.grown = True

    def declared(self, start: int, end: int) -> tuple[Any, Any] | None:
        """The `declared` of the block at a place, if its code is kept."""
        found = self._declared.get((start, end))
        if type(found) is not bytes:
            return found
        from spshell.compiler.outlined_nodes import unpacked

        nodes: tuple[Any, Any] = unpacked(found, self.source)
        return nodes

    def dump(self) -> bytes:
        """Everything as bytes. Raises ValueError for a constant that cannot be kept."""
        units = {key: _packed_unit(unit) for key, unit in list(self._units.items())}  # jobs may still add
        declared = {place: _packed_nodes(nodes) for place, nodes in list(self._declared.items())}
        return marshal.dumps((_block_plain(self._root), units, declared))


def _packed_unit(unit: Any) -> bytes:
    if type(unit) is bytes:
        return unit
    asked, facts, constants, codes = unit
    if constants is not None:
        constants = [(kind, _to_plain(kind, payload)) for kind, payload in constants]
    return marshal.dumps((asked, facts, constants, codes))


_NODES = frozenset({"types", "type", "constraints", "attribute", "catches", "typedefs", "using"})
"""Kinds of constants that hold nodes."""


def _to_plain(kind: str, payload: Any) -> Any:
    if kind == "site":
        spec: CommandSpec = payload
        redirections = [_redirection_plain(item) for item in spec.redirections]
        fixed = (spec.name, spec.invocation, spec.start, spec.end, spec.name_start, spec.name_end)
        return (*fixed, spec.plain, spec.layout, spec.promoted, redirections)
    if kind == "redirections":
        return [_redirection_plain(item) for item in payload]
    if kind == "block":
        return _block_plain(payload)
    if kind == "function":
        has_parameters = payload.parameters is not None
        body = _block_plain(payload.body, payload.parameters)
        return (payload.start, payload.end, payload.name, payload.is_filter, has_parameters, body)
    if kind in _NODES:
        return _packed_nodes(payload)
    return payload


def _from_plain(kind: str, plain: Any, source: Source) -> Any:
    if kind == "site":
        name, invocation, start, end, name_start, name_end, is_plain, layout, promoted, redirections = plain
        specs = [
            RedirectionSpec(stream, append=append, target=target) for stream, append, target in redirections
        ]
        spec = CommandSpec(
            name, invocation, start, end, specs, plain=is_plain, name_extent=(name_start, name_end)
        )
        spec.layout = layout
        spec.promoted = promoted
        return spec
    if kind == "redirections":
        return [RedirectionSpec(stream, append=append, target=target) for stream, append, target in plain]
    if kind == "block":
        return BlockOutline(source, plain)
    if kind == "function":
        return FunctionOutline(source, plain)
    if kind in _NODES:
        from spshell.compiler.outlined_nodes import unpacked

        return unpacked(plain, source)
    return plain


def _redirection_plain(spec: RedirectionSpec) -> tuple[Any, ...]:
    return spec.stream, spec.append, spec.target


def _block_plain(node: Any, parameters: Any = None) -> tuple[Any, ...]:
    """A script block as (start, end, parts that it has not, names of its parameters when they are plain)."""
    if type(node) is BlockOutline:
        return node.start, node.end, node.absent(), node.plain_names
    absent = tuple(part for part in PARTS if getattr(node, part) is None)
    return node.start, node.end, absent, plain_names(node, parameters)


def _packed_nodes(nodes: Any) -> bytes:
    if type(nodes) is bytes:
        return nodes
    from spshell.compiler.outlined_nodes import packed

    return packed(nodes)
