"""Assemblies as far as scripts reflect on them, and the type accelerators that they reach through them."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.definitions import define
from spshell.dotnet.errors import thrown
from spshell.values.declare import Members, method, net_class, prop
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import ACCELERATORS, ADDED, NetType, find_type
from spshell.values.type_identity import assembly


@net_class("System.Reflection.Assembly", kind="abstract")
class AnyAssembly:
    """System.Reflection.Assembly: what a file of code holds."""

    def __init__(self, full_name: str) -> None:
        self.name = full_name

    @prop("string FullName {get}")
    def full_name(self) -> str:
        return self.name

    @prop("bool IsDynamic {get}")
    def is_dynamic(self) -> bool:
        return self.name.startswith("PowerShell Class Assembly")

    @method("type GetType(string name)", "type GetType(string name, bool throwOnError)")
    def get_type(self, name: str, throw: bool = False) -> NetType | None:
        """A type of this assembly by its full name; null for one that is not in it."""
        found = find_type(name)
        if found is not None and found.full_name == name and assembly(found) == self.name:
            return found
        if throw:
            raise thrown(
                "System.TypeLoadException", "Invalid", f"There is no type '{name}' in '{self.name}'."
            )
        return None

    @method("bool Equals(System.Object o)")
    def equals(self, other: Any) -> bool:
        return isinstance(other, AnyAssembly) and other.name == self.name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AnyAssembly) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)

    def ps_text(self) -> str:
        return self.name

    to_string = ps_text


@net_class("System.Reflection.RuntimeAssembly")
class Assembly(AnyAssembly):
    """The assembly behind a type."""


ACCELERATED = Members()


@ACCELERATED.method("static void Add(string typeName, type type)")
def add_accelerator(name: str, net_type: NetType) -> None:
    """Make a name mean a type from now on, in front of every other meaning it has."""
    ADDED[name.lower()] = net_type


@ACCELERATED.method("static bool Remove(string typeName)")
def remove_accelerator(name: str) -> bool:
    """Take a name away, a built-in one too."""
    removed = ADDED.pop(name.lower(), None) is not None
    return ACCELERATORS.pop(name.lower(), None) is not None or removed


@ACCELERATED.prop("static System.Collections.Generic.Dictionary[string,type] Get {get}")
def accelerators() -> Hashtable:
    """Every name with its type."""
    found = [(name, find_type(full)) for name, full in ACCELERATORS.items()]
    return Hashtable(
        [*((name, net_type) for name, net_type in found if net_type is not None), *ADDED.items()]
    )


define("System.Management.Automation.TypeAccelerators", ACCELERATED, kind="static")
