"""Errors of the farm, under the exception names that SharePoint's own code throws."""

from __future__ import annotations

from typing import Any

from spshell.values.exceptions import NetException, declare_exception, fault

_ADMINISTRATION = "Microsoft.SharePoint.Administration."

_SP_EXCEPTION = "Microsoft.SharePoint.SPException"
_CONCURRENCY = _ADMINISTRATION + "SPUpdatedConcurrencyException"
_DENIED = "System.Security.SecurityException"


def declare() -> None:
    """Make the farm's exception types known to ``catch``."""
    declare_exception(_SP_EXCEPTION, "System.Runtime.InteropServices.ExternalException")
    declare_exception(_CONCURRENCY, "System.ApplicationException")


def conflict(what: str, expected: int, stored: int | None) -> NetException:
    """Somebody else was faster: nothing was written."""
    state = (
        "it was deleted" if stored is None else f"version {stored} is stored, this copy is version {expected}"
    )
    return fault(
        _CONCURRENCY,
        f"An update conflict: {what} was changed by somebody else ({state}). Get the object again and repeat the change.",
        "SPUpdatedConcurrencyException",
        "InvalidOperation",
        arguments=(what,),
    )


def denied(who: str, needs: str, action: str) -> NetException:
    """The caller may not do this; nothing was changed."""
    return fault(
        _DENIED,
        f"Access denied: {action} needs {needs}, and {who} is not one. Nothing was changed.",
        "AccessDenied",
        "PermissionDenied",
        arguments=(who,),
    )


def not_found(kind: str, identity: Any) -> NetException:
    """No object has this name, URL or id."""
    return fault(
        "Microsoft.SharePoint.PowerShell.SPCmdletPipeBindException",
        f"There is no {kind} called '{identity}' in this farm.",
        "ObjectNotFound",
        "ObjectNotFound",
        target=identity,
        arguments=(identity,),
    )


def invalid(message: str, error_id: str = "InvalidOperation", *, target: Any = None) -> NetException:
    """The operation makes no sense in the present state."""
    return fault("System.InvalidOperationException", message, error_id, "InvalidOperation", target=target)


def no_farm() -> NetException:
    """There is no farm at this address yet."""
    return invalid(
        "There is no farm here yet. Create one with New-SPConfigurationDatabase, or name another with -Farm.",
        "FarmNotFound",
    )


def version_lacks(version: str, what: str, versions: tuple[str, ...]) -> NetException:
    """A parameter or cmdlet that this farm's product version does not have."""
    return fault(
        "System.Management.Automation.ParameterBindingException",
        f"{what} does not exist in SharePoint Server {version}; it exists in {', '.join(versions)}.",
        "NotInProductVersion",
        "InvalidArgument",
        arguments=(what,),
    )
