"""Errors of the operating system as the exceptions of System.IO."""

from __future__ import annotations

from spshell.dotnet.system.errors import argument_null, bad_argument, thrown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def checked(path: str | None, parameter: str = "path") -> str:
    """The path; raises for null and empty text."""
    if path is None:
        raise argument_null(parameter)
    if not path:
        raise bad_argument("The path is empty.", parameter)
    return path


def translate(error: OSError | ValueError, path: str, *, directory: bool = False) -> Exception:
    """The .NET exception of an OSError."""
    import os

    if isinstance(error, ValueError):
        return bad_argument("A path cannot hold a null character.", "path")
    if isinstance(error, FileNotFoundError):
        folder = os.path.dirname(path)
        if directory or (folder and not os.path.isdir(folder)):
            return thrown("System.IO.DirectoryNotFoundException", "DirectoryNotFound", path)
        return thrown("System.IO.FileNotFoundException", "FileNotFound", path, FileName=path)
    if isinstance(error, NotADirectoryError):
        return thrown("System.IO.DirectoryNotFoundException", "DirectoryNotFound", path)
    if isinstance(error, (PermissionError, IsADirectoryError)):
        return thrown("System.UnauthorizedAccessException", "AccessDenied", path)
    if isinstance(error, FileExistsError):
        return thrown("System.IO.IOException", "FileExists", path)
    return thrown("System.IO.IOException", "IO", path, error.strerror or str(error))


def guarded(action: Callable[[], Any], path: str, *, directory: bool = False) -> Any:
    """Run `action`; its OSErrors become .NET exceptions."""
    try:
        return action()
    except (OSError, ValueError) as error:  # (a null character in a name is a ValueError)
        raise translate(error, path, directory=directory) from None
