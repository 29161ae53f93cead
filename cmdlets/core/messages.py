"""Errors of Microsoft.PowerShell.Core: id -> exception type, category, sentence."""

from __future__ import annotations

from spshell.values.exceptions import fault_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.exceptions import NetException

_SMA = "System.Management.Automation."

TABLE: dict[str, tuple[str, str, str]] = {
    "CommandNotFoundException": (
        _SMA + "CommandNotFoundException",
        "ObjectNotFound",
        "'{0}' is not the name of a command that can be found.{1}",
    ),
    "CommandNotFound": (
        _SMA + "CommandNotFoundException",
        "InvalidArgument",
        "'{0}' is no program that could take the shell's place.",
    ),
    "Modules_ModuleNotFound": (
        "System.IO.FileNotFoundException",
        "ResourceUnavailable",
        "The module '{0}' was not loaded: no module file of that name was found.",
    ),
    "ArgumentOutOfRange": (
        _SMA + "PSArgumentOutOfRangeException",
        "InvalidArgument",
        "-MinimumVersion {0} is above -MaximumVersion {1}: no version lies between them.",
    ),
    "ModuleSpecificationIsNull": (
        "System.ArgumentNullException",
        "InvalidArgument",
        "A module specification is a table or a name, not null.",
    ),
    "ModuleSpecificationHasKey": (
        "System.ArgumentException",
        "InvalidArgument",
        "A module specification has no key '{0}'; its keys are {1}.",
    ),
    "ModuleSpecificationMisses": (
        "System.MissingMemberException",
        "InvalidArgument",
        "The module specification needs a value for {0}.",
    ),
    "ModuleSpecificationHasBoth": (
        "System.ArgumentException",
        "InvalidArgument",
        "A module specification has {0} or RequiredVersion, not both.",
    ),
    "JobWithSpecifiedSessionNotFound": (
        _SMA + "PSArgumentException",
        "ObjectNotFound",
        "There is no job with the id '{0}'.",
    ),
    "JobWithSpecifiedNameNotFound": (
        _SMA + "PSArgumentException",
        "ObjectNotFound",
        "There is no job named '{0}'.",
    ),
    "JobWithSpecifiedInstanceIdNotFound": (
        _SMA + "PSArgumentException",
        "ObjectNotFound",
        "There is no job with the instance id '{0}'.",
    ),
    "JobObjectNotFinishedCannotBeRemoved": (
        _SMA + "PSArgumentException",
        "InvalidOperation",
        "The job with the id '{0}' still runs; stop it first, or give -Force.",
    ),
    "ParallelCommonParametersNotSupported": (
        _SMA + "PSNotSupportedException",
        "NotImplemented",
        "-Parallel does not go with the parameters {0}; give them to the commands in the block.",
    ),
    "ParallelPipedInputObjectCannotBeScriptBlock": (
        _SMA + "PSArgumentException",
        "InvalidType",
        "A script block cannot be the input of -Parallel; hand over its text instead.",
    ),
    "ParallelUsingVariableCannotBeScriptBlock": (
        _SMA + "PSArgumentException",
        "InvalidType",
        "A script block cannot be handed to -Parallel with $using:; put the code into the parallel block.",
    ),
    "Modules_ModuleIsReadOnly": (
        _SMA + "PSInvalidOperationException",
        "PermissionDenied",
        "The module '{0}' is read-only; -Force removes it.",
    ),
    "Modules_ModuleIsConstant": (
        _SMA + "PSInvalidOperationException",
        "PermissionDenied",
        "The module '{0}' is constant and stays for the whole session.",
    ),
    "Modules_ModuleIsRequired": (
        _SMA + "PSInvalidOperationException",
        "PermissionDenied",
        "The module '{0}' is required by '{1}'; remove that first, or use -Force.",
    ),
    "Modules_NoModulesRemoved": (
        "System.InvalidOperationException",
        "ResourceUnavailable",
        "No module was removed: none is loaded that fits '{0}'.",
    ),
    "Modules_CanOnlyExecuteExportModuleMemberInsideAModule": (
        "System.InvalidOperationException",
        "PermissionDenied",
        "Export-ModuleMember can only be used inside a module.",
    ),
    "Modules_MemberNotFound": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The module has no '{0}' to export.",
    ),
    "AddPSSnapInRead": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "There is no snap-in named '{0}'; the commands of SharePoint and of the mail relay need none.",
    ),
    "GetPSSnapInRead": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "No snap-in that was added is named '{0}'.",
    ),
    "RemovePSSnapInRead": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "No snap-in that was added is named '{0}'.",
    ),
    "NoMatchFound": (
        _SMA + "HelpNotFoundException",
        "ObjectNotFound",
        "There is no help for '{0}'.{1}",
    ),
    "ItemNotFoundException": (
        _SMA + "ItemNotFoundException",
        "ObjectNotFound",
        "No module offers an experimental feature '{0}'; Get-ExperimentalFeature lists them.",
    ),
    "HelpNotFound": (
        "Microsoft.PowerShell.Commands.HelpNotFoundException",
        "ResourceUnavailable",
        "There is no help for '{0}'.{1}",
    ),
    "NoParameterMatched": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "No parameter of the command matches '{0}'.",
    ),
    "GetHistoryNoHistoryForId": ("System.ArgumentException", "ObjectNotFound", "The history has no command with the number {0}."),
    "InvokeHistoryNoHistoryForId": ("System.ArgumentException", "ObjectNotFound", "The history has no command '{0}'."),
    "PropertyNotFound": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "The object has no property '{0}'.",
    ),
    "InvalidCastFromStringToType": (
        _SMA + "PSInvalidCastException",
        "InvalidArgument",
        "'{0}' ({1}) is no type and cannot become {2}.",
    ),
    "IsOperatorRequiresType": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The right side of -is has to be a type.",
    ),
    "InputObjectIsNull": (
        _SMA + "PSArgumentNullException",
        "InvalidArgument",
        "The input object is null and has no members.",
    ),
    "MethodNotFound": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "There is no method called '{0}'.",
    ),
    "PropertyOrMethodNotFound": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "The object has no property or method '{0}'.",
    ),
    "AmbiguousPropertyOrMethodName": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "'{0}' means several members:{1}",
    ),
    "ValueNotSpecifiedForWhereObject": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "The operator {0} needs a value to compare with.",
    ),
    "ScriptBlockInvokeOnOneClauseOnly": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "A script block with several of begin, process and end can only be called by name or with &.",
    ),
}  # fmt: skip


TEXTS = {
    "LoadingModule": "Loading the module from '{0}'.",
    "ImportingFunction": "Importing the function '{0}'.",
    "ImportingVariable": "Importing the variable '{0}'.",
    "ImportingAlias": "Importing the alias '{0}'.",
    "ExportingFunction": "Exporting the function '{0}'.",
    "ExportingVariable": "Exporting the variable '{0}'.",
    "ExportingAlias": "Exporting the alias '{0}'.",
    "RemovingFunction": "Removing the function '{0}'.",
    "RemovingVariable": "Removing the variable '{0}'.",
    "RemovingAlias": "Removing the alias '{0}'.",
}
"""What -Verbose says: id -> sentence."""


def core_text(name: str, *arguments: Any) -> str:
    """A sentence of the table of texts."""
    return TEXTS[name].format(*arguments)


def core_fault(name: str, *arguments: Any, error_id: str | None = None, target: Any = None) -> NetException:
    """The exception for an entry of the table."""
    return fault_of(TABLE[name], error_id or name, arguments, target)
