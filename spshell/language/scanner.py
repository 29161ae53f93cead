"""The scanner: from characters to the next token, by mode."""

from __future__ import annotations

import re

from spshell.language.characters import (
    BLANK,
    BLANK_SET,
    DASH_SET,
    DOUBLE_QUOTE_SET,
    LETTERS,
    SINGLE_QUOTE_SET,
    WORD_END_SET,
    is_name_start,
    is_variable_start,
)
from spshell.language.signature import resembles_signature
from spshell.language.stream import COMMAND, EXPRESSION
from spshell.language.words import Words

_BLANKS = re.compile(rf"[{BLANK}]*+")
_REST_OF_LINE = re.compile(r"[^\r\n]*+")
_BLANKS_AND_BREAKS = re.compile(rf"[{BLANK}\r\n]*+")
_BREAKS_AND_SEMICOLONS = re.compile(rf"[{BLANK}\r\n;]*+")
_BREAK_OR_SEMICOLON = re.compile(r"\r\n?|\n|;")
_REQUIRES = re.compile(r"#requires", re.IGNORECASE)

_PUNCTUATION = {
    "(": "LParen",
    ")": "RParen",
    "]": "RBracket",
    "{": "LCurly",
    "}": "RCurly",
    ";": "Semi",
    ",": "Comma",
}

_ARITHMETIC = {"+": "Plus", "*": "Multiply", "/": "Divide", "%": "Rem"}
_COMPOUND = {"+": "PlusEquals", "*": "MultiplyEquals", "/": "DivideEquals", "%": "RemainderEquals"}


_SKIPPABLE = BLANK_SET | frozenset("#<`\0")
_SEPARATING = BLANK_SET | frozenset("\r\n;#<`")


