"""Attribute objects that scripts make at run time: ``[Parameter]@{Mandatory = $true}``,
``[ValidateSet]::new('a')``.
"""

from __future__ import annotations

from spshell.engine.attributes.validators import make_validator
from spshell.engine.binding.metadata import ALL_SETS, ParameterSpec, SetFlags
from spshell.values.declare import Members
from spshell.values.exceptions import fault
from spshell.values.nettype import BY_NAME, NetType, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SMA = "System.Management.Automation."


class AttributeInstance:
    """An attribute as an object: its short name, positional arguments and properties by folded name."""

    __slots__ = ("kind", "net_type", "positional", "properties")

    def __init__(self, kind: str, net_type: NetType, positional: list[Any]) -> None:
        self.kind = kind
        self.net_type = net_type
        self.positional = positional
        self.properties: dict[str, Any] = {}

    def ps_text(self) -> str:
        return self.net_type.full_name

    to_string = ps_text


_ROWS: dict[str, tuple[str, str]] = {
    "Parameter": (
        (
            "string ExperimentName {get};System.Management.Automation.ExperimentAction ExperimentAction {get};"
            "int Position;string ParameterSetName;bool Mandatory;bool ValueFromPipeline;"
            "bool ValueFromPipelineByPropertyName;bool ValueFromRemainingArguments;"
            "string HelpMessage;string HelpMessageBaseName;string HelpMessageResourceId;bool DontShow"
        ),
        "();(string experimentName, System.Management.Automation.ExperimentAction experimentAction)",
    ),
    "Alias": ("System.Collections.Generic.IList[string] AliasNames {get}", "(Params string[] aliasNames)"),
    "ValidateSet": (
        "string ErrorMessage;bool IgnoreCase;System.Collections.Generic.IList[string] ValidValues {get}",
        "(Params string[] validValues)",
    ),
    "ValidateRange": (
        "System.Object MinRange {get};System.Object MaxRange {get}",
        "(System.Object minRange, System.Object maxRange)",
    ),
    "ValidatePattern": (
        ("string RegexPattern {get};System.Text.RegularExpressions.RegexOptions Options;string ErrorMessage"),
        "(string regexPattern)",
    ),
    "ValidateScript": ("string ErrorMessage;scriptblock ScriptBlock {get}", "(scriptblock scriptBlock)"),
    "ValidateLength": ("int MinLength {get};int MaxLength {get}", "(int minLength, int maxLength)"),
    "ValidateCount": ("int MinLength {get};int MaxLength {get}", "(int minLength, int maxLength)"),
    "ValidateNotNull": ("", "()"),
    "ValidateNotNullOrEmpty": ("", "()"),
    "ValidateNotNullOrWhiteSpace": ("", "()"),
    "AllowNull": ("", "()"),
    "AllowEmptyString": ("", "()"),
    "AllowEmptyCollection": ("", "()"),
}
"""Kind -> its properties (with ``{get;set}`` unless it says otherwise) and its constructor."""

_LISTS = frozenset({"aliasnames", "validvalues"})
_PLACES = {
    "minrange": 0, "maxrange": 1, "regexpattern": 0, "scriptblock": 0, "minlength": 0, "maxlength": 1, "message": 0,
    "iserror": 1, "description": 0,
}  # fmt: skip
"""Properties that the constructor's arguments set."""

_FIRST: dict[str, Any] = {
    "position": -(2**31), "parametersetname": ALL_SETS, "mandatory": False, "valuefrompipeline": False,
    "valuefrompipelinebypropertyname": False, "valuefromremainingarguments": False, "dontshow": False,
    "ignorecase": True, "iserror": False, "key": False, "notconfigurable": False,
}  # fmt: skip
"""What a property holds before anything is assigned; the others hold null."""


