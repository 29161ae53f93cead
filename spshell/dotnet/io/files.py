"""System.IO.File and Directory."""

from __future__ import annotations

import os
import shutil
from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes, typed_array
from spshell.dotnet.io import file_opening
from spshell.dotnet.io.file_errors import checked, guarded
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null, thrown
from spshell.values.declare import Members

FILE = Members()
DIRECTORY = Members()

_ENCODING = "System.Text.Encoding encoding"


def _read(path: str | None) -> bytes:
    name = checked(path)

    def run() -> bytes:
        with open(name, "rb") as stream:
            return stream.read()

    return guarded(run, name)  # type: ignore[no-any-return]  # bytes from run


def _write(path: str | None, data: bytes, mode: str = "wb") -> None:
    name = checked(path)

    def run() -> None:
        with open(name, mode) as stream:
            stream.write(data)

    guarded(run, name)


def _decode(data: bytes, encoding: Any = None) -> str:
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return str(encoding.decode(data)) if encoding is not None else data.decode("utf-8", "replace")


def _encode(text: str | None, encoding: Any, *, mark: bool = True) -> bytes:
    if encoding is None:
        return (text or "").encode("utf-8", "surrogatepass")
    return bytes((encoding.mark if mark else b"") + encoding.encode(text or ""))


