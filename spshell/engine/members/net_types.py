"""The engine's own classes as .NET types: names and bases at once, members at first use."""

from __future__ import annotations

from spshell.engine import scriptblock
from spshell.engine.commands import kinds as commandinfo
from spshell.engine.errors import records as errors
from spshell.engine.modules import modules
from spshell.engine.pipelines import records
from spshell.values.hooks import TYPE_MODULES, TYPE_PREFIXES
from spshell.values.nettype import BY_NAME, NetType, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_SMA = "System.Management.Automation."

_CLASSES: tuple[tuple[type, str, str, str], ...] = (
    (errors.ErrorRecord, _SMA + "ErrorRecord", "System.Object", "error_record"),
    (errors.ErrorDetails, _SMA + "ErrorDetails", "System.Object", "error_details"),
    (errors.InvocationInfo, _SMA + "InvocationInfo", "System.Object", "invocation_info"),
    (scriptblock.ScriptBlock, _SMA + "ScriptBlock", "System.Object", "script_block"),
    (commandinfo.CommandInfo, _SMA + "CommandInfo", "System.Object", "command_info"),
    (commandinfo.FunctionInfo, _SMA + "FunctionInfo", _SMA + "CommandInfo", "function_info"),
    (commandinfo.FilterInfo, _SMA + "FilterInfo", _SMA + "FunctionInfo", "function_info"),
    (commandinfo.CmdletInfo, _SMA + "CmdletInfo", _SMA + "CommandInfo", "cmdlet_info"),
    (commandinfo.AliasInfo, _SMA + "AliasInfo", _SMA + "CommandInfo", "alias_info"),
    (commandinfo.ScriptInfo, _SMA + "ExternalScriptInfo", _SMA + "CommandInfo", "script_info"),
    (commandinfo.ApplicationInfo, _SMA + "ApplicationInfo", _SMA + "CommandInfo", "application_info"),
    (modules.ModuleInfo, _SMA + "PSModuleInfo", "System.Object", "module_info"),
    (records.InformationalRecord, _SMA + "InformationalRecord", "System.Object", "informational_record"),
    (records.WarningRecord, _SMA + "WarningRecord", _SMA + "InformationalRecord", "informational_record"),
    (records.VerboseRecord, _SMA + "VerboseRecord", _SMA + "InformationalRecord", "informational_record"),
    (records.DebugRecord, _SMA + "DebugRecord", _SMA + "InformationalRecord", "informational_record"),
    (records.InformationRecord, _SMA + "InformationRecord", "System.Object", "information_record"),
    (records.HostInformation, _SMA + "HostInformationMessage", "System.Object", "host_information"),
)

_HOMES: dict[str, str] = {
    **dict.fromkeys(("error_record", "error_details"), "members.error_records"),
    "invocation_info": "members.invocations",
    "script_block": "members.scriptblocks",
    **dict.fromkeys(
        ("command_info", "cmdlet_info", "function_info", "alias_info", "script_info", "application_info"),
        "members.commands",
    ),
    "module_info": "modules.members",
    **dict.fromkeys(
        ("informational_record", "information_record", "host_information"), "members.stream_records"
    ),
}
"""Table of members -> the module that has it."""


_ATTRIBUTES = (
    "Parameter", "Alias", "ValidateSet", "ValidateRange", "ValidatePattern", "ValidateScript", "ValidateLength", "ValidateCount",
    "ValidateNotNull", "ValidateNotNullOrEmpty", "ValidateNotNullOrWhiteSpace", "AllowNull", "AllowEmptyString",
    "AllowEmptyCollection", "ArgumentTransformation", "ValidateArguments", "ValidateEnumeratedArguments",
)  # fmt: skip

