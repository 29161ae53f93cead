"""What types look like: the views of built-in types, and of classes that bring their own (``ps_view``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet import members
from spshell.dotnet.typedata import find_data
from spshell.formatting.view_table import GROUPS, LISTS, NAMED, TABLES, WIDE
from spshell.values.objects import PSCustomObject, unwrap

if TYPE_CHECKING:
    from collections.abc import Callable

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

    __slots__ = ("columns", "group", "key", "kind", "names")

    def __init__(
        self, kind: str, key: str, columns: tuple[Column, ...] = (), names: tuple[Any, ...] = ()
    ) -> None:
        self.kind = kind
        self.key = key
        self.columns = columns
        self.names = names
        self.group: Group | None = Group(*GROUPS[key]) if key in GROUPS else None

    @property
    def fixed(self) -> bool:
        """Whether the declared widths hold: only when the first column has one."""
        return bool(self.columns) and self.columns[0][1] > 0

    def entries(self, value: Any) -> list[tuple[str, Any]]:
        """(label, source) of a list's lines."""
        del value
        return [(name, name) if isinstance(name, str) else name for name in self.names]


def find_view(value: Any, kind: str = "", name: str = "") -> View | None:
    """The view of a value's type or of one of its bases; None when it has none.

    Without `kind` it is the one that is shown unasked; `name` chooses among the views of a type.
    """
    own = _own_view(value, kind)
    if own is not None:
        return own
    for type_name in members.type_names(value):
        found = _view_of(type_name, kind, name)
        if found is not None:
            return found
    return None


def _view_of(type_name: str, kind: str, name: str) -> View | None:
    if name:
        for (owner, title), columns in NAMED.items():
            if owner == type_name and title.lower() == name.lower() and kind in ("", "table"):
                return View("table", owner, columns=columns)
        return None
    if kind in ("", "table") and type_name in TABLES:
        return View("table", type_name, columns=TABLES[type_name])
    if kind == "table" and (type_name, type_name) in NAMED:
        return View("table", type_name, columns=NAMED[type_name, type_name])
    if (
        kind in ("", "list")
        and type_name in LISTS
        and not (kind == "" and type_name.startswith("System.IO."))
    ):
        return View("list", type_name, names=LISTS[type_name])
    if kind == "wide" and type_name in WIDE:
        return View("wide", type_name, names=(WIDE[type_name],))
    if kind == "" and type_name == "System.DateTime":
        return View("date", type_name)
    return None


def _own_view(value: Any, kind: str) -> View | None:
    """The view that a Python class brings with it (``ps_view``)."""
    plain = unwrap(value)
    own = getattr(type(plain), "ps_view", None)
    if own is None:
        return None
    own_kind, content = own
    if kind not in ("", own_kind):
        return None
    owner = next(cls for cls in type(plain).__mro__ if "ps_view" in cls.__dict__)
    key = owner.__qualname__
    if own_kind == "list":
        return View("list", key, names=content)
    return View(own_kind, key, columns=content)


def display_names(value: Any) -> list[str] | None:
    """The names of a DefaultDisplayPropertySet, the object's own or its type's; None without one."""
    own = _own_display_set(value)
    if own is not None:
        return own
    for name in members.type_names(value):
        data = find_data(name)
        if data is not None and data.default_display:
            return list(data.default_display)
    return None


def _own_display_set(value: Any) -> list[str] | None:
    holder = getattr(value, "members", None) if isinstance(value, PSCustomObject) else None
    standard = holder.get("PSStandardMembers") if holder else None
    inner = getattr(standard, "members", None)
    display = inner.get("DefaultDisplayPropertySet") if isinstance(inner, dict) else None
    names = getattr(display, "names", None)
    return list(names) if names else None


def all_names(value: Any) -> list[str]:
    """Every property name that is shown, hidden ones left out."""
    return [name for name, _entry in members.properties_of(value) if name != "PSStandardMembers"]


def read(value: Any, source: str | Callable[[Any], Any]) -> Any:
    """The value of a column: a property, or a function of the object; a property that throws is null."""
    from spshell.values.exceptions import NetException

    if callable(source):
        return source(value)
    try:
        return members.get_property(value, source)
    except NetException:
        return None
