"""ConvertFrom-StringData."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.hashtable import Hashtable

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|c([@-_a-z])|([0-7]{1,3})|(.)|$)", re.DOTALL)
_LETTERS = {"a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class ConvertFromStringData(Cmdlet, verb="ConvertFrom", noun="StringData"):
    r"""Make a hashtable of lines ``name=value``.

    Empty lines and lines that begin with # are passed over; ``\n``, ``\t`` and their kin are escapes in values.

        PS> ConvertFrom-StringData "Server = smtp01`nPort = 25"
        PS> ConvertFrom-StringData 'a:1' -Delimiter ':'
    """

    string_data: Any = parameter(
        "string", position=0, mandatory=True, from_pipeline=True, allow_empty_string=True, help="The lines."
    )
    delimiter: Any = parameter("char", position=1, help="What stands between name and value.")

    def process(self) -> Iterator[object]:
        result = Hashtable()
        delimiter = "=" if self.delimiter is None else str(self.delimiter)
        for line in self.string_data.split("\n"):
            text = line.strip()
            if not text or text.startswith("#"):
                continue
            name, found, value = text.partition(delimiter)
            name = name.strip()
            if not found or not name:
                raise utility_fault("InvalidDataLine", line, error_id="InvalidOperation")
            if name in result:
                raise utility_fault("DataItemAlreadyDefined", name, line, error_id="InvalidOperation")
            result[name] = unescaped(value.strip())
        yield result


def unescaped(text: str) -> str:
    """A text with the escapes of regular expressions replaced. Raises ArgumentException (RegexParseException)."""
    return _ESCAPE.sub(_replaced, text) if "\\" in text else text


def _replaced(match: re.Match[str]) -> str:
    two, four, control, octal, other = match.groups()
    if two or four:
        return chr(int(two or four, 16))
    if control:
        return chr(ord(control.upper()) - 64)
    if octal:
        return chr(int(octal, 8) & 0xFF)
    if other is None or (other.isalnum() and other not in _LETTERS) or other == "_":
        raise utility_fault("UnknownEscape", match[0])
    return _LETTERS.get(other, other)
