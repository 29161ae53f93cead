"""The attributes of a script block as objects, and the types that a command says it gives (``[OutputType()]``)."""

from __future__ import annotations

from typing import Any

from spshell.engine.attributes.instances import AttributeInstance
from spshell.engine.binding.metadata import CommandMetadata
from spshell.values.declare import Members, constructor, net_class, prop
from spshell.values.nettype import BY_NAME, NetType, register

_SMA = "System.Management.Automation."


def _type(kind: str, properties: str) -> NetType:
    members = Members()
    made = NetType(f"{_SMA}{kind}Attribute", base=BY_NAME["system.attribute"])
    for row in properties.split(";"):
        name = row.rpartition(" ")[2]
        members.prop(f"{row} {{get;set}}")(lambda target, name=name: target.properties.get(name.lower()))
    made.declare = members.fill
    register(made)
    return made


_BINDING = _type(
    "CmdletBinding",
    "bool PositionalBinding;string DefaultParameterSetName;bool SupportsShouldProcess;bool SupportsPaging;"
    "bool SupportsTransactions;System.Management.Automation.ConfirmImpact ConfirmImpact;string HelpUri;"
    "System.Management.Automation.RemotingCapability RemotingCapability",
)
_OUTPUT = _type("OutputType", "System.Object Type;string ProviderCmdlet;string[] ParameterSetName")


def block_attributes(block: Any) -> list[Any]:
    """The attributes in front of ``param()``."""
    metadata: CommandMetadata = block.metadata()
    found: list[Any] = []
    nodes = block.node.param_block.attributes if block.node.param_block is not None else []
    for node in nodes:
        name = node.type_name.text.lower().removesuffix("attribute").rpartition(".")[2]
        if name == "cmdletbinding":
            found.append(_binding(metadata))
        elif name == "outputtype":
            found.append(_made("OutputType", _OUTPUT, type=output_types(block)))
        elif name == "alias":
            positional = [item.value for item in node.positional]
            made = AttributeInstance("Alias", BY_NAME[f"{_SMA}AliasAttribute".lower()], positional)
            made.properties["aliasnames"] = positional
            found.append(made)
    return found


def _made(kind: str, net_type: NetType, **properties: Any) -> AttributeInstance:
    made = AttributeInstance(kind, net_type, [])
    made.properties.update(properties)
    return made


def _binding(metadata: CommandMetadata) -> AttributeInstance:
    from spshell.engine.variables.objects import enum_value

    return _made(
        "CmdletBinding",
        _BINDING,
        positionalbinding=metadata.positional_binding,
        defaultparametersetname=metadata.default_set,
        supportsshouldprocess=metadata.should_process,
        supportspaging=metadata.paging,
        supportstransactions=False,
        confirmimpact=enum_value(_SMA + "ConfirmImpact", metadata.confirm_impact),
        helpuri=metadata.help_uri,
        remotingcapability=enum_value(_SMA + "RemotingCapability", "PowerShell"),
    )


@net_class(_SMA + "PSTypeName")
class TypeNameOf:
    """System.Management.Automation.PSTypeName: a type by its name, loaded or not."""

    def __init__(self, named: Any) -> None:
        self.named = named

    @constructor("(type type)", "(string name)")
    @staticmethod
    def create(named: Any) -> TypeNameOf:
        return TypeNameOf(named)

    @prop("string Name {get}")
    def name(self) -> str:
        return str(self.named.full_name if isinstance(self.named, NetType) else self.named)

    @prop("type Type {get}")
    def type(self) -> Any:
        if isinstance(self.named, NetType):
            return self.named
        from spshell.values.conversion import find_named_type

        return find_named_type(str(self.named))

    def ps_text(self) -> str:
        return str(self.name)

    to_string = ps_text


def output_types(block: Any) -> list[TypeNameOf]:
    """What ``[OutputType()]`` names."""
    from spshell.engine.attributes.written import read_attributes

    param_block = block.node.param_block
    if param_block is None:
        return []
    scope = block.home or block.session.current or block.session.global_scope
    found = read_attributes(param_block.attributes, block.node.source, scope)
    flat = [item for value in found.outputs for item in (value if isinstance(value, list) else [value])]
    return [TypeNameOf(item) for item in flat]
