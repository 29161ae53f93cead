"""System.IO.DriveInfo: the file systems of the machine."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import argument_null, bad_argument
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64


@net_class("System.IO.DriveInfo", interfaces=("System.Runtime.Serialization.ISerializable",))
class DriveInfo:
    """One mounted file system."""

    def __init__(self, path: str, kind: str = "") -> None:
        self.path = path
        self.kind = kind
        self.ps_members: Any = None

    @constructor("(string driveName)")
    @staticmethod
    def create(name: str | None) -> DriveInfo:
        if name is None:
            raise argument_null("driveName")
        if not name:
            raise bad_argument("A drive needs a name.", "driveName")
        return DriveInfo(name, dict(_mounts()).get(name, ""))

    @method("static System.IO.DriveInfo[] GetDrives()")
    @staticmethod
    def get_drives() -> list[Any]:
        return [DriveInfo(path, kind) for path, kind in _mounts()]

    @prop("string Name {get}")
    def name(self) -> str:
        return self.path

    @prop("bool IsReady {get}")
    def is_ready(self) -> bool:
        import os

        return os.path.isdir(self.path)

    @prop("System.IO.DirectoryInfo RootDirectory {get}")
    def root_directory(self) -> Any:
        from spshell.dotnet.io.file_infos import DirectoryInfo

        return DirectoryInfo(self.path)

    @prop("System.IO.DriveType DriveType {get}")
    def drive_type(self) -> Any:
        names = {"tmpfs": "Ram", "ramfs": "Ram", "nfs": "Network", "nfs4": "Network", "cifs": "Network"}
        default = "Fixed" if self.kind else "NoRootDirectory"
        return enum_value("System.IO.DriveType", names.get(self.kind, default))

    @prop("string DriveFormat {get}")
    def drive_format(self) -> str:
        return self.kind

    @prop("string VolumeLabel {get;set}")
    def volume_label(self) -> str:
        return self.path

    def _space(self, which: int) -> Int64:
        import shutil

        from spshell.dotnet.io.file_errors import guarded

        return Int64(guarded(lambda: shutil.disk_usage(self.path), self.path, directory=True)[which])

    @prop("long TotalSize {get}")
    def total_size(self) -> Int64:
        return self._space(0)

    @prop("long TotalFreeSpace {get}")
    def total_free_space(self) -> Int64:
        return self._space(2)

    @prop("long AvailableFreeSpace {get}")
    def available_free_space(self) -> Int64:
        return self._space(2)

    def ps_text(self) -> str:
        return self.path

    to_string = ps_text


def _mounts() -> list[tuple[str, str]]:
    try:
        with open("/proc/mounts", encoding="utf-8", errors="surrogateescape") as file:
            rows = [line.split() for line in file]
    except OSError:
        return [("/", "")]
    return [(row[1].replace("\\040", " "), row[2]) for row in rows if len(row) > 2]
