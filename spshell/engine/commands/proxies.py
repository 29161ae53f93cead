"""CommandMetadata and ProxyCommand: a command described, and the text of a function that wraps it."""

from __future__ import annotations

from typing import Any

from spshell.engine.binding.metadata import ALL_SETS, CommandMetadata, ParameterSpec
from spshell.engine.commands.members import resolved
from spshell.values.declare import constructor, method, net_class, prop

_SMA = "System.Management.Automation."

_BEGIN = """
    try {
        $outBuffer = $null
        if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer))
        {
            $PSBoundParameters['OutBuffer'] = 1
        }

        $wrappedCmd = $ExecutionContext.InvokeCommand.GetCommand('{name}', [System.Management.Automation.CommandTypes]::{kind})
        $scriptCmd = {& $wrappedCmd @PSBoundParameters }

        $steppablePipeline = $scriptCmd.GetSteppablePipeline($myInvocation.CommandOrigin)
        $steppablePipeline.Begin($PSCmdlet)
    } catch {
        throw
    }
"""
_STEP = """
    try {
        $steppablePipeline.{call}
    } catch {
        throw
    }
"""
_CLEAN = """
    if ($null -ne $steppablePipeline) {
        $steppablePipeline.Clean()
    }
"""


@net_class(_SMA + "CommandMetadata")
class CommandDescription:
    """System.Management.Automation.CommandMetadata."""

    def __init__(self, info: Any) -> None:
        self.info = info
        self.metadata: CommandMetadata = info.metadata

    @constructor("(System.Management.Automation.CommandInfo commandInfo)")
    @staticmethod
    def of(info: Any) -> CommandDescription:
        return CommandDescription(resolved(info) if info.command_type == "Alias" else info)

    @prop("string Name {get}")
    def name(self) -> str:
        return str(self.info.name)

    @prop("string DefaultParameterSetName {get}")
    def default_set(self) -> str:
        return self.metadata.default_set or ALL_SETS

    @prop("bool SupportsShouldProcess {get}")
    def should_process(self) -> bool:
        return self.metadata.should_process

    @prop("bool SupportsPaging {get}")
    def paging(self) -> bool:
        return self.metadata.paging

    @prop("bool PositionalBinding {get}")
    def positional_binding(self) -> bool:
        return self.metadata.positional_binding

    @prop("System.Management.Automation.ConfirmImpact ConfirmImpact {get}")
    def confirm_impact(self) -> Any:
        from spshell.engine.variables.objects import enum_value

        return enum_value(_SMA + "ConfirmImpact", self.metadata.confirm_impact)

    @prop("string HelpUri {get}")
    def help_uri(self) -> str:
        return self.metadata.help_uri

    @prop("System.Object Parameters {get}")
    def parameters(self) -> Any:
        from spshell.dotnet.reflection.members import get_property

        return get_property(self.info, "Parameters")


@net_class(_SMA + "ProxyCommand", kind="static")
class ProxyCommand:
    """System.Management.Automation.ProxyCommand."""

    @method(
        "static string Create(System.Management.Automation.CommandMetadata commandMetadata)",
        "static string Create(System.Management.Automation.CommandMetadata commandMetadata, string helpComment)",
    )
    @staticmethod
    def create(command: CommandDescription, help_comment: str | None = None) -> str:
        """The text of a function that takes the same parameters and hands everything on."""
        if help_comment is None:
            module = command.info.source
            name = f"{module}\\{command.info.name}" if module else command.info.name
            help_comment = (
                f"\n.ForwardHelpTargetName {name}\n.ForwardHelpCategory {command.info.command_type}\n"
            )
        return (
            f"{binding_attribute(command.metadata)}\nparam({parameter_block(command.metadata)})\n\n"
            f"begin\n{{{ProxyCommand.begin(command)}}}\n\nprocess\n{{{ProxyCommand.process(command)}}}\n\n"
            f"end\n{{{ProxyCommand.end(command)}}}\n\nclean\n{{{ProxyCommand.clean(command)}}}\n<#\n{help_comment}\n#>\n"
        )

    @method(
        "static string GetCmdletBindingAttribute(System.Management.Automation.CommandMetadata commandMetadata)"
    )
    @staticmethod
    def binding(command: CommandDescription) -> str:
        return binding_attribute(command.metadata)

    @method("static string GetParamBlock(System.Management.Automation.CommandMetadata commandMetadata)")
    @staticmethod
    def parameters(command: CommandDescription) -> str:
        return parameter_block(command.metadata)

    @method("static string GetBegin(System.Management.Automation.CommandMetadata commandMetadata)")
    @staticmethod
    def begin(command: CommandDescription) -> str:
        info = command.info
        module = info.source if info.command_type == "Cmdlet" else ""
        name = (f"{module}\\{info.name}" if module else str(info.name)).replace("'", "''")
        return _BEGIN.replace("{name}", name).replace("{kind}", info.command_type)

    @method("static string GetProcess(System.Management.Automation.CommandMetadata commandMetadata)")
    @staticmethod
    def process(_command: CommandDescription) -> str:
        return _STEP.replace("{call}", "Process($_)")

    @method("static string GetEnd(System.Management.Automation.CommandMetadata commandMetadata)")
    @staticmethod
    def end(_command: CommandDescription) -> str:
        return _STEP.replace("{call}", "End()")

    @method("static string GetClean(System.Management.Automation.CommandMetadata commandMetadata)")
    @staticmethod
    def clean(_command: CommandDescription) -> str:
        return _CLEAN


