"""System.Management.Automation.PSListModifier: what to add to a list, to remove from it, or to put in place of all."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, bad_argument
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.exceptions import fault
from spshell.values.hashtable import Hashtable
from spshell.values.objects import unwrap

_KEYS = ("Add", "Remove", "Replace")
_ITEMS = "System.Collections.ObjectModel.Collection[System.Object]"


@net_class("System.Management.Automation.PSListModifier")
class ListModifier:
    """The three collections; replacements win."""

    ps_members: Any = None

    def __init__(self, **items: Any) -> None:
        from spshell.dotnet.collections.collections import generic_list

        self.items = {
            key: generic_list(
                "System.Object", list(items.get(key) or ()), "System.Collections.ObjectModel.Collection`1"
            )
            for key in _KEYS
        }

    @constructor("()", "(hashtable hash)", "(System.Object replacementItems)")
    @staticmethod
    def create(*given: Any) -> ListModifier:
        if not given:
            return ListModifier()
        value = unwrap(given[0])
        if not isinstance(value, Hashtable):
            return ListModifier(Replace=_elements(value))
        made: dict[str, Any] = {}
        for key, entry in value.items():
            known = next((name for name in _KEYS if name.lower() == str(key).lower()), None)
            if known is None:
                raise bad_argument(f"'{key}' is no key here: Add, Remove and Replace are.", "hash")
            made[known] = _elements(entry)
        return ListModifier(**made)

    @prop(f"{_ITEMS} Add {{get}}")
    def add(self) -> Any:
        return self.items["Add"]

    @prop(f"{_ITEMS} Remove {{get}}")
    def remove(self) -> Any:
        return self.items["Remove"]

    @prop(f"{_ITEMS} Replace {{get}}")
    def replace(self) -> Any:
        return self.items["Replace"]

    @method("void ApplyTo(System.Object collectionToUpdate)")
    def apply_to(self, target: Any) -> None:
        """Change a list. Raises InvalidOperation for what is none."""
        from spshell.dotnet.reflection.members import invoke_method

        if target is None:
            raise argument_null("collectionToUpdate")
        target = unwrap(target)
        if not isinstance(target, list):
            raise fault(
                "System.Management.Automation.PSInvalidOperationException",
                "What is to be changed is no list.",
                "InvalidOperation",
                "InvalidOperation",
            )
        if self.items["Replace"]:
            invoke_method(target, "Clear", [])
        else:
            for item in self.items["Remove"]:
                invoke_method(target, "Remove", [unwrap(item)])
        for item in self.items["Replace"] or self.items["Add"]:
            invoke_method(target, "Add", [unwrap(item)])


def _elements(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
