"""The properties of a pipeline object that ValueFromPipelineByPropertyName looks at."""

from __future__ import annotations

from spshell.values.hashtable import Hashtable
from spshell.values.objects import PSCustomObject, PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_BARE = (str, int, float, bool)


def find_property(value: Any, names: tuple[str, ...]) -> str | None:
    """The first of the names that is a property of the object. Keys of a hashtable are none."""
    kind = type(value)
    if kind is PSCustomObject:
        for name in names:
            spelled = value.spelled(name)
            if spelled is not None:
                return str(spelled)
        return None
    if kind in _BARE and not any(name.lower() == "length" for name in names):
        return None
    from spshell.dotnet.reflection.members import properties_of

    if isinstance(value, Hashtable) or (kind is PSObject and isinstance(value.base, Hashtable)):
        own = _hashtable_properties(value)
    else:
        own = [row[0] for row in properties_of(value)]
    folded = {name.lower(): name for name in own}
    for name in names:
        found = folded.get(name.lower())
        if found is not None:
            return str(found)
    return None


def _hashtable_properties(value: Any) -> list[str]:
    own = ["IsReadOnly", "IsFixedSize", "IsSynchronized", "Keys", "Values", "SyncRoot", "Count"]
    extra = value.members if type(value) is PSObject else value.ps_members
    return [*(extra or {}), *own]


def property_value(value: Any, name: str) -> Any:
    """The value of a property found before."""
    from spshell.dotnet.reflection.members import get_property

    return get_property(value, name)
