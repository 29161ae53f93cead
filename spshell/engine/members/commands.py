"""Members of commands as Get-Command gives them: functions, aliases, scripts, programs."""

from __future__ import annotations

from spshell.values.declare import Members
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

command_info = Members()
cmdlet_info = Members()
function_info = Members()
alias_info = Members()
script_info = Members()
application_info = Members()


@command_info.prop("string Name {get}")
def _name(info: Any) -> str:
    return str(info.name)


@command_info.prop("System.Management.Automation.CommandTypes CommandType {get}")
def _command_type(info: Any) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert(info.command_type, resolve_type_name("System.Management.Automation.CommandTypes"))


@command_info.prop("string Source {get}")
def _source(info: Any) -> str:
    return str(info.source)


@command_info.prop("string ModuleName {get}")
def _module_name(info: Any) -> str:
    return str(info.source)


@command_info.prop("System.Management.Automation.PSModuleInfo Module {get}")
def _module(info: Any) -> Any:
    return info.module if not isinstance(info.module, str) else None


@command_info.prop("string Definition {get}")
def _definition(info: Any) -> str:
    block = getattr(info, "script_block", None)
    if block is None and info.command_type == "Cmdlet":
        from spshell.engine.commands.syntax import command_syntax

        return command_syntax(info.metadata, info.name)
    return str(block.text) if block is not None else str(getattr(info, "path", info.name))


@command_info.prop("version Version {get}")
def _version(info: Any) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    source = str(info.source)
    shipped = "7.0.0.0" if source.startswith("Microsoft.PowerShell.") else "0.0"
    if source == "Microsoft.PowerShell.Core":
        from spshell.engine.host.session_objects import PS_VERSION

        shipped = PS_VERSION + ".500"
    version = str(getattr(info.module, "version", shipped))
    return convert(version, resolve_type_name("version")) if info.module is not None else None


@function_info.prop("scriptblock ScriptBlock {get}")
def _script_block(info: Any) -> Any:
    return info.script_block


@function_info.prop("System.Object OutputType {get}")
def _output_type(info: Any) -> Any:
    from spshell.engine.attributes.of_blocks import output_types

    return output_types(info.script_block)


@function_info.prop("bool CmdletBinding {get}")
def _cmdlet_binding(info: Any) -> bool:
    return not info.metadata.is_simple


@cmdlet_info.prop("string Verb {get}")
@function_info.prop("string Verb {get}")
def _verb(info: Any) -> str:
    return str(info.name.partition("-")[0]) if "-" in info.name else ""


@cmdlet_info.prop("type ImplementingType {get}")
def _implementing_type(info: Any) -> Any:
    from spshell.engine.commands.implementing_type import implementing_type

    return implementing_type(info)


@cmdlet_info.prop("System.Management.Automation.ScopedItemOptions Options {get}")
def _cmdlet_options(_info: Any) -> Any:
    from spshell.engine.variables.objects import enum_value

    return enum_value("System.Management.Automation.ScopedItemOptions", "None")


@cmdlet_info.prop("string HelpFile {get}")
def _help_file(info: Any) -> str:
    return f"{info.source}.dll-Help.xml"


@cmdlet_info.prop("System.Object OutputType {get}")
def _cmdlet_output_type(info: Any) -> Any:
    from spshell.engine.attributes.of_blocks import TypeNameOf
    from spshell.engine.commands.output_types import OUTPUT_TYPES

    return [TypeNameOf(name) for name in OUTPUT_TYPES.get(info.name.lower(), ())]


@cmdlet_info.prop("string Noun {get}")
@function_info.prop("string Noun {get}")
def _noun(info: Any) -> str:
    return str(info.name.partition("-")[2])


@function_info.prop("string Description {get;set}")
@alias_info.prop("string Description {get;set}")
def _alias_description(info: Any) -> str:
    return str(info.description or "")


@function_info.setter("Description")
@alias_info.setter("Description")
def _set_alias_description(info: Any, value: Any) -> None:
    info.description = to_text(value)


@function_info.prop("System.Management.Automation.ScopedItemOptions Options {get;set}")
@alias_info.prop("System.Management.Automation.ScopedItemOptions Options {get;set}")
def _alias_options(info: Any) -> Any:
    from spshell.engine.variables.objects import OPTIONS, enum_value

    return enum_value(
        "System.Management.Automation.ScopedItemOptions",
        ", ".join(name for name in OPTIONS if name in info.options) or "None",
    )


@function_info.setter("Options")
@alias_info.setter("Options")
def _set_alias_options(info: Any, value: Any) -> None:
    from spshell.engine.variables.objects import option_names

    info.options = option_names(value)


@alias_info.prop("string Definition {get}")
def _alias_definition(info: Any) -> str:
    return str(info.definition)


@alias_info.prop("string DisplayName {get}")
def _alias_display(info: Any) -> str:
    return f"{info.name} -> {_resolved_name(info) or info.definition}"


@alias_info.prop("string ResolvedCommandName {get}")
def _resolved_name(info: Any) -> str | None:
    command = _resolved_command(info)
    return None if command is None else str(command.name)


@alias_info.prop("System.Management.Automation.CommandInfo ReferencedCommand {get}")
@alias_info.prop("System.Management.Automation.CommandInfo ResolvedCommand {get}")
def _resolved_command(info: Any) -> Any:
    from spshell.engine.commands.members import resolved

    return resolved(info)


@script_info.prop("string Definition {get}")
@script_info.prop("string Path {get}")
def _script_path(info: Any) -> str:
    return str(info.path)


@script_info.prop("scriptblock ScriptBlock {get}")
def _script_body(info: Any) -> Any:
    return info.script_block


@script_info.prop("string ScriptContents {get}")
def _script_contents(info: Any) -> str:
    from spshell.engine.source_files import read_script

    return read_script(info.path)


@script_info.prop("System.Object OutputType {get}")
def _script_output_type(info: Any) -> Any:
    return _output_type(info)


@application_info.prop("string Extension {get}")
def _extension(info: Any) -> str:
    import os

    return str(os.path.splitext(info.path)[1])


@application_info.prop("string Path {get}")
def _application_path(info: Any) -> str:
    return str(info.path)
