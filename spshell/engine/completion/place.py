"""The place of the cursor: its token, its neighbours and the nodes that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from spshell.language import parse

if TYPE_CHECKING:
    from spshell.language import ParseResult
    from spshell.language.nodes import Node
    from spshell.language.tokens import Token

N = TypeVar("N", bound="Node")

_SILENT = frozenset({"NewLine", "EndOfInput", "LineContinuation"})
_STARTS = frozenset(
    {"Pipe", "Semi", "LCurly", "LParen", "AtParen", "DollarParen", "AndAnd", "OrOr", "Ampersand", "Equals"}
)
"""Tokens behind which a new command begins."""


class Place:
    """Where something is to be completed.

    `at` is the token that the cursor stands in or just behind, `before` the one in front of it (of the cursor when
    `at` is None). `path` are the nodes that the cursor, or else the end of `before`, is in: the script first.
    """

    def __init__(self, text: str, cursor: int, result: ParseResult | None = None) -> None:
        self.text = text
        self.cursor = cursor
        self.result = result or parse(text)
        tokens = self.result.tokens
        self.tokens: list[Token] = [token for token in tokens if token.kind not in _SILENT]
        self.at = next((token for token in self.tokens if token.start < cursor <= token.end), None)
        edge = cursor if self.at is None else self.at.start
        earlier = [token for token in self.tokens if token.end <= edge and token.kind != "Comment"]
        self.before = earlier[-1] if earlier else None
        self.after = next((token for token in self.tokens if token.start >= cursor), None)
        self.new_line = self.before is not None and any(
            token.kind == "NewLine" and self.before.end <= token.start < edge for token in tokens
        )
        position = cursor if self.at is not None or self.before is None else self.before.end
        self.path = path_to(self.result.script_block, position)

    @property
    def word(self) -> str:
        """The text of the token at the cursor."""
        return "" if self.at is None else self.text[self.at.start : self.at.end]

    @property
    def start(self) -> int:
        """Where what is completed begins."""
        return self.cursor if self.at is None else self.at.start

    @property
    def length(self) -> int:
        """How long what is completed is already."""
        return 0 if self.at is None else self.at.end - self.at.start

    def begins_command(self) -> bool:
        """Whether a new command starts here."""
        return self.before is None or self.new_line or self.before.kind in _STARTS

    def innermost(self, kind: type[N]) -> N | None:
        """The innermost node of a kind around the cursor."""
        return next((node for node in reversed(self.path) if isinstance(node, kind)), None)

    def spelled(self, token: Token | None) -> str:
        """The text of a token."""
        return "" if token is None else self.text[token.start : token.end]

    def index(self, token: Token) -> int:
        """The place of a token among all."""
        return self.tokens.index(token)


def path_to(root: Node, position: int) -> list[Node]:
    """The nodes that hold a position, from the outermost on; of two that touch there, the one that ends there."""
    path = [root]
    while True:
        inside = [node for node in path[-1].children() if node.start <= position <= node.end]
        if not inside:
            return path
        path.append(next((node for node in inside if node.start < position), inside[0]))


def walk(node: Node) -> list[Node]:
    """A node and all below it in the order of the text."""
    found = [node]
    for child in node.children():
        found += walk(child)
    return found
