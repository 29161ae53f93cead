"""IScriptExtent and IScriptPosition. Offsets and columns count UTF-16 units, as .NET does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.syntax import LANGUAGE
from spshell.values.declare import net_class, prop
from spshell.values.nettype import NetType, register

if TYPE_CHECKING:
    from spshell.language.nodes.base import Source

for _interface in ("IScriptExtent", "IScriptPosition"):
    register(NetType(LANGUAGE + _interface, kind="interface"))


def _units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@net_class(LANGUAGE + "ScriptPosition", interfaces=(LANGUAGE + "IScriptPosition",))
class ScriptPosition:
    """A place in a script."""

    __slots__ = ("index", "source")

    def __init__(self, source: Source, index: int) -> None:
        self.source = source
        self.index = index

    @prop("string File {get}")
    def file(self) -> str | None:
        return self.source.name or None

    @prop("int LineNumber {get}")
    def line_number(self) -> int:
        return self.source.position(self.index)[0]

    @prop("int ColumnNumber {get}")
    def column_number(self) -> int:
        line_start = self.source.line_starts[self.line_number - 1]
        return _units(self.source.text[line_start : self.index]) + 1

    @prop("int Offset {get}")
    def offset(self) -> int:
        return _units(self.source.text[: self.index])

    @prop("string Line {get}")
    def line(self) -> str:
        return self.source.line(self.line_number)


@net_class(LANGUAGE + "ScriptExtent", interfaces=(LANGUAGE + "IScriptExtent",))
class ScriptExtent:
    """A stretch of a script; `start` and `end` index the source, the end exclusive."""

    __slots__ = ("end", "source", "start")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    @prop("string File {get}")
    def file(self) -> str | None:
        return self.source.name or None

    @prop("System.Management.Automation.Language.IScriptPosition StartScriptPosition {get}")
    def start_position(self) -> ScriptPosition:
        return ScriptPosition(self.source, self.start)

    @prop("System.Management.Automation.Language.IScriptPosition EndScriptPosition {get}")
    def end_position(self) -> ScriptPosition:
        return ScriptPosition(self.source, self.end)

    @prop("int StartLineNumber {get}")
    def start_line(self) -> int:
        return int(ScriptPosition(self.source, self.start).line_number)

    @prop("int StartColumnNumber {get}")
    def start_column(self) -> int:
        return int(ScriptPosition(self.source, self.start).column_number)

    @prop("int EndLineNumber {get}")
    def end_line(self) -> int:
        return int(ScriptPosition(self.source, self.end).line_number)

    @prop("int EndColumnNumber {get}")
    def end_column(self) -> int:
        return int(ScriptPosition(self.source, self.end).column_number)

    @prop("string Text {get}")
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @prop("int StartOffset {get}")
    def start_offset(self) -> int:
        return int(ScriptPosition(self.source, self.start).offset)

    @prop("int EndOffset {get}")
    def end_offset(self) -> int:
        return int(ScriptPosition(self.source, self.end).offset)

    def ps_text(self) -> str:
        return self.source.text[self.start : self.end]

    to_string = ps_text
