"""What types look like: the views of built-in types, and of classes that bring their own (``ps_view``)."""

from __future__ import annotations

from spshell.dotnet.reflection import members
from spshell.dotnet.reflection.reading import own_members
from spshell.dotnet.reflection.typedata import find_data
from spshell.formatting.cells import EXTENDED
from spshell.formatting.view_objects import Group, View, read
from spshell.formatting.view_table import GROUPS, LISTS, NAMED, TABLES, WIDE, WRAPPED
from spshell.values.objects import Member, PSCustomObject, unwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def find_view(value: Any, kind: str = "", name: str = "") -> View | None:
    """The view of a value's type or of one of its bases; None when it has none.

    Without `kind` it is the one that is shown unasked; `name` chooses among the views of a type.
    """
    own = _own_view(value, kind)
    if own is not None:
        return own
    from spshell.formatting.format_files import loaded_views

    loaded = loaded_views()
    names = members.type_names(value)
    found = _among(names, loaded, kind, name)
    if found is None and names and names[0].startswith(_COPIED):
        return _among([each.removeprefix(_COPIED) for each in names], loaded, kind, name)
    return found


_COPIED = "Deserialized."
"""The beginning of the type names of what was read from a file or came from a job: it is shown as the original."""


def _among(names: list[str], loaded: Any, kind: str, name: str) -> View | None:
    """The first view that one of the type names has."""
    for type_name in names:
        found = _loaded(loaded.before, type_name, kind, name) if loaded is not None else None
        found = found or _view_of(type_name, kind, name)
        if found is None and loaded is not None:
            found = _loaded(loaded.after, type_name, kind, name)
        if found is not None:
            return found
    return None


def _loaded(views: dict[str, list[View]], type_name: str, kind: str, name: str) -> View | None:
    """The first view of a format file that fits."""
    for view in views.get(type_name.lower(), ()):
        fits = kind == "" or view.kind == kind or (kind == "custom" and view.kind == "text")
        if fits and (not name or view.name.lower() == name.lower()):
            return view
    return None


def _view_of(type_name: str, kind: str, name: str) -> View | None:
    if name:
        for (owner, title), columns in NAMED.items():
            if owner == type_name and title.lower() == name.lower() and kind in ("", "table"):
                return View("table", _key_of_named(owner, title), columns=columns)
        return None
    if kind in ("", "table") and type_name in TABLES:
        view = View("table", type_name, columns=TABLES[type_name])
        view.wrap = type_name in WRAPPED
        return view
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
    if kind in ("", "custom") and type_name.endswith(EXTENDED):
        from spshell.formatting.error_details import error_details

        return View("text", type_name, columns=(error_details,))  # type: ignore[arg-type]  # a text view has a function
    if kind == "" and type_name == "System.DateTime":
        return View("date", type_name)
    return None


def _key_of_named(owner: str, title: str) -> str:
    """A named view groups as its type does, unless it has a grouping of its own."""
    own = f"{owner} {title}"
    return own if own in GROUPS else owner


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


def display_property(value: Any) -> str | None:
    """The DefaultDisplayProperty of a value's type; None without one."""
    for name in members.type_names(value):
        data = find_data(name)
        if data is not None and data.default_property:
            return data.default_property
    return None


def naming_property(value: Any) -> str:
    """The property that stands for an object in a list of objects: the display property, else a name, id or key."""
    chosen = display_property(value)
    if chosen is not None:
        return chosen
    names = shown_names(value)
    folded = [name.lower() for name in names]
    for suffix, exact in (
        ("name", True),
        ("id", True),
        ("key", True),
        ("key", False),
        ("name", False),
        ("id", False),
    ):
        for name, low in zip(names, folded, strict=True):
            if low == suffix or (not exact and low.endswith(suffix)):
                return name
    return ""


def _own_display_set(value: Any) -> list[str] | None:
    holder = getattr(value, "members", None) if isinstance(value, PSCustomObject) else None
    standard = holder.get("PSStandardMembers") if holder else None
    inner = getattr(standard, "members", None)
    display = inner.get("DefaultDisplayPropertySet") if isinstance(inner, dict) else None
    names = getattr(display, "names", None)
    return list(names) if names else None


def shown_names(value: Any) -> list[str]:
    """Every property name that is shown, hidden ones left out, in the order a wildcard finds them."""
    return [name for name, _entry in members.properties_of(value) if name != "PSStandardMembers"]


def all_names(value: Any) -> list[str]:
    """Every property name that is shown, hidden ones left out: what type data adds stands last."""
    adapted = getattr(unwrap(value), "adapted_names", None)
    if adapted is not None and (names := adapted()):
        return [*names, *(name for name in own_members(value) or {} if name not in names)]
    first: list[str] = []
    last: list[str] = []
    own = own_members(value) or {}
    bare = isinstance(value, PSCustomObject)
    for name, entry in members.properties_of(value):
        if name != "PSStandardMembers":
            (last if name not in own and (bare or isinstance(entry, Member)) else first).append(name)
    return first + last


def is_bare(value: Any) -> bool:
    """Whether an object has no properties at all: its text stands where it comes, as that of a scalar."""
    if type(value) is PSCustomObject:
        return not value.members and not all_names(value)
    return not all_names(value)


__all__ = [
    "Group",
    "View",
    "all_names",
    "display_names",
    "display_property",
    "find_view",
    "is_bare",
    "naming_property",
    "read",
    "shown_names",
]
