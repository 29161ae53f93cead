"""Members of the engine's types that scripts use: error records, invocations, script blocks, commands, modules."""

from __future__ import annotations

from typing import Any

from spshell.values.declare import Members
from spshell.values.text import to_text

error_record = Members()
error_details = Members()
invocation_info = Members()
script_block = Members()
command_info = Members()
function_info = Members()
alias_info = Members()
script_info = Members()
application_info = Members()
informational_record = Members()
information_record = Members()
host_information = Members()

_SMA = "System.Management.Automation."


@error_record.prop("System.Exception Exception {get}")
def _exception(record: Any) -> Any:
    return record.exception


@error_record.prop("System.Object TargetObject {get}")
def _target(record: Any) -> Any:
    return record.target


@error_record.prop("System.Management.Automation.ErrorCategoryInfo CategoryInfo {get}")
def _category_info(record: Any) -> Any:
    from spshell.engine.category_info import CategoryInfo

    return CategoryInfo(record)


@error_record.prop("string FullyQualifiedErrorId {get}")
def _fqid(record: Any) -> str:
    return str(record.fqid)


@error_record.prop("System.Management.Automation.ErrorDetails ErrorDetails {get;set}")
def _details(record: Any) -> Any:
    return record.details


@error_record.setter("ErrorDetails")
def _set_details(record: Any, value: Any) -> None:
    record.details = value


@error_record.prop("System.Management.Automation.InvocationInfo InvocationInfo {get}")
def _invocation(record: Any) -> Any:
    return record.invocation


@error_record.prop("string ScriptStackTrace {get}")
def _stack_trace(record: Any) -> str:
    from spshell.engine.stack_text import stack_text

    return stack_text(record)


@error_record.prop("System.Object PipelineIterationInfo {get}")
def _iteration(_record: Any) -> Any:
    return []


@error_record.method("string ToString()")
def _record_text(record: Any) -> str:
    return str(record.message)


@error_record.constructor(
    "(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, "
    "System.Object targetObject)"
)
def _make_record(exception: Any, error_id: str, category: Any, target: Any) -> Any:
    from spshell.engine.errors import ErrorRecord

    return ErrorRecord(exception, error_id, category.name, target)


@error_details.prop("string Message {get}")
def _details_message(details: Any) -> str:
    return str(details.message)


@error_details.prop("string RecommendedAction {get;set}")
def _action(details: Any) -> str:
    return str(details.recommended_action)


@error_details.setter("RecommendedAction")
def _set_action(details: Any, value: str) -> None:
    details.recommended_action = value


@error_details.constructor("(string message)")
def _make_details(message: str) -> Any:
    from spshell.engine.errors import ErrorDetails

    return ErrorDetails(message)


@error_details.method("string ToString()")
def _details_text(details: Any) -> str:
    return str(details.message)


def _extent(invocation: Any) -> Any:
    return invocation.extent


@invocation_info.prop("System.Management.Automation.CommandInfo MyCommand {get}")
def _my_command(invocation: Any) -> Any:
    return invocation.command


@invocation_info.prop("System.Collections.Generic.Dictionary[string,System.Object] BoundParameters {get}")
def _bound_parameters(invocation: Any) -> Any:
    from spshell.engine.bound_parameters import bound_dictionary

    return bound_dictionary(invocation.bound_parameters)


@invocation_info.prop("System.Collections.Generic.List[System.Object] UnboundArguments {get}")
def _unbound(invocation: Any) -> Any:
    return list(invocation.unbound_arguments)


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
    from spshell.engine.position_text import position_message

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
    from spshell.dotnet.enumerations import enum_value

    return enum_value("System.Management.Automation.CommandOrigin", invocation.command_origin)


@script_block.prop("System.Management.Automation.Language.Ast Ast {get}")
def _ast(block: Any) -> Any:
    from spshell.engine.syntax.ast import block_ast

    return block_ast(block)


@script_block.prop("System.Management.Automation.PSToken StartPosition {get}")
def _start_position(block: Any) -> Any:
    from spshell.engine.syntax.parser import PSToken
    from spshell.engine.syntax.tokens import token_of
    from spshell.language.tokens import Token

    return PSToken(token_of(Token("Unknown", block.node.start, block.node.end), block.node.source))


@script_block.prop("bool IsFilter {get}")
def _is_filter(block: Any) -> bool:
    return bool(block.is_filter)


@script_block.prop("bool IsConfiguration {get}")
def _is_configuration(_block: Any) -> bool:
    return False


@script_block.prop("bool DebuggerHidden {get}")
def _debugger_hidden(_block: Any) -> bool:
    return False


@script_block.prop("guid Id {get}")
def _block_id(block: Any) -> Any:
    """A number of its own, drawn when first asked for."""
    if block.identity is None:
        from uuid import uuid4

        from spshell.dotnet.ids import Guid

        block.identity = Guid(uuid4().int)
    return block.identity


@script_block.prop("string File {get}")
def _file(block: Any) -> Any:
    return block.path


@script_block.prop("System.Management.Automation.PSModuleInfo Module {get}")
def _block_module(block: Any) -> Any:
    return block.module


@script_block.method(
    "System.Collections.ObjectModel.Collection[psobject] Invoke(params System.Object[] args)"
)
def _invoke(block: Any, *args: Any) -> Any:
    from spshell.engine.block_calls import invoke_as_collection

    return invoke_as_collection(block, _flat(args))


@script_block.method("System.Object InvokeReturnAsIs(params System.Object[] args)")
def _invoke_as_is(block: Any, *args: Any) -> Any:
    from spshell.engine.block_calls import invoke_as_is

    return invoke_as_is(block, _flat(args))


