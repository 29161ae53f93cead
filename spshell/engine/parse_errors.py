"""Syntax errors as PowerShell reports them: a ParseException whose record points at the first error."""

from __future__ import annotations

from typing import Any

from spshell.engine.errors import ErrorRecord, InvocationInfo
from spshell.engine.extents import node_extent
from spshell.engine.position_text import position_message
from spshell.values.exceptions import NetException, fault


def parse_text(text: str, name: str = "") -> Any:
    """The ScriptBlock node of a text. Raises ParseException."""
    from spshell.language import parse

    result = parse(text, name)
    if result.errors:
        raise parse_exception(result)
    return result.script_block


def parse_exception(result: Any) -> NetException:
    """The exception for a failed parse: its record is the first error's.

    The message tells every error with its place (the view shows the ``first_sentence``); all are in ``errors``;
    ``incomplete`` says that more input could mend them.
    """
    from spshell.language.messages import message

    first = result.errors[0]
    source = result.script_block.source
    places = [
        f"{position_message(node_extent(source, item.start, item.end))}\n{message(item)}"
        for item in result.errors
    ]
    error = fault(
        "System.Management.Automation.ParseException",
        "\n\n".join(places),
        first.error_id,
        "ParserError",
        arguments=tuple(first.arguments),
    )
    record = ErrorRecord(error)
    record.invocation = InvocationInfo(node_extent(source, first.start, first.end))
    error.record = record
    error.first_sentence = message(first)  # type: ignore[attr-defined]  # what the view shows
    error.errors = result.errors  # type: ignore[attr-defined]  # ParseException.Errors
    error.incomplete = result.incomplete  # type: ignore[attr-defined]  # asked by the prompt
    error.source = source  # type: ignore[attr-defined]  # for the view of further errors
    return error
