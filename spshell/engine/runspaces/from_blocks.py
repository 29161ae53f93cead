"""A script block of simple pipelines as commands for a pipeline elsewhere: ``{ ... }.GetPowerShell()``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.compiler.below import walk
from spshell.values.exceptions import NetException, fault

if TYPE_CHECKING:
    from spshell.engine.runspaces.powershell import PowerShell
    from spshell.engine.scriptblock import ScriptBlock

_REFUSED = {
    "CanConvertOneClauseOnly": "it has blocks of its own",
    "CantConvertScriptBlockWithTrap": "it has a trap",
    "CantConvertEmptyPipeline": "it is empty",
    "CanOnlyConvertOnePipeline": "it has statements other than pipelines",
    "CantConvertPipelineStartsWithExpression": "a pipeline begins with an expression",
    "CantConvertWithDotSourcing": "it dot-sources",
    "CantConvertWithCommandInvocations": "a command is named by what a command gives",
    "CantConvertWithScriptBlockInvocation": "it runs a script block",
    "CantConvertWithScriptBlocks": "it has a script block in it",
    "CanConvertOneOutputErrorRedir": "it redirects output",
}


def powershell_of(block: ScriptBlock, args: list[Any]) -> PowerShell:
    """A PowerShell object with the commands of the block; their arguments are worked out now.

    Raises ScriptBlockToPowerShellNotSupportedException when the block is more than pipelines of commands.
    """
    from spshell.engine.pipelines.steppable import parts_of, scope_for
    from spshell.engine.runspaces.commands import Command
    from spshell.engine.runspaces.powershell import PowerShell

    error_id = _obstacle(block)
    if error_id:
        raise _refused(error_id)
    made = PowerShell()
    for pipeline in parts_of(block, scope_for(block, args)):
        made.statements.new_statement()
        for _site, name, arguments, _targets in pipeline:
            command = Command(str(name), is_script=False, local=True, starts_statement=False)
            command.arguments = arguments
            made.statements.take(command)
    return made


def _obstacle(block: ScriptBlock) -> str | None:
    """The error id of what cannot be had, None when all is well."""
    if not block.has_only_end:
        return "CanConvertOneClauseOnly"
    end = block.node.end_block
    if end is None or not end.statements:
        return "CantConvertEmptyPipeline"
    if end.traps:
        return "CantConvertScriptBlockWithTrap"
    if any(statement.kind != "Pipeline" for statement in end.statements):
        return "CanOnlyConvertOnePipeline"
    if any(statement.elements[0].kind == "CommandExpression" for statement in end.statements):
        return "CantConvertPipelineStartsWithExpression"
    return next((found for item in end.statements for found in map(_obstacle_at, walk(item)) if found), None)


def _obstacle_at(node: Any) -> str | None:
    if node.kind == "ScriptBlockExpression":
        return "CantConvertWithScriptBlocks"
    if node.kind != "Command":
        return None
    if node.invocation == "Dot":
        return "CantConvertWithDotSourcing"
    if node.redirections:
        return "CanConvertOneOutputErrorRedir"
    name = node.elements[0].kind
    if name == "ScriptBlockExpression":
        return "CantConvertWithScriptBlockInvocation"
    return "CantConvertWithCommandInvocations" if name in ("ParenExpression", "SubExpression") else None


def _refused(error_id: str) -> NetException:
    return fault(
        "System.Management.Automation.ScriptBlockToPowerShellNotSupportedException",
        f"The script block cannot be made a PowerShell object: {_REFUSED[error_id]}.",
        error_id,
    )
