"""The parser's state: position in the text, errors, trivia, and the sub-parsers of the grammar's parts.

The parser works on the text itself; what counts as a token depends on where it stands (command or expression).
"""

from __future__ import annotations

import gc
from typing import Any

from spshell.language.interim import scan
from spshell.language.nodes.base import Source


class ParseError:
    """A syntax error: PowerShell's id, what its sentence names, the extent, and whether more input could mend it."""

    __slots__ = ("arguments", "end", "error_id", "incomplete", "start")

    def __init__(self, error_id: str, arguments: tuple[str, ...], start: int, end: int, *, incomplete: bool) -> None:
        self.error_id = error_id
        self.arguments = arguments
        self.start = start
        self.end = end
        self.incomplete = incomplete

    def __repr__(self) -> str:
        return f"<ParseError {self.error_id} {self.start}-{self.end}>"


class ParseResult:
    """The tree of a text (always there, partial after errors) and its errors in order."""

    __slots__ = ("comments", "errors", "script_block")

    def __init__(self, script_block: Any, errors: list[ParseError], comments: list[tuple[int, int]]) -> None:
        self.script_block = script_block
        self.errors = errors
        self.comments = comments

    @property
    def incomplete(self) -> bool:
        """Whether the text is the beginning of something: the prompt should ask for more."""
        return any(error.incomplete for error in self.errors)


class Parser:
    """Where the parser stands, and the small steps that all parts of the grammar share."""

    def __init__(self, source: Source, start: int = 0, end: int | None = None) -> None:
        self.source = source
        self.text = source.text if end is None else source.text[:end]
        self.pos = start
        self.length = len(self.text)
        self.errors: list[ParseError] = []
        self.no_comma = 0  # inside method arguments a comma separates
        self.depth = 0

    def error(self, error_id: str, *arguments: str, start: int | None = None, end: int | None = None, incomplete: bool | None = None) -> None:
        """Record an error; it is incomplete when it touches the end of the text, unless told."""
        begin = self.pos if start is None else start
        finish = begin if end is None else end
        if incomplete is None:
            incomplete = self.at_end()
        if self.errors and self.errors[-1].start == begin and self.errors[-1].error_id == error_id:
            return
        self.errors.append(ParseError(error_id, arguments, begin, finish, incomplete=incomplete))

    def at_end(self) -> bool:
        """Whether only white space and comments are left."""
        match = scan.TRIVIA.match(self.text, self.pos)
        return (match.end() if match else self.pos) >= self.length

    def blanks(self) -> bool:
        """Skip white space inside the line; whether there was any."""
        text = self.text
        pos = self.pos
        if pos < self.length and text[pos] == " " and (pos + 1 >= self.length or text[pos + 1] not in " \t`<"):
            self.pos = pos + 1
            return True
        match = scan.BLANK.match(text, pos)
        if match is None:
            return False
        self.pos = match.end()
        return True

    def trivia(self) -> None:
        """Skip white space, line ends and comments."""
        match = scan.TRIVIA.match(self.text, self.pos)
        if match is not None:
            self.pos = match.end()

    def comment(self) -> None:
        """Skip blanks and a comment up to the end of the line."""
        self.blanks()
        if self.pos < self.length and self.text[self.pos] == "#":
            match = scan.LINE_COMMENT.match(self.text, self.pos)
            if match is not None:
                self.pos = match.end()

    def peek(self) -> str:
        """The character here, or an empty string at the end."""
        return self.text[self.pos] if self.pos < self.length else ""

    def starts(self, text: str) -> bool:
        """Whether the text continues with `text`."""
        return self.text.startswith(text, self.pos)

    def take(self, text: str) -> bool:
        """Step over `text` when it stands here."""
        if self.text.startswith(text, self.pos):
            self.pos += len(text)
            return True
        return False

    def take_after_trivia(self, text: str) -> bool:
        """As `take`, white space and line ends skipped before it; nothing moves when it is not there."""
        start = self.pos
        self.trivia()
        if self.take(text):
            return True
        self.pos = start
        return False

    def word_at(self) -> str:
        """The name made of letters and digits that begins here, folded; empty when none does or it goes on as a word."""
        match = scan.WORD.match(self.text, self.pos)
        if match is None:
            return ""
        end = match.end()
        if end < self.length and self.text[end] not in _AFTER_KEYWORD:
            return ""
        return match.group().lower()


_AFTER_KEYWORD = scan.WORD_END | frozenset("[$@'\"#:=!+*/%`")


def parse(text: str, name: str = "") -> ParseResult:
    """Parse a whole script. Never raises; what is wrong is in ``errors``."""
    from spshell.language.interim.statements import script

    source = Source(text, name)
    parser = Parser(source)
    collecting = gc.isenabled()
    gc.disable()
    try:
        block = script(parser)
    finally:
        if collecting:
            gc.enable()
    parser.errors.sort(key=lambda error: error.start)
    return ParseResult(block, parser.errors, [])


def parse_type_name(text: str) -> Any:
    """A type name as it stands between brackets, as a TypeName node; None when it is none."""
    from spshell.language.interim.types import type_name

    parser = Parser(Source(text))
    parser.trivia()
    found = type_name(parser)
    parser.trivia()
    return found if found is not None and parser.pos >= parser.length and not parser.errors else None
