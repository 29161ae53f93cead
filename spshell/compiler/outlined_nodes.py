"""Nodes for an outline: read again from a piece of the text, or packed as bytes."""

from __future__ import annotations

import _pickle
from io import BytesIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.language.source import Source


def node_at(source: Source, kind: str, start: int, end: int) -> Any:
    """The script block or function at a place of a text that is known to be free of errors."""
    if (start, end) == (0, len(source.text)) and kind == "ScriptBlock":
        return whole_tree(source)
    found = _of_piece(source, kind, start, end)
    return found if found is not None else _within(whole_tree(source), kind, start, end)


def whole_tree(source: Source) -> Any:
    """The tree of the whole text; its nodes belong to `source`."""
    if source.root is None:
        from spshell.language.parser import parse

        root = parse(source.text, source.name).script_block
        _adopt(root, source)
        source.root = root
    return source.root


def twin_in_tree(node: Any) -> Any:
    """The node of the whole tree that stands where a node (or its outline) of the same text stands."""
    return _within(whole_tree(node.source), node.kind, node.start, node.end)


def _of_piece(source: Source, kind: str, start: int, end: int) -> Any:
    """The node made of its own text alone, moved to its place; None when the text means something else by itself."""
    from spshell.language.parser import parse
    from spshell.language.relocate import relocate

    result = parse(source.text[start:end], source.name)
    block = result.script_block.end_block
    if result.errors or block is None or len(block.statements) != 1:
        return None
    relocate(result.script_block, lambda offset: offset + start, start)
    found: Any = block.statements[0]
    if kind == "ScriptBlock":
        expression = found.elements[0] if found.kind == "Pipeline" else found
        found = getattr(getattr(expression, "expression", None), "script_block", None)
    if found is None or (found.kind, found.start, found.end) != (kind, start, end):
        return None
    _adopt(found, source)
    return found


def _adopt(root: Any, source: Source) -> None:
    for node in _walk(root):
        if node.kind == "ScriptBlock":
            node.source = source


def _within(root: Any, kind: str, start: int, end: int) -> Any:
    return next(node for node in _walk(root) if node.kind == kind and node.start == start and node.end == end)


def _walk(root: Any) -> Any:
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(node.children())


class _Packer(_pickle.Pickler):
    """Nodes as bytes; the text that they belong to is left out."""

    def persistent_id(self, item: object) -> str | None:
        from spshell.language.source import Source

        return "source" if item.__class__ is Source else None


class _Unpacker(_pickle.Unpickler):
    source: Source

    def persistent_load(self, _pid: str) -> Source:
        return self.source


def packed(nodes: Any) -> bytes:
    """Nodes of a text as bytes."""
    file = BytesIO()
    _Packer(file, 4).dump(nodes)
    return file.getvalue()


def unpacked(data: bytes, source: Source) -> Any:
    """The nodes that `packed` made bytes of, as nodes of `source`."""
    reader = _Unpacker(BytesIO(data))
    reader.source = source
    return reader.load()
