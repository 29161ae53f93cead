"""Colours for the text being edited, from the tokens of our own lexer."""

from __future__ import annotations

from prompt_toolkit.lexers import Lexer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples

_STYLES = {
    "Variable": "ansigreen", "SplattedVariable": "ansigreen", "Parameter": "ansibrightblack", "Number": "ansiwhite",
    "StringLiteral": "ansicyan", "StringExpandable": "ansicyan", "HereStringLiteral": "ansicyan",
    "HereStringExpandable": "ansicyan", "Comment": "ansigreen",
}  # fmt: skip


def style_of(kind: str, flags: str) -> str:
    """The style of a token."""
    if "CommandName" in flags:
        return "ansibrightyellow"
    if "Keyword" in flags:
        return "ansibrightgreen"
    if "TypeName" in flags:
        return "ansiwhite"
    if "Operator" in flags:
        return "ansibrightblack"
    return _STYLES.get(kind, "")


def coloured(text: str) -> list[tuple[str, str]]:
    """The text as (style, piece) pairs; together the pieces are the text."""
    from spshell.language.dump import dump_parse

    pieces: list[tuple[str, str]] = []
    position = 0
    tokens: Any = dump_parse(text)["tokens"]
    for kind, flags, _text, start, end in tokens:
        if end <= position or kind in ("EndOfInput", "NewLine"):
            continue
        if start > position:
            pieces.append(("", text[position:start]))
        pieces.append((style_of(kind, flags), text[max(start, position) : end]))
        position = end
    if position < len(text):
        pieces.append(("", text[position:]))
    return pieces


class ScriptLexer(Lexer):
    """prompt_toolkit's view of `coloured`, line by line."""

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        lines: list[StyleAndTextTuples] = [[]]
        for style, piece in coloured(document.text):
            first, *rest = piece.split("\n")
            lines[-1].append((style, first))
            lines.extend([(style, line)] for line in rest)
        return lambda number: lines[number] if number < len(lines) else []
