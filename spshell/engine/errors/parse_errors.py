"""Syntax errors as PowerShell reports them: a ParseException whose record points at the first error."""

from __future__ import annotations

from spshell.engine.errors.extents import node_extent
from spshell.engine.errors.position_text import position_message
from spshell.engine.errors.records import ErrorRecord, InvocationInfo
from spshell.values.exceptions import NetException, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def parse_text(text: str, name: str = "", scope: Any = None) -> Any:
    """The ScriptBlock node of a text that will run in `scope`. Raises ParseException."""
    from spshell.language import parse

    result = parse(text, name)
    if not result.errors and scope is not None:
        from spshell.engine.classes.checks import class_errors

        result.errors = class_errors(result.script_block, scope)
    if result.errors:
        raise parse_exception(result)
    return result.script_block


def parse_exception(result: Any) -> NetException:
    """The exception for a failed parse: its record is the first error's."""
    return _exception(result.errors, result.script_block.source, incomplete=result.incomplete)


def check_restricted(block: Any, commands: list[str], variables: list[str], *, environment: bool) -> None:
    """Hold a script block to the restricted language. Raises ParseException."""
    from spshell.language.checks.data_section import check_script

    errors = check_script(block.node, commands, variables, environment=environment)
    if errors:
        raise _exception(errors, block.node.source, incomplete=False)


def _exception(errors: list[Any], source: Any, *, incomplete: bool) -> NetException:
    """The message tells every error with its place (the view shows the ``first_sentence``); all are in ``errors``;
    ``incomplete`` says that more input could mend them.
    """
    from spshell.engine.syntax.parser import shown_errors
    from spshell.language.messages import message

    first = errors[0]
    places = [
        f"{position_message(node_extent(source, item.start, item.end))}\n{message(item)}" for item in errors
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
    error.errors = errors  # type: ignore[attr-defined]  # as the parser gave them
    error.properties = {"Errors": shown_errors(errors, source)}
    error.incomplete = incomplete  # type: ignore[attr-defined]  # asked by the prompt
    error.source = source  # type: ignore[attr-defined]  # for the view of further errors
    return error