@script_block.method(
    "System.Collections.ObjectModel.Collection[psobject] InvokeWithContext(System.Collections.IDictionary functionsToDefine,"
    " System.Collections.Generic.List[psvariable] variablesToDefine, params System.Object[] args)"
)
def _invoke_with_context(block: Any, functions: Any, variables: Any, *args: Any) -> Any:
    from spshell.engine.block_calls import invoke_with_context

    return invoke_with_context(block, functions, variables, _flat(args))


@script_block.method("scriptblock GetNewClosure()")
def _closure(block: Any) -> Any:
    return block.new_closure(block.session.current or block.session.global_scope)


@script_block.method("string ToString()")
def _block_text(block: Any) -> str:
    return str(block.text)


@script_block.method(
    "System.Management.Automation.SteppablePipeline GetSteppablePipeline()",
    "System.Management.Automation.SteppablePipeline GetSteppablePipeline("
    "System.Management.Automation.CommandOrigin commandOrigin)",
    "System.Management.Automation.SteppablePipeline GetSteppablePipeline("
    "System.Management.Automation.CommandOrigin commandOrigin, System.Object[] args)",
)
def _steppable(block: Any, _origin: Any = None, args: Any = ()) -> Any:
    from spshell.engine.steppable import steppable_pipeline

    return steppable_pipeline(block, list(args or ()))


@script_block.method(
    "void CheckRestrictedLanguage(System.Collections.Generic.IEnumerable[string] allowedCommands, "
    "System.Collections.Generic.IEnumerable[string] allowedVariables, bool allowEnvironmentVariables)"
)
def _check_restricted(block: Any, commands: Any, variables: Any, environment: bool) -> None:
    from spshell.engine.parse_errors import check_restricted

    check_restricted(block, list(commands or ()), list(variables or ()), environment=environment)


@script_block.method("static scriptblock Create(string script)")
def _create(script: str) -> Any:
    from spshell.engine.block_calls import create_block

    return create_block(script)


@script_block.prop("System.Collections.Generic.List[System.Attribute] Attributes {get}")
def _attributes(block: Any) -> Any:
    from spshell.engine.block_attributes import block_attributes

    return block_attributes(block)


def _flat(args: tuple[Any, ...]) -> list[Any]:
    """The arguments of a params method, which arrive as one array or one by one."""
    if len(args) == 1 and isinstance(args[0], list):
        return list(args[0])
    return list(args)


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
    return str(block.text) if block is not None else str(getattr(info, "path", info.name))


@command_info.prop("version Version {get}")
def _version(info: Any) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert(str(getattr(info.module, "version", "0.0")), resolve_type_name("version"))


@function_info.prop("scriptblock ScriptBlock {get}")
def _script_block(info: Any) -> Any:
    return info.script_block


@function_info.prop("System.Object OutputType {get}")
def _output_type(info: Any) -> Any:
    from spshell.engine.block_attributes import output_types

    return output_types(info.script_block)


@function_info.prop("bool CmdletBinding {get}")
def _cmdlet_binding(info: Any) -> bool:
    return not info.metadata.is_simple


@function_info.prop("string Verb {get}")
def _verb(info: Any) -> str:
    return str(info.name.partition("-")[0]) if "-" in info.name else ""


@function_info.prop("string Noun {get}")
def _noun(info: Any) -> str:
    return str(info.name.partition("-")[2])


@alias_info.prop("string Description {get;set}")
def _alias_description(info: Any) -> str:
    return str(info.description or "")


@alias_info.setter("Description")
def _set_alias_description(info: Any, value: Any) -> None:
    info.description = to_text(value)


@alias_info.prop("System.Management.Automation.ScopedItemOptions Options {get;set}")
def _alias_options(info: Any) -> Any:
    from spshell.engine.variable_objects import enum_value

    return enum_value(
        "System.Management.Automation.ScopedItemOptions", ", ".join(sorted(info.options)) or "None"
    )


@alias_info.setter("Options")
def _set_alias_options(info: Any, value: Any) -> None:
    from spshell.engine.variable_objects import option_names

    info.options = option_names(value)


@alias_info.prop("string Definition {get}")
def _alias_definition(info: Any) -> str:
    return str(info.definition)


@alias_info.prop("string DisplayName {get}")
def _alias_display(info: Any) -> str:
    return f"{info.name} -> {info.definition}"


@alias_info.prop("string ResolvedCommandName {get}")
def _resolved_name(info: Any) -> str:
    return str(info.definition)


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


@application_info.prop("string Path {get}")
def _application_path(info: Any) -> str:
    return str(info.path)


@informational_record.prop("string Message {get}")
def _message(record: Any) -> str:
    return str(record.message)


@informational_record.prop("System.Management.Automation.InvocationInfo InvocationInfo {get}")
def _record_invocation(record: Any) -> Any:
    return record.invocation


@informational_record.method("string ToString()")
def _message_text(record: Any) -> str:
    return str(record.message)


@information_record.prop("System.Object MessageData {get}")
def _message_data(record: Any) -> Any:
    return record.data


@information_record.prop("string Source {get}")
def _record_source(record: Any) -> str:
    return str(record.source)


@information_record.prop("System.Collections.Generic.List[string] Tags {get}")
def _tags(record: Any) -> Any:
    return list(record.tags)


@information_record.method("string ToString()")
def _information_text(record: Any) -> str:
    return to_text(record.data)


@host_information.prop("string Message {get}")
def _host_message(record: Any) -> str:
    return str(record.message)


@host_information.prop("System.Nullable[bool] NoNewLine {get}")
def _no_newline(record: Any) -> bool:
    return bool(record.no_newline)


@host_information.method("string ToString()")
def _host_text(record: Any) -> str:
    return str(record.message)
