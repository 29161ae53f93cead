"""CategoryInfo of an error record."""

from __future__ import annotations

from spshell.values.declare import method, net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.errors.records import ErrorRecord


@net_class("System.Management.Automation.ErrorCategoryInfo")
class CategoryInfo:
    """System.Management.Automation.ErrorCategoryInfo: a view of one record."""

    def __init__(self, record: ErrorRecord) -> None:
        self.record = record

    @prop("System.Management.Automation.ErrorCategory Category {get}")
    def category(self) -> Any:
        from spshell.values.conversion import convert, resolve_type_name

        return convert(self.record.category, resolve_type_name("System.Management.Automation.ErrorCategory"))

    @prop("string Activity {get;set}")
    def activity(self) -> str:
        return self.record.activity

    @activity.setter
    def set_activity(self, value: str) -> None:
        self.record.activity = value

    @prop("string Reason {get;set}")
    def reason(self) -> str:
        return self.record.reason_name

    @reason.setter
    def set_reason(self, value: str) -> None:
        self.record.reason = value

    @prop("string TargetName {get;set}")
    def target_name(self) -> str:
        record = self.record
        if record.target_name is not None:
            return record.target_name
        if record.target is None:
            return ""
        from spshell.values.text import to_text

        return to_text(record.target)

    @target_name.setter
    def set_target_name(self, value: str) -> None:
        self.record.target_name = value

    @prop("string TargetType {get;set}")
    def target_type(self) -> str:
        record = self.record
        if record.target_type is not None:
            return record.target_type
        if record.target is None:
            return ""
        from spshell.values.nettype import type_of

        name = type_of(record.target).name
        return "PSObject" if name == "PSCustomObject" else name

    @target_type.setter
    def set_target_type(self, value: str) -> None:
        self.record.target_type = value

    @method("string GetMessage()")
    def get_message(self) -> str:
        return self.to_string()

    def to_string(self) -> str:
        """``Category: (target:type) [activity], reason``; a target longer than 40 is cut in the middle."""
        return (
            f"{self.record.category}: ({_shortened(self.target_name)}:{_shortened(self.target_type)}) "
            f"[{_shortened(self.activity)}], {self.reason}"
        )

    ps_text = to_string


def _shortened(text: str) -> str:
    if len(text) <= 40:
        return text
    return text[:19] + "\u2026" + text[-19:]
