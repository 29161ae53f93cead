"""Errors of the cmdlets for processes and time zones: id -> exception type, category, sentence."""

from __future__ import annotations

from spshell.values.exceptions import fault_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.exceptions import NetException

_PROCESS = "Microsoft.PowerShell.Commands.ProcessCommandException"

TABLE: dict[str, tuple[str, str, str]] = {
    "TimeZoneNotFound": (
        "System.TimeZoneNotFoundException", "InvalidArgument", "The time zone '{0}' is not known on this machine.",
    ),
    "TestConnectionException": (
        "System.Net.NetworkInformation.PingException", "ResourceUnavailable", "'{0}' cannot be asked: {1}.",
    ),
    "NoProcessFoundForGivenId": (_PROCESS, "ObjectNotFound", "There is no process with the identifier {0}."),
    "NoProcessFoundForGivenName": (_PROCESS, "ObjectNotFound", "There is no process named '{0}'."),
    "CouldNotStopProcess": (_PROCESS, "CloseError", "The process '{0} ({1})' could not be stopped: {2}"),
    "ProcessNotTerminated": (
        "System.TimeoutException", "CloseError", "The process '{0} ({1})' did not end within the time given.",
    ),
    "InvalidOperationException": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The command cannot be run: starting '{0}' in the folder '{1}' failed: {2}",
    ),
    "NotSupportedException": (
        "System.NotSupportedException", "NotImplemented",
        "{1} has the parameter {0} on Windows only; leave it out (a program gets more rights by sudo).",
    ),
    "CannotStarttheProcess": (
        "System.InvalidOperationException", "InvalidOperation", "The folder '{0}' to start in does not exist.",
    ),
    "FileNotFoundException": (
        "System.IO.FileNotFoundException", "ObjectNotFound", "The file '{0}' to read as input does not exist.",
    ),
}  # fmt: skip


def process_fault(name: str, *arguments: Any, target: Any = None) -> NetException:
    """The exception for an entry of the table."""
    return fault_of(TABLE[name], name, arguments, target)
