r"""The translation of one .NET pattern into the syntax that Python's engines share.

Handled here because Python differs: option groups in the middle, ``(?n)``, group numbering (unnamed first),
``$ \\Z \\z``, class subtraction, escapes, literal braces, and what .NET refuses but Python would take.
Source: .NET regular expression language reference.
"""

from __future__ import annotations

from spshell.values.regex_dialect import (
    EXPLICIT_CAPTURE,
    IGNORE_CASE,
    IGNORE_WHITESPACE,
    MULTILINE,
    SINGLELINE,
    parse_fault,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.values.exceptions import NetException

_OPTION_BITS = {
    "i": IGNORE_CASE,
    "m": MULTILINE,
    "n": EXPLICIT_CAPTURE,
    "s": SINGLELINE,
    "x": IGNORE_WHITESPACE,
}
_QUANTIFIERS = "*+?{"
_META = ".^$*+?{}[]\\|()"
_SIMPLE_ESCAPES = {"a": "\\x07", "e": "\\x1b", "f": "\\f", "n": "\\n", "r": "\\r", "t": "\\t", "v": "\\x0b"}
_CASELESS = "\u0130\u0131"  # Python folds the Turkish i to i, .NET does not
_HEX = "0123456789abcdefABCDEF"
_OCTAL = "01234567"
_BLOCKS = {
    "Greek": "GreekAndCoptic",
    "GreekandCoptic": "GreekAndCoptic",
    "CombiningMarksforSymbols": "CombiningDiacriticalMarksForSymbols",
}


class _Reference:
    """A back reference, resolved when all groups are known."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class _Level:
    """An open group: the options that hold after it and the option groups opened inside it."""

    __slots__ = ("options", "wraps")

    def __init__(self, options: int) -> None:
        self.options = options
        self.wraps: list[str] = []


class Translation:
    """One run over a pattern; ``beyond_re`` tells that Python's own engine cannot take the result."""

    def __init__(self, text: str, options: int) -> None:
        self.text = text
        self.position = 0
        self.options = options
        self.start_options = options
        self.out: list[str | _Reference] = []
        self.groups: list[str | None] = []
        self.levels: list[_Level] = [_Level(options)]
        self.beyond_re = False
        self.quantifiable = False

    def fault(self, name: str, offset: int | None = None) -> NetException:
        """The error of the pattern; it was read up to the offset, else through the present character."""
        at = self.position + 1 if offset is None else offset
        return parse_fault(self.text, name, min(at, len(self.text)))

    def run(self) -> str:
        """The translated pattern; raises RegexParseException."""
        while self.position < len(self.text):
            self._step()
        if len(self.levels) > 1:
            raise self.fault("InsufficientClosingParentheses")
        self._close_wraps()
        numbers = self.numbering()
        return "".join(
            item if isinstance(item, str) else self._reference_text(item, numbers) for item in self.out
        )

    def numbering(self) -> dict[str, int]:
        """.NET group name -> Python group number: 0, the unnamed, then the named in order of appearance."""
        places: dict[str, int] = {}
        taken = {int(name) for name in self.groups if name is not None and name.isdigit()}
        number = 1
        numbered: dict[int, int] = {}
        names: dict[str, int] = {}
        python = 0
        for name in self.groups:
            if name is not None and self._python_name(name) in places:
                continue
            python += 1
            if name is None:
                while number in taken:
                    number += 1
                numbered[number] = python
                number += 1
            elif name.isdigit():
                numbered[int(name)] = python
            else:
                names[name] = python
            if name is not None:
                places[self._python_name(name)] = python
        return {"0": 0, **{str(key): numbered[key] for key in sorted(numbered)}, **names}

    def _reference_text(self, reference: _Reference, numbers: dict[str, int]) -> str:
        name = reference.name
        if name not in numbers and name.isdigit() and not name.startswith("0"):
            ordered = list(numbers.values())  # a named group also answers to its number
            if int(name) < len(ordered):
                return f"(?:\\{ordered[int(name)]})"
        if name in numbers:
            return f"(?:\\{numbers[name]})"
        if name.isdigit() and len(name) > 1 and all(digit in _OCTAL for digit in name):
            return f"\\x{int(name, 8) & 0xFF:02x}"
        raise self.fault("UndefinedNumberedReference" if name.isdigit() else "UndefinedNamedReference")

    @staticmethod
    def _python_name(name: str) -> str:
        return "_" + name if name[0].isdigit() else name

    def _peek(self, offset: int = 0) -> str:
        return self.text[self.position + offset : self.position + offset + 1]

    def _emit(self, piece: str, *, quantifiable: bool = True) -> None:
        self.out.append(piece)
        self.quantifiable = quantifiable

    def _step(self) -> None:
        character = self.text[self.position]
        if self.options & IGNORE_WHITESPACE:
            if character in " \t\n\r\f\v":
                self.position += 1
                return
            if character == "#":
                end = self.text.find("\n", self.position)
                self.position = len(self.text) if end < 0 else end + 1
                return
        if character == "\\":
            self._escape()
        elif character == "[":
            self.position += 1
            self._emit(self._class())
        elif character == "(":
            self._open()
        elif character == ")":
            self._close()
        elif character == "|":
            self._close_wraps()
            self.out.append("|")
            self.out.extend(self.levels[-1].wraps)
            self.quantifiable = False
            self.position += 1
        elif character in _QUANTIFIERS and self._quantifier():
            pass
        else:
            self.position += 1
            if character in ".^$":
                self._emit(character)
            else:
                self._emit(self._literal(character))

    def _literal(self, character: str) -> str:
        if character in _CASELESS and self.options & IGNORE_CASE:
            return f"(?-i:{character})"
        return "\\" + character if character in _META else character

    def _close_wraps(self) -> None:
        self.out.extend(")" for _ in self.levels[-1].wraps)

    def _close(self) -> None:
        if len(self.levels) == 1:
            raise self.fault("InsufficientOpeningParentheses")
        self._close_wraps()
        self.options = self.levels.pop().options
        self.position += 1
        self._emit(")")

    def _quantifier(self) -> bool:
        """Translate a quantifier; False when a brace is just a character."""
        character = self._peek()
        end = self.position + 1
        if character == "{":
            end = self.text.find("}", self.position) + 1
            low, _, high = self.text[self.position + 1 : end - 1].partition(",")
            if not end or not low.isdigit() or (high and not high.isdigit()):
                return False
            if high and int(low) > int(high):
                raise self.fault("ReversedQuantifierRange", end)
        if not self.quantifiable:
            raise self.fault("QuantifierAfterNothing")
        piece = self.text[self.position : end]
        if self.text[end : end + 1] == "?":
            piece += "?"
            end += 1
        self.position = end
        self._skip_blanks()
        following = self._peek()
        if following and following in "*+?":
            raise self.fault("NestedQuantifiersNotParenthesized")
        if following == "{":
            closing = self.text.find("}", self.position)
            inner = self.text[self.position + 1 : closing].split(",")
            if closing > 0 and inner[0].isdigit() and all(part.isdigit() or not part for part in inner):
                raise self.fault("NestedQuantifiersNotParenthesized")
        self._emit(piece, quantifiable=False)
        return True

    def _skip_blanks(self) -> None:
        while self.options & IGNORE_WHITESPACE and self._peek() and self._peek() in " \t\n\r\f\v":
            self.position += 1

    def _open(self) -> None:
        self.position += 1
        level = _Level(self.options)
        self.quantifiable = False
        if self._peek() != "?":
            if self._peek() == "*":
                raise self.fault("QuantifierAfterNothing")
            capturing = not self.options & EXPLICIT_CAPTURE
            if capturing:
                self.groups.append(None)
            self.out.append("(" if capturing else "(?:")
            self.levels.append(level)
            return
        rest = self.text[self.position + 1 :]
        for opening in (":", ">", "=", "!", "<=", "<!"):
            if rest.startswith(opening):
                self.position += 1 + len(opening)
                self.out.append("(?" + opening)
                self.levels.append(level)
                return
        if rest.startswith("#"):
            end = self.text.find(")", self.position)
            if end < 0:
                raise self.fault("UnterminatedComment", len(self.text))
            self.position = end + 1
        elif rest.startswith(("<", "'")):
            self._named(level, ">" if rest[0] == "<" else "'")
        elif rest.startswith("("):
            self._conditional(level)
        else:
            self._option_group(level)

    def _name_end(self, start: int) -> int:
        end = start
        while end < len(self.text) and (self.text[end].isalnum() or self.text[end] == "_"):
            end += 1
        return end + 1

    def _named(self, level: _Level, closing: str) -> None:
        start = self.position + 2
        end = self.text.find(closing, start)
        name = self.text[start:end] if end > 0 else ""
        if "-" in name:
            raise self.fault("BalancingGroup")
        if not name or not name.replace("_", "a").isalnum() or (name[0].isdigit() and not name.isdigit()):
            raise self.fault(
                "CapturingGroupNameInvalid"
                if self._name_end(start) <= len(self.text)
                else "InvalidGroupingConstruct",
                self._name_end(start),
            )
        if name.isdigit() and int(name) == 0:
            raise self.fault("CapturingGroupOfZero")
        if name in self.groups:
            self.beyond_re = True
        self.groups.append(name)
        self.out.append(f"(?P<{self._python_name(name)}>")
        self.levels.append(level)
        self.position = end + 1

    def _conditional(self, level: _Level) -> None:
        end = self.text.find(")", self.position + 2)
        name = self.text[self.position + 2 : end] if end > 0 else ""
        if name in self.groups or (name.isdigit() and int(name) <= len(self.groups)):
            self.out.append(f"(?({self._python_name(name) if not name.isdigit() else name})")
            self.position = end + 1
        else:
            self.beyond_re = True
            self.out.append("(?")
            self.position += 1
            # the condition itself: (?(expression) is a lookahead, (?(?=...) stands as it is
            if self._peek(1) != "?":
                self.out.append("(?=")
                self.position += 1
                self.levels.append(level)
                depth = len(self.levels)
                self.levels.append(_Level(self.options))
                while len(self.levels) > depth and self.position < len(self.text):
                    self._step()
                return
        self.levels.append(level)

    def _option_group(self, level: _Level) -> None:
        end = self.position + 1
        while end < len(self.text) and self.text[end] in "imnsxIMNSX+-":
            end += 1
        letters = self.text[self.position + 1 : end].lower()
        if self.text[end : end + 1] not in (")", ":") or (not letters and self.text[end : end + 1] == ")"):
            raise self.fault("InvalidGroupingConstruct")
        options, on = self.options, True
        for letter in letters:
            if letter in "+-":
                on = letter == "+"
            elif on:
                options |= _OPTION_BITS[letter]
            else:
                options &= ~_OPTION_BITS[letter]
        opening = self._scoped(options)
        self.position = end + 1
        if self.text[end] == ":":
            self.out.append(opening)
            self.levels.append(level)
            self.options = options
            return
        self.options = options
        if not self.out and len(self.levels) == 1:
            self.start_options = options
        elif opening != "(?:":
            self.out.append(opening)
            self.levels[-1].wraps.append(opening)

    def _scoped(self, options: int) -> str:
        """The opening of a group in which other options hold."""
        on = off = ""
        for letter, bit in (("i", IGNORE_CASE), ("m", MULTILINE), ("s", SINGLELINE)):
            if options & bit and not self.options & bit:
                on += letter
            elif self.options & bit and not options & bit:
                off += letter
        return f"(?{on}{'-' + off if off else ''}:"

    def _escape(self) -> None:
        character = self._peek(1)
        if not character:
            raise self.fault("UnescapedEndingBackslash")
        if character in "kK" and character == "k":
            self._named_reference()
            return
        if character in "123456789":
            end = self.position + 1
            while end < len(self.text) and self.text[end].isdigit():
                end += 1
            self.out.append(_Reference(self.text[self.position + 1 : end]))
            self.quantifiable = True
            self.position = end
            return
        anchors = {"A": "\\A", "z": "\\Z", "Z": "(?=\\n?\\Z)", "b": "\\b", "B": "\\B", "G": "\\G"}
        if character in anchors:
            self.beyond_re = self.beyond_re or character == "G"
            self.position += 2
            self._emit(anchors[character])
            return
        self._emit(self._common_escape())

    def _named_reference(self) -> None:
        opening = self._peek(2)
        closing = {"<": ">", "'": "'"}.get(opening)
        end = self.text.find(closing, self.position + 3) if closing else -1
        if end < 0:
            raise self.fault("MalformedNamedReference")
        self.out.append(_Reference(self.text[self.position + 3 : end]))
        self.quantifiable = True
        self.position = end + 1

    def _common_escape(self, *, in_class: bool = False) -> str:
        """Escapes that mean the same inside and outside a class; leaves the position behind it."""
        character = self._peek(1)
        self.position += 2
        if character in _SIMPLE_ESCAPES:
            return _SIMPLE_ESCAPES[character]
        if character in "dDwWsS":
            return "\\" + character
        if character == "b" and in_class:
            return "\\x08"
        if character in "pP":
            return self._category(character)
        if character == "x" or character == "u":
            count = 2 if character == "x" else 4
            digits = self.text[self.position : self.position + count]
            if len(digits) < count or any(digit not in _HEX for digit in digits):
                raise self.fault("InsufficientOrInvalidHexDigits")
            self.position += count
            return f"\\u{int(digits, 16):04x}"
        if character == "c":
            letter = self._peek().upper()
            self.position += 1
            if not letter or not "@" <= letter <= "_":
                raise self.fault("UnrecognizedControlCharacter")
            return f"\\x{ord(letter) - 64:02x}"
        if character in _OCTAL and (character == "0" or in_class):
            start = self.position - 1
            end = start
            while end < start + 3 and end < len(self.text) and self.text[end] in _OCTAL:
                end += 1
            self.position = end
            return f"\\x{int(self.text[start:end], 8) & 0xFF:02x}"
        if character.isalnum() or character == "_":
            raise self.fault("UnrecognizedEscape")
        return "\\" + character

    def _category(self, letter: str) -> str:
        end = self.text.find("}", self.position)
        if self._peek() != "{" or end < 0:
            raise self.fault("MalformedUnicodePropertyEscape")
        name = self.text[self.position + 1 : end]
        self.position = end + 1
        self.beyond_re = True
        if name.startswith("Is"):
            name = "In" + _BLOCKS.get(name[2:], name[2:])
        return f"\\{letter}{{{name}}}"

    def _class(self) -> str:
        """A character class after its bracket; subtraction becomes a lookahead."""
        negated = self._peek() == "^"
        self.position += negated
        items: list[str] = []
        first = True
        while True:
            character = self._peek()
            if not character:
                raise self.fault("UnterminatedBracket", len(self.text))
            if character == "]" and not first:
                self.position += 1
                break
            first = False
            if character == "-" and self._peek(1) == "[" and items:
                self.position += 2
                excluded = self._class()
                if self._peek() != "]":
                    raise self.fault("ExclusionGroupNotLast")
                self.position += 1
                return f"(?:(?!{excluded})[{'^' if negated else ''}{''.join(items)}])"
            if character == "\\":
                if not self._peek(1):
                    raise self.fault("UnescapedEndingBackslash")
                items.append(self._common_escape(in_class=True))
            else:
                self.position += 1
                items.append(self._class_character(character, items))
        return f"[{'^' if negated else ''}{''.join(items)}]"

    def _class_character(self, character: str, items: list[str]) -> str:
        if character == "-":
            # a range when something stands on both sides, else the character itself
            is_range = bool(items) and items[-1] not in ("-", "\\-") and self._peek() not in ("]", "")
            is_range = is_range and not (len(items) > 1 and items[-2] == "-")
            is_class = bool(items) and items[-1][:2] in (
                "\\d",
                "\\D",
                "\\w",
                "\\W",
                "\\s",
                "\\S",
                "\\p",
                "\\P",
            )
            return "-" if is_range and not is_class else "\\-"
        return "\\" + character if character in "[]^\\&~|" else character


def unescape_text(text: str) -> str:
    """The text that a pattern without operators stands for: escapes undone; raises RegexParseException."""
    import re

    reader = Translation(text, 0)
    pieces: list[str] = []
    while reader.position < len(text):
        if text[reader.position] != "\\":
            pieces.append(text[reader.position])
            reader.position += 1
            continue
        if reader.position + 1 == len(text):
            raise reader.fault("UnescapedEndingBackslash")
        escape = reader._common_escape(in_class=True)
        found = re.fullmatch(r"\\[xu]([0-9a-fA-F]+)", escape)
        plain = {"\\f": "\f", "\\n": "\n", "\\r": "\r", "\\t": "\t"}.get(escape)
        pieces.append(chr(int(found[1], 16)) if found else plain or escape[1:])
    return "".join(pieces)
