"""Scanning of words: names, bare words, variables, parameters and operators with a dash, numbers, labels."""

from __future__ import annotations

import re

from spshell.language.characters import (
    DOUBLE_QUOTE_SET,
    DOUBLE_QUOTES,
    NUMBER_END_SET,
    SINGLE_QUOTE_SET,
    SINGLE_QUOTES,
    WORD_END_SET,
    WORD_ENDS,
    is_name_start,
    is_variable_start,
)
from spshell.language.numbers import NUMBER, SUFFIXES, number_value
from spshell.language.quoted import Quoted
from spshell.language.stream import COMMAND, EXPRESSION, SIGNATURE, TYPE_NAME
from spshell.language.tokens import DASH_OPERATORS, KEYWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.pieces import Piece

_NAME_RUN = re.compile(r"\w*+")
_TYPE_NAME_RUN = re.compile(r"[\w.`+#\\]*+")
_WORD_RUN = re.compile(rf"[^{WORD_ENDS}{SINGLE_QUOTES}{DOUBLE_QUOTES}`$]*+")
_DASH_WORD = re.compile(r"[A-Za-z]*+")
_PARAMETER_RUN = re.compile(rf"[^{WORD_ENDS}.\[:{SINGLE_QUOTES}{DOUBLE_QUOTES}]*+")
_MOST_AGAIN = 50
_AFTER_VARIABLE = WORD_END_SET | frozenset(".[=")


