"""Which properties of a script's class are nothing but a value of the object: code may reach these without a call."""

from __future__ import annotations

from spshell.dotnet.reflection.lookup import find_member
from spshell.dotnet.reflection.typedata import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.nettype import NetType


def plain_properties(made: NetType) -> dict[str, tuple[str, str]]:
    """Folded name -> (name among the object's values, full name of the type), for objects of the class and its children.

    Left out are those with checks, those that type data hide, and all of a class whose base is not a script's: such objects
    may keep their values elsewhere.
    """
    found: dict[str, tuple[str, str]] = {}
    current: NetType | None = made
    while current is not None and current.full_name != "System.Object":
        if current.data is None or not current.data.get("script"):
            return {}
        for name, member, net_type in current.data["initial"]:
            folded = name.lower()
            declared = current.members[name]
            hidden = folded in current.data.get("redeclared", ())
            if folded in found or hidden or member.attributes:
                continue
            if find_member(made, name) is declared:
                found[folded] = (name, net_type.full_name)
        current = current.base
    return found


def note_redeclared(made: NetType) -> None:
    """A class declares properties that its base classes have too: methods of these must look which one an object has."""
    names = {name.lower() for name, _, _ in made.data["initial"]}
    current = made.base
    while current is not None and current.data is not None and current.data.get("script"):
        again = names & {name.lower() for name, _, _ in current.data["initial"]}
        if again:
            current.data["redeclared"] = again | set(current.data.get("redeclared", ()))
            changed()
        current = current.base


def default_values(made: NetType) -> dict[str, Any] | None:
    """What the values of a new object are before anything runs; None when its base is not a script's class."""
    from spshell.engine.classes.classes import default_of

    values: dict[str, Any] = {}
    current: NetType | None = made
    while current is not None and current.full_name != "System.Object":
        if current.data is None or not current.data.get("script"):
            return None
        for name, _, net_type in current.data["initial"]:
            values.setdefault(name, default_of(net_type))
        current = current.base
    return values
