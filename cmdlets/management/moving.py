"""Going somewhere else: Set-Location and Push-Location."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.providers.globbing import Selection, resolve
from spshell.engine.providers.messages import provider_fault
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from cmdlets.management.item_cmdlet import ItemCmdlet
    from spshell.engine.providers.places import Place

_KEPT = 20
"""How many locations `-` and `+` remember."""


def go_to(cmdlet: ItemCmdlet, path: str | None) -> Place | None:
    """Make the place of a path the current location; null after an error."""
    table = cmdlet.drives
    here = table.here()
    if path is None:
        path = "~" if here.provider is table.files else f"{table.files.name}::~"
    if path in ("-", "+") and not cmdlet.literal:
        source, other, name = (
            (table.before, table.after, "LocationUndoStackIsEmpty")
            if path == "-"
            else (table.after, table.before, "LocationRedoStackIsEmpty")
        )
        if not source:
            # (it comes out of the session's state as it is, without an id of the command's)
            error = provider_fault(name)
            error.error_id, error.category = error.net_name, "NotSpecified"
            cmdlet.throw(error)
        place = source.pop()
        other.append(here)
        table.go(place)
        return place
    try:
        found = resolve(cmdlet.session, path, Selection(force=True), literal=cmdlet.literal)
        if not found:
            raise provider_fault("PathNotFound", path, target=path)
        if len(found) > 1:
            found = [each for each in found if each.provider.is_container(each.path)]
        if len(found) != 1:
            raise provider_fault("Argument", "path", "it means several", target=path)
        place = found[0]
        if not place.provider.is_container(place.path):
            raise provider_fault("PathNotFound", place.path, target=place.path)
    except NetException as error:
        cmdlet.write_error(error, target=error.target)
        return None
    table.before.append(here)
    del table.before[:-_KEPT]
    table.after.clear()
    table.go(place)
    return place
