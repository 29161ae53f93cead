"""Records of the streams beside output and error: warning, verbose, debug, information, progress."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class InformationalRecord:
    """A message of the warning, verbose or debug stream with the invocation that wrote it."""

    __slots__ = ("__weakref__", "invocation", "merged", "message", "ps_members")

    net_name = "System.Management.Automation.InformationalRecord"
    prefix = ""

    def __init__(self, message: str, invocation: Any = None) -> None:
        self.message = message
        self.invocation = invocation
        self.merged = False  # whether it came into the output by a redirection
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return self.message

    def to_string(self) -> str:
        return self.message


class WarningRecord(InformationalRecord):
    __slots__ = ()
    net_name = "System.Management.Automation.WarningRecord"
    prefix = "WARNING: "


class VerboseRecord(InformationalRecord):
    __slots__ = ()
    net_name = "System.Management.Automation.VerboseRecord"
    prefix = "VERBOSE: "


class DebugRecord(InformationalRecord):
    __slots__ = ()
    net_name = "System.Management.Automation.DebugRecord"
    prefix = "DEBUG: "


class HostInformation:
    """HostInformationMessage: what Write-Host wrote, with its colours."""

    __slots__ = ("__weakref__", "background", "foreground", "message", "no_newline", "ps_members")

    net_name = "System.Management.Automation.HostInformationMessage"

    def __init__(
        self, message: str, *, no_newline: bool = False, foreground: Any = None, background: Any = None
    ) -> None:
        self.message = message
        self.no_newline = no_newline
        self.foreground = foreground
        self.background = background
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return self.message

    def to_string(self) -> str:
        return self.message


class InformationRecord:
    """A record of the information stream: any data, its source and tags (``PSHOST`` for Write-Host)."""

    __slots__ = ("__weakref__", "data", "ps_members", "source", "tags", "time", "visible")

    net_name = "System.Management.Automation.InformationRecord"

    def __init__(self, data: Any, source: str = "", tags: list[str] | None = None) -> None:
        self.data = data
        self.source = source
        self.tags = tags if tags is not None else []
        self.time: Any = None
        self.visible = False
        self.ps_members: Any = None

    def ps_text(self) -> str:
        from spshell.values.text import to_string, to_text

        return to_string(self.data) if isinstance(self.data, list) else to_text(self.data)

    to_string = ps_text
