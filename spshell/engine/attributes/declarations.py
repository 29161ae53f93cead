"""Attributes of classes, enums and their members: where each may stand, and the objects that reflection gives of them."""

from __future__ import annotations

from spshell.engine.attributes.instances import declare_attribute
from spshell.values.nettype import NetType, Property, find_type, load_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.variables.scope import Scope

_SMA = "System.Management.Automation."

_FIELD = frozenset({"Property", "Field"})
_TARGETS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("Cmdlet", "CmdletBinding", "OutputType", "DscResource", "NoRunspaceAffinity"), frozenset({"Class"})),
    "Flags": frozenset({"Enum"}),
    "Serializable": frozenset({"Class", "Enum"}),
    "Alias": _FIELD | {"Class"},
    "Obsolete": frozenset({"Class", "Enum", "Constructor", "Method", "Property", "Field"}),
    **dict.fromkeys(
        ("Parameter", "DscProperty", "Credential", "AllowNull", "AllowEmptyString", "AllowEmptyCollection",
         "ValidateSet", "ValidateRange", "ValidatePattern", "ValidateScript", "ValidateLength", "ValidateCount",
         "ValidateNotNull", "ValidateNotNullOrEmpty", "ValidateNotNullOrWhiteSpace", "ValidateDrive",
         "ValidateUserDrive", "ArgumentCompleter", "ArgumentCompletions", "SupportsWildcards"),
        _FIELD,
    ),
}  # fmt: skip
"""Short name -> what it may be put on; one that is not here may stand everywhere."""

for _kind, _properties, _constructors, _space in (
    ("DscResource", "System.Management.Automation.DSCResourceRunAsCredential RunAsCredential", "()", _SMA),
    ("DscProperty", "bool Key;bool Mandatory;bool NotConfigurable", "()", _SMA),
    ("Hidden", "", "()", _SMA),
    ("Experimental", "string ExperimentName {get};System.Management.Automation.ExperimentAction ExperimentAction {get}",
     "(string experimentName, System.Management.Automation.ExperimentAction experimentAction)", _SMA),
    ("SupportsWildcards", "", "()", _SMA),
    ("NoRunspaceAffinity", "", "()", _SMA + "Language."),
    ("Flags", "", "()", "System."),
    ("Serializable", "", "()", "System."),
    ("Obsolete", "string Message {get};bool IsError {get};string DiagnosticId;string UrlFormat",
     "();(string message);(string message, bool error)", "System."),
    ("Description", "string Description {get}", "();(string description)", "System.ComponentModel."),
):  # fmt: skip
    declare_attribute(_kind, _properties, _constructors, _space)


def attribute_type(type_name: Any, scope: Scope) -> NetType | None:
    """The type that an attribute names, with ``Attribute`` at its end or without; None when there is none."""
    from spshell.engine.classes.names import resolve
    from spshell.values.exceptions import NetException

    text = str(type_name.name)
    for space in (
        "",
        *(f"{used}." for used in scope.session.used_namespaces),
        _SMA,
        "System.",
        _SMA + "Language.",
    ):
        for ending in ("Attribute", ""):
            found = find_type(space + text + ending)
            if found is not None and _is_attribute(found):
                return found
    try:
        found = resolve(scope, type_name)
    except NetException:
        return None
    return found if _is_attribute(found) else None


def _is_attribute(net_type: NetType | None) -> bool:
    while net_type is not None:
        if net_type.full_name == "System.Attribute":
            return True
        net_type = net_type.base
    return False


def allowed_targets(net_type: NetType) -> frozenset[str] | None:
    """What an attribute may be put on; None when it may stand everywhere."""
    current: NetType | None = net_type
    while current is not None:
        found = _TARGETS.get(current.name.removesuffix("Attribute"))
        if found is not None:
            return found
        if current.full_name in (
            _SMA + "ValidateArgumentsAttribute",
            _SMA + "ArgumentTransformationAttribute",
        ):
            return _FIELD
        current = current.base
    return None


def settable(net_type: NetType, name: str) -> bool | None:
    """Whether an attribute's property can be set by its name in the text; None when there is no such property."""
    current: NetType | None = net_type
    while current is not None:
        load_members(current)
        for key, member in current.members.items():
            if key.lower() == name.lower() and isinstance(member, Property):
                return member.set is not None
        current = current.base
    return None


def attribute_objects(nodes: list[Any], source: Any, scope: Scope) -> list[Any]:
    """The objects that attributes in the text stand for, made anew each time; those of no known type are left out."""
    from spshell.dotnet.reflection.members import construct, set_property
    from spshell.engine.attributes.constant_expressions import evaluate

    made: list[Any] = []
    for node in nodes:
        net_type = attribute_type(node.type_name, scope)
        if net_type is None:
            continue
        instance = construct(net_type, [evaluate(item, source, scope) for item in node.positional])
        for item in node.named:
            value = True if item.expression_omitted else evaluate(item.argument, source, scope)
            set_property(instance, item.name, value)
        made.append(instance)
    return made
