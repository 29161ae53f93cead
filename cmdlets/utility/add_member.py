"""Add-Member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.member_making import ADDABLE, MemberRequest, make_member
from cmdlets.utility.messages import utility_fault
from spshell.engine.attributes.validation import refusal
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.nothing import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SINGLE, _MULTI, _MEMBER, _TYPE = (
    "NotePropertySingleMemberSet",
    "NotePropertyMultiMemberSet",
    "MemberSet",
    "TypeNameSet",
)


class NoMemberType:
    """The name of a note property must not read as a member type: that is the other way of calling."""

    def validate(self, value: Any, _scope: Any) -> None:
        """Raise for the name of a member type."""
        if str(value).lower() in {name.lower() for name in ADDABLE}:
            error = refusal("InvalidValueForNotePropertyName", value)
            error.passed_over = True  # type: ignore[attr-defined]  # see bind_positional
            raise error


class AddMember(Cmdlet, verb="Add", noun="Member", default_set=_TYPE):
    """Add a member to an object.

    PS> $site = [pscustomobject]@{ Quota = 5 }; $site | Add-Member Url 'http://portal'; $site.Url
    PS> [pscustomobject]@{ Quota = 5 } | Add-Member ScriptProperty Twice { $this.Quota * 2 } -PassThru | ForEach-Object Twice
    """

    input_object: Any = parameter(
        "psobject",
        sets=(_TYPE, _SINGLE, _MULTI, _MEMBER),
        mandatory=True,
        from_pipeline=True,
        help="The object.",
    )
    member_type: Any = parameter(
        "System.Management.Automation.PSMemberTypes",
        sets={_MEMBER: SetFlags(mandatory=True, position=0)},
        aliases=("Type",),
        help="What kind of member.",
    )
    name: Any = parameter("string", sets={_MEMBER: SetFlags(mandatory=True, position=1)}, help="Its name.")
    value: Any = parameter(sets={_MEMBER: SetFlags(position=2)}, allow_null=True, help="Its value or script.")
    second_value: Any = parameter(
        sets={_MEMBER: SetFlags(position=3)}, allow_null=True, help="The setter, or an alias's type."
    )
    type_name: Any = parameter(
        "string",
        sets={_TYPE: SetFlags(mandatory=True), _SINGLE: SetFlags(), _MULTI: SetFlags(), _MEMBER: SetFlags()},
        help="A type name to put first.",
    )
    force: Any = parameter("switch", sets=(_SINGLE, _MULTI, _MEMBER), help="Replace a member of that name.")
    pass_thru: Any = parameter("switch", sets=(_TYPE, _SINGLE, _MULTI, _MEMBER), help="Write the object.")
    note_property_name: Any = parameter(
        "string",
        sets={_SINGLE: SetFlags(mandatory=True, position=0)},
        validate=(NoMemberType(),),
        help="Name of a stored value.",
    )
    note_property_value: Any = parameter(
        sets={_SINGLE: SetFlags(mandatory=True, position=1)}, allow_null=True, help="The stored value."
    )
    note_property_members: Any = parameter(
        "System.Collections.IDictionary",
        sets={_MULTI: SetFlags(mandatory=True, position=0)},
        help="Several stored values.",
    )

    def process(self) -> Iterator[object]:
        target = self.input_object
        if self.type_name is not None:
            target = _typed(target, self.type_name)
        for name, entry in self._members():
            target = self._add(target, name, entry)
        if self.pass_thru:
            yield target

    def _members(self) -> list[tuple[str, Any]]:
        from spshell.values.text import to_text

        if self.parameter_set == _SINGLE:
            value = self.note_property_value
            return [(self.note_property_name, None if value is NOTHING else value)]
        if self.parameter_set == _MULTI:
            return [(to_text(key), value) for key, value in self.note_property_members.items()]
        if self.parameter_set == _TYPE:
            return []
        kind = self.member_type.name
        if kind not in ADDABLE:
            identifier = "WrongMemberCount" if "," in kind else "CannotAddMemberType"
            raise utility_fault(identifier, kind, target=self.member_type)
        given = frozenset(name for name in ("Value", "SecondValue") if self.is_bound(name))
        return [
            (self.name, make_member(kind, MemberRequest(self.name, self.value, self.second_value, given)))
        ]

    def _add(self, target: Any, name: str, entry: Any) -> Any:
        from spshell.dotnet.reflection.members import add_member

        if _has(target, name) and not self.force:
            self.write_error(utility_fault("MemberAlreadyExists", name), target=target)
            return target
        return add_member(target, name, entry)


def _has(target: Any, name: str) -> bool:
    from spshell.dotnet.reflection.reading import MISSING, find_value
    from spshell.values.hashtable import Hashtable
    from spshell.values.objects import PSObject

    base = target.base if type(target) is PSObject else target
    if isinstance(base, Hashtable) and base.stored(name) in base.data:
        return any(key.lower() == name.lower() for key in base.ps_members or ())
    return find_value(target, name) is not MISSING


def _typed(target: Any, name: str) -> Any:
    from spshell.dotnet.reflection.reading import type_names
    from spshell.values.conversion import find_named_type
    from spshell.values.objects import PSCustomObject, PSObject

    found = find_named_type(name)
    if type(target) not in (PSCustomObject, PSObject):
        target = PSObject(target)
    target.type_names = [name if found is None else found.full_name, *type_names(target)]
    return target
