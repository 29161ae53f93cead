"""The members of System.IO.File that open a file: as bytes, to read text, to write text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.byte_arrays import to_bytes
from spshell.dotnet.io.file_errors import checked, guarded
from spshell.dotnet.system.errors import argument_null

if TYPE_CHECKING:
    from spshell.values.declare import Members

_CREATE, _OPEN, _OPEN_OR_CREATE, _APPEND = 2, 3, 4, 6
_READ, _WRITE, _BOTH = 1, 2, 3
_S = "System.IO."


def _stream(path: str, mode: int, access: int) -> Any:
    from spshell.dotnet.io.file_streams import FileStream

    return FileStream(checked(path), mode, access)


def open_stream(path: str, mode: Any, access: Any = None, _share: Any = None) -> Any:
    """File.Open."""
    number = int(mode.value)
    default = _WRITE if number == _APPEND else _BOTH
    return _stream(path, number, default if access is None else int(access.value))


def open_read(path: str) -> Any:
    """A stream that reads an existing file."""
    return _stream(path, _OPEN, _READ)


def open_write(path: str) -> Any:
    """A stream that writes over a file."""
    return _stream(path, _OPEN_OR_CREATE, _WRITE)


def create(path: str) -> Any:
    """A stream into an emptied or new file."""
    return _stream(path, _CREATE, _BOTH)


def open_text(path: str) -> Any:
    """A reader of a file's text."""
    from spshell.dotnet.text.streams import StreamReader

    return StreamReader.open(path)


def write_text(path: str, *, append: bool) -> Any:
    """A writer into a file, new or at its end."""
    from spshell.dotnet.io.file_streams import StreamWriter

    return StreamWriter.open(checked(path), append)


def append_bytes(path: str, data: Any) -> None:
    """Bytes at the end of a file."""
    if data is None:
        raise argument_null("bytes")

    def run() -> None:
        with open(path, "ab") as file:
            file.write(to_bytes(data))

    guarded(run, checked(path))


def replace_file(source: str, target: str, backup: str | None) -> None:
    """File.Replace: the target's old content goes to the backup."""

    def run() -> None:
        os.stat(source)
        os.stat(target)
        if backup:
            os.replace(target, backup)
        os.replace(source, target)

    guarded(run, checked(source, "sourceFileName"))


def link(path: str, target: str, *, directory: bool) -> Any:
    """A symbolic link."""
    from spshell.dotnet.io.file_infos import DirectoryInfo, FileInfo

    guarded(lambda: os.symlink(target, path), checked(path))
    return DirectoryInfo(path) if directory else FileInfo(path)


def declare(members: Members) -> None:
    """Add the members to those of System.IO.File."""
    members.method(
        f"static {_S}FileStream Open(string path, {_S}FileMode mode)",
        f"static {_S}FileStream Open(string path, {_S}FileMode mode, {_S}FileAccess access)",
        f"static {_S}FileStream Open(string path, {_S}FileMode mode, {_S}FileAccess access, {_S}FileShare share)",
    )(open_stream)
    members.method(f"static {_S}FileStream OpenRead(string path)")(open_read)
    members.method(f"static {_S}FileStream OpenWrite(string path)")(open_write)
    members.method(f"static {_S}FileStream Create(string path)")(create)
    members.method(f"static {_S}StreamReader OpenText(string path)")(open_text)
    members.method(f"static {_S}StreamWriter CreateText(string path)")(
        lambda path: write_text(path, append=False)
    )
    members.method(f"static {_S}StreamWriter AppendText(string path)")(
        lambda path: write_text(path, append=True)
    )
    members.method("static void AppendAllBytes(string path, byte[] bytes)")(append_bytes)
    members.method(
        "static void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName)"
    )(replace_file)
    members.method(f"static {_S}FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)")(
        lambda path, target: link(path, target, directory=False)
    )
