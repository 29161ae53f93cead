"""Views as objects: what they show, and what they group by."""

from __future__ import annotations

from spshell.dotnet.reflection import members
from spshell.formatting.view_table import GROUPS
from spshell.values.exceptions import NetException
from spshell.values.truth import truth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.formatting.view_table import Column


class Group:
    """What a view groups by: a heading in front of the property's value."""

    __slots__ = ("label", "source")

    def __init__(self, source: str | Callable[[Any], Any], label: str) -> None:
        self.source = source
        self.label = label

    def heading(self, value: Any) -> tuple[str, str] | None:
        """(heading, value); None when the object has no such property."""
        from spshell.values.text import to_text

        found = read(value, self.source)
        return None if found is None else (self.label, to_text(found))


class View:
    """A view: ``kind`` is table, list, wide, date or text; ``columns`` of a table, ``names`` of a list or wide view.

    ``key`` tells views apart, ``group`` is what the view groups by.
    """

    __slots__ = (
        "auto_size",
        "columns",
        "count",
        "group",
        "hide_headers",
        "key",
        "kind",
        "name",
        "names",
        "wrap",
    )

    def __init__(
        self, kind: str, key: str, columns: tuple[Column, ...] = (), names: tuple[Any, ...] = ()
    ) -> None:
        self.kind = kind
        self.key = key
        self.columns = columns
        self.names = names
        self.name = key
        self.auto_size = False
        self.hide_headers = False
        self.wrap = False
        self.count = 0
        self.group: Group | None = Group(*GROUPS[key]) if key in GROUPS else None

    @property
    def fixed(self) -> bool:
        """Whether the declared widths hold: only when the first column has one."""
        return bool(self.columns) and self.columns[0][1] > 0 and not self.auto_size

    def entries(self, value: Any) -> list[tuple[str, Any]]:
        """(label, source) of a list's lines; a line may have a condition."""
        found: list[tuple[str, Any]] = []
        for name in self.names:
            if isinstance(name, str):
                found.append((name, name))
            elif len(name) < 3 or name[2] is None or truth(name[2](value)):
                found.append((name[0], name[1]))
        return found


def read(value: Any, source: str | Callable[[Any], Any]) -> Any:
    """The value of a column: a property, or a function of the object; a property that throws is null."""
    if callable(source):
        return source(value)
    try:
        found = members.find_value(value, source)
    except NetException:
        return None
    return None if found is members.MISSING else found