_MODULES: dict[str, str] = {
    _SMA + "SwitchParameter": "commands.switch",
    _SMA + "Host.Coordinates": "host.places",
    _SMA + "Host.Size": "host.places",
    _SMA + "LanguagePrimitives": "members.language_primitives",
    _SMA + "PSScriptCmdlet": "commands.script_cmdlet",
    _SMA + "PagingParameters": "binding.paging",
    _SMA + "ParameterMetadata": "commands.shown_parameters",
    _SMA + "CommandParameterInfo": "commands.shown_parameters",
    _SMA + "CommandParameterSetInfo": "commands.shown_parameters",
    _SMA + "PSVariable": "variables.objects",
    **{f"{_SMA}{kind}Breakpoint": "debugging.breakpoints" for kind in ("", "Line", "Command", "Variable")},
    _SMA + "CallStackFrame": "calls.frames",
    _SMA + "ExperimentalFeature": "experimental_features",
    **{
        _SMA + name: "debugging.handlers"
        for name in ("ScriptDebugger", "PSDebugContext", "DebuggerStopEventArgs", "DebuggerCommandResults")
    },
    _SMA + "Job": "jobs.jobs",
    _SMA + "JobStateInfo": "jobs.jobs",
    _SMA + "VariablePath": "syntax.variable_paths",
    _SMA + "PowerShell": "runspaces.powershell",
    _SMA + "PSDataStreams": "runspaces.powershell",
    _SMA + "PSInvocationStateInfo": "runspaces.powershell",
    _SMA + "PSCommand": "runspaces.ps_command",
    _SMA + "Runspaces.Command": "runspaces.ps_command",
    _SMA + "Runspaces.CommandParameter": "runspaces.ps_command",
    "System.IAsyncResult": "runspaces.powershell",
    "System.Threading.WaitHandle": "runspaces.powershell",
    _SMA + "PSDataCollection`1": "runspaces.data",
    **{
        f"{_SMA}Runspaces.{name}": "runspaces.runspace"
        for name in (
            "Runspace",
            "RunspacePool",
            "RunspaceFactory",
            "InitialSessionState",
            "SessionStateVariableEntry",
            "SessionStateFunctionEntry",
            "SessionStateProxy",
            "RunspaceStateInfo",
        )
    },
    _SMA + "CompletionCompleters": "completion.completers",
    _SMA + "CommandCompletion": "completion.command_completion",
    _SMA + "PSParser": "syntax.parser",
    _SMA + "PSToken": "syntax.parser",
    _SMA + "PSParseError": "syntax.parser",
    _SMA + "PSTokenType": "syntax.enumerations",
    _SMA + "PSBoundParametersDictionary": "binding.bound_parameters",
    _SMA + "RuntimeDefinedParameter": "binding.runtime_parameters",
    _SMA + "RuntimeDefinedParameterDictionary": "binding.runtime_parameters",
    _SMA + "PathInfo": "providers.places",
    _SMA + "PathInfoStack": "providers.places",
    _SMA + "PSDriveInfo": "providers.places",
    _SMA + "ProviderInfo": "providers.places",
    "System.Attribute": "attributes.instances",
    "System.Console": "host.console",
    _SMA + "Host.ChoiceDescription": "host.choices",
    _SMA + "MshCommandRuntime": "commands.script_cmdlet",
    _SMA + "CommandMetadata": "commands.proxies",
    _SMA + "ProxyCommand": "commands.proxies",
    _SMA + "PSTypeName": "attributes.of_blocks",
    _SMA + "CmdletAttribute": "commands.implementing_type",
    _SMA + "CmdletBindingAttribute": "attributes.of_blocks",
    _SMA + "OutputTypeAttribute": "attributes.of_blocks",
    **{
        f"{space}{name}Attribute": "attributes.declarations"
        for space, names in (
            (_SMA, ("DscResource", "DscProperty", "Experimental", "Hidden", "SupportsWildcards")),
            (_SMA + "Language.", ("NoRunspaceAffinity",)),
            ("System.", ("Flags", "Serializable", "Obsolete")),
            ("System.ComponentModel.", ("Description",)),
        )
        for name in names
    },
    _SMA + "SteppablePipeline": "pipelines.steppable",
    **{f"{_SMA}{name}Attribute": "attributes.instances" for name in _ATTRIBUTES},
}
"""Types whose module declares them itself when first named."""


def declared_names() -> list[str]:
    """The full names of the engine's own types."""
    return [*_MODULES, *(row[1] for row in _CLASSES)]


def install() -> None:
    """Register the types, once a process."""
    TYPE_MODULES.update({name.lower(): f"spshell.engine.{module}" for name, module in _MODULES.items()})
    TYPE_PREFIXES["system.management.automation.language."] = "spshell.engine.syntax"
    if (_SMA + "ErrorRecord").lower() in BY_NAME and BY_NAME[
        (_SMA + "ErrorRecord").lower()
    ].python_type is not None:
        return
    for python_type, full_name, base, members in _CLASSES:
        found = BY_NAME.get(full_name.lower())
        if found is None:
            found = NetType(full_name, base=BY_NAME.get(base.lower()), python_type=python_type)
        else:
            found.python_type = python_type
        found.declare = _declarer(members)
        found.loaded = False
        register(found)


def _declarer(members: str) -> Callable[[NetType], None]:
    """What fills in the members at their first use; `members` is a table of one of the modules in `_HOMES`."""

    def declare(net_type: NetType) -> None:
        from importlib import import_module

        getattr(import_module(f"spshell.engine.{_HOMES[members]}"), members).fill(net_type)
        if members == "command_info":
            from spshell.engine.commands.members import command_parameters

            command_parameters.fill(net_type)

    return declare
