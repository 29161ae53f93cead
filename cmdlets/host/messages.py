"""Errors of Microsoft.PowerShell.Host: id -> exception type, category, sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from spshell.values.exceptions import NetException

_SMA = "System.Management.Automation."

TABLE: dict[str, tuple[str, str, str]] = {
    "NoClobber": (
        "System.UnauthorizedAccessException",
        "PermissionDenied",
        "The file '{0}' exists already and NoClobber was given.",
    ),
    "CannotStartTranscription": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "The transcript '{0}' cannot be written: {1}",
    ),
    "InvalidOperation": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "No transcript is running; Start-Transcript starts one.",
    ),
}


def host_fault(name: str, *arguments: Any, target: Any = None) -> NetException:
    """The exception for an entry of the table."""
    net_name, category, template = TABLE[name]
    return fault(net_name, template.format(*arguments), name, category, target=target, arguments=arguments)