def declare_attribute(kind: str, properties: str, constructor: str, space: str = _SMA) -> None:
    """Make the type of an attribute: its properties (with ``{get;set}`` unless they say otherwise) and constructors."""
    members = Members()
    net_type = NetType(f"{space}{kind}Attribute", base=BY_NAME["system.attribute"])

    def create(*arguments: Any) -> AttributeInstance:
        flat = (
            arguments[0]
            if kind in ("Alias", "ValidateSet") and arguments and isinstance(arguments[0], list)
            else arguments
        )
        made = AttributeInstance(kind, net_type, list(flat))
        if kind in ("Experimental", "Parameter") and flat:
            made.properties.update(_experiment(*flat))
            made.positional = []
        return made

    members.constructor(*constructor.replace("Params ", "params ").split(";"))(create)
    for row in filter(None, properties.split(";")):
        declared, accessors, _end = row.partition(" {")
        name = declared.rpartition(" ")[2]
        members.prop(row if accessors else f"{row} {{get;set}}")(_reader(name.lower()))
        if not accessors:
            members.setter(name)(_writer(name))
    members.prop("System.Object TypeId {get}")(lambda target: target.net_type)
    net_type.declare = members.fill
    register(net_type)


def _experiment(name: str | None, action: Any) -> dict[str, Any]:
    """What an attribute says of an experimental feature. Raises when it names none, or says not what to do."""
    if not name:
        raise fault(
            f"{_SMA}PSArgumentNullException",
            "The attribute needs the name of an experimental feature.",
            "ArgumentNull",
            "InvalidArgument",
        )
    if action.name == "None":
        raise fault(
            f"{_SMA}PSArgumentException",
            f"The attribute must say whether it shows or hides what belongs to '{name}', not None.",
            "Argument",
            "InvalidArgument",
        )
    return {"experimentname": name, "experimentaction": action}


def _reader(name: str) -> Any:
    def read(target: AttributeInstance) -> Any:
        if name in target.properties:
            return target.properties[name]
        if name in _LISTS:
            return list(target.positional)
        if name in _PLACES:
            place = _PLACES[name]
            return target.positional[place] if place < len(target.positional) else _FIRST.get(name)
        if name == "options":
            return _constant("System.Text.RegularExpressions.RegexOptions", "IgnoreCase")
        if name == "experimentaction":
            return _constant(f"{_SMA}ExperimentAction", "None")
        return _FIRST.get(name)

    return read


def _constant(enum: str, name: str) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert(name, resolve_type_name(enum))


def _writer(name: str) -> Any:
    def write(target: AttributeInstance, value: Any) -> None:
        target.properties[name.lower()] = value

    return write


register(NetType("System.Attribute", base=BY_NAME.get("system.object"), kind="abstract"))
for _kind, (_properties, _constructor) in _ROWS.items():
    declare_attribute(_kind, _properties, _constructor)


def _declare_bases() -> None:
    """What attribute classes of scripts derive from."""
    attribute = BY_NAME["system.attribute"]
    for name, parent in (
        ("ArgumentTransformation", ""),
        ("ValidateArguments", ""),
        ("ValidateEnumeratedArguments", "ValidateArguments"),
    ):
        base = BY_NAME[f"{_SMA}{parent}Attribute".lower()] if parent else attribute
        register(NetType(f"{_SMA}{name}Attribute", base=base, kind="abstract"))


_declare_bases()


def apply_attributes(spec: ParameterSpec, sets: dict[str, SetFlags], attributes: Any) -> None:
    """What a list of attribute objects says about a parameter."""
    from spshell.values.enumeration import enumerate_value

    for item in enumerate_value(attributes) or [attributes]:
        if isinstance(item, AttributeInstance):
            _apply(spec, sets, item)


def _apply(spec: ParameterSpec, sets: dict[str, SetFlags], item: AttributeInstance) -> None:
    named = item.properties
    if item.kind == "Parameter":
        position = named.get("position")
        sets[str(named.get("parametersetname") or ALL_SETS)] = SetFlags(
            bool(named.get("mandatory")),
            position if type(position) is int and position >= 0 else None,
            bool(named.get("valuefrompipeline")),
            bool(named.get("valuefrompipelinebypropertyname")),
            bool(named.get("valuefromremainingarguments")),
            str(named.get("helpmessage") or ""),
        )
    elif item.kind == "Alias":
        spec.aliases = (*spec.aliases, *(str(name) for name in item.positional))
        spec.lowered_aliases = tuple(name.lower() for name in spec.aliases)
    elif item.kind == "AllowNull":
        spec.allow_null = True
    elif item.kind == "AllowEmptyString":
        spec.allow_empty_string = True
    elif item.kind == "AllowEmptyCollection":
        spec.allow_empty_collection = True
    else:
        spec.validators.insert(0, make_validator(item.kind, item.positional, named))
