"""Properties of items: what Get-ItemProperty and Set-ItemProperty read and change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.providers.filesystem import FileSystem
from spshell.engine.providers.messages import provider_fault
from spshell.engine.providers.places import item_members
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.engine.providers.places import Place


def chosen_properties(place: Place, names: list[str] | None) -> Any:
    """The item with all its properties, or an object with the named ones. Raises GetValueError."""
    _files_only(place)
    if not names:
        return place.provider.item(place)
    from spshell.values.objects import PSCustomObject

    made = {}
    for name in names:
        spelled, value = _property(place, name)
        made[spelled] = value
    made.update(item_members(place, container=place.provider.is_container(place.path)))
    return PSCustomObject(made)


def property_value(place: Place, name: str) -> Any:
    """One property. Raises GetValueError."""
    _files_only(place)
    return _property(place, name)[1]


def _files_only(place: Place) -> None:
    if not isinstance(place.provider, FileSystem):
        raise place.provider.refuse(place.path)


def _property(place: Place, name: str) -> tuple[str, Any]:
    from spshell.dotnet.reflection.members import properties_of, read_entry
    from spshell.values.wildcard import wildcard_test

    item = place.provider.item(place)
    test = wildcard_test(name)
    for spelled, entry in properties_of(item):
        if test(spelled):
            return spelled, read_entry(item, entry)
    raise provider_fault("GetValueError", name, target=place.path)


def set_value(place: Place, name: str, value: Any) -> None:
    """Change a property. Raises SetPropertyError for one that cannot be changed."""
    _files_only(place)
    from spshell.dotnet.reflection.members import set_property
    from spshell.values.text import to_text

    item = place.provider.item(place)
    try:
        _property(place, name)
    except NetException:
        from spshell.values.nettype import type_of

        kind = "" if value is None else f"{type_of(value).ps_name or type_of(value).name} "
        shown = f"{kind}{name}={'' if value is None else to_text(value)}"
        raise provider_fault("SetPropertyError", shown, target=place.path) from None
    set_property(item, name, value)


def clear_value(place: Place, name: str) -> None:
    """Set a property back; only Attributes has a state to go back to."""
    _files_only(place)
    _property(place, name)
    if name.lower() != "attributes":
        raise provider_fault("Argument", "propertyToClear", f"{name} cannot be cleared", target=place.path)
    import os

    os.chmod(place.path, os.stat(place.path).st_mode | 0o200)
