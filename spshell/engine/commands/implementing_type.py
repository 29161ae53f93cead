"""The .NET type behind a cmdlet (``ImplementingType``), with the attribute that names it and says what it supports."""

from __future__ import annotations

from spshell.values.declare import constructor, field, net_class, prop
from spshell.values.nettype import BY_NAME, NetType, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.commands.kinds import CmdletInfo

_SMA = "System.Management.Automation."


@net_class(_SMA + "CmdletAttribute", base="System.Attribute")
class CmdletAttribute:
    """System.Management.Automation.CmdletAttribute: the name of a cmdlet and what it can."""

    def __init__(self, verb: str, noun: str) -> None:
        self.verb = verb
        self.noun = noun
        self.impact = "Medium"

    @constructor("(string verbName, string nounName)")
    @staticmethod
    def create(verb: str, noun: str) -> CmdletAttribute:
        return CmdletAttribute(verb, noun)

    default_set: Any = field("string DefaultParameterSetName {get;set}", "")
    help_uri: Any = field("string HelpUri {get;set}", "")
    supports_should_process: Any = field("bool SupportsShouldProcess {get;set}", False)
    supports_paging: Any = field("bool SupportsPaging {get;set}", False)
    supports_transactions: Any = field("bool SupportsTransactions {get;set}", False)

    @prop("string VerbName {get}")
    def verb_name(self) -> str:
        return self.verb

    @prop("string NounName {get}")
    def noun_name(self) -> str:
        return self.noun

    @prop("System.Management.Automation.ConfirmImpact ConfirmImpact {get;set}")
    def confirm_impact(self) -> Any:
        """None unless the cmdlet asks before it acts."""
        from spshell.engine.variables.objects import enum_value

        return enum_value(_SMA + "ConfirmImpact", self.impact if self.supports_should_process else "None")

    @confirm_impact.setter
    def set_confirm_impact(self, value: Any) -> None:
        from spshell.values.text import to_text

        self.impact = to_text(value)

    @prop("System.Management.Automation.RemotingCapability RemotingCapability {get}")
    def remoting_capability(self) -> Any:
        from spshell.engine.variables.objects import enum_value

        return enum_value(_SMA + "RemotingCapability", "PowerShell")


def implementing_type(info: CmdletInfo) -> NetType:
    """The type of a cmdlet's class, made once."""
    full_name = info.cmdlet.net_class
    known = BY_NAME.get(full_name.lower())
    if known is not None:
        return known
    base = BY_NAME.get((_SMA + "pscmdlet").lower())
    if base is None:
        base = register(NetType(_SMA + "PSCmdlet", base=BY_NAME["system.object"], kind="abstract"))
    made = NetType(full_name, base=base)
    made.loaded = True
    made.data = {"attributes": lambda: [_attribute_of(info)]}
    return register(made)


def _attribute_of(info: CmdletInfo) -> CmdletAttribute:
    metadata = info.metadata
    verb, _, noun = info.name.partition("-")
    made = CmdletAttribute(verb, noun)
    made.default_set = metadata.default_set or ""
    made.supports_should_process = metadata.should_process
    made.supports_paging = metadata.paging
    made.impact = metadata.confirm_impact
    return made
