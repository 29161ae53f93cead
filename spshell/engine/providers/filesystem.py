"""The FileSystem provider: files and folders."""

from __future__ import annotations

import os
import posixpath

from spshell.engine.providers import path_text
from spshell.engine.providers.places import item_members
from spshell.engine.providers.provider import Provider
from spshell.values.collation import sort_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from spshell.engine.providers.places import Place


class FileSystem(Provider):
    """Files by path, all under ``/``."""

    name = "FileSystem"
    capabilities = "Filter, ShouldProcess, Credentials"
    hierarchical = True
    home = os.path.expanduser("~")

    def absolute(self, path: str) -> str:
        return path_text.normalized(path if path_text.is_rooted(path) else "/" + path)

    def join(self, path: str, name: str) -> str:
        return f"{path.rstrip('/')}/{name}"

    def parent(self, path: str) -> str:
        return "" if path == "/" else posixpath.dirname(path)

    def space(self, root: str) -> tuple[Any, Any]:
        import shutil

        from spshell.values.numbers import Int64

        try:
            usage = shutil.disk_usage(root)
        except OSError:
            return None, None
        return Int64(usage.used), Int64(usage.free)

    def exists(self, path: str) -> bool:
        return os.path.lexists(path)

    def is_container(self, path: str) -> bool:
        return os.path.isdir(path)

    def is_hidden(self, path: str) -> bool:
        name = posixpath.basename(path)
        return name.startswith(".") and name not in (".", "..")

    def item(self, place: Place) -> Any:
        return file_object(place, container=os.path.isdir(place.path))

    def child_names(self, path: str) -> list[str]:
        return [entry.name for entry in listing(path)]

    def new_item(self, place: Place, item_type: str, value: Any, *, force: bool) -> Any:
        from spshell.engine.providers.file_changes import make_item

        make_item(place.path, item_type, value, force=force, locate=self.table.locate)
        return self.item(place)

    def remove_item(self, place: Place, *, recurse: bool, force: bool) -> None:
        from spshell.engine.providers.file_changes import remove

        remove(place.path, recurse=recurse, force=force)

    def rename_item(self, place: Place, name: str, *, force: bool) -> Place:
        from spshell.engine.providers.file_changes import rename

        return place.at(rename(place.path, name, force=force))


def file_object(place: Place, *, container: bool) -> Any:
    """FileInfo or DirectoryInfo with the properties of its provider."""
    from spshell.dotnet.io.file_infos import DirectoryInfo, FileInfo
    from spshell.dotnet.io.unix_stat import CommonStat

    made: Any = DirectoryInfo(place.path) if container else FileInfo(place.path)
    members = made.ps_members = item_members(place, container=container)
    members["UnixStat"] = CommonStat(place.path)
    return made


class Entry:
    """One name in a folder."""

    __slots__ = ("folder", "is_link", "name")

    def __init__(self, name: str, *, folder: bool, is_link: bool) -> None:
        self.name = name
        self.folder = folder
        self.is_link = is_link

    @property
    def hidden(self) -> bool:
        """Whether only -Force shows it."""
        return self.name.startswith(".")


def listing(path: str) -> list[Entry]:
    """What a folder holds: folders first, each kind in the order of names. Raises DirUnauthorizedAccessError."""
    try:
        with os.scandir(path) as found:
            entries = [
                Entry(entry.name, folder=entry.is_dir(), is_link=entry.is_symlink()) for entry in found
            ]
    except OSError as error:
        from spshell.dotnet.io.file_errors import translate

        raised: Any = translate(error, path, directory=True)
        denied = isinstance(error, PermissionError)
        raised.error_id = "DirUnauthorizedAccessError" if denied else "DirIOError"
        raised.category = "PermissionDenied" if denied else "ReadError"
        raised.target = path
        raise raised from None
    entries.sort(key=lambda entry: (not entry.folder, sort_key(entry.name)))
    return entries


def walk(
    place: Place,
    depth: int,
    keep: Callable[[Entry, Place], bool],
    *,
    force: bool,
    on_error: Callable[[Any], None],
) -> Iterator[tuple[Place, Entry]]:
    """All entries under a folder: those of a folder come before those of its subfolders; links are not followed."""
    from spshell.values.exceptions import NetException

    try:
        entries = listing(place.path)
    except NetException as error:
        on_error(error)
        return
    for entry in entries:
        child = place.child(entry.name)
        if (force or not entry.hidden) and keep(entry, child):
            yield child, entry
    if depth <= 0:
        return
    for entry in entries:
        if entry.folder and not entry.is_link and (force or not entry.hidden):
            yield from walk(place.child(entry.name), depth - 1, keep, force=force, on_error=on_error)


def checked_folder(path: str) -> None:
    """Raise DirectoryNotFoundException when the folder of a path does not exist."""
    if not os.path.isdir(posixpath.dirname(path) or "/"):
        from spshell.dotnet.system.errors import thrown

        raise thrown("System.IO.DirectoryNotFoundException", "DirectoryNotFound", path)


def io_error(error: OSError, path: str, error_id: str, category: str = "WriteError") -> Any:
    """An operating system error under the id that PowerShell gives it."""
    from spshell.dotnet.io.file_errors import translate

    raised: Any = translate(error, path)
    raised.error_id, raised.category, raised.target = error_id, category, path
    return raised
