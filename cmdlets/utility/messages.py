"""Errors of Microsoft.PowerShell.Utility: id -> exception type, category, sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from spshell.values.exceptions import NetException

_SMA = "System.Management.Automation."

TABLE: dict[str, tuple[str, str, str]] = {
    "VariableNotFound": (
        _SMA + "ItemNotFoundException",
        "ObjectNotFound",
        "There is no variable named '{0}'.",
    ),
    "VariableAlreadyExists": (
        _SMA + "SessionStateException",
        "ResourceExists",
        "A variable named '{0}' exists already; -Force replaces it.",
    ),
    "VariableNotRemovable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The variable {0} is constant or belongs to every scope and cannot be removed.",
    ),
    "VariableNotWritable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The variable {0} is read-only or constant and cannot be changed.",
    ),
    "AliasAlreadyExists": (
        _SMA + "SessionStateException",
        "ResourceExists",
        "An alias named '{0}' exists already; -Force replaces it.",
    ),
    "AliasNotWritable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The alias {0} is read-only or constant and cannot be changed.",
    ),
    "AliasNotRemovable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The alias {0} is read-only or constant and cannot be removed.",
    ),
    "AliasNotFound": (
        _SMA + "ItemNotFoundException",
        "ObjectNotFound",
        "No alias matches the name or definition '{0}'.",
    ),
}


def utility_fault(
    name: str, *arguments: Any, error_id: str | None = None, target: Any = None
) -> NetException:
    """The exception for an entry of the table."""
    net_name, category, template = TABLE[name]
    return fault(
        net_name, template.format(*arguments), error_id or name, category, target=target, arguments=arguments
    )
