"""System.IO.Path: text operations on paths, as on Unix."""

from __future__ import annotations

import os

from spshell.dotnet.collections.byte_arrays import typed_array
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null, bad_argument
from spshell.values.declare import Members
from spshell.values.numbers import Char

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PATH = Members()

_SEPARATOR = os.sep
PATH.constant("char DirectorySeparatorChar {get}", Char(_SEPARATOR))
PATH.constant("char AltDirectorySeparatorChar {get}", Char(os.altsep or _SEPARATOR))
PATH.constant("char PathSeparator {get}", Char(os.pathsep))
PATH.constant("char VolumeSeparatorChar {get}", Char("/" if _SEPARATOR == "/" else ":"))


@PATH.method(
    "static string Combine(string path1, string path2)",
    "static string Combine(string path1, string path2, string path3)",
    "static string Combine(string path1, string path2, string path3, string path4)",
    "static string Combine(params string[] paths)",
)
def combine(*parts: Any) -> str:
    """The paths after one another; a rooted one starts anew."""
    items = list(parts[0]) if len(parts) == 1 and isinstance(parts[0], list) else list(parts)
    if len(parts) == 1 and parts[0] is None:
        raise argument_null("paths")
    result = ""
    for position, part in enumerate(items):
        if part is None:
            raise argument_null(f"path{position + 1}")
        if not part:
            continue
        if part.startswith(_SEPARATOR) or not result:
            result = part
        else:
            result = result + part if result.endswith(_SEPARATOR) else f"{result}{_SEPARATOR}{part}"
    return result


@PATH.method(
    "static string Join(string path1, string path2)",
    "static string Join(string path1, string path2, string path3)",
    "static string Join(string path1, string path2, string path3, string path4)",
    "static string Join(params string[] paths)",
)
def join(*parts: Any) -> str:
    """The paths with one separator between them; rooted ones are not special."""
    items = list(parts[0] or ()) if len(parts) == 1 and isinstance(parts[0], list) else list(parts)
    result = ""
    for part in items:
        if not part:
            continue
        if result and not result.endswith(_SEPARATOR) and not part.startswith(_SEPARATOR):
            result += _SEPARATOR
        result += part
    return result


@PATH.method("static string GetFileName(string path)")
def get_file_name(path: str | None) -> str | None:
    """What follows the last separator."""
    return path if not path else path.rpartition(_SEPARATOR)[2]


@PATH.method("static string GetExtension(string path)")
def get_extension(path: str | None) -> str | None:
    """The extension with its dot."""
    if path is None:
        return None
    name = path.rpartition(_SEPARATOR)[2]
    _, dot, extension = name.rpartition(".")
    return f".{extension}" if dot and extension else ""


@PATH.method("static string GetFileNameWithoutExtension(string path)")
def get_stem(path: str | None) -> str | None:
    """The file name without its extension."""
    if path is None:
        return None
    name = path.rpartition(_SEPARATOR)[2]
    return name.rpartition(".")[0] if "." in name else name


@PATH.method("static string GetDirectoryName(string path)")
def get_directory_name(path: str | None) -> str | None:
    """The folder part; null for a root and for empty text."""
    if not path or not path.strip(_SEPARATOR):
        return None
    head = path.rpartition(_SEPARATOR)[0]
    trimmed = head.rstrip(_SEPARATOR)
    while _SEPARATOR * 2 in trimmed:
        trimmed = trimmed.replace(_SEPARATOR * 2, _SEPARATOR)
    return trimmed or (_SEPARATOR if path.startswith(_SEPARATOR) else "")


@PATH.method("static string ChangeExtension(string path, string extension)")
def change_extension(path: str | None, extension: str | None) -> str | None:
    """The path with another extension, or none for null."""
    if not path:
        return path
    head, separator, name = path.rpartition(_SEPARATOR)
    stem = name.rpartition(".")[0] if "." in name else name
    tail = "" if extension is None else extension if extension.startswith(".") else f".{extension}"
    return f"{head}{separator}{stem}{tail}"


@PATH.method("static bool HasExtension(string path)")
def has_extension(path: str | None) -> bool:
    """Whether there is an extension."""
    return bool(get_extension(path))


@PATH.method(
    "static string GetFullPath(string path)", "static string GetFullPath(string path, string basePath)"
)
def get_full_path(path: str | None, base: str | None = None) -> str:
    """The absolute path, dots resolved; the file need not exist."""
    if path is None:
        raise argument_null("path")
    if not path and base is None:
        raise bad_argument("The path is empty.", "path")
    joined = combine(base if base is not None else os.getcwd(), path)
    full = os.path.normpath(joined)
    if joined.endswith(_SEPARATOR) and not full.endswith(_SEPARATOR):
        full += _SEPARATOR
    return full[1:] if full.startswith("//") else full


@PATH.method("static string GetRelativePath(string relativeTo, string path)")
def get_relative_path(start: str, path: str) -> str:
    """The way from one path to another."""
    return os.path.relpath(get_full_path(path), get_full_path(start))


@PATH.method("static string GetPathRoot(string path)")
def get_path_root(path: str | None) -> str | None:
    """The root of the path, or empty text."""
    if not path:
        return None
    return _SEPARATOR if path.startswith(_SEPARATOR) else ""


@PATH.method("static bool IsPathRooted(string path)")
def is_path_rooted(path: str | None) -> bool:
    """Whether the path starts at the root."""
    return bool(path) and str(path).startswith(_SEPARATOR)


@PATH.method("static bool IsPathFullyQualified(string path)")
def is_fully_qualified(path: str | None) -> bool:
    """Whether the path depends on no current folder."""
    if path is None:
        raise argument_null("path")
    return path.startswith(_SEPARATOR)


@PATH.method("static bool EndsInDirectorySeparator(string path)")
def ends_in_separator(path: str | None) -> bool:
    """Whether the path ends in a separator."""
    return bool(path) and str(path).endswith(_SEPARATOR)


@PATH.method("static string TrimEndingDirectorySeparator(string path)")
def trim_separator(path: str) -> str:
    """The path without the separator at its end; a root keeps it."""
    return path[:-1] if len(path) > 1 and path.endswith(_SEPARATOR) else path


@PATH.method("static string GetTempPath()")
def get_temp_path() -> str:
    """The folder for temporary files, with a separator at its end."""
    import tempfile

    return tempfile.gettempdir().rstrip(_SEPARATOR) + _SEPARATOR


@PATH.method("static string GetTempFileName()")
def get_temp_file_name() -> str:
    """A new empty temporary file."""
    import tempfile

    handle, path = tempfile.mkstemp(prefix="tmp", suffix=".tmp")
    os.close(handle)
    return path


@PATH.method("static string GetRandomFileName()")
def get_random_file_name() -> str:
    """A name that nobody uses."""
    import secrets

    letters = "abcdefghijklmnopqrstuvwxyz012345"
    name = "".join(secrets.choice(letters) for _ in range(11))
    return f"{name[:8]}.{name[8:]}"


PATH.method("static char[] GetInvalidFileNameChars()")(
    lambda: typed_array("System.Char", [Char("\0"), Char("/")])
)
PATH.method("static char[] GetInvalidPathChars()")(lambda: typed_array("System.Char", [Char("\0")]))
PATH.method("static bool Exists(string path)")(lambda path: bool(path) and os.path.exists(path))
define("System.IO.Path", PATH, kind="static")
