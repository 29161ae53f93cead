"""The state that scanning and parsing share: the text, one token of look-ahead, errors, comments."""

from __future__ import annotations

import re

from spshell.language.characters import BLANK
from spshell.language.errors import ParseError
from spshell.language.nodes.base import Source
from spshell.language.tokens import INVARIANT, Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.language.nodes import Expression, ScriptBlock, Statement, UsingStatement
    from spshell.language.pieces import Piece

    NumberValue = tuple[int | float | str, str]
    Redirect = tuple[int, int, bool]  # from, to (or -1 for a file), append

# Scanning modes (ORDER Scanner.scan): the same characters mean different things in each.
COMMAND, EXPRESSION, TYPE_NAME, SIGNATURE = range(4)
_MOST_ERRORS = 1000

_ONLY_BLANKS_OR_COMMENTS = re.compile(rf"(?>(?:[{BLANK}]|#[^\r\n]*+|<#(?s:.*?)(?:#>|\Z))*)\Z")


class Stream:
    """One token of look-ahead, held in fields so that no object is made for a token.

    `kind`, `start`, `end` and the values describe the token that was scanned last;
    `peeked` says that it is still to be consumed.
    """

    def __init__(self, text: str, collect: bool = False) -> None:
        self.text = text + "\0\0\0"  # reading a little past the end is safe
        self.source = Source(text)
        self.size = len(text)
        self.pos = 0
        self.mode = COMMAND
        self.signed = False  # a sign may begin a number
        self.before_ternary = False  # `?` and `:` end a number
        self.simple_name = False  # only the name itself is wanted
        self.no_comma = False  # a comma separates arguments here, it makes no array
        self.peeked = False
        self.kind = ""
        self.start = 0
        self.end = 0
        self.value: str = ""
        self.colon = False  # a parameter that ended in `:`
        self.pieces: list[Piece] | None = None  # of an expandable string
        self.number: NumberValue | None = None
        self.redirect: Redirect = (1, -1, False)
        self.errors: list[ParseError] = []
        self._errors_seen: set[tuple[str, int, int]] = set()
        self.comments: list[tuple[int, int]] = []
        self.requires: list[tuple[int, int]] = []
        self.signature_start = -1
        self.collected: list[Token] | None = [] if collect else None
        self.outward: Callable[[int], int] | None = None  # offsets of the whole text, in a nested one
        self.nesting = 0  # how many expandable strings are around a nested text
        self.needs_checks = False  # something was read that the grammar alone cannot judge
        self.needs_symbols = False  # of that, names of classes or files
        self.word = (-1, -1)  # where the last bare word stands
        self.words_again = 0  # how many words were read that are the rest of that one
        self.jumps = 0  # how many times a `break`, `continue` or `return` was read

    # what the scanner and the upper layers of the grammar provide

    def scan(self) -> str:
        raise NotImplementedError

    def statement(self) -> Statement | None:
        raise NotImplementedError

    def pipeline_chain(self) -> Statement | None:
        raise NotImplementedError

    def expression(self, before_ternary: bool = False) -> Expression | None:
        raise NotImplementedError

    def module_exists(self, node: UsingStatement) -> bool:
        raise NotImplementedError

    def file_exists(self, name: str) -> bool:
        raise NotImplementedError

    def script_block(self, curly: int, in_process: bool = False) -> ScriptBlock:
        raise NotImplementedError

    # tokens

    def next(self) -> str:
        """Consume a token; its kind."""
        if self.peeked:
            self.peeked = False
            return self.kind
        return self.scan()

    def peek(self) -> str:
        """The kind of the next token, which stays to be consumed."""
        if self.peeked:
            return self.kind
        self.peeked = True
        return self.scan()

    def token_text(self) -> str:
        """The text of the token that was scanned last."""
        return self.text[self.start : min(self.end, self.size)]

    def set_mode(self, mode: int) -> None:
        """Scan in another mode from here on; a token already seen is scanned again if that matters."""
        if self.peeked and self.mode != mode and self.kind not in INVARIANT:
            self.resync(self.start)
        self.mode = mode

    def restore_point(self) -> int:
        """Where a later `resync` can return to."""
        return self.pos

    def resync(self, start: int) -> None:
        """Go back to an offset and forget what was scanned behind it."""
        self.peeked = False
        start = min(start, self.size + 1)
        self.pos = start
        while self.comments and self.comments[-1][1] > start:
            self.comments.pop()
        while self.requires and self.requires[-1][1] > start:
            self.requires.pop()
        collected = self.collected
        if collected:
            last = len(collected) - 1
            if collected[last].kind == "EndOfInput":
                last -= 1
            while last >= 0 and collected[last].end > start:
                last -= 1
            del collected[last + 1 :]

    def save(self, kind: str, start: int, end: int) -> None:
        """Keep a token that the parser never sees: a comment, a line break between statements."""
        if self.collected is not None:
            self.collected.append(Token(kind, start, end))

    def flag(self, added: str = "", removed: frozenset[str] = frozenset(), kind: str = "") -> None:
        """Note on the token scanned last what it turned out to be."""
        if self.collected is not None:
            self.flag_at(self.start, added, removed, kind)

    def flag_at(
        self, start: int, added: str = "", removed: frozenset[str] = frozenset(), kind: str = ""
    ) -> None:
        """Note on the token that begins at `start` what it turned out to be."""
        for token in reversed(self.collected or ()):
            if token.start == start:
                if added:
                    token.added.add(added)
                token.removed |= removed
                token.kind = kind or token.kind
                return

    # errors

    def report(self, error_id: str, start: int, end: int, *arguments: str) -> None:
        """A fault that no further text can mend."""
        self._add(ParseError(error_id, arguments, start, end, incomplete=False))

    def report_incomplete(
        self, error_id: str, start: int, end: int, *arguments: str, seen_at: int = -1
    ) -> bool:
        """A fault that is only for want of more text if it lies at the end; says whether it does."""
        incomplete = self.at_end(end if seen_at < 0 else seen_at)
        self._add(ParseError(error_id, arguments, start, end, incomplete))
        return incomplete

    def at_end(self, offset: int) -> bool:
        """Whether only blanks and comments follow. Line breaks do not count as blanks here."""
        if self.outward is not None:
            offset = self.outward(offset)  # compared with the nested text's size, as PowerShell does
        return offset >= self.size or _ONLY_BLANKS_OR_COMMENTS.match(self.text, offset, self.size) is not None

    def _add(self, error: ParseError) -> None:
        key = (error.error_id, error.start, error.end)
        if key not in self._errors_seen:
            if len(self.errors) >= _MOST_ERRORS and error.error_id != "ScriptTooComplicated":
                raise RecursionError  # it is no script, and each error may be about all of the rest
            self._errors_seen.add(key)
            self.errors.append(error)
