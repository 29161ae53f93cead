"""Get-Member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.nothing import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXTENDED = frozenset(
    {"AliasProperty", "CodeMethod", "CodeProperty", "MemberSet", "NoteProperty", "PropertySet", "ScriptMethod",
     "ScriptProperty"}
)  # fmt: skip


class GetMember(Cmdlet, verb="Get", noun="Member"):
    """List the members of objects, once for each type.

    PS> Get-Date | Get-Member -MemberType Property
    PS> [math] | Get-Member -Static Round
    """

    input_object: Any = parameter("psobject", from_pipeline=True, allow_null=True, help="The object.")
    name: Any = parameter("string[]", position=0, help="Names, wildcards allowed.")
    member_type: Any = parameter(
        "System.Management.Automation.PSMemberTypes", aliases=("Type",), help="Only members of these kinds."
    )
    view: Any = parameter(
        "System.Management.Automation.PSMemberViewTypes", help="Added members, .NET's own, or all."
    )
    static: Any = parameter("switch", help="The static members of the type.")
    force: Any = parameter("switch", help="Hidden members too.")

    def begin(self) -> None:
        self._shown: set[str] = set()

    def process(self) -> Iterator[object]:
        target = self.input_object
        if target is None or target is NOTHING:
            return
        from spshell.dotnet.reflection import member_definitions
        from spshell.dotnet.reflection.reading import type_names

        if self.static:
            owner = member_definitions.static_owner(target)
            type_name = owner.full_name
            found = member_definitions.static_definitions(owner)
        else:
            names = type_names(target)
            type_name = names[0] if names else "<null>"
            found = member_definitions.definitions(target, type_name, hidden=bool(self.force))
        if type_name in self._shown:
            return
        self._shown.add(type_name)
        rows = [row for row in found if self._kind_wanted(row.kind)]
        for pattern in self.name or ("*",):
            chosen = [row for row in rows if _fits(row.name, pattern)]
            yield from sorted(chosen, key=lambda row: (row.kind.lower(), row.name.lower()))

    def _kind_wanted(self, kind: str) -> bool:
        from spshell.dotnet.reflection.psobject import member_types

        if self.member_type is not None and not self.member_type.value & member_types(kind).value:
            return False
        if self.view is None:
            return True
        views = self.view.name.split(", ")
        if "All" in views:
            return True
        return ("Extended" in views) if kind in _EXTENDED else ("Adapted" in views or "Base" in views)

    def end(self) -> None:
        if not self._shown:
            self.write_error(utility_fault("NoObjectSpecified", error_id="NoObjectInGetMember"))


def _fits(name: str, pattern: str) -> bool:
    from spshell.values.matching import like

    return pattern == "*" or bool(like(name, pattern))
