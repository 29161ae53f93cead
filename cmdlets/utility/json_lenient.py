"""A scanner of almost JSON: what PowerShell's reader takes beyond the standard, and where it gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.json_reading import integer
from spshell.values.exceptions import exception_class
from spshell.values.numbers import Int64

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER = frozenset("-+.0123456789aAbBcCdDeEfFxX")
_AFTER_NUMBER = frozenset(",}])/")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "\\": "\\", '"': '"', "'": "'", "/": "/"}
_WORDS = {
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "NaN": float("nan"),
    "Infinity": float("inf"),
    "-Infinity": float("-inf"),
}
_NOTHING = object()


class LenientScanner:
    """Reads one value; `make` makes an object of its (name, value) pairs."""

    def __init__(self, text: str, make: Callable[[list[tuple[str, Any]]], Any], depth: int) -> None:
        self.text = text
        self.make = make
        self.limit = depth
        self.at = 0
        self.depth = 0
        self.forgiving = False

    def document(self) -> Any:
        """The value of the whole text; an array at the top may lack its end."""
        first = self._next()
        self.forgiving = first == "["
        value = self._value()
        if value is _NOTHING:
            return None
        rest = self._next()
        if rest:
            raise self._bad(f"the value has ended, but '{rest}' follows")
        return value

    def _next(self) -> str:
        """The next character that is neither blank nor comment; '' at the end."""
        text = self.text
        while self.at < len(text):
            character = text[self.at]
            if character == "/":
                self._comment()
            elif character.isspace():
                self.at += 1
            else:
                return character
        return ""

    def _comment(self) -> None:
        opening = self.text[self.at : self.at + 2]
        if opening == "/*":
            end = self.text.find("*/", self.at + 2)
            if end < 0:
                raise self._bad("a comment does not end")
            self.at = end + 2
        elif opening == "//":
            end = self.text.find("\n", self.at)
            self.at = len(self.text) if end < 0 else end
        else:
            raise self._bad(f"a comment cannot begin with '{opening}'")

    def _value(self) -> Any:
        character = self._next()
        if character == "{":
            return self._object()
        if character == "[":
            return self._array()
        if character in ("'", '"'):
            return self._string(character)
        if not character:
            return _NOTHING
        for word, value in _WORDS.items():
            if self.text.startswith(word, self.at) and self._separated(self.at + len(word)):
                self.at += len(word)
                return value
        if character in "-.0123456789":
            return self._number()
        begun = next(
            (word for word in _WORDS if word.startswith(self.text[self.at :].rstrip()) and word[0] != "-"),
            None,
        )
        if begun is not None:
            raise self._bad(f"'{begun}' is cut off")
        raise self._bad(f"'{character}' begins no value")

    def _separated(self, position: int) -> bool:
        following = self.text[position : position + 1]
        return not following or following in _AFTER_NUMBER or following.isspace()

    def _open(self) -> None:
        self.at += 1
        self.depth += 1
        if self.depth > self.limit:
            raise self._bad(f"it is nested deeper than {self.limit}")

    def _close(self) -> None:
        self.at += 1
        self.depth -= 1

    def _object(self) -> Any:
        self._open()
        pairs: list[tuple[str, Any]] = []
        while True:
            character = self._next()
            if character == "}":
                self._close()
                break
            if not character:
                self._unclosed()
                break
            name = self._name(character)
            if self._next() != ":":
                raise self._bad(f"the name '{name}' needs ':' behind it, not '{self._next() or 'the end'}'")
            self.at += 1
            value = self._value()
            if value is _NOTHING:
                self._unclosed()
                break
            pairs.append((name, value))
            if not self._continues("}"):
                break
        return self.make(pairs)

    def _array(self) -> list[Any]:
        self._open()
        items: list[Any] = []
        while True:
            character = self._next()
            if character == "]":
                self._close()
                break
            if character == ",":
                self.at += 1
                items.append(None)
                continue
            value = self._value()
            if value is _NOTHING:
                self._unclosed()
                break
            items.append(value)
            if not self._continues("]"):
                break
        return items

    def _continues(self, end: str) -> bool:
        """Whether a comma follows a value; its end is left behind."""
        character = self._next()
        if character == ",":
            self.at += 1
            return True
        if character == end:
            self._close()
            return False
        if not character:
            self._unclosed()
            return False
        raise self._bad(f"'{character}' cannot follow a value here")

    def _unclosed(self) -> None:
        if not self.forgiving:
            raise _failure(f"The JSON text ends inside an object (at character {self.at}).", serializer=True)

    def _name(self, character: str) -> str:
        if character in ("'", '"'):
            return self._string(character)
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isalnum() or self.text[self.at] in "_$"):
            self.at += 1
        if self.at == start:
            raise self._bad(f"'{character}' begins no name")
        return self.text[start : self.at]

    def _string(self, quote: str) -> str:
        text = self.text
        pieces: list[str] = []
        start = position = self.at + 1
        while position < len(text):
            character = text[position]
            if character == quote:
                pieces.append(text[start:position])
                self.at = position + 1
                return _joined("".join(pieces))
            if character == "\\":
                pieces.append(text[start:position])
                piece, position = self._escape(position + 1)
                pieces.append(piece)
                start = position
            else:
                position += 1
        self.at = position
        raise self._bad(f"a text lacks its closing {quote}")

    def _escape(self, position: int) -> tuple[str, int]:
        character = self.text[position : position + 1]
        if character == "u":
            digits = self.text[position + 1 : position + 5]
            try:
                return chr(int(digits, 16)), position + 5
            except ValueError:
                raise self._bad(f"'\\u{digits}' needs four hexadecimal digits") from None
        if character not in _ESCAPES or not character:
            raise self._bad(f"'\\{character}' is no escape sequence")
        return _ESCAPES[character], position + 1

    def _number(self) -> Any:
        start = self.at
        text = self.text
        while self.at < len(text) and text[self.at] in _NUMBER:
            self.at += 1
        word = text[start : self.at]
        if not self._separated(self.at):
            raise self._bad(f"'{text[self.at]}' stands inside the number {word}")
        try:
            return _number(word)
        except ValueError:
            raise self._bad(f"'{word}' is no number") from None

    def _bad(self, reason: str) -> Exception:
        line = self.text.count("\n", 0, self.at) + 1
        column = self.at - (self.text.rfind("\n", 0, self.at) + 1)
        return _failure(f"The JSON text cannot be read: {reason} (line {line}, position {column}).")


def _number(word: str) -> Any:
    if word[0] == "0" and len(word) > 1 and word[1] not in ".eE":
        return Int64(int(word, 16) if word[1] in "xX" else int(word, 8))
    if set(word) <= set("-0123456789"):
        return integer(word)
    return float(word)


def _joined(text: str) -> str:
    """Surrogate pairs that escapes made as one character."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text


def _failure(message: str, *, serializer: bool = False) -> Exception:
    kind = "JsonSerializationException" if serializer else "JsonReaderException"
    return exception_class("System.ArgumentException")(
        message,
        error_id="System.ArgumentException",
        inner=exception_class(f"Newtonsoft.Json.{kind}")(message),
    )
