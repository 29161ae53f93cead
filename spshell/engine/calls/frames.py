"""The running calls as objects: what Get-PSCallStack gives."""

from __future__ import annotations

import os
import sys

from spshell.engine.errors.extents import GENERATED, CodePosition, Extent, block_name
from spshell.values.declare import method, net_class, prop
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@net_class("System.Management.Automation.CallStackFrame")
class CallStackFrame:
    """One running call: `call` tells what runs, `position` where it is."""

    ps_view = (
        "table",
        (("Command", 0, "", "Command"), ("Arguments", 0, "", "Arguments"), ("Location", 0, "", "Location")),
    )

    def __init__(self, call: Any, position: Extent | None, name: str) -> None:
        self.call = call
        self.block = name
        self.at = position

    @prop("string Command {get}")
    def command(self) -> str:
        path = self.at.file if self.at is not None else ""
        if self.block != "<ScriptBlock>" or not path or getattr(self.call, "site", None) is not None:
            return self.block
        return os.path.basename(path)

    @prop("string FunctionName {get}")
    def function_name(self) -> str:
        return self.block

    @prop("string Arguments {get}")
    def arguments(self) -> str:
        bound: Any = self.call.bound_parameters() if self.call is not None else {}
        pairs = [f"{key}={to_text(value)}" for key, value in bound.items()]
        return "{" + ", ".join(pairs) + "}"

    @prop("string Location {get}")
    def location(self) -> str:
        if self.at is None or not self.at.file:
            return "<No file>"
        return f"{os.path.basename(self.at.file)}: line {self.at.line}"

    @prop("string ScriptName {get}")
    def script_name(self) -> Any:
        return self.at.file if self.at is not None and self.at.file else None

    @prop("int ScriptLineNumber {get}")
    def line_number(self) -> int:
        return 0 if self.at is None else self.at.line

    @prop("System.Management.Automation.InvocationInfo InvocationInfo {get}")
    def invocation(self) -> Any:
        return self.call.invocation() if self.call is not None else None

    @prop("System.Management.Automation.Language.IScriptExtent Position {get}")
    def position(self) -> Any:
        if self.at is None:
            return None
        from spshell.engine.syntax.extent_objects import ScriptExtent

        return ScriptExtent(self.at.source, self.at.start, self.at.end)

    @method("string GetScriptLocation()")
    def script_location(self) -> str:
        return str(self.location)

    def ps_text(self) -> str:
        return f"at {self.function_name}, {self.script_name or '<No file>'}: line {self.line_number}"

    to_string = ps_text


def running_scope() -> Any:
    """The scope of the innermost running code, or None when no code runs."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename.startswith(GENERATED):
            scope = frame.f_locals.get("S")
            if scope is not None:
                return scope
        if frame.f_back is None:
            break
        frame = frame.f_back
    return None


def running_frames() -> list[CallStackFrame]:
    """The running calls, innermost first; code nested in a block's text counts as the block."""
    result: list[CallStackFrame] = []
    seen: Any = None
    frame = sys._getframe(1)
    while frame is not None:
        source = frame.f_globals.get("__source__")
        if frame.f_code.co_filename.startswith(GENERATED) and source is not None:
            call = getattr(frame.f_locals.get("S"), "call", None)
            if call is None or call is not seen:
                position = CodePosition(frame.f_code, frame.f_lasti, source)
                result.append(CallStackFrame(call, position.extent(), block_name(frame)))
            seen = call
        if frame.f_back is None:
            break
        frame = frame.f_back
    return result