class Words(Quoted):
    """Each method scans from `start` and leaves the token in the fields; it answers the kind."""

    def _token(self, kind: str, end: int) -> str:
        self.kind = kind
        self.end = self.pos = end
        if self.collected is not None:
            self.save(kind, self.start, end)
        return kind

    def bare_word(self, pos: int, value: str = "") -> str:
        """A word of a command from `pos` on; `value` is what was already read of it."""
        text, size = self.text, self.size
        if self.errors and self._is_read_again():
            self.value, self.pieces = "", None
            return self._token("Generic", self.word[1])
        literal = value
        value = ""
        pieces: list[Piece] = []
        while True:
            match = _WORD_RUN.match(text, pos, size)
            end = match.end() if match else size
            literal += text[pos:end]
            pos = end
            if pos >= size:
                break
            char = text[pos]
            if char in WORD_END_SET:
                break
            pos += 1
            if char == "$":
                behind = self.dollar(end, False, literal, pieces)
                if behind > pos:
                    value += literal + text[end:behind]
                    literal = ""
                    pos = behind
                else:
                    literal += "$"
            elif char == "`":
                if text[pos] == "\0":
                    literal += "`"
                else:
                    char, pos = self.escape(pos)
                    literal += char
            elif char in SINGLE_QUOTE_SET:
                inner, pos, _ = self.single_quoted(pos)
                literal += inner
            else:
                nested: list[Piece] = []
                inner, pos, _ = self.double_quoted(pos, nested)
                if len(nested) == 1:
                    literal += inner
                else:
                    nested[0] = literal + str(nested[0])
                    tail = nested.pop()
                    pieces += nested
                    value += literal + inner[: len(inner) - len(str(tail))]
                    literal = str(tail)
        self.value = value + literal
        if pieces:
            pieces.append(literal)
        self.pieces = pieces or None
        self.word = (self.start, pos)
        return self._token("Generic", pos)

    def _is_read_again(self) -> bool:
        # In a faulty text a long word may be read from each of its variables on: soon only its end matters.
        start, end = self.word
        if not start < self.start < end:
            return False
        self.words_again += 1
        return self.words_again > _MOST_AGAIN

    def name(self, pos: int) -> str:
        """A name that begins at `start`; in commands it may turn out to be a keyword or a bare word."""
        match = _NAME_RUN.match(self.text, pos, self.size)
        end = match.end() if match else pos + 1
        mode = self.mode
        if mode == TYPE_NAME:
            match = _TYPE_NAME_RUN.match(self.text, end, self.size)
            kind = self._token("Identifier", match.end() if match else end)
            self.flag("TypeName")
            return kind
        if not self.simple_name:
            if mode == COMMAND and self.text[end] not in WORD_END_SET:
                return self.bare_word(pos)
            if mode in {COMMAND, SIGNATURE}:
                return self._token(KEYWORDS.get(self.text[pos:end].lower(), "Identifier"), end)
        return self._token("Identifier", end)

    def variable(self, splatted: bool = False) -> str:
        """`$name`, `${name}`, `@name`, or a bare word that only begins like one."""
        start = self.start
        char = self.text[start + 1]
        if char == "{":
            path, end = self.braced_name(start + 2, in_string=False)
            if self.mode == COMMAND and self.text[end] not in _AFTER_VARIABLE - {"="}:
                return self.bare_word(start)
        elif not is_variable_start(char):
            return self.bare_word(start + 1, "$")
        else:
            path, end = self.plain_name(start + 1)
            if self.mode == COMMAND:
                enders = WORD_END_SET if char in "$?^" else _AFTER_VARIABLE
                double_colon = char not in "$?^" and self.text.startswith("::", end)
                if self.text[end] not in enders and not double_colon:
                    return self.bare_word(start)
        if char == "{":
            self._check_braced(path, start, end)
        else:
            self.check_name(path, start, end)
        self.value = path
        return self._token("SplattedVariable" if splatted else "Variable", end)

    def _check_braced(self, path: str, start: int, end: int) -> None:
        before = len(self.errors)
        self.check_name(path, start, end)
        for error in self.errors[before:]:
            error.error_id = "InvalidBracedVariableReference"

    def parameter(self) -> str:
        """`-name`: a parameter, or in expressions an operator."""
        text, start = self.text, self.start
        if self.mode != COMMAND:
            match = _DASH_WORD.match(text, start + 1, self.size)
            end = match.end() if match else start + 1
            word = text[start + 1 : end]
            if self.mode == EXPRESSION and (kind := DASH_OPERATORS.get(word.lower())):
                return self._token(kind, end)
            if not word:
                return self._token("Minus", end)
            self.value, self.colon = word, False
            return self._token("Parameter", end)
        match = _PARAMETER_RUN.match(text, start + 1, self.size)
        end = match.end() if match else start + 1
        word = text[start + 1 : end]
        char = text[end]
        if char in SINGLE_QUOTE_SET or char in DOUBLE_QUOTE_SET:
            # a quote never belongs to a parameter, so this is an argument
            return self.bare_word(end, text[start:end])
        self.colon = char == ":"
        if self.colon:
            end += 1
        self.value = word
        return self._token("Parameter", end) if word else self._token("Minus", end)

    def number_token(self) -> str:
        """A number, or the bare word that begins like one."""
        match = NUMBER.match(self.text, self.start, self.size)
        if match is None or match[6].lower() not in SUFFIXES or not self._ends_number(match.end()):
            return self.bare_word(self.start)
        value = number_value(match)
        if value is None:
            if self.mode != EXPRESSION:
                return self.bare_word(self.start)
            self.report("BadNumericConstant", self.start, match.end(), match[0])
            value = (0, "System.Object")
        self.number = value
        return self._token("Number", match.end())

    def _ends_number(self, end: int) -> bool:
        char = self.text[end]
        if char in WORD_END_SET:
            return True
        if self.mode != EXPRESSION:
            return False
        return char in NUMBER_END_SET or (self.before_ternary and char in "?:")

    def label(self) -> str:
        """`:name` in front of a loop."""
        pos = self.start + 1
        if not is_name_start(self.text[pos]):
            if self.text[pos] == "\0":
                self.value, self.pieces = ":", None
                return self._token("Generic", pos)
            return self.bare_word(pos, ":")
        match = _NAME_RUN.match(self.text, pos, self.size)
        end = match.end() if match else pos + 1
        if self.text[end] not in WORD_END_SET:
            return self.bare_word(self.start)
        self.value = self.text[pos:end]
        return self._token("Label", end)
