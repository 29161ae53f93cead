"""Errors that the engine raises: id, exception type, category and sentence in one table."""

from __future__ import annotations

from spshell.values.exceptions import NetException, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

_SMA = "System.Management.Automation."

TABLE: dict[str, tuple[str, str, str]] = {
    "VariableIsUndefined": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The variable '${0}' has not been set.",
    ),
    "VariableNotWritable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The variable '{0}' is read-only or constant and cannot be changed.",
    ),
    "VariableCannotBeMadeConstant": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The variable '{0}' cannot be made constant: that is possible only when it is created.",
    ),
    "VariableAllScopeOptionCannotBeRemoved": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The variable '{0}' cannot lose the option AllScope.",
    ),
    "CommandNotFoundException": (
        _SMA + "CommandNotFoundException",
        "ObjectNotFound",
        "'{0}' is not the name of a cmdlet, function, script file or program that can be found.{1}",
    ),
    "TypeNotFound": (_SMA + "RuntimeException", "InvalidOperation", "The type [{0}] cannot be found."),
    "CallDepthOverflow": (
        _SMA + "ScriptCallDepthException",
        "InvalidOperation",
        "The script failed because calls are nested too deeply (more than {0}).",
    ),
    "ScriptHalted": (_SMA + "RuntimeException", "OperationStopped", "ScriptHalted"),
    "FileOpenFailure": (
        "System.IO.IOException",
        "OpenError",
        "The file '{0}' cannot be opened for writing: {1}",
    ),
    "BadExpression": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The expression after '{0}' gave no command name; give a name, a script block or a command object.",
    ),
    "DriveNotFound": (
        _SMA + "DriveNotFoundException",
        "ObjectNotFound",
        "There is no drive named '{0}'.",
    ),
    "NonExistingVariableReference": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "[ref] needs a variable that exists, and '{0}' does not.",
    ),
    "NotSupportedHere": (
        _SMA + "PSNotSupportedException",
        "NotImplemented",
        "{0} is not available in spshell.",
    ),
    "NullArray": (_SMA + "RuntimeException", "InvalidOperation", "Cannot index into a null array."),
    "InvalidLeftHandSide": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "This expression cannot be assigned to.",
    ),
    "ModuleNotFound": (
        "System.IO.FileNotFoundException",
        "ResourceUnavailable",
        "The module '{0}' was not loaded: no module file of that name was found in any module directory.",
    ),
    "ModuleWithVersionNotFound": (
        "System.IO.FileNotFoundException",
        "ResourceUnavailable",
        "The module '{0}' was not loaded: no module of that name with the version {1} was found.",
    ),
    "CouldNotAutoLoadModule": (
        _SMA + "CommandNotFoundException",
        "ObjectNotFound",
        "The command '{1}' is said to be in the module '{0}', but there is no such module.",
    ),
    "ScriptsNotAllowed": (
        _SMA + "CommandNotFoundException",
        "ObjectNotFound",
        "'{0}' was not found in the path; to run a script of the current folder write './{0}'.",
    ),
    "NativeCommandFailed": (
        _SMA + "ApplicationFailedException",
        "ResourceUnavailable",
        "The program '{0}' could not be run: starting '{1}' in the folder '{2}' failed: {3}",
    ),
    "ProgramExitedWithNonZeroCode": (
        _SMA + "NativeCommandExitException",
        "NotSpecified",
        'Program "{0}" ended with non-zero exit code: {1} ({2}).',
    ),
    "InternalFault": (
        _SMA + "RuntimeException",
        "InvalidResult",
        "An internal fault ended this. {0}",
    ),
    "OutOfMemory": (
        "System.OutOfMemoryException",
        "ResourceUnavailable",
        "There is not enough memory to go on with the script.",
    ),
    "UsingWithoutInvokeCommand": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "'$using:{0}' only works in code that runs elsewhere: Invoke-Command, Start-Job, ForEach-Object -Parallel.",
    ),
    "StrictModeFunctionCallWithParens": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "A command was called as if it were a method; separate its arguments by blanks, without parentheses.",
    ),
    "InvalidRegularExpression": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The regular expression '{0}' is not valid: {1}",
    ),
    "PathNotFound": (
        _SMA + "ItemNotFoundException",
        "ObjectNotFound",
        "There is no item at the path '{0}'.",
    ),
    "AmbiguousPath": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The path '{0}' means more than one file; switch reads one at a time.",
    ),
    "FileNotFound": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "There is no file that fits '{0}'.",
    ),
    "FileOpenError": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The provider {0} has no files that switch could read.",
    ),
    "InvalidFilenameOption": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The name of the file that switch reads is missing.",
    ),
    "UsingVariableIsUndefined": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The value of the using variable '$using:{0}' was not set in the session that runs this.",
    ),
}


def make_fault(
    error_id: str, *arguments: Any, target: Any = None, inner: NetException | None = None
) -> NetException:
    """The exception for an id of the table."""
    net_name, category, template = TABLE[error_id]
    message = template.format(*arguments)
    return fault(net_name, message, error_id, category, target=target, inner=inner, arguments=arguments)


def raise_fault(error_id: str, *arguments: Any, target: Any = None) -> NoReturn:
    """Raise the exception for an id of the table."""
    raise make_fault(error_id, *arguments, target=target)
