"""What a program gets as its arguments: one text each, exactly (about_Parsing, PSNativeCommandArgumentPassing Standard).

Null gives none, an array one for each element, an array written out (``a,b``) its own text; bare wildcards and ``~``
expand; after ``--%`` the rest of the line is split at blanks, ``%NAME%`` replaced.
"""

from __future__ import annotations

import os
import re

from spshell.engine.compiled.sites import END_OF_PARAMETERS, VERBATIM, BareWord, ParameterName, SplatArgument
from spshell.values.nothing import NOTHING
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.compiled.sites import CommandSite


def native_arguments(args: tuple[Any, ...], folder: str, site: CommandSite | None = None) -> list[str]:
    """The argument texts of a program."""
    reader = _Reader(folder)
    written = _written_arrays(args, site)
    for index, value in enumerate(args):
        reader.take(value, written.get(index))
    return reader.finish()


class _Reader:
    """Collects the texts; `pending` is a ``-Name:`` that waits for its value."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.result: list[str] = []
        self.pending = ""
        self.verbatim = False
        self.has_block = False

    def take(self, value: Any, written: str | None) -> None:
        if value is VERBATIM:
            self.verbatim = True
        elif self.verbatim:
            self.result.extend(_expand_variables(str(value)).split())
        elif value is END_OF_PARAMETERS:
            self.result.append("--")
        elif isinstance(value, ParameterName):
            self._name(value)
        elif isinstance(value, SplatArgument):
            if value.value is not None:
                self.result.append(f"-{value.name}:{to_text(value.value)}")
        elif type(value).__name__ == "ScriptBlock":
            self._block(value)
        elif written is not None:
            for word in written.split():
                self.result.extend(_expand(word, self.folder))
        else:
            self._texts(_texts(value, self.folder))

    def _name(self, value: ParameterName) -> None:
        text, separate = _name_as_written(value)
        if value.colon and not separate:
            self.pending = text
        else:
            self.result.append(text)

    def _texts(self, texts: list[str]) -> None:
        if self.pending:
            texts = [self.pending + " ".join(texts)]
            self.pending = ""
        self.result.extend(texts)

    def _block(self, block: Any) -> None:
        import base64

        self.has_block = True
        if self.result and self.result[-1].lower() in ("-command", "-c"):
            self.result.pop()
        code = base64.b64encode(block.text.encode("utf-16-le")).decode("ascii")
        self.result += ["-encodedCommand", code]

    def finish(self) -> list[str]:
        if self.has_block:  # another shell of this kind is asked to run it
            self.result += ["-inputFormat", "xml", "-outputFormat", "text"]
        return self.result


def _name_as_written(value: ParameterName) -> tuple[str, bool]:
    """(``-Name`` or ``-Name:`` with the dash of the text, whether a blank follows the colon)."""
    if value.source is None or value.start < 0:
        return value.text + (":" if value.colon else ""), False
    text = value.source.text[value.start : value.end]
    if not value.colon:
        return text, False
    end = text.find(":", 1) + 1
    return text[:end], text[end : end + 1].isspace()


def _written_arrays(args: tuple[Any, ...], site: CommandSite | None) -> dict[int, str]:
    """The source text of arguments that are arrays written out, by their index among the arguments."""
    if site is None or not any(type(value) is list for value in args):
        return {}
    from spshell.language import parse

    tree = parse(site.source.text[site.start : site.end]).script_block
    pipeline: Any = tree.end_block.statements[0] if tree.end_block and tree.end_block.statements else None
    elements = pipeline.elements[0].elements[1:] if pipeline is not None and pipeline.elements else []
    return _places(elements, len(args), tree.source.text)


def _places(elements: list[Any], count: int, text: str) -> dict[int, str]:
    """Indices of written arrays; one splatted variable takes what the other elements leave."""
    parts: list[Any] = []
    for element in elements:
        parts.append(element)
        if element.kind == "CommandParameter" and element.argument is not None:
            parts.append(element.argument)
    splats = [part for part in parts if getattr(part, "splatted", False)]
    if len(splats) > 1:
        return {}
    width = count - (len(parts) - 1)
    found: dict[int, str] = {}
    index = 0
    for part in parts:
        if part.kind == "ArrayLiteral":
            found[index] = text[part.start : part.end]
        index += width if part in splats else 1
    return found


def _expand_variables(text: str) -> str:
    return re.sub(r"%(\w+)%", lambda found: os.environ.get(found.group(1), found.group()), text)


def _texts(value: Any, folder: str) -> list[str]:
    if value is None or value is NOTHING:
        return []
    if type(value) is BareWord:
        return _expand(str(value), folder)
    if type(value) is str:
        return [value]
    from spshell.values.enumeration import enumerate_value

    items = enumerate_value(value)
    if items is not None:
        return [_text(item) for item in items if item is not None]
    return [_text(value)]


def _text(value: Any) -> str:
    from spshell.values.objects import PSObject

    if type(value) is PSObject and value.text is not None:
        return value.text
    return to_text(value)


def _expand(word: str, folder: str) -> list[str]:
    """A bare word as a Unix shell expands it: ``~`` and wildcards; one that matches nothing stays."""
    if word == "~" or word.startswith("~/"):
        word = os.path.expanduser("~") + word[1:]
    if not any(mark in word for mark in "*?["):
        return [word]
    import glob

    pattern = word if os.path.isabs(word) else os.path.join(glob.escape(folder), word)
    found = sorted(glob.glob(pattern), key=lambda path: (not os.path.isdir(path), path))
    if not found:
        return [word]
    return found if os.path.isabs(word) else [os.path.relpath(path, folder) for path in found]
