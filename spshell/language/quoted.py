"""Quoted strings, here-strings and what `$` and the backtick mean inside them."""

from __future__ import annotations

import re

from spshell.language.characters import (
    BLANK_SET,
    DOUBLE_QUOTE_SET,
    DOUBLE_QUOTES,
    SINGLE_QUOTE_SET,
    SINGLE_QUOTES,
    is_variable_start,
)
from spshell.language.pieces import TextPiece, VariablePiece
from spshell.language.stream import Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.pieces import Piece

_SINGLE_RUN = re.compile(rf"[^{SINGLE_QUOTES}]*+")
_DOUBLE_RUN = re.compile(rf"[^{DOUBLE_QUOTES}$`]*+")
_SUBEXPRESSION_MARK = re.compile(rf"[(){DOUBLE_QUOTES}`]")
_LINE_RUN = re.compile(r"[^\r\n]*+")
_HERE_RUN = re.compile(r"[^\r\n$`]*+")
_BRACED_RUN = re.compile(rf"[^{{}}`{DOUBLE_QUOTES}]*+")
# no possessive group here: before Python 3.11.5 one whose inside can fail takes too little
_VARIABLE_NAME = re.compile(r"[\w?]*+(?::(?!:)[\w?]*+)*")
_UNICODE_ESCAPE = re.compile(r"\{([0-9a-fA-F]{1,6})\}")
_HEX_RUN = re.compile(r"[0-9a-fA-F]*+")
_SCOPES = re.compile(r"(?:(?:global|local|private|script|variable):)+", re.IGNORECASE)

_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "e": "\x1b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
}
_UNREADABLE = "\uffff"  # stands for an escape that means nothing; an error says so


