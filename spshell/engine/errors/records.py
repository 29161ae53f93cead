"""ErrorRecord and its parts, as scripts see them in ``$_`` and ``$Error`` (about_Error_Handling)."""

from __future__ import annotations

from spshell.engine.errors.extents import CodePosition, Extent, SitePosition
from spshell.engine.errors.stack_capture import named_places, position_of
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.errors.stack_capture import Place

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

    def ps_text(self) -> str:
        return self.message


class InvocationInfo:
    """What was called and from where: ``$MyInvocation`` and an error's InvocationInfo."""

    command: Any = None
    command_name = ""
    pipeline_length = 0
    pipeline_position = 0
    expecting_input = False
    command_origin = "Internal"
    history_id = 1
    line_override: str | None = None
    unplaced = False

    def __init__(
        self,
        position: CodePosition | SitePosition | Extent | None,
        invocation_name: str = "",
        command: Any = None,
    ) -> None:
        self.position = position
        self.invocation_name = invocation_name
        if command is not None:
            self.command = command
            self.command_name = getattr(command, "name", "")
        self.bound_parameters: dict[str, Any] = {}
        self.unbound_arguments: list[Any] = []

    @property
    def extent(self) -> Extent | None:
        """The extent, worked out at first need."""
        position = self.position
        if isinstance(position, (CodePosition, SitePosition)):
            position = self.position = position.extent()
        return position


class ErrorRecord:
    """One error: the exception with its id, category, target and the place it happened.

    ``command`` is what stands after the comma of FullyQualifiedErrorId (a cmdlet's class, a function's or script's
    name), ``activity`` the command name of CategoryInfo.
    """

    command = ""
    activity = ""
    reason: str | None = None
    target_name: str | None = None
    target_type: str | None = None
    details: ErrorDetails | None = None
    place: Place | None = None
    unwound: tuple[Place, ...] = ()
    running: list[Place] | None = None
    _invocation: InvocationInfo | None = None
    _stack_trace: Any = None
    in_error_list = False
    shown = False
    merged = False  # whether it came into the output by a redirection
    pipeline_text = ""
    no_suffix = False
    ps_members: Any = None

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

    @property
    def is_program_text(self) -> bool:
        """Whether it holds what a program wrote to its error stream, which stays text wherever it is sent."""
        return self.fqid.startswith("NativeCommandError")

    @property
    def invocation(self) -> InvocationInfo | None:
        """Where the error happened; made of the place that it was caught with when somebody looks."""
        if self._invocation is None and self.place is not None:
            self._invocation = InvocationInfo(position_of(self.place))
            self._invocation.unplaced = True  # an outer frame may still tell
        return self._invocation

    @invocation.setter
    def invocation(self, value: InvocationInfo | None) -> None:
        self._invocation = value
        self.place = None

    @property
    def stack_trace(self) -> Any:
        """(block name, position) of each script frame, innermost first."""
        if self._stack_trace is None and self.running is not None:
            self._stack_trace = named_places((*self.unwound, *self.running))
        return self._stack_trace

    @stack_trace.setter
    def stack_trace(self, value: Any) -> None:
        self._stack_trace = value
        self.running = None

    @property
    def fqid(self) -> str:
        """FullyQualifiedErrorId: the id, and the command that the error went through."""
        if not self.command or not self.error_id:
            return self.error_id or self.command
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


def unraised_record(exception: NetException) -> ErrorRecord:
    """The record inside an exception that has none yet; one that was never raised is named by its type, if by nothing else."""
    if exception.__traceback__ is not None or exception.thrown_object:
        from spshell.engine.errors.flow import record_of

        return record_of(None, exception)
    return ErrorRecord(exception, exception.error_id or exception.net_name.rpartition(".")[2])