def binding_attribute(metadata: CommandMetadata) -> str:
    """``[CmdletBinding(...)]`` with what differs from the usual; nothing for simple functions."""
    if metadata.is_simple:
        return ""
    parts = []
    if metadata.default_set:
        parts.append(f"DefaultParameterSetName='{metadata.default_set}'")
    if metadata.should_process:
        parts.append("SupportsShouldProcess=$true")
        parts.append(f"ConfirmImpact='{metadata.confirm_impact}'")
    if metadata.paging:
        parts.append("SupportsPaging=$true")
    if not metadata.positional_binding:
        parts.append("PositionalBinding=$false")
    if metadata.help_uri:
        parts.append(f"HelpUri='{metadata.help_uri}'")
    return f"[CmdletBinding({', '.join(parts)})]"


def parameter_block(metadata: CommandMetadata) -> str:
    """The parameters as text between the parentheses of ``param()``."""
    return ",\n".join(_parameter(spec) for spec in metadata.parameters)


def _parameter(spec: ParameterSpec) -> str:
    lines = [""]
    for name, flags in spec.sets.items():
        parts = [f"ParameterSetName='{name}'"] if name != ALL_SETS else []
        for given, word in (
            (flags.mandatory, "Mandatory=$true"),
            (flags.position is not None, f"Position={flags.position}"),
            (flags.by_value, "ValueFromPipeline=$true"),
            (flags.by_name, "ValueFromPipelineByPropertyName=$true"),
            (flags.remaining, "ValueFromRemainingArguments=$true"),
        ):
            if given:
                parts.append(word)
        if parts:
            lines.append(f"[Parameter({', '.join(parts)})]")
    if spec.aliases:
        lines.append("[Alias(" + ",".join(f"'{alias}'" for alias in spec.aliases) + ")]")
    lines += [text for item in spec.validators if (text := _validator(item))]
    for given, word in (
        (spec.allow_null, "[AllowNull()]"),
        (spec.allow_empty_string, "[AllowEmptyString()]"),
        (spec.allow_empty_collection, "[AllowEmptyCollection()]"),
    ):
        if given:
            lines.append(word)
    if spec.type.full_name != "System.Object":
        lines.append(f"[{spec.type.ps_name}]")
    lines.append(f"${{{spec.name}}}")
    return "\n    ".join(lines)


def _validator(item: Any) -> str:
    """A check as an attribute in the text."""
    from spshell.engine.attributes import validation

    kind = type(item)
    name = kind.__name__
    if kind is validation.ValidateSet:
        return (
            "[ValidateSet("
            + ",".join("'" + str(value).replace("'", "''") + "'" for value in item.values)
            + ")]"
        )
    if kind in (validation.ValidateRange, validation.ValidateLength, validation.ValidateCount):
        return f"[{name}({item.low}, {item.high})]"
    if kind is validation.ValidatePattern:
        return "[ValidatePattern('" + str(item.pattern).replace("'", "''") + "')]"
    if kind is validation.ValidateScript:
        return f"[ValidateScript({{{item.script.text}}})]"
    return f"[{name}()]" if name.startswith("Validate") else ""
