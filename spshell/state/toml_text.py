"""A TOML document as its statements, so that a change rewrites its own lines and no others.

tomllib reads values but forgets comments, order and layout, and those are what a person wrote. This
scanner knows just enough of TOML to cut a document between its statements (table headers and key-value
pairs); every piece of text, blank lines and comments included, belongs to exactly one statement.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

# One step inside a value: a string of any of the four kinds, a comment, a bracket, or anything else.
_STEP = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}]"
    r"|\n"
    r"|[^\"'\#\[\]{}\n]+"
    r"|.",
    re.DOTALL,
)
_SPACE = re.compile(r"(?:[ \t]*(?:\#[^\n]*)?\r?\n)*[ \t]*(?:\#[^\n]*\Z)?")
_ARRAY_HEADER = re.compile(r"\[\[(.*)\]\]", re.DOTALL)


class Statement:
    """One table header or key-value pair: `lead` is the comments and blank lines before it."""

    __slots__ = ("lead", "line", "path", "text")

    def __init__(self, lead: str, text: str, path: tuple[str | int, ...], line: int) -> None:
        self.lead = lead
        self.text = text
        self.path = path
        """Where it puts its value: keys, and numbers for elements of arrays of tables."""
        self.line = line

    @property
    def is_header(self) -> bool:
        return self.text.startswith("[")

    def value(self) -> Any:
        """What a key-value statement says, as tomllib reads it."""
        return tomllib.loads(self.text)


def statements(text: str) -> tuple[list[Statement], str]:
    """Cut a document that tomllib accepts into statements; the second is what stands after the last."""
    found: list[Statement] = []
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str | int, ...], int] = {}
    position, line = 0, 1
    while True:
        lead = _lead(text, position)
        start = position + len(lead)
        if start >= len(text):
            return found, lead
        end = _end(text, start)
        body = text[start:end]
        line += lead.count("\n")
        if body.startswith("["):
            table = path = _table_path(body, counts)
        else:
            path = table + _key_path(body)
        found.append(Statement(lead, body, path, line))
        line += body.count("\n")
        position = end


def _lead(text: str, position: int) -> str:
    match = _SPACE.match(text, position)
    return match.group() if match else ""


def _end(text: str, position: int) -> int:
    """The end of the statement that starts here: its line's end, outside strings and brackets."""
    depth = 0
    while position < len(text):
        match = _STEP.match(text, position)
        assert match is not None
        step = match.group()
        position = match.end()
        if step in ("[", "{"):
            depth += 1
        elif step in ("]", "}"):
            depth -= 1
        elif step == "\n" and depth == 0:
            break
    return position


def _table_path(header: str, counts: dict[tuple[str | int, ...], int]) -> tuple[str | int, ...]:
    """The path of a header, with the number of each array element it goes through."""
    bare = _without_comment(header)
    array = _ARRAY_HEADER.fullmatch(bare)
    keys = _keys(array.group(1) if array else bare[1:-1])
    path: tuple[str | int, ...] = ()
    for key in keys[:-1]:
        path += (key,)
        if path in counts:
            path += (counts[path],)
    path += (keys[-1],)
    if array:
        counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path]) if path in counts else path


def _key_path(statement: str) -> tuple[str | int, ...]:
    position = 0
    while statement[position] != "=":
        match = _STEP.match(statement, position) if statement[position] in "\"'" else None
        position = match.end() if match else position + 1
    return tuple(_keys(statement[:position]))


def _keys(dotted: str) -> list[str]:
    keys: list[str] = []
    value: Any = tomllib.loads(f"{dotted} = 0")
    while isinstance(value, dict):
        (key, value), *_ = value.items()
        keys.append(key)
    return keys


def _without_comment(header: str) -> str:
    position, end = 0, 0
    while position < len(header):
        match = _STEP.match(header, position)
        assert match is not None
        if match.group().startswith("#"):
            break
        position = end = match.end()
    return header[:end].strip()
