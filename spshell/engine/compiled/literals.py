"""Values written out in a script: numbers with a suffix, ``@{ }``, ``[ordered]@{ }``, ``[pscustomobject]@{ }``."""

from __future__ import annotations

from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SCALARS = frozenset({int, str, float, bool, type(None), PSCustomObject})
"""Classes of values that are one object in a pipeline."""

NUMBERS = frozenset({int, float})
"""Classes of numbers that Python's operators take as they are."""


def literal(value: Any, type_name: str) -> Any:
    """A number literal of a type other than Int32 and Double; decimals come as text."""
    from spshell.values.literals import make

    return make(value, type_name)


def hashtable(*items: Any) -> Hashtable:
    """``@{ k = v }``. Raises when a key is null."""
    result = Hashtable()
    _fill(result, items)
    return result


def constant_keys(entries: dict[Any, Any]) -> Hashtable:
    """``@{ k = v }`` whose keys stand in the script and differ whatever the case."""
    made: Hashtable = Hashtable.__new__(Hashtable)
    made.data = entries
    made.folded = None
    made.case_sensitive = False
    made.ps_members = None
    return made


def ordered_constant_keys(entries: dict[Any, Any]) -> OrderedDictionary:
    """``[ordered]@{ k = v }``, as `constant_keys`."""
    made: OrderedDictionary = OrderedDictionary.__new__(OrderedDictionary)
    made.data = entries
    made.folded = None
    made.case_sensitive = False
    made.ps_members = None
    return made


def ordered_hashtable(*items: Any) -> OrderedDictionary:
    """``[ordered]@{ }``."""
    result = OrderedDictionary()
    _fill(result, items)
    return result


def _fill(table: Hashtable, items: tuple[Any, ...]) -> None:
    for position in range(0, len(items), 2):
        key = items[position]
        if key is None or key is NOTHING:
            from spshell.values.exceptions import fault

            raise fault(
                "System.Management.Automation.RuntimeException",
                "A hash literal key is null; every key needs a value.",
                "InvalidNullKey",
                "InvalidOperation",
            )
        if table.stored(key) in table.data:
            from spshell.values.exceptions import fault

            raise fault(
                "System.Management.Automation.RuntimeException",
                f"The key '{key}' stands twice in the hash literal.",
                "DuplicateKeyInHashLiteral",
                "InvalidOperation",
                arguments=(key,),
            )
        table[key] = items[position + 1]


def custom_object(*items: Any) -> PSCustomObject:
    """``[pscustomobject]@{ }``: the members in the order written."""
    from spshell.values.text import to_text

    members: dict[str, Any] = {}
    for position in range(0, len(items), 2):
        name = items[position]
        members[name if type(name) is str else to_text(name)] = items[position + 1]
    if "PSTypeName" in members or any(key.lower() == "pstypename" for key in members):
        return _with_type_name(members)
    return PSCustomObject(members)


def _with_type_name(members: dict[str, Any]) -> PSCustomObject:
    from spshell.values.text import to_text

    key = next(name for name in members if name.lower() == "pstypename")
    name = to_text(members.pop(key))
    base = ["System.Management.Automation.PSCustomObject", "System.Object"]
    return PSCustomObject(members, [name, *base])
