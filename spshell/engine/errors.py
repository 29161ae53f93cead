"""ErrorRecord and its parts, as scripts see them in ``$_`` and ``$Error`` (about_Error_Handling)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.extents import CodePosition, Extent

if TYPE_CHECKING:
    from spshell.values.exceptions import NetException

CATEGORIES = (
    "NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected", "InvalidArgument", "InvalidData",
    "InvalidOperation", "InvalidResult", "InvalidType", "MetadataError", "NotImplemented", "NotInstalled", "ObjectNotFound",
    "OperationStopped", "OperationTimeout", "SyntaxError", "ParserError", "PermissionDenied", "ResourceBusy",
    "ResourceExists", "ResourceUnavailable", "ReadError", "WriteError", "FromStdErr", "SecurityError", "ProtocolError",
    "ConnectionError", "AuthenticationError", "LimitsExceeded", "QuotaExceeded", "NotEnabled",
)  # fmt: skip
"""ErrorCategory names; the number of a category is its index."""


class ErrorDetails:
    """A message that replaces the exception's own, and what to do about it."""

    __slots__ = ("message", "recommended_action")

    def __init__(self, message: str, recommended_action: str = "") -> None:
        self.message = message
        self.recommended_action = recommended_action


class InvocationInfo:
    """What was called and from where: ``$MyInvocation`` and an error's InvocationInfo."""

    __slots__ = (
        "bound_parameters", "command", "command_name", "command_origin", "expecting_input", "history_id",
        "invocation_name", "line_override",
        "pipeline_length", "pipeline_position", "position", "unbound_arguments", "unplaced",
    )  # fmt: skip

    def __init__(
        self, position: CodePosition | Extent | None, invocation_name: str = "", command: Any = None
    ) -> None:
        self.position = position
        self.invocation_name = invocation_name
        self.command = command
        self.command_name = getattr(command, "name", "") if command is not None else ""
        self.bound_parameters: dict[str, Any] = {}
        self.unbound_arguments: list[Any] = []
        self.pipeline_length = 0
        self.pipeline_position = 0
        self.expecting_input = False
        self.command_origin = "Internal"
        self.history_id = 1
        self.line_override: str | None = None
        self.unplaced = False

    @property
    def extent(self) -> Extent | None:
        """The extent, worked out at first need."""
        if isinstance(self.position, CodePosition):
            self.position = self.position.extent()
        return self.position


class ErrorRecord:
    """One error: the exception with its id, category, target and the place it happened.

    ``command`` is what stands after the comma of FullyQualifiedErrorId (a cmdlet's class, a function's or script's
    name), ``activity`` the command name of CategoryInfo.
    """

    __slots__ = (
        "__weakref__",
        "activity",
        "category",
        "command",
        "details",
        "error_id",
        "exception",
        "in_error_list",
        "invocation",
        "no_suffix",
        "pipeline_text",
        "ps_members",
        "reason",
        "shown",
        "stack_trace",
        "target",
        "target_name",
        "target_type",
    )  # fmt: skip

    def __init__(
        self,
        exception: NetException,
        error_id: str | None = None,
        category: str | None = None,
        target: Any = None,
    ) -> None:
        self.exception = exception
        self.error_id = error_id if error_id is not None else (exception.error_id or "")
        self.category = category if category is not None else exception.category
        self.target = target if target is not None else exception.target
        self.command = ""
        self.activity = ""
        self.reason: str | None = None
        self.target_name: str | None = None
        self.target_type: str | None = None
        self.details: ErrorDetails | None = None
        self.invocation: InvocationInfo | None = None
        self.stack_trace: Any = None
        self.in_error_list = False
        self.shown = False
        self.pipeline_text = ""
        self.no_suffix = False
        self.ps_members: Any = None

    @property
    def fqid(self) -> str:
        """FullyQualifiedErrorId: the id, and the command that the error went through."""
        if not self.command:
            return self.error_id
        return f"{self.error_id},{self.command}"

    @property
    def message(self) -> str:
        """What is shown: the details' message when there is one."""
        if self.details is not None and self.details.message:
            return self.details.message
        return self.exception.message

    @property
    def reason_name(self) -> str:
        """CategoryInfo.Reason: the exception's short type name unless set."""
        if self.reason is not None:
            return self.reason
        return self.exception.net_name.rpartition(".")[2]

    def ps_text(self) -> str:
        return self.message

    def to_string(self) -> str:
        return self.message
