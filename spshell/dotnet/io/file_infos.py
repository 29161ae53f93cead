"""FileInfo and DirectoryInfo, with the members that PowerShell adds to them."""

from __future__ import annotations

import os
from stat import S_ISREG

from spshell.dotnet.io.file_changes import (
    set_attributes,
    set_moment,
    set_read_only,
    set_unix_mode,
    unix_mode_of,
)
from spshell.dotnet.io.file_errors import checked, guarded
from spshell.dotnet.io.paths import get_directory_name, get_extension, get_full_path, get_stem
from spshell.dotnet.system.errors import thrown
from spshell.dotnet.time.datetimes import LOCAL, UTC, DateTime
from spshell.dotnet.time.local_time import UNIX_EPOCH, to_local
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_IO = "System.IO."
_MISSING_TIME = 504_911_232_000_000_000


def moment_of(path: str, which: str, *, utc: bool) -> DateTime:
    """A time of a file; 1601 when there is no file."""
    try:
        status = os.stat(path)
    except OSError:
        ticks = _MISSING_TIME
    else:
        birth = min(status.st_mtime_ns, status.st_ctime_ns)
        nanoseconds = {"written": status.st_mtime_ns, "accessed": status.st_atime_ns, "created": birth}[which]
        ticks = UNIX_EPOCH + nanoseconds // 100
    return DateTime(ticks, UTC) if utc else DateTime(to_local(ticks), LOCAL)


def attributes_of(path: str) -> Any:
    """FileAttributes of a path; raises FileNotFoundException."""
    import stat

    from spshell.dotnet.system.enumerations import enum_number

    status = guarded(lambda: os.lstat(path), path)
    bits = 0
    if not status.st_mode & stat.S_IWUSR:
        bits |= 1
    if os.path.basename(path).startswith("."):
        bits |= 2
    if os.path.isdir(path):
        bits |= 16
    if stat.S_ISLNK(status.st_mode):
        bits |= 1024
    return enum_number(_IO + "FileAttributes", bits or 128)


