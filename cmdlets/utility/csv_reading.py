"""Comma-separated text as objects, as Import-Csv and ConvertFrom-Csv read it.

Blanks before a field go, a quoted field may hold line ends, a ``#TYPE`` line names the objects' type, other lines
with ``#`` before the header are passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spshell.values.objects import PSCustomObject

if TYPE_CHECKING:
    from collections.abc import Iterator

_W3C = "#Fields: "


class CsvReader:
    """Reads texts that share one header; `header` and `type_name` are filled by the first text that has them."""

    def __init__(self, delimiter: str, header: list[str] | None = None) -> None:
        self.delimiter = delimiter
        self.header = header
        self.type_name: str | None = None
        self.names_missing = False
        blank = "".join(character for character in " \t" if character != delimiter)
        self.blank = blank
        edge = re.escape(delimiter)
        self._field = re.compile(
            rf'[{blank}]*(?:"((?:[^"]|"")*)("?)([^{edge}\r\n]*)|([^{edge}\r\n]*))({edge}|\r\n|\r|\n|\Z)'
        )
        self._inner_blank = re.compile(rf"[{blank}]")

    def objects(self, text: str) -> Iterator[PSCustomObject]:
        """The objects of a text. Raises ExtendedTypeSystemException for a header that repeats a name."""
        records = self._records(self._after_type_line(text))
        if self.header is None:
            self.header = self._read_header(records)
            if self.header is None:
                return
        names = self._filled_names(self.header)
        count = len(names)
        type_names = None if self.type_name is None else [self.type_name, f"CSV:{self.type_name}"]
        for values in records:
            if len(values) == 1 and not values[0]:
                continue
            members: dict[str, Any] = dict(zip(names, values, strict=False))
            if len(values) < count:
                for name in names[len(values) :]:
                    members[name] = None
            yield PSCustomObject(members, None if type_names is None else list(type_names))

    def _after_type_line(self, text: str) -> str:
        if self.type_name is not None or not text.startswith("#"):
            return text
        line, _, rest = text.partition("\n")
        if line[:5].lower() == "#type":
            self.type_name = line[5:].strip() or None
            return rest
        if self.header is not None:
            return text
        return text if line.startswith(_W3C) else rest

    def _read_header(self, records: Iterator[list[str]]) -> list[str] | None:
        for values in records:
            while len(values) > 1 and not values[-1]:
                values.pop()
            if values[0].startswith(_W3C):
                values[0] = values[0][len(_W3C) :]
            elif values[0].startswith("#"):
                continue
            check_names(values)
            return values
        return None

    def _filled_names(self, header: list[str]) -> list[str]:
        """The names, H1, H2 ... where the header has none."""
        names: list[str] = []
        missing = 0
        for name in header:
            if name:
                names.append(name)
            else:
                missing += 1
                names.append(f"H{missing}")
        self.names_missing = self.names_missing or missing > 0
        return names

    def _records(self, text: str) -> Iterator[list[str]]:
        """The fields of each record; lines without a quotation mark are only split."""
        delimiter = self.delimiter
        position, size = 0, len(text)
        while position < size:
            end = text.find("\n", position)
            line = text[position:] if end < 0 else text[position:end]
            if '"' in line:
                values = self._quoted_line(line)
                if values is None:
                    values, position = self._scanned(text, position)
                else:
                    position = size if end < 0 else end + 1
                yield values
                continue
            line = line.removesuffix("\r")
            if "\r" in line:
                values, position = self._scanned(text, position)
                yield values
                continue
            values = line.split(delimiter)
            if " " in line or "\t" in line:
                values = [
                    value if value[:1] > " " and value[-1:] > " " else self._trimmed(value)
                    for value in values
                ]
            if end < 0:
                position = size
                if not values[-1]:
                    values.pop()
                if not values:
                    return
            else:
                position = end + 1
            yield values

    def _quoted_line(self, line: str) -> list[str] | None:
        """The fields of a line in which every field is quoted and none holds a quotation mark."""
        line = line.removesuffix("\r")
        if len(line) < 2 or line[0] != '"' or line[-1] != '"':
            return None
        values = line[1:-1].split(f'"{self.delimiter}"')
        return values if line.count('"') == 2 * len(values) else None

    def _scanned(self, text: str, position: int) -> tuple[list[str], int]:
        """One record field by field, and where the next one begins."""
        values: list[str] = []
        while True:
            match = self._field.match(text, position)
            assert match is not None  # the pattern takes any text
            quoted, closed, rest, plain, end = match.groups()
            position = match.end()
            if plain is not None:
                value = self._trimmed(plain)
            elif closed:
                value = quoted.replace('""', '"') + (rest if rest.strip(self.blank) else rest.strip())
            else:  # the text ends inside the quotes
                value = quoted.replace('""', '"')
                position = len(text)
                end = ""
            if end or value or closed:
                values.append(value)
            if end != self.delimiter:
                return values, position
            if position >= len(text):
                return values, position

    def _trimmed(self, value: str) -> str:
        """A field without quotation marks: blanks in front go, of blanks at the end the first one stays."""
        value = value.lstrip(self.blank)
        blank = self._inner_blank.search(value)
        if blank is None or '"' in value[: blank.start()]:
            return value
        tail = value[blank.end() :]
        return value if tail.strip(self.blank) else value[: blank.end()]


def check_names(names: list[str]) -> None:
    """Raises ExtendedTypeSystemException when a name occurs twice in any case."""
    seen: set[str] = set()
    for name in names:
        folded = name.lower()
        if folded in seen and folded:
            from cmdlets.utility.messages import utility_fault

            raise utility_fault("AlreadyPresentPSMemberInfoInternalCollectionAdd", name)
        seen.add(folded)
