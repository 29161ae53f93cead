"""Members of script blocks."""

from __future__ import annotations

from spshell.values.declare import Members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

script_block = Members()


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

        from spshell.dotnet.system.ids import Guid

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
    from spshell.engine.calls.block_methods import invoke_as_collection

    return invoke_as_collection(block, _flat(args))


@script_block.method("System.Object InvokeReturnAsIs(params System.Object[] args)")
def _invoke_as_is(block: Any, *args: Any) -> Any:
    from spshell.engine.calls.block_methods import invoke_as_is

    return invoke_as_is(block, _flat(args))


@script_block.method(
    "System.Collections.ObjectModel.Collection[psobject] InvokeWithContext(System.Collections.IDictionary functionsToDefine,"
    " System.Collections.Generic.List[psvariable] variablesToDefine, params System.Object[] args)"
)
def _invoke_with_context(block: Any, functions: Any, variables: Any, *args: Any) -> Any:
    from spshell.engine.calls.block_methods import invoke_with_context

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
    from spshell.engine.pipelines.steppable import steppable_pipeline

    return steppable_pipeline(block, list(args or ()))


@script_block.method("powershell GetPowerShell(params System.Object[] args)")
def _get_powershell(block: Any, *args: Any) -> Any:
    from spshell.engine.runspaces.from_blocks import powershell_of

    return powershell_of(block, _flat(args))


@script_block.method(
    "void CheckRestrictedLanguage(System.Collections.Generic.IEnumerable[string] allowedCommands, "
    "System.Collections.Generic.IEnumerable[string] allowedVariables, bool allowEnvironmentVariables)"
)
def _check_restricted(block: Any, commands: Any, variables: Any, environment: bool) -> None:
    from spshell.engine.errors.parse_errors import check_restricted

    check_restricted(block, list(commands or ()), list(variables or ()), environment=environment)


@script_block.method("static scriptblock Create(string script)")
def _create(script: str) -> Any:
    from spshell.engine.calls.block_methods import create_block

    return create_block(script)


@script_block.prop("System.Collections.Generic.List[System.Attribute] Attributes {get}")
def _attributes(block: Any) -> Any:
    from spshell.engine.attributes.of_blocks import block_attributes

    return block_attributes(block)


def _flat(args: tuple[Any, ...]) -> list[Any]:
    """The arguments of a params method, which arrive as one array or one by one."""
    if len(args) == 1 and isinstance(args[0], list):
        return list(args[0])
    return list(args)