class Quoted(Stream):
    """Scanning of strings. Each method takes the offset behind the opening characters."""

    def escape(self, pos: int) -> tuple[str, int]:
        """What the backtick before `pos` makes of the text there, and the offset behind that."""
        char = self.text[pos]
        if char == "u":
            return self._unicode_escape(pos + 1)
        return _ESCAPES.get(char, char), pos + 1

    def _unicode_escape(self, pos: int) -> tuple[str, int]:
        match = _UNICODE_ESCAPE.match(self.text, pos, self.size)
        if match is not None:
            code = int(match[1], 16)
            if code <= 0x10FFFF:
                return chr(code), match.end()
            self.report("InvalidUnicodeEscapeSequenceValue", pos + 1, match.end() - 1)
            return _UNREADABLE, match.end()
        if self.text[pos] != "{":
            self.report("InvalidUnicodeEscapeSequence", pos - 2, pos)
            return _UNREADABLE, pos
        digits = _HEX_RUN.match(self.text, pos + 1, min(pos + 8, self.size))
        end = digits.end() if digits else pos + 1
        count = end - pos - 1
        if count == 0 and self.text[end] == "}":
            self.report("InvalidUnicodeEscapeSequence", pos - 2, end + 1)
            return _UNREADABLE, end + 1
        if count > 6:
            end -= 1
            self.report("TooManyDigitsInUnicodeEscapeSequence", end, end + 1)
        elif count == 6:
            self.report("MissingUnicodeEscapeSequenceTerminator", end, end + 1)
        else:
            self.report("InvalidUnicodeEscapeSequence", end, end + 1)
        return _UNREADABLE, end

    def single_quoted(self, pos: int) -> tuple[str, int, bool]:
        """Value, offset behind the closing quote, and whether that quote is missing."""
        text, size, start = self.text, self.size, pos
        value = ""
        while True:
            match = _SINGLE_RUN.match(text, pos, size)
            end = match.end() if match else size
            value += text[pos:end]
            if end >= size:
                self.report_incomplete("TerminatorExpectedAtEndOfString", start - 1, size, "'")
                return value, size, True
            if text[end + 1] not in SINGLE_QUOTE_SET:
                return value, end + 1, False
            value += text[end + 1]
            pos = end + 2

    def double_quoted(self, pos: int, pieces: list[Piece]) -> tuple[str, int, bool]:
        """As `single_quoted`; variables and `$( )` come apart into `pieces`."""
        text, size, start = self.text, self.size, pos
        value = literal = ""
        while True:
            match = _DOUBLE_RUN.match(text, pos, size)
            end = match.end() if match else size
            literal += text[pos:end]
            if end >= size:
                self.report_incomplete("TerminatorExpectedAtEndOfString", start - 1, size, '"')
                pieces.append(literal)
                return value + literal, size, True
            char = text[end]
            if char == "$":
                pos = self.dollar(end, False, literal, pieces)
                if pos > end + 1:
                    value += literal + text[end:pos]
                    literal = ""
                else:
                    literal += "$"
            elif char == "`":
                if text[end + 1] == "\0":
                    literal += "`"
                    pos = end + 1
                else:
                    char, pos = self.escape(end + 1)
                    literal += char
            elif text[end + 1] in DOUBLE_QUOTE_SET:
                literal += text[end + 1]
                pos = end + 2
            else:
                pieces.append(literal)
                return value + literal, end + 1, False

    def dollar(self, at: int, here: bool, literal: str, pieces: list[Piece]) -> int:
        """A variable or `$( )` at `at` becomes a piece; the offset behind it, `at` + 1 when there is none."""
        char = self.text[at + 1]
        if char == "(":
            piece, end = self._cut(at + 2, here)
            pieces.append(literal)
            pieces.append(piece)
            return end
        if char == "{":
            path, end = self.braced_name(at + 2, in_string=True)
        elif is_variable_start(char):
            path, end = self.plain_name(at + 1)
            self.check_name(path, at, end)
        else:
            return at + 1
        pieces.append(literal)
        pieces.append(VariablePiece(path, at, end))
        return end

    def _cut(self, pos: int, here: bool) -> tuple[TextPiece, int]:
        # Purely lexical, as PowerShell does it: parentheses in inner quotes count too, and outside of
        # here-strings a doubled or escaped quote is undone before the inner text is parsed.
        text, size, start = self.text, self.size, pos - 2
        depth = 1
        parts: list[str] = []
        taken = start  # how far the text is in `parts`
        skipped: list[int] = []
        for match in _SUBEXPRESSION_MARK.finditer(text, pos, size):
            at = match.start()
            if at < taken:
                continue  # the character behind one that was left out
            char = text[at]
            if char == "(":
                depth += 1
            elif char == ")":
                depth -= 1
                if not depth:
                    parts.append(text[taken : at + 1])
                    return TextPiece("".join(parts), start, skipped, faulty=False), at + 1
            elif not here and text[at + 1] in DOUBLE_QUOTE_SET:
                skipped.append(at)
                parts += (text[taken:at], text[at + 1])
                taken = at + 2
        parts.append(text[taken:size])
        self.report_incomplete("IncompleteDollarSubexpressionReference", start, size)
        return TextPiece("".join(parts), start, skipped, faulty=True), size

    def plain_name(self, pos: int) -> tuple[str, int]:
        """The name of a variable without braces, from its first character on."""
        if self.text[pos] in "$?^":
            return self.text[pos], pos + 1
        # the first character is free to be any that may start a name, also the colon of `$::x`
        match = _VARIABLE_NAME.match(self.text, pos + 1, self.size)
        end = match.end() if match else pos + 1
        return self.text[pos:end], end

    def braced_name(self, pos: int, in_string: bool) -> tuple[str, int]:
        """The name inside `${ }`, from behind the brace; `:Error:` when it is empty or never ends."""
        text, size, start = self.text, self.size, pos
        name = ""
        closed = False
        while True:
            match = _BRACED_RUN.match(text, pos, size)
            end = match.end() if match else size
            name += text[pos:end]
            pos = end + 1
            if end >= size:
                pos = size
                break
            char = text[end]
            if char == "}":
                closed = True
                break
            if char == "`":
                if pos >= size:
                    break
                char, pos = self.escape(pos)
            elif char == "{":
                self.report("OpenBraceNeedsToBeBackTickedInVariableName", pos, pos + 1)
            elif in_string:
                if pos >= size:
                    break
                if text[pos] in DOUBLE_QUOTE_SET:
                    char = text[pos]
                    pos += 1
            name += char
        if not closed:
            self.report_incomplete("IncompleteDollarVariableReference", start - 1, pos)
        if not name:
            if closed:
                self.report("EmptyVariableReference", pos - 1, pos)
            name = ":Error:"
        return name, pos

    def check_name(self, path: str, start: int, end: int) -> None:
        """A variable must have a name behind its scope or drive."""
        if path[-1:] != ":":
            return
        scopes = _SCOPES.match(path)
        colon = path.find(":")
        if scopes is not None and scopes.end() == len(path):
            self.report("InvalidVariableReference", start, end)
        elif scopes is None and colon == len(path) - 1:
            kind = "InvalidVariableReferenceWithDrive" if colon else "InvalidVariableReference"
            self.report(kind, start, end)

    def here_string(self, pos: int, expandable: bool) -> tuple[str, int, bool, list[Piece]]:
        """Value, end, fault and pieces of a here-string, from behind its `@'` or `@"`."""
        quotes = DOUBLE_QUOTE_SET if expandable else SINGLE_QUOTE_SET
        quote = '"' if expandable else "'"
        text, size, header = self.text, self.size, pos - 2
        while text[pos] in BLANK_SET:
            pos += 1
        if text[pos] == "\r":
            pos += 2 if text[pos + 1] == "\n" else 1
        elif text[pos] == "\n":
            pos += 1
        else:
            return "", self._bad_header(header, pos, quote), True, []
        pieces: list[Piece] = []
        value = literal = ""
        false_footer = -1
        line_break = ""
        run = _HERE_RUN if expandable else _LINE_RUN
        while True:
            # at the start of a line: is this the end?
            if text[pos] in quotes and text[pos + 1] == "@" and pos < size:
                pieces.append(literal)
                return value + literal, pos + 2, False, pieces
            literal += line_break
            line_break = ""
            begin = pos
            while text[pos] in BLANK_SET:
                pos += 1
            if pos > begin and text[pos] in quotes and text[pos + 1] == "@" and pos < size:
                if false_footer < 0:
                    false_footer = pos
                pos += 2
            literal += text[begin:pos]
            while True:
                match = run.match(text, pos, size)
                end = match.end() if match else size
                literal += text[pos:end]
                pos = end
                if pos >= size:
                    if false_footer >= 0:
                        self.report_incomplete("WhitespaceBeforeHereStringFooter", false_footer, size)
                    else:
                        self.report_incomplete("TerminatorExpectedAtEndOfString", header, size, quote + "@")
                    pieces.append(literal)
                    return value + literal, size, True, pieces
                char = text[pos]
                if char == "$":
                    pos = self.dollar(end, True, literal, pieces)
                    if pos > end + 1:
                        value += literal + text[end:pos]
                        literal = ""
                    else:
                        literal += "$"
                elif char == "`":
                    pos += 1
                    if text[pos] == "\0":
                        literal += "`"
                    else:
                        char, pos = self.escape(pos)
                        literal += char
                else:
                    pos += 2 if char == "\r" and text[pos + 1] == "\n" else 1
                    line_break = text[end:pos]
                    break

    def _bad_header(self, header: int, pos: int, quote: str) -> int:
        # Recovery: up to a footer on the same line, else the string is over at the line's end.
        if pos >= self.size:
            self.report_incomplete("TerminatorExpectedAtEndOfString", header, self.size, quote + "@")
            return self.size
        self.report("UnexpectedCharactersAfterHereStringHeader", pos, pos + 1)
        match = _LINE_RUN.match(self.text, pos, self.size)
        end = match.end() if match else self.size
        footer = self.text.find(quote + "@", pos, end)
        return end if footer < 0 else footer + 2