class Scanner(Words):
    """`scan` finds the next token in the present mode and leaves it in the fields."""

    def scan(self) -> str:
        """Scan a token; its kind."""
        text = self.text
        pos = self.pos
        char = text[pos]
        if char == " ":  # the most frequent blank, mostly alone
            pos += 1
            char = text[pos]
        if char not in _SKIPPABLE:
            self.start = pos
            if (kind := _PUNCTUATION.get(char)) is None:
                return self._other(char, pos)
            self.kind = kind
            self.end = self.pos = pos + 1
            if self.collected is not None:
                self.save(kind, pos, pos + 1)
            return kind
        return self._scan_behind(pos)

    def _scan_behind(self, pos: int) -> str:
        # Skips blanks, comments and line continuations first; the end of the text is found here too.
        text = self.text
        while True:
            char = text[pos]
            if char in BLANK_SET:
                match = _BLANKS.match(text, pos)
                pos = match.end() if match else pos + 1
            elif char == "#" or (char == "<" and text[pos + 1] == "#"):
                pos = self.comment(pos)
            elif char == "`":
                behind = self._backtick_blank(pos)
                if behind < 0:
                    self.start = pos
                    value, pos = self.escape(pos + 1)
                    return self.bare_word(pos, value)
                pos = behind
            elif char == "\0" and pos >= self.size:
                # PowerShell counts the end as a character, so this token lies behind the text
                self.start = pos + 1
                return self._token("EndOfInput", pos + 1)
            else:
                break
        self.start = pos
        if (kind := _PUNCTUATION.get(char)) is not None:
            return self._token(kind, pos + 1)
        return self._other(char, pos)

    def _backtick_blank(self, pos: int) -> int:
        # Offset behind a line continuation or an escaped blank, -1 when it is neither.
        text = self.text
        char = text[pos + 1]
        if char in "\r\n":
            end = pos + (3 if char == "\r" and text[pos + 2] == "\n" else 2)
            self.save("LineContinuation", pos, end)
            return end
        if char.isspace():
            return pos + 2
        if char == "\0" and pos + 1 >= self.size:
            self.report_incomplete("IncompleteString", self.size + 1, self.size + 1)
            return self.size
        return -1

    def _other(self, char: str, pos: int) -> str:
        text = self.text
        after = text[pos + 1]
        if char == "$":
            if after == "(":
                return self._token("DollarParen", pos + 2)
            return self.variable()
        if char in LETTERS or (char > "\x7f" and char.isalpha()):
            return self.name(pos)
        if char == "\n" or char == "\r":
            return self._token("NewLine", pos + (2 if char == "\r" and after == "\n" else 1))
        if char in SINGLE_QUOTE_SET:
            self.value, end, faulty = self.single_quoted(pos + 1)
            return self._string("StringLiteral", end, faulty)
        if char in DOUBLE_QUOTE_SET:
            self.pieces = []
            self.value, end, faulty = self.double_quoted(pos + 1, self.pieces)
            return self._string("StringExpandable", end, faulty)
        if char in DASH_SET:
            return self._dash(after, pos)
        if "0" <= char <= "9":
            return self._digit(char, pos)
        if char == "@":
            return self._at(after, pos)
        if char == "[":
            if self.mode == COMMAND and after not in WORD_END_SET:
                return self.bare_word(pos)
            return self._token("LBracket", pos + 1)
        if char == "|":
            return self._token("OrOr", pos + 2) if after == "|" else self._token("Pipe", pos + 1)
        if char == "&":
            return self._token("AndAnd", pos + 2) if after == "&" else self._token("Ampersand", pos + 1)
        if char == "=":
            return self._operator("Equals", pos + 1)
        if char in _ARITHMETIC:
            return self._arithmetic(char, after, pos)
        if char == ".":
            return self._dot(after, pos)
        if char == ">":
            return self._redirection(1, pos, explicit=False)
        if char == "<":
            return self._token("RedirectInStd", pos + 1)
        if char == "!":
            return self._exclaim(after, pos)
        if char == ":":
            return self._colon(after, pos)
        if char == "?" and self.mode == EXPRESSION:
            if after != "?":
                return self._token("QuestionMark", pos + 1)
            if text[pos + 2] == "=":
                return self._token("QuestionQuestionEquals", pos + 3)
            return self._token("QuestionQuestion", pos + 2)
        return self.bare_word(pos + 1, char)

    def _string(self, kind: str, end: int, faulty: bool) -> str:
        self._token(kind, end)
        pieces = self.pieces
        if kind.endswith("Expandable") and pieces is not None:
            if len(pieces) < 2:
                self.pieces = None
            elif not faulty:
                faulty = any(getattr(piece, "faulty", False) for piece in pieces)
        if faulty:
            self.flag("TokenInError")
        return kind

    def _operator(self, kind: str, end: int) -> str:
        # In a command an operator is one only when it stands alone.
        if self.mode == COMMAND and self.text[end] not in WORD_END_SET:
            return self.bare_word(end, self.text[self.start : end])
        return self._token(kind, end)

    def _arithmetic(self, char: str, after: str, pos: int) -> str:
        if after == "=":
            return self._operator(_COMPOUND[char], pos + 2)
        if char == "+":
            if after == "+":
                return self._operator("PlusPlus", pos + 2)
            if self.signed and (after.isdecimal() or after == "."):
                return self.number_token()
        elif char == "*" and after == ">":
            return self._redirection(0, pos + 1, explicit=False)
        return self._operator(_ARITHMETIC[char], pos + 1)

    def _dash(self, after: str, pos: int) -> str:
        if after in DASH_SET:
            return self._operator("MinusMinus", pos + 2)
        if after == "=":
            return self._operator("MinusEquals", pos + 2)
        if after.isalpha() or after in "_?":
            return self.parameter()
        if self.signed and (after.isdecimal() or after == "."):
            return self.number_token()
        return self._operator("Minus", pos + 1)

    def _digit(self, char: str, pos: int) -> str:
        if self.text[pos + 1] == ">" and "1" <= char <= "6":
            return self._redirection(int(char), pos + 1, explicit=True)
        return self.number_token()

    def _redirection(self, stream: int, pos: int, explicit: bool) -> str:
        # `pos` is the offset of the `>`
        text = self.text
        after = text[pos + 1]
        if (
            after == "&"
            and (explicit or stream == 0)
            and (text[pos + 2] == "1" or (explicit and text[pos + 2] == "2"))
        ):
            self.redirect = (stream, int(text[pos + 2]), False)
            return self._token("Redirection", pos + 3)
        if explicit and self.mode == EXPRESSION:
            self.number = (stream, "System.Int32")
            return self._token("Number", pos)
        append = after == ">"
        self.redirect = (stream, -1, append)
        return self._token("Redirection", pos + (2 if append else 1))

    def _at(self, after: str, pos: int) -> str:
        if after == "{":
            return self._token("AtCurly", pos + 2)
        if after == "(":
            return self._token("AtParen", pos + 2)
        if after in SINGLE_QUOTE_SET:
            self.value, end, faulty, _ = self.here_string(pos + 2, expandable=False)
            return self._string("HereStringLiteral", end, faulty)
        if after in DOUBLE_QUOTE_SET:
            self.value, end, faulty, self.pieces = self.here_string(pos + 2, expandable=True)
            return self._string("HereStringExpandable", end, faulty)
        if is_variable_start(after):
            return self.variable(splatted=True)
        self.report("UnrecognizedToken", pos, pos + 1)
        return self._token("Unknown", pos + 1)

    def _dot(self, after: str, pos: int) -> str:
        if after == ".":
            if self.mode == COMMAND and self.text[pos + 2] not in WORD_END_SET:
                return self.bare_word(pos)
            return self._token("DotDot", pos + 2)
        if "0" <= after <= "9":
            return self.number_token()
        if self.mode == COMMAND and after not in WORD_END_SET and after not in "$\"'":
            return self.bare_word(pos)
        return self._token("Dot", pos + 1)

    def _exclaim(self, after: str, pos: int) -> str:
        if self.mode == COMMAND:
            if after not in WORD_END_SET:
                return self.bare_word(pos)
        elif self.mode == EXPRESSION:
            if is_name_start(after):
                return self.bare_word(pos)
            if after.isdecimal() or after == ".":
                # `!1` negates a number, `!1abc` is a word
                self.start = pos + 1
                position = self.collected is not None and len(self.collected)
                kind = self.number_token()
                if self.collected is not None:
                    del self.collected[int(position) :]
                self.start = pos
                if kind != "Number":
                    return self.bare_word(pos)
        return self._token("Exclaim", pos + 1)

    def _colon(self, after: str, pos: int) -> str:
        if after == ":":
            if self.mode == COMMAND and not self.simple_name and self.text[pos + 2] not in WORD_END_SET:
                return self.bare_word(pos + 2, "::")
            return self._token("ColonColon", pos + 2)
        if self.mode == COMMAND:
            return self.label()
        return self._token("Colon", pos + 1)

    def comment(self, pos: int) -> int:
        """Skip the comment at `pos`; the offset behind it."""
        text, size = self.text, self.size
        if text[pos] == "#":
            match = _REST_OF_LINE.match(text, pos, size)
            end = match.end() if match else size
            if resembles_signature(text[pos + 1 : end + 1]):
                self.signature_start = pos
            elif _REQUIRES.match(text, pos, end) and self.outward is None:
                self.requires.append((pos, end))
        else:
            end = text.find("#>", pos + 2, size) + 2
            if end < 2:
                end = size
                self.report_incomplete("MissingTerminatorMultiLineComment", pos, size)
        self.comments.append((pos, end))
        self.save("Comment", pos, end)
        return end

    def skip_newlines(self) -> None:
        """Skip blanks, comments and line breaks."""
        if self.peeked:
            if self.kind != "NewLine":
                return
            self.peeked = False
        self._skip(_BLANKS_AND_BREAKS)

    def skip_separators(self) -> None:
        """Skip blanks, comments, line breaks and semicolons."""
        if self.peeked:
            if self.kind not in {"NewLine", "Semi"}:
                return
            self.peeked = False
        self._skip(_BREAKS_AND_SEMICOLONS)

    def _skip(self, separators: re.Pattern[str]) -> None:
        text = self.text
        pos = self.pos
        if pos > self.size or text[pos] not in _SEPARATING:
            return
        while True:
            match = separators.match(text, pos, self.size)
            end = match.end() if match else pos
            if self.collected is not None:
                self._save_separators(pos, end)
            pos = end
            char = text[pos]
            if char == "#" or (char == "<" and text[pos + 1] == "#"):
                pos = self.comment(pos)
            elif char == "`":
                after = text[pos + 1]
                if after in "\r\n":
                    end = pos + (3 if after == "\r" and text[pos + 2] == "\n" else 2)
                    self.save("LineContinuation", pos, end)
                    pos = end
                elif after.isspace():
                    pos += 2
                else:
                    break
            else:
                break
        self.pos = pos

    def _save_separators(self, pos: int, end: int) -> None:
        for match in _BREAK_OR_SEMICOLON.finditer(self.text, pos, end):
            self.save("Semi" if match[0] == ";" else "NewLine", match.start(), match.end())

    def continues_with_pipe(self, end: int) -> bool:
        """Whether the line behind `end` begins with `|`, comment lines aside (about_Pipelines)."""
        text, size = self.text, self.size
        if end >= size:
            return False
        at_break = True
        pos = end
        while pos < size - 1:
            char = text[pos]
            if char in BLANK_SET:
                pos += 1
            elif char == "\n" or char == "\r":
                if at_break:
                    return False
                at_break = True
                pos += 2 if char == "\r" and text[pos + 1] == "\n" else 1
            else:
                at_break = False
                if char == "#":
                    match = _REST_OF_LINE.match(text, pos, size)
                    pos = match.end() if match else size
                elif char == "<" and text[pos + 1] == "#":
                    behind = text.find("#>", pos + 2, size)
                    pos = size if behind < 0 else behind + 2
                else:
                    return char == "|"
        return text[size - 1] == "|"

    def member_operator(self, allow_bracket: bool) -> str:
        """Consume `.`, `::`, `[`, `?.` or `?[` if it follows at once; its kind or ''."""
        if self.peeked:
            return ""
        text = self.text
        pos = self.pos
        while text[pos] == "<" and text[pos + 1] == "#":
            pos = self.comment(pos)
        self.pos = pos
        char = text[pos]
        after = text[pos + 1]
        self.start = pos
        in_command = self.mode == COMMAND
        if char == ".":
            if after == "." or (in_command and (after in BLANK_SET or after in "\0\r\n")):
                return ""
            return self._token("Dot", pos + 1)
        if char == ":" and after == ":":
            behind = text[pos + 2]
            if in_command and (behind in BLANK_SET or behind in "\0\r\n"):
                return ""
            return self._token("ColonColon", pos + 2)
        if char == "[" and allow_bracket:
            return self._token("LBracket", pos + 1)
        if char == "?":
            if after == ".":
                return self._token("QuestionDot", pos + 2)
            if after == "[" and allow_bracket:
                return self._token("QuestionLBracket", pos + 2)
        return ""

    def invoke_opening(self) -> str:
        """Consume the `(` or `{` of a method call if it follows at once; its kind or ''."""
        if self.peeked:
            return ""
        char = self.text[self.pos]
        if char not in "({":
            return ""
        self.start = self.pos
        return self._token("LParen" if char == "(" else "LCurly", self.pos + 1)

    def left_bracket(self) -> bool:
        """Consume a `[` where only an attribute or a type can follow."""
        if self.peeked:
            if self.kind == "LBracket":
                self.peeked = False
                return True
            return False
        text = self.text
        pos = begin = self.pos
        blank = False
        while True:
            char = text[pos]
            if char in BLANK_SET:
                blank = True
                match = _BLANKS.match(text, pos)
                pos = match.end() if match else pos + 1
            elif char == "#":
                blank = True
                pos = self.comment(pos)
            elif char == "<" and text[pos + 1] == "#":
                blank = False
                pos = self.comment(pos)
            else:
                break
        self.pos = pos
        if char == "[":
            self.start = pos
            self._token("LBracket", pos + 1)
            return True
        if char in ".:" and blank:
            # rescanned so that no blank stands between an expression and its member access
            self.resync(begin)
        return False
