"""Members of InvocationInfo: which command, from where, with what."""

from __future__ import annotations

from spshell.values.declare import Members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

invocation_info = Members()


def _extent(invocation: Any) -> Any:
    return invocation.extent


@invocation_info.prop("System.Management.Automation.CommandInfo MyCommand {get}")
def _my_command(invocation: Any) -> Any:
    return invocation.command


@invocation_info.prop("System.Collections.Generic.Dictionary[string,System.Object] BoundParameters {get}")
def _bound_parameters(invocation: Any) -> Any:
    from spshell.engine.binding.bound_parameters import bound_dictionary

    return bound_dictionary(invocation.bound_parameters)


@invocation_info.prop("System.Collections.Generic.List[System.Object] UnboundArguments {get}")
def _unbound(invocation: Any) -> Any:
    return list(invocation.unbound_arguments)


@invocation_info.prop("System.Management.Automation.Language.IScriptExtent ScriptPosition {get}")
def _script_position(invocation: Any) -> Any:
    """Where it was called; PowerShell's own tools ask for it by reflection."""
    from spshell.engine.syntax.extent_objects import ScriptExtent

    extent = _extent(invocation)
    return None if extent is None else ScriptExtent(extent.source, extent.start, extent.end)


invocation_info.conceal("ScriptPosition")


@invocation_info.prop("int ScriptLineNumber {get}")
def _line_number(invocation: Any) -> int:
    extent = _extent(invocation)
    return 0 if extent is None else int(extent.line)


@invocation_info.prop("int OffsetInLine {get}")
def _offset(invocation: Any) -> int:
    extent = _extent(invocation)
    return 0 if extent is None else int(extent.column)


@invocation_info.prop("long HistoryId {get}")
def _history_id(invocation: Any) -> int:
    return int(invocation.history_id)


@invocation_info.prop("string ScriptName {get}")
def _script_name(invocation: Any) -> Any:
    extent = _extent(invocation)
    return None if extent is None or not extent.file else extent.file


@invocation_info.prop("string Line {get}")
def _line(invocation: Any) -> str:
    extent = _extent(invocation)
    return "" if extent is None else str(extent.line_text(ending=True))


@invocation_info.prop("string Statement {get}")
def _statement(invocation: Any) -> str:
    extent = _extent(invocation)
    return "" if extent is None else str(extent.text)


@invocation_info.prop("string PositionMessage {get}")
def _position_message(invocation: Any) -> str:
    extent = _extent(invocation)
    if extent is None:
        return ""
    from spshell.engine.errors.position_text import position_message

    return position_message(extent)


@invocation_info.prop("string PSScriptRoot {get}")
def _script_root(invocation: Any) -> str:
    import os

    name = _script_name(invocation)
    return os.path.dirname(name) if name else ""


@invocation_info.prop("string PSCommandPath {get}")
def _command_path(invocation: Any) -> Any:
    return _script_name(invocation)


@invocation_info.prop("string InvocationName {get}")
def _invocation_name(invocation: Any) -> str:
    return str(invocation.invocation_name)


@invocation_info.prop("int PipelineLength {get}")
def _pipeline_length(invocation: Any) -> int:
    return int(invocation.pipeline_length)


@invocation_info.prop("int PipelinePosition {get}")
def _pipeline_position(invocation: Any) -> int:
    return int(invocation.pipeline_position)


@invocation_info.prop("bool ExpectingInput {get}")
def _expecting(invocation: Any) -> bool:
    return bool(invocation.expecting_input)


@invocation_info.prop("System.Management.Automation.CommandOrigin CommandOrigin {get}")
def _command_origin(invocation: Any) -> Any:
    from spshell.dotnet.system.enumerations import enum_value

    return enum_value("System.Management.Automation.CommandOrigin", invocation.command_origin)
