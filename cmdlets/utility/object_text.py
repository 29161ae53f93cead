"""The text of a value as data commands write it: .NET's own ToString, in the current culture."""

from __future__ import annotations

from typing import Any

from spshell.values.nettype import type_of
from spshell.values.objects import PSCustomObject, PSObject
from spshell.values.text import to_string, to_text


def object_text(value: Any) -> str:
    """The text of a value; custom objects show their members, XML nodes the name of their type."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]  # str by the exact test
    if kind is PSCustomObject or kind is PSObject:
        return to_text(value)
    if type_of(value).namespace == "System.Xml":
        return type_of(value).full_name  # PowerShell's ToString of nodes is a member that it adds
    return to_string(value)