@net_class(_IO + "FileSystemInfo", kind="abstract")
class FileSystemInfo:
    """A file or folder by path."""

    known_by_name = True

    def __init__(self, path: str) -> None:
        self.original = checked(path)
        self.path = get_full_path(path)
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return self.original

    to_string = ps_text

    def is_folder(self) -> bool:
        return isinstance(self, DirectoryInfo)

    @prop("System.IO.FileAttributes Attributes {get;set}")
    def attributes(self) -> Any:
        return attributes_of(self.path)

    @attributes.setter
    def set_own_attributes(self, value: Any) -> None:
        set_attributes(self.path, value)

    @prop("System.IO.UnixFileMode UnixFileMode {get;set}")
    def unix_file_mode(self) -> Any:
        return unix_mode_of(self.path)

    @unix_file_mode.setter
    def set_unix_file_mode(self, value: Any) -> None:
        set_unix_mode(self.path, value)

    @prop("datetime CreationTime {get;set}")
    def creation_time(self) -> DateTime:
        return moment_of(self.path, "created", utc=False)

    @creation_time.setter
    def set_creation_time(self, value: DateTime) -> None:
        set_moment(self.path, "created", value)

    @prop("datetime CreationTimeUtc {get;set}")
    def creation_time_utc(self) -> DateTime:
        return moment_of(self.path, "created", utc=True)

    @creation_time_utc.setter
    def set_creation_time_utc(self, value: DateTime) -> None:
        set_moment(self.path, "created", value, utc=True)

    @prop("bool Exists {get}")
    def exists(self) -> bool:
        return os.path.isdir(self.path) if self.is_folder() else os.path.isfile(self.path)

    @prop("string Extension {get}")
    def extension(self) -> str:
        return get_extension(self.path) or ""

    @prop("string FullName {get}")
    def full_name(self) -> str:
        return self.path if len(self.path) == 1 else self.path.rstrip("/") if self.is_folder() else self.path

    @prop("datetime LastAccessTime {get;set}")
    def last_access_time(self) -> DateTime:
        return moment_of(self.path, "accessed", utc=False)

    @last_access_time.setter
    def set_last_access_time(self, value: DateTime) -> None:
        set_moment(self.path, "accessed", value)

    @prop("datetime LastAccessTimeUtc {get;set}")
    def last_access_time_utc(self) -> DateTime:
        return moment_of(self.path, "accessed", utc=True)

    @last_access_time_utc.setter
    def set_last_access_time_utc(self, value: DateTime) -> None:
        set_moment(self.path, "accessed", value, utc=True)

    @prop("datetime LastWriteTime {get;set}")
    def last_write_time(self) -> DateTime:
        return moment_of(self.path, "written", utc=False)

    @last_write_time.setter
    def set_last_write_time(self, value: DateTime) -> None:
        set_moment(self.path, "written", value)

    @prop("datetime LastWriteTimeUtc {get;set}")
    def last_write_time_utc(self) -> DateTime:
        return moment_of(self.path, "written", utc=True)

    @last_write_time_utc.setter
    def set_last_write_time_utc(self, value: DateTime) -> None:
        set_moment(self.path, "written", value, utc=True)

    @prop("string LinkTarget {get}")
    def link_target(self) -> Any:
        return os.readlink(self.path) if os.path.islink(self.path) else None

    @prop("string Name {get}")
    def name(self) -> str:
        return os.path.basename(self.path.rstrip("/")) or "/"

    @method("void CreateAsSymbolicLink(string pathToTarget)")
    def create_as_symbolic_link(self, target: str) -> None:
        guarded(lambda: os.symlink(target, self.path), self.path)

    @method("System.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)")
    def resolve_link_target(self, final: bool) -> Any:
        if not os.path.islink(self.path):
            return None
        folder = os.path.dirname(self.path)
        target = os.path.realpath(self.path) if final else os.path.join(folder, os.readlink(self.path))
        return type(self)(os.path.normpath(target))

    @method("void Refresh()")
    def refresh(self) -> None:
        """Nothing is kept that could be stale."""

    def extended(self, name: str) -> Any:
        """A member that PowerShell's type data adds."""
        return getattr(self, "extended_" + name.lower(), lambda: None)()

    def extended_basename(self) -> str:
        return str(self.name) if self.is_folder() else get_stem(self.path) or ""

    def extended_modewithouthardlink(self) -> str:
        bits = int(self.attributes.value) if os.path.lexists(self.path) else 0
        first = "l" if bits & 1024 else "d" if self.is_folder() else "-"
        return first + "".join(
            letter if bits & bit else "-" for letter, bit in (("a", 32), ("r", 1), ("h", 2), ("s", 4))
        )

    def extended_mode(self) -> str:
        plain = self.extended_modewithouthardlink()
        return "l" + plain[1:] if self.extended_linktype() is not None else plain

    def extended_resolvedtarget(self) -> str:
        return os.path.realpath(self.path) if os.path.islink(self.path) else self.path

    def extended_linktype(self) -> Any:
        if os.path.islink(self.path):
            return "SymbolicLink"
        linked = os.path.isfile(self.path) and os.stat(self.path).st_nlink > 1
        return "HardLink" if linked else None

    def extended_namestring(self) -> str:
        return str(self.name)

    def extended_lengthstring(self) -> str:
        return "" if self.is_folder() else str(os.path.getsize(self.path))

    def extended_lastwritetimestring(self) -> str:
        return f"{self.last_write_time.format('d')} {self.last_write_time.format('t'):>8}"

    def extended_size(self) -> Any:
        return None if not os.path.lexists(self.path) else Int64(os.lstat(self.path).st_size)

    def extended_unixmode(self) -> Any:
        import stat

        return stat.filemode(os.lstat(self.path).st_mode) if os.path.lexists(self.path) else None

    def extended_user(self) -> Any:
        import pwd

        try:
            return pwd.getpwuid(os.lstat(self.path).st_uid).pw_name
        except (OSError, KeyError):
            return None

    def extended_group(self) -> Any:
        import grp

        try:
            return grp.getgrgid(os.lstat(self.path).st_gid).gr_name
        except (OSError, KeyError):
            return None


