"""What a Unix file system knows about a path: the UnixStat of items."""

from __future__ import annotations

import os
import stat
from functools import cached_property
from typing import Any

from spshell.dotnet.time.datetimes import LOCAL, DateTime
from spshell.dotnet.time.local_time import UNIX_EPOCH, to_local
from spshell.values.declare import method, net_class, prop
from spshell.values.numbers import Int64

_ITEM_TYPES = {
    stat.S_IFDIR: "Directory",
    stat.S_IFREG: "File",
    stat.S_IFLNK: "SymbolicLink",
    stat.S_IFBLK: "BlockDevice",
    stat.S_IFCHR: "CharacterDevice",
    stat.S_IFIFO: "NamedPipe",
    stat.S_IFSOCK: "Socket",
}


def _moment(nanoseconds: int) -> DateTime:
    return DateTime(to_local(UNIX_EPOCH + nanoseconds // 100), LOCAL)


@net_class("System.Management.Automation.Platform+Unix+CommonStat")
class CommonStat:
    """The status of a path, of a link itself where it is one; looked up when it is first asked for."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.ps_members: Any = None

    @cached_property
    def status(self) -> os.stat_result:
        """What lstat says."""
        return os.lstat(self.path)

    @prop("long Inode {get;set}")
    def inode(self) -> Int64:
        return Int64(self.status.st_ino)

    @prop("int Mode {get;set}")
    def mode(self) -> int:
        return stat.S_IMODE(self.status.st_mode)

    @prop("int UserId {get;set}")
    def user_id(self) -> int:
        return self.status.st_uid

    @prop("int GroupId {get;set}")
    def group_id(self) -> int:
        return self.status.st_gid

    @prop("int HardlinkCount {get;set}")
    def hardlink_count(self) -> int:
        return self.status.st_nlink

    @prop("long Size {get;set}")
    def size(self) -> Int64:
        return Int64(self.status.st_size)

    @prop("datetime AccessTime {get;set}")
    def access_time(self) -> DateTime:
        return _moment(self.status.st_atime_ns)

    @prop("datetime ModifiedTime {get;set}")
    def modified_time(self) -> DateTime:
        return _moment(self.status.st_mtime_ns)

    @prop("datetime StatusChangeTime {get;set}")
    def status_change_time(self) -> DateTime:
        return _moment(self.status.st_ctime_ns)

    @prop("long BlockSize {get;set}")
    def block_size(self) -> Int64:
        return Int64(self.status.st_blksize)

    @prop("int DeviceId {get;set}")
    def device_id(self) -> int:
        return self.status.st_dev

    @prop("int NumberOfBlocks {get;set}")
    def number_of_blocks(self) -> int:
        return self.status.st_blocks

    @prop("string ItemType {get;set}")
    def item_type(self) -> str:
        return _ITEM_TYPES.get(stat.S_IFMT(self.status.st_mode), "File")

    @prop("bool IsSetUid {get;set}")
    def is_set_uid(self) -> bool:
        return bool(self.status.st_mode & stat.S_ISUID)

    @prop("bool IsSetGid {get;set}")
    def is_set_gid(self) -> bool:
        return bool(self.status.st_mode & stat.S_ISGID)

    @prop("bool IsSticky {get;set}")
    def is_sticky(self) -> bool:
        return bool(self.status.st_mode & stat.S_ISVTX)

    @method("string GetModeString()")
    def get_mode_string(self) -> str:
        return stat.filemode(self.status.st_mode)

    @method("string GetUserName()")
    def get_user_name(self) -> str:
        import pwd

        try:
            return pwd.getpwuid(self.status.st_uid).pw_name
        except KeyError:
            return str(self.status.st_uid)

    @method("string GetGroupName()")
    def get_group_name(self) -> str:
        import grp

        try:
            return grp.getgrgid(self.status.st_gid).gr_name
        except KeyError:
            return str(self.status.st_gid)
