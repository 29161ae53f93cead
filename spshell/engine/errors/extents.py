"""Where in a script something stands: extents of errors and invocations, read off Python's own code positions."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from spshell.language.nodes.base import Source

GENERATED = "<spshell "
"""How the file name of generated code begins."""


class Extent:
    """A stretch of a script: lines and columns from 1, the end exclusive."""

    __slots__ = ("column", "end_column", "end_line", "line", "source")

    def __init__(self, source: Source, line: int, column: int, end_line: int, end_column: int) -> None:
        self.source = source
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column

    @property
    def start(self) -> int:
        """Index of the first character."""
        return int(self.source.line_starts[self.line - 1]) + self.column - 1

    @property
    def end(self) -> int:
        """Index after the last character."""
        return int(self.source.line_starts[self.end_line - 1]) + self.end_column - 1

    @property
    def text(self) -> str:
        """The text itself."""
        return str(self.source.text[self.start : self.end])

    @property
    def file(self) -> str:
        """The script's path, or an empty string for text that came from no file."""
        return str(self.source.name)

    def line_text(self, *, ending: bool = False) -> str:
        """The whole first line, with or without its end."""
        number = self.line
        starts = self.source.line_starts
        begin = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.source.text)
        text = str(self.source.text[begin:end])
        return text if ending else text.rstrip("\r\n")


def node_extent(source: Source, start: int, end: int) -> Extent:
    """The extent between two indexes of a text."""
    line, column = source.position(start)
    end_line, end_column = source.position(end)
    return Extent(source, line, column, end_line, end_column)


class SitePosition:
    """A command in a script whose lines and columns are worked out only when somebody looks."""

    __slots__ = ("site",)

    def __init__(self, site: Any) -> None:
        self.site = site

    def extent(self) -> Extent:
        """The extent of the whole command."""
        return node_extent(self.site.source, self.site.start, self.site.end)


class CodePosition:
    """A place in generated code that is turned into an extent only when somebody looks."""

    __slots__ = ("code", "instruction", "source")

    def __init__(self, code: CodeType, instruction: int, source: Any) -> None:
        self.code = code
        self.instruction = instruction
        self.source = source

    def extent(self) -> Extent | None:
        """The extent of the statement or command whose code was running."""
        wanted = self.instruction // 2
        for index, (line, end_line, column, end_column) in enumerate(self.code.co_positions()):
            if index == wanted:
                if line is None or end_line is None or column is None or end_column is None:
                    return None
                return Extent(self.source, line, column + 1, end_line, end_column + 1)
        return None


def running_at() -> CodePosition | None:
    """The innermost place of generated code on the running stack (for errors that are written, not raised)."""
    import sys

    frame = sys._getframe(1)
    while frame is not None:
        source = frame.f_globals.get("__source__")
        if frame.f_code.co_filename.startswith(GENERATED) and source is not None:
            return CodePosition(frame.f_code, frame.f_lasti, source)
        if frame.f_back is None:
            return None
        frame = frame.f_back
    return None


def calling_position(block: Any) -> CodePosition | None:
    """Where the code stands that called a block which runs now."""
    import sys

    frame = sys._getframe(1)
    inside = False
    while frame is not None:
        source = frame.f_globals.get("__source__")
        if frame.f_code.co_filename.startswith(GENERATED) and source is not None:
            call = getattr(frame.f_locals.get("S"), "call", None)
            if getattr(call, "block", None) is block:
                inside = True
            elif inside:
                return CodePosition(frame.f_code, frame.f_lasti, source)
        if frame.f_back is None:
            return None
        frame = frame.f_back
    return None


def block_name(frame: Any) -> str:
    """How the script stack names the block that a generated frame runs."""
    return str(frame.f_globals.get("__function__") or "<ScriptBlock>")