@net_class(_IO + "FileInfo")
class FileInfo(FileSystemInfo):
    """System.IO.FileInfo."""

    @constructor("(string fileName)")
    @staticmethod
    def create(path: str) -> FileInfo:
        return FileInfo(path)

    @prop("System.IO.DirectoryInfo Directory {get}")
    def directory(self) -> Any:
        return DirectoryInfo(get_directory_name(self.path) or "/")

    @prop("string DirectoryName {get}")
    def directory_name(self) -> Any:
        return get_directory_name(self.path)

    @prop("bool IsReadOnly {get;set}")
    def is_read_only(self) -> bool:
        return os.path.exists(self.path) and not os.stat(self.path).st_mode & 0o222

    @is_read_only.setter
    def set_is_read_only(self, value: bool) -> None:
        set_read_only(self.path, wanted=value)

    @prop("long Length {get}")
    def length(self) -> Int64:
        try:
            status = os.stat(self.path)
        except OSError:
            status = None
        if status is None or not S_ISREG(status.st_mode):
            raise thrown("System.IO.FileNotFoundException", "FileNotFound", self.path)
        return Int64(status.st_size)

    @method("void Delete()")
    def delete(self) -> None:
        from spshell.dotnet.io.files import delete_file

        delete_file(self.path)

    @method(
        "System.IO.FileInfo CopyTo(string destFileName)",
        "System.IO.FileInfo CopyTo(string destFileName, bool overwrite)",
    )
    def copy_to(self, target: str, overwrite: bool = False) -> FileInfo:
        from spshell.dotnet.io.files import copy_file

        copy_file(self.path, target, overwrite)
        return FileInfo(target)

    @method("System.IO.StreamReader OpenText()")
    def open_text(self) -> Any:
        from spshell.dotnet.io.file_opening import open_text

        return open_text(self.path)

    @method("System.IO.StreamWriter CreateText()")
    def create_text(self) -> Any:
        from spshell.dotnet.io.file_opening import write_text

        return write_text(self.path, append=False)

    @method("System.IO.StreamWriter AppendText()")
    def append_text(self) -> Any:
        from spshell.dotnet.io.file_opening import write_text

        return write_text(self.path, append=True)

    @method(
        "System.IO.FileStream Open(System.IO.FileMode mode)",
        "System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access)",
    )
    def open(self, mode: Any, access: Any = None) -> Any:
        from spshell.dotnet.io.file_opening import open_stream

        return open_stream(self.path, mode, access)

    @method("System.IO.FileStream OpenRead()")
    def open_read(self) -> Any:
        from spshell.dotnet.io.file_opening import open_read

        return open_read(self.path)

    @method("System.IO.FileStream OpenWrite()")
    def open_write(self) -> Any:
        from spshell.dotnet.io.file_opening import open_write

        return open_write(self.path)

    @method("System.IO.FileStream Create()")
    def create_file(self) -> Any:
        from spshell.dotnet.io.file_opening import create

        return create(self.path)

    @method(
        "System.IO.FileInfo Replace(string destinationFileName, string destinationBackupFileName)",
        "System.IO.FileInfo Replace(string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors)",
    )
    def replace(self, target: str, backup: str | None, _ignore: bool = False) -> FileInfo:
        from spshell.dotnet.io.file_opening import replace_file

        replace_file(self.path, target, backup)
        return FileInfo(target)

    @method("void MoveTo(string destFileName)", "void MoveTo(string destFileName, bool overwrite)")
    def move_to(self, target: str, overwrite: bool = False) -> None:
        from spshell.dotnet.io.files import move_file

        move_file(self.path, target, overwrite)
        self.original, self.path = target, get_full_path(target)


