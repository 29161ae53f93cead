"""``${drive:path}``: the content of an item as a variable (about_Variables)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.providers.drives import drives_of
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.engine.session import Session


def read_content(session: Session, path: str) -> Any:
    """The content as one value; null when there is none."""
    from spshell.engine.providers.file_content import decode, lines, read_bytes

    try:
        place = drives_of(session).locate(path)
        if place.provider is drives_of(session).files:
            values: list[Any] = list(lines(decode(read_bytes(place.path), None)))
        else:
            values = place.provider.read_values(place)
    except NetException:
        return None
    return values[0] if len(values) == 1 else values or None


def write_content(session: Session, path: str, value: Any) -> None:
    """Assign content. Raises DriveNotFound."""
    from spshell.engine.providers.file_content import Writer
    from spshell.values.enumeration import enumerate_value
    from spshell.values.text import to_text

    place = drives_of(session).locate(path)
    elements = enumerate_value(value)
    values = [value] if elements is None else list(elements)
    if place.provider is not drives_of(session).files:
        place.provider.write_values(place, values, append=False)
        return
    writer = Writer(place.path, None, append=False, force=False)
    for item in values:
        writer.write_text(("" if item is None else to_text(item)) + "\n")
    writer.close()
