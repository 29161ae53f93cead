"""System.Management.Automation.CompletionResult: one thing that a completer offers."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import argument_null
from spshell.values.declare import constructor, net_class, prop

_SMA = "System.Management.Automation."


@net_class(_SMA + "CompletionResult")
class CompletionResult:
    """What to insert, how a list shows it, what it is, and a hint."""

    ps_members: Any = None

    def __init__(self, text: str, shown: str, kind: Any, hint: str) -> None:
        self.text = text
        self.shown = shown
        self.kind = kind
        self.hint = hint

    @constructor(
        "(string completionText)",
        "(string completionText, string listItemText, System.Management.Automation.CompletionResultType resultType,"
        " string toolTip)",
    )
    @staticmethod
    def create(
        text: str, shown: str | None = None, kind: Any = None, hint: str | None = None
    ) -> CompletionResult:
        for name, value in (("completionText", text), ("listItemText", shown), ("toolTip", hint)):
            if not value and (kind is not None or name == "completionText"):
                raise argument_null(name)
        kind = kind or enum_value(_SMA + "CompletionResultType", "Text")
        return CompletionResult(text, shown or text, kind, hint or text)

    @prop("string CompletionText {get}")
    def completion_text(self) -> str:
        return self.text

    @prop("string ListItemText {get}")
    def list_item_text(self) -> str:
        return self.shown

    @prop("System.Management.Automation.CompletionResultType ResultType {get}")
    def result_type(self) -> Any:
        return self.kind

    @prop("string ToolTip {get}")
    def tool_tip(self) -> str:
        return self.hint
