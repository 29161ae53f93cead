"""Errors about paths, drives and items: id -> exception type, category, sentence."""

from __future__ import annotations

from spshell.values.exceptions import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.exceptions import NetException

_SMA = "System.Management.Automation."
_IO = "System.IO."

TABLE: dict[str, tuple[str, str, str]] = {
    "PathNotFound": (_SMA + "ItemNotFoundException", "ObjectNotFound", "There is nothing at '{0}'."),
    "DriveNotFound": (
        _SMA + "DriveNotFoundException",
        "ObjectNotFound",
        "There is no drive named '{0}'; Get-PSDrive lists the drives.",
    ),
    "ProviderNotFound": (
        _SMA + "ProviderNotFoundException",
        "ObjectNotFound",
        "There is no provider named '{0}'; Get-PSProvider lists the providers.",
    ),
    "NotSupported": (
        _SMA + "PSNotSupportedException",
        "NotImplemented",
        "The provider '{0}' cannot do that.",
    ),
    "ItemNotFound": (
        _IO + "IOException",
        "ObjectNotFound",
        "There is no item at '{0}'; -Force finds hidden ones.",
    ),
    "GetContainerContentException": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "'{0}' is a container and has no content; Get-ChildItem lists it.",
    ),
    "ClearDirectoryContent": (
        "System.NotSupportedException",
        "InvalidOperation",
        "'{0}' is a container and has no content to clear.",
    ),
    "CopyError": (_IO + "IOException", "WriteError", "'{0}' cannot be copied onto itself."),
    "CopyContainerItemToLeafError": (
        "System.ArgumentException",
        "InvalidArgument",
        "The container '{0}' cannot be copied onto the file '{1}'.",
    ),
    "CopyContainerToContainerItselfError": (
        _IO + "IOException",
        "WriteError",
        "The container '{0}' cannot be copied into itself.",
    ),
    "MoveItemArgumentError": (
        _IO + "IOException",
        "InvalidArgument",
        "The folder '{0}' cannot be moved to '{1}', which is the folder itself or lies in it.",
    ),
    "TailNotSupported": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "-Tail {0} reads files only; take the last values with Select-Object -Last.",
    ),
    "SymLinkExists": (
        _IO + "IOException",
        "ResourceExists",
        "'{0}' exists already; -Force replaces it with the link.",
    ),
    "TargetIsSameAsLink": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "'{0}' cannot be a link to itself.",
    ),
    "DirectoryExist": (_IO + "IOException", "ResourceExists", "'{0}' exists already."),
    "NewItemIOError": (_IO + "IOException", "WriteError", "'{0}' exists already; -Force replaces it."),
    "UnknownType": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "'{0}' is no type of item: file, directory, symboliclink and hardlink are.",
    ),
    "RemoveFileSystemItemUnAuthorizedAccess": (
        _IO + "IOException",
        "PermissionDenied",
        "'{0}' is read-only or hidden; -Force removes it.",
    ),
    "DirectoryNotEmpty": (
        _IO + "IOException",
        "WriteError",
        "The directory '{0}' is not empty; add -Recurse.",
    ),
    "RemoveItemWithoutRecurse": (
        _SMA + "Host.HostException",
        "NotImplemented",
        "'{0}' has children and -Recurse was not given; nobody can be asked.",
    ),
    "MoveFileInfoItemIOError": (
        _IO + "IOException",
        "WriteError",
        "'{0}' exists already; -Force replaces it.",
    ),
    "CannotRename": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "'{0}' is read-only or constant and cannot be renamed; -Force renames what is read-only.",
    ),
    "RenameSameName": (_IO + "IOException", "WriteError", "'{0}' cannot be renamed to the name it has."),
    "RenameError": (_IO + "IOException", "WriteError", "'{0}' exists already."),
    "GetValueError": (_IO + "IOException", "ReadError", "There is no property {0}."),
    "SetPropertyError": (_IO + "IOException", "ReadError", "There is no property {0} that could be set."),
    "StackNotFound": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "There is no stack of locations named '{0}'.",
    ),
    "SetLocationContainer": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "'{0}' is no container and cannot be the current location.",
    ),
    "LocationUndoStackIsEmpty": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "There is no location to go back to.",
    ),
    "LocationRedoStackIsEmpty": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "There is no location to go forward to.",
    ),
    "Argument": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "The value of '{0}' is not valid here: {1}.",
    ),
    "ArgumentNull": (
        _SMA + "PSArgumentNullException",
        "InvalidArgument",
        "'{0}' is needed and there is none ({0}).",
    ),
    "DriveAlreadyExists": (
        _SMA + "SessionStateException",
        "ResourceExists",
        "There is a drive named '{0}' already.",
    ),
    "DriveRootNotFound": (
        _IO + "IOException",
        "ReadError",
        "The root of the drive, '{0}', does not exist or is no directory.",
    ),
    "ParsePathFormatError": (
        "System.FormatException",
        "InvalidArgument",
        "'{0}' does not begin with a drive.",
    ),
    "PathIsNullOrEmptyCollection": (
        "System.ArgumentNullException",
        "InvalidArgument",
        "Value cannot be null. (Parameter 'path: give one path at least')",
    ),
    "TailAndHeadCannotCoexist": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "-{0} and -{1} cannot be used together.",
    ),
    "NoFirstLastWaitForRaw": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "-{0} reads everything and cannot be used with -{1}.",
    ),
    "NoRawWithDelimiter": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "-{0} reads everything and cannot be used with -{1}.",
    ),
    "NothingMatches": (
        "System.Exception",
        "ObjectNotFound",
        "Nothing matches '{0}'; -LiteralPath takes brackets as they are.",
    ),
    "ByteEncodingError": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "-AsByteStream writes bytes; a value is none.",
    ),
    "DriveInUse": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "The drive '{0}' is the current one; go to another first.",
    ),
    "DriveNameIllegalCharacters": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "The name of a drive cannot hold any of ; ~ / \\ . :",
    ),
    "IOError": (_IO + "IOException", "WriteError", "{0}: {1}"),
}


def provider_fault(
    name: str,
    *arguments: Any,
    error_id: str | None = None,
    target: Any = None,
    category: str | None = None,
    inner: NetException | None = None,
) -> NetException:
    """The exception for an entry of the table."""
    net_name, usual, template = TABLE[name]
    message = template.format(*arguments)
    if name in ("DriveNotFound", "ProviderNotFound"):
        from spshell.values.absent import about_drive

        message += about_drive(str(arguments[0]))
    error = fault(
        net_name,
        message,
        error_id or name,
        category or usual,
        target=target,
        arguments=arguments,
        inner=inner,
    )
    if name in ("PathNotFound", "DriveNotFound", "ProviderNotFound"):
        error.properties = {"ItemName": arguments[0]}
    return error
