"""Objects with members of their own: [pscustomobject], wrapped values, and the kinds of extended members.

Source: about_Objects, about_Types.ps1xml (member kinds).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.nettype import NetType


class Member:
    """A member that is more than a stored value; ``kind`` is PowerShell's MemberTypes name."""

    __slots__ = ("hidden", "name")

    kind = "NoteProperty"

    def __init__(self, name: str) -> None:
        self.name = name
        self.hidden = False


class ScriptProperty(Member):
    """Computed by script blocks (engine ScriptBlock objects); ``setter`` is None when read-only."""

    __slots__ = ("getter", "setter")

    kind = "ScriptProperty"

    def __init__(self, name: str, getter: Any, setter: Any = None) -> None:
        super().__init__(name)
        self.getter = getter
        self.setter = setter


class CodeProperty(Member):
    """Computed by a Python function of the target (type data of the engine); ``setter`` is None when read-only.

    The function gets the plain value, or with `whole` the object with the members that it carries.
    """

    __slots__ = ("getter", "setter", "whole")

    kind = "CodeProperty"

    def __init__(self, name: str, getter: Any, setter: Any = None, *, whole: bool = False) -> None:
        super().__init__(name)
        self.getter = getter
        self.setter = setter
        self.whole = whole


class ComputedProperty(CodeProperty):
    """A code property that scripts see as a script property: PowerShell computes this one by a script."""

    __slots__ = ()

    kind = "ScriptProperty"


class AliasProperty(Member):
    """Another name of a member, converted to ``type`` when that is given."""

    __slots__ = ("target", "type")

    kind = "AliasProperty"

    def __init__(self, name: str, target: str, type: NetType | None = None) -> None:  # noqa: A002 - member's own word
        super().__init__(name)
        self.target = target
        self.type = type


class ScriptMethod(Member):
    """A method whose body is a script block with ``$this``."""

    __slots__ = ("script",)

    kind = "ScriptMethod"

    def __init__(self, name: str, script: Any) -> None:
        super().__init__(name)
        self.script = script


class PropertySet(Member):
    """A named list of property names."""

    __slots__ = ("names",)

    kind = "PropertySet"

    def __init__(self, name: str, names: list[str]) -> None:
        super().__init__(name)
        self.names = names


class MemberSet(Member):
    """A named set of members (PSStandardMembers)."""

    __slots__ = ("members",)

    kind = "MemberSet"

    def __init__(self, name: str, members: dict[str, Any]) -> None:
        super().__init__(name)
        self.members = members


class PSCustomObject:
    """System.Management.Automation.PSCustomObject.

    ``members`` maps a name as spelled to its value (a note property) or to a :class:`Member`; order is kept and
    names are unique without regard to case. ``type_names`` is None until somebody changes PSTypeNames.
    """

    __slots__ = ("__weakref__", "members", "type_names")

    def __init__(self, members: dict[str, Any] | None = None, type_names: list[str] | None = None) -> None:
        self.members: dict[str, Any] = {} if members is None else members
        self.type_names = type_names

    def spelled(self, name: str) -> str | None:
        """The stored spelling of a member name, or None."""
        if name in self.members:
            return name
        folded = name.lower()
        for key in self.members:
            if key.lower() == folded:
                return key
        return None


class PSObject:
    """A value with extra members (Add-Member on a string or number, a number literal that remembers its text).

    ``base`` is never a PSObject nor a PSCustomObject. ``text`` is the source text of a literal argument, else None.
    """

    __slots__ = ("__weakref__", "base", "members", "text", "type_names")

    def __init__(
        self,
        base: Any,
        members: dict[str, Any] | None = None,
        type_names: list[str] | None = None,
        text: str | None = None,
    ) -> None:
        self.base = base
        self.members: dict[str, Any] = {} if members is None else members
        self.type_names = type_names
        self.text = text

    @property
    def net_type(self) -> NetType:
        """The type of what is wrapped."""
        from spshell.values.nettype import type_of

        return type_of(self.base)


def unwrap(value: Any) -> Any:
    """The value without a PSObject around it."""
    return value.base if type(value) is PSObject else value
