"""Errors of Test-Json: id -> exception type, category, sentence."""

from __future__ import annotations

from spshell.values.exceptions import fault_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.exceptions import NetException

TABLE: dict[str, tuple[str, str, str]] = {
    "InvalidJson": ("System.Exception", "InvalidData", "The text is no JSON: {0}."),
    "InvalidJsonSchema": ("System.Exception", "InvalidData", "The schema is no JSON: {0}."),
    "JsonSchemaFileOpenFailure": ("System.Exception", "OpenError", "The schema '{0}' cannot be opened: {1}."),
    "JsonSchemaNotSupported": (
        "System.NotSupportedException",
        "NotImplemented",
        "JSON is not checked against schemas here; without -Schema and -SchemaFile only its form is.",
    ),
    "PathNotFound": (
        "System.Management.Automation.ItemNotFoundException",
        "ObjectNotFound",
        "There is no file at '{0}'.",
    ),
}


def json_fault(error_id: str, *arguments: Any, target: Any = None) -> NetException:
    """The exception for an entry of the table."""
    return fault_of(TABLE[error_id], error_id, arguments, target)
