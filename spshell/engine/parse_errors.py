"""Syntax errors as PowerShell reports them: a ParseException whose record points at the first error."""

from __future__ import annotations

from typing import Any

from spshell.engine.errors import ErrorRecord, InvocationInfo
from spshell.engine.extents import node_extent
from spshell.values.exceptions import NetException, fault


def parse_text(text: str, name: str = "") -> Any:
    """The ScriptBlock node of a text. Raises ParseException (IncompleteParseException for unfinished input)."""
    from spshell.language import parse

    result = parse(text, name)
    if result.errors:
        raise parse_exception(result)
    return result.script_block


def parse_exception(result: Any) -> NetException:
    """The exception for a failed parse: its record is the first error's, all errors are in ``errors``."""
    from spshell.language.messages import message

    first = result.errors[0]
    kind = "IncompleteParseException" if result.incomplete else "ParseException"
    text = message(first)
    error = fault(
        "System.Management.Automation." + kind,
        text,
        first.error_id,
        "ParserError",
        arguments=tuple(first.arguments),
    )
    record = ErrorRecord(error)
    source = result.script_block.source
    record.invocation = InvocationInfo(node_extent(source, first.start, first.end))
    error.record = record
    error.errors = result.errors  # type: ignore[attr-defined]  # ParseException.Errors
    error.source = source  # type: ignore[attr-defined]  # for the view of further errors
    return error