def lines_of(text: str) -> list[str]:
    """The lines of a text; an end of line at the very end opens no further one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


@FILE.method("static string ReadAllText(string path)", f"static string ReadAllText(string path, {_ENCODING})")
def read_all_text(path: str, encoding: Any = None) -> str:
    return _decode(_read(path), encoding)


@FILE.method(
    "static string[] ReadAllLines(string path)", f"static string[] ReadAllLines(string path, {_ENCODING})"
)
@FILE.method("static System.Collections.Generic.IEnumerable[string] ReadLines(string path)")
def read_all_lines(path: str, encoding: Any = None) -> Any:
    return typed_array("System.String", lines_of(_decode(_read(path), encoding)))


@FILE.method("static byte[] ReadAllBytes(string path)")
def read_all_bytes(path: str) -> Any:
    return byte_array(_read(path))


@FILE.method(
    "static void WriteAllText(string path, string contents)",
    f"static void WriteAllText(string path, string contents, {_ENCODING})",
)
def write_all_text(path: str, text: str | None, encoding: Any = None) -> None:
    _write(path, _encode(text, encoding))


@FILE.method(
    "static void AppendAllText(string path, string contents)",
    f"static void AppendAllText(string path, string contents, {_ENCODING})",
)
def append_all_text(path: str, text: str | None, encoding: Any = None) -> None:
    _write(path, _encode(text, encoding, mark=not os.path.exists(checked(path))), "ab")


def _joined(lines: Any) -> str:
    if lines is None:
        raise argument_null("contents")
    return "".join(f"{line or ''}\n" for line in lines)


_LINES = "System.Collections.Generic.IEnumerable[string] contents"


@FILE.method(
    "static void WriteAllLines(string path, string[] contents)",
    f"static void WriteAllLines(string path, {_LINES})",
    f"static void WriteAllLines(string path, string[] contents, {_ENCODING})",
    f"static void WriteAllLines(string path, {_LINES}, {_ENCODING})",
)
def write_all_lines(path: str, lines: Any, encoding: Any = None) -> None:
    _write(path, _encode(_joined(lines), encoding))


@FILE.method(
    f"static void AppendAllLines(string path, {_LINES})",
    f"static void AppendAllLines(string path, {_LINES}, {_ENCODING})",
)
def append_all_lines(path: str, lines: Any, encoding: Any = None) -> None:
    append_all_text(path, _joined(lines), encoding)


@FILE.method("static void WriteAllBytes(string path, byte[] bytes)")
def write_all_bytes(path: str, data: Any) -> None:
    if data is None:
        raise argument_null("bytes")
    _write(path, to_bytes(data))


@FILE.method("static bool Exists(string path)")
def file_exists(path: str | None) -> bool:
    return bool(path) and os.path.isfile(str(path))


@FILE.method("static void Delete(string path)")
def delete_file(path: str | None) -> None:
    name = checked(path)
    if not os.path.lexists(name):
        folder = os.path.dirname(name)
        if folder and not os.path.isdir(folder):
            raise thrown("System.IO.DirectoryNotFoundException", "DirectoryNotFound", name)
        return
    guarded(lambda: os.remove(name), name)


def _target(source: str | None, target: str | None, overwrite: bool) -> tuple[str, str]:
    first, second = checked(source, "sourceFileName"), checked(target, "destFileName")
    if not os.path.exists(first):
        folder = os.path.dirname(first)
        if folder and not os.path.isdir(folder):
            raise thrown("System.IO.DirectoryNotFoundException", "DirectoryNotFound", first)
        raise thrown("System.IO.FileNotFoundException", "FileNotFound", first, FileName=first)
    if os.path.exists(second) and not overwrite:
        raise thrown("System.IO.IOException", "FileExists", second)
    return first, second


@FILE.method(
    "static void Copy(string sourceFileName, string destFileName)",
    "static void Copy(string sourceFileName, string destFileName, bool overwrite)",
)
def copy_file(source: str, target: str, overwrite: bool = False) -> None:
    first, second = _target(source, target, overwrite)
    guarded(lambda: shutil.copy2(first, second), second)


@FILE.method(
    "static void Move(string sourceFileName, string destFileName)",
    "static void Move(string sourceFileName, string destFileName, bool overwrite)",
)
def move_file(source: str, target: str, overwrite: bool = False) -> None:
    first, second = _target(source, target, overwrite)
    guarded(lambda: shutil.move(first, second), second)


def _time(reader: str, *, utc: bool) -> Any:
    def read(path: str) -> Any:
        from spshell.dotnet.io.file_infos import moment_of

        return moment_of(checked(path), reader, utc=utc)

    return read


for _name, _reader in (
    ("CreationTime", "created"),
    ("LastAccessTime", "accessed"),
    ("LastWriteTime", "written"),
):
    for _members in (FILE, DIRECTORY):
        _members.method(f"static datetime Get{_name}(string path)")(_time(_reader, utc=False))
        _members.method(f"static datetime Get{_name}Utc(string path)")(_time(_reader, utc=True))


def _time_setter(which: str, *, utc: bool) -> Any:
    def write(path: str, moment: Any) -> None:
        from spshell.dotnet.io.file_changes import set_moment

        set_moment(path, which, moment, utc=utc)

    return write


for _name, _which in (
    ("CreationTime", "created"),
    ("LastAccessTime", "accessed"),
    ("LastWriteTime", "written"),
):
    for _members in (FILE, DIRECTORY):
        _value = _name[0].lower() + _name[1:]
        _members.method(f"static void Set{_name}(string path, datetime {_value})")(
            _time_setter(_which, utc=False)
        )
        _members.method(f"static void Set{_name}Utc(string path, datetime {_value}Utc)")(
            _time_setter(_which, utc=True)
        )


@FILE.method("static void SetAttributes(string path, System.IO.FileAttributes fileAttributes)")
def set_file_attributes(path: str, attributes: Any) -> None:
    from spshell.dotnet.io.file_changes import set_attributes

    set_attributes(path, attributes)


@FILE.method("static System.IO.UnixFileMode GetUnixFileMode(string path)")
def get_unix_file_mode(path: str) -> Any:
    from spshell.dotnet.io.file_changes import unix_mode_of

    return unix_mode_of(path)


@FILE.method("static void SetUnixFileMode(string path, System.IO.UnixFileMode mode)")
def set_unix_file_mode(path: str, mode: Any) -> None:
    from spshell.dotnet.io.file_changes import set_unix_mode

    set_unix_mode(path, mode)


@FILE.method("static System.IO.FileAttributes GetAttributes(string path)")
def get_attributes(path: str) -> Any:
    from spshell.dotnet.io.file_infos import attributes_of

    return attributes_of(checked(path))


# --- Directory ---------------------------------------------------------------------------------------------


@DIRECTORY.method("static bool Exists(string path)")
def directory_exists(path: str | None) -> bool:
    return bool(path) and os.path.isdir(str(path))


@DIRECTORY.method("static System.IO.DirectoryInfo CreateDirectory(string path)")
def create_directory(path: str) -> Any:
    from spshell.dotnet.io.file_infos import DirectoryInfo

    guarded(lambda: os.makedirs(path, exist_ok=True), checked(path))
    return DirectoryInfo(path)


@DIRECTORY.method("static void Delete(string path)", "static void Delete(string path, bool recursive)")
def delete_directory(path: str, recursive: bool = False) -> None:
    name = checked(path)
    if not os.path.isdir(name):
        raise thrown("System.IO.DirectoryNotFoundException", "DirectoryNotFound", name)
    guarded(lambda: shutil.rmtree(name) if recursive else os.rmdir(name), name)


@DIRECTORY.method("static void Move(string sourceDirName, string destDirName)")
def move_directory(source: str, target: str) -> None:
    guarded(lambda: os.rename(source, target), checked(source, "sourceDirName"))


@DIRECTORY.method("static string GetCurrentDirectory()")
def get_current_directory() -> str:
    return os.getcwd()


@DIRECTORY.method("static void SetCurrentDirectory(string path)")
def set_current_directory(path: str) -> None:
    guarded(lambda: os.chdir(path), checked(path))


@DIRECTORY.method("static System.IO.DirectoryInfo GetParent(string path)")
def get_parent(path: str) -> Any:
    from spshell.dotnet.io.file_infos import DirectoryInfo
    from spshell.dotnet.io.paths import get_directory_name, get_full_path

    folder = get_directory_name(get_full_path(checked(path)))
    return None if folder is None else DirectoryInfo(folder)


def entries(path: str, pattern: str, recursive: bool, wanted: str) -> list[str]:
    """Paths below a folder: files, folders or both."""
    import fnmatch

    def run() -> list[str]:
        found: list[str] = []
        with os.scandir(path) as listing:
            for entry in listing:
                is_folder = entry.is_dir()
                if wanted != ("file" if is_folder else "folder") and fnmatch.fnmatchcase(entry.name, pattern):
                    found.append(os.path.join(path, entry.name))
                if recursive and is_folder and not entry.is_symlink():
                    found += entries(os.path.join(path, entry.name), pattern, recursive, wanted)
        return found

    return guarded(run, checked(path), directory=True)  # type: ignore[no-any-return]  # a list from run


def _lister(wanted: str) -> Any:
    def run(path: str, pattern: str = "*", option: Any = None) -> Any:
        recursive = option is not None and option.value == 1
        return typed_array("System.String", entries(path, pattern, recursive, wanted))

    return run


for _name, _wanted in (("Files", "file"), ("Directories", "folder"), ("FileSystemEntries", "both")):
    for _verb, _returned in (
        ("Get", "string[]"),
        ("Enumerate", "System.Collections.Generic.IEnumerable[string]"),
    ):
        _head = f"static {_returned} {_verb}{_name}(string path"
        DIRECTORY.method(
            f"{_head})",
            f"{_head}, string searchPattern)",
            f"{_head}, string searchPattern, System.IO.SearchOption searchOption)",
        )(_lister(_wanted))
file_opening.declare(FILE)
define("System.IO.File", FILE, kind="static")
define("System.IO.Directory", DIRECTORY, kind="static")