@net_class(_IO + "DirectoryInfo")
class DirectoryInfo(FileSystemInfo):
    """System.IO.DirectoryInfo."""

    @constructor("(string path)")
    @staticmethod
    def create_info(path: str) -> DirectoryInfo:
        return DirectoryInfo(path)

    @prop("System.IO.DirectoryInfo Parent {get}")
    def parent(self) -> Any:
        folder = get_directory_name(self.path.rstrip("/"))
        return None if folder is None else DirectoryInfo(folder)

    @prop("System.IO.DirectoryInfo Root {get}")
    def root(self) -> DirectoryInfo:
        return DirectoryInfo("/")

    @method("void Create()")
    def create(self) -> None:
        from spshell.dotnet.io.files import create_directory

        create_directory(self.path)

    @method("void Delete()", "void Delete(bool recursive)")
    def delete(self, recursive: bool = False) -> None:
        from spshell.dotnet.io.files import delete_directory

        delete_directory(self.path, recursive)

    @method("System.IO.DirectoryInfo CreateSubdirectory(string path)")
    def create_subdirectory(self, name: str) -> Any:
        from spshell.dotnet.io.files import create_directory

        return create_directory(os.path.join(self.path, name))

    @method(
        "System.IO.FileInfo[] GetFiles()",
        "System.IO.FileInfo[] GetFiles(string searchPattern)",
        "System.IO.FileInfo[] GetFiles(string searchPattern, System.IO.SearchOption searchOption)",
    )
    def get_files(self, pattern: str = "*", option: Any = None) -> list[FileInfo]:
        return [FileInfo(path) for path in self._entries(pattern, option, "file")]

    @method(
        "System.IO.DirectoryInfo[] GetDirectories()",
        "System.IO.DirectoryInfo[] GetDirectories(string searchPattern)",
        "System.IO.DirectoryInfo[] GetDirectories(string searchPattern, System.IO.SearchOption searchOption)",
    )
    def get_directories(self, pattern: str = "*", option: Any = None) -> list[DirectoryInfo]:
        return [DirectoryInfo(path) for path in self._entries(pattern, option, "folder")]

    @method(
        "System.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles()",
        "System.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles(string searchPattern)",
        "System.Collections.Generic.IEnumerable[System.IO.FileInfo]"
        " EnumerateFiles(string searchPattern, System.IO.SearchOption searchOption)",
    )
    def enumerate_files(self, pattern: str = "*", option: Any = None) -> Any:
        return self.get_files(pattern, option)

    @method(
        "System.Collections.Generic.IEnumerable[System.IO.DirectoryInfo] EnumerateDirectories()",
        "System.Collections.Generic.IEnumerable[System.IO.DirectoryInfo]"
        " EnumerateDirectories(string searchPattern)",
        "System.Collections.Generic.IEnumerable[System.IO.DirectoryInfo]"
        " EnumerateDirectories(string searchPattern, System.IO.SearchOption searchOption)",
    )
    def enumerate_directories(self, pattern: str = "*", option: Any = None) -> Any:
        return self.get_directories(pattern, option)

    @method(
        "System.IO.FileSystemInfo[] GetFileSystemInfos()",
        "System.IO.FileSystemInfo[] GetFileSystemInfos(string searchPattern)",
        "System.IO.FileSystemInfo[] GetFileSystemInfos(string searchPattern,"
        " System.IO.SearchOption searchOption)",
    )
    def get_infos(self, pattern: str = "*", option: Any = None) -> list[FileSystemInfo]:
        return [
            DirectoryInfo(path) if os.path.isdir(path) else FileInfo(path)
            for path in self._entries(pattern, option, "both")
        ]

    @method("void MoveTo(string destDirName)")
    def move_to(self, target: str) -> None:
        from spshell.dotnet.io.files import move_directory

        move_directory(self.path, target)
        self.path = os.path.abspath(target)

    def _entries(self, pattern: str, option: Any, wanted: str) -> list[str]:
        from spshell.dotnet.io.files import entries

        return entries(self.path, pattern, option is not None and option.value == 1, wanted)
