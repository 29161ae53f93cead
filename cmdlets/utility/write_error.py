"""Write-Error."""

from __future__ import annotations

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.errors.records import ErrorDetails, ErrorRecord
from spshell.values.exceptions import NetException, exception_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_PLAIN = ("NoException", "WithException")


class WriteError(Cmdlet, verb="Write", noun="Error", default_set="NoException"):
    """Write a non-terminating error.

    The error stands in $Error; the script goes on unless -ErrorAction or $ErrorActionPreference says Stop.

        PS> Write-Error 'no such relay' -ErrorId RelayMissing -ErrorAction SilentlyContinue
    """

    exception: Any = parameter(
        "System.Exception",
        sets=("WithException",),
        mandatory=True,
        position=0,
        help="The exception behind the error.",
    )
    message: Any = parameter(
        "string",
        sets={
            "NoException": SetFlags(mandatory=True, position=0, by_value=True),
            "WithException": SetFlags(),
        },
        aliases=("Msg",),
        allow_null=True,
        allow_empty_string=True,
        help="The text.",
    )
    error_record: Any = parameter(
        "System.Management.Automation.ErrorRecord",
        sets=("ErrorRecord",),
        mandatory=True,
        position=0,
        help="A record to write again.",
    )
    category: Any = parameter(
        "System.Management.Automation.ErrorCategory", sets=_PLAIN, help="The kind of error."
    )
    error_id: Any = parameter(
        "string", sets=_PLAIN, default="", help="The id that FullyQualifiedErrorId begins with."
    )
    target_object: Any = parameter("System.Object", sets=_PLAIN, help="What the error is about.")
    recommended_action: Any = parameter("string", default="", help="What to do about it.")
    category_activity: Any = parameter(
        "string", default="", aliases=("Activity",), help="CategoryInfo.Activity."
    )
    category_reason: Any = parameter("string", default="", aliases=("Reason",), help="CategoryInfo.Reason.")
    category_target_name: Any = parameter(
        "string", default="", aliases=("TargetName",), help="CategoryInfo.TargetName."
    )
    category_target_type: Any = parameter(
        "string", default="", aliases=("TargetType",), help="CategoryInfo.TargetType."
    )

    def process(self) -> Iterator[object] | None:
        record = self._copy(self.error_record) if self.error_record is not None else self._made()
        if self.recommended_action:
            record.details = record.details or ErrorDetails("")
            record.details.recommended_action = self.recommended_action
        if self.category_activity:
            record.activity = self.category_activity
        if self.category_reason:
            record.reason = self.category_reason
        if self.category_target_name:
            record.target_name = self.category_target_name
        if self.category_target_type:
            record.target_type = self.category_target_type
        self._place(record)
        self.runtime.write_record(record)
        return None

    def _made(self) -> ErrorRecord:
        text = self.message or ""
        exception = self.exception
        details = None
        if not isinstance(exception, NetException):
            exception = exception_class("Microsoft.PowerShell.Commands.WriteErrorException")(text)
        elif self.is_bound("Message"):
            details = ErrorDetails(text)
        error_id = self.error_id or exception.net_name
        category = self.category.name if self.category is not None else "NotSpecified"
        record = ErrorRecord(exception, error_id, category, self.target_object)
        record.details = details
        exception.record = record
        return record

    def _copy(self, given: ErrorRecord) -> ErrorRecord:
        record = ErrorRecord(given.exception, given.error_id, given.category, given.target)
        for name in ("command", "activity", "reason", "target_name", "target_type", "details"):
            setattr(record, name, getattr(given, name))
        return record

    def _place(self, record: ErrorRecord) -> None:
        """The error points at the function or script that called Write-Error, not at Write-Error."""
        call = self._calling()
        if call is None or self._is_outermost(call):
            record.invocation = self.invocation
            record.command = record.command or self.metadata().error_class
            record.activity = record.activity or self.command_name
            return
        record.invocation = call.invocation()
        record.command = record.command or call.origin_name
        record.activity = record.activity or self.command_name

    def _is_outermost(self, call: Any) -> bool:
        """Whether an advanced script was started from outside: there is no call to point at."""
        return call.invocation().position is None and not call.block.metadata().is_simple

    def _calling(self) -> Any:
        scope: Any = self.scope
        while scope is not None:
            if scope.call is not None:
                return scope.call
            scope = scope.parent
        return None
