"""The place of a binding error: the argument that it is about, found by parsing the command's text again."""

from __future__ import annotations

from spshell.engine.errors.extents import Extent, node_extent
from spshell.engine.errors.records import ErrorRecord, InvocationInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.errors import BindingPlace
    from spshell.engine.binding.metadata import CommandMetadata
    from spshell.engine.compiled.sites import CommandSite
    from spshell.values.exceptions import NetException


def sign_binding_error(
    error: NetException, metadata: CommandMetadata, site: CommandSite | None, command: Any
) -> None:
    """Give an error of binding its record: the command is its origin, the argument it is about its place."""
    if error.record is not None:
        return
    record = error.record = ErrorRecord(error)
    record.command = metadata.error_class
    record.activity = metadata.name
    extent = place_extent(site, getattr(error, "place", None))
    record.invocation = InvocationInfo(
        extent, (site.name if site is not None else "") or metadata.name, command
    )


def place_extent(site: CommandSite | None, place: BindingPlace | None) -> Extent | None:
    """The extent of an argument's name or value; the command itself when it cannot be told."""
    if site is None:
        return None
    whole = node_extent(site.source, site.start, site.end)
    if place is None or place.part == "command" or place.index < 0:
        return whole
    try:
        found = _argument(site, place)
    except (IndexError, AttributeError):
        found = None
    if found is None:
        return whole
    return node_extent(site.source, *found)


def _argument(site: CommandSite, place: BindingPlace) -> tuple[int, int] | None:
    from spshell.language import parse

    text = site.source.text[site.start : site.end]
    command = _first_command(parse(text).script_block)
    if command is None:
        return None
    index = 0
    for node in command.elements[1:]:
        if getattr(node, "splatted", False):
            return site.start + node.start, site.start + node.end
        if node.kind != "CommandParameter":
            if index == place.index:
                return site.start + node.start, site.start + node.end
            index += 1
            continue
        if index == place.index:
            if place.part == "value" and node.argument is None:
                return None
            return site.start + node.start, site.start + node.end
        index += 1
        if node.argument is not None:
            if index == place.index:
                return site.start + node.argument.start, site.start + node.argument.end
            index += 1
    return None


def _first_command(block: Any) -> Any:
    for statement in block.end_block.statements:
        for element in getattr(statement, "elements", ()):
            if element.kind == "Command":
                return element
    return None
