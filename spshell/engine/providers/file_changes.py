"""Making, removing, renaming, copying and moving files and folders."""

from __future__ import annotations

import os
import posixpath
import shutil
from typing import TYPE_CHECKING, Any

from spshell.engine.providers.filesystem import io_error
from spshell.engine.providers.messages import provider_fault

if TYPE_CHECKING:
    from collections.abc import Callable

_TYPES = {"file": "file", "leaf": "file", "directory": "directory", "container": "directory"}
_LINKS = {"symboliclink": "symbolic", "hardlink": "hard", "junction": "symbolic"}


def item_kind(item_type: str, path: str) -> str:
    """What New-Item shall make; an abbreviation will do. Raises for unknown types."""
    folded = item_type.lower()
    if not folded:
        return "file"
    for names in (_TYPES, _LINKS):
        for name, kind in names.items():
            if name.startswith(folded):
                return kind
    raise provider_fault("UnknownType", item_type, error_id="Argument", target=path)


def make_item(path: str, item_type: str, value: Any, *, force: bool, locate: Callable[[str], Any]) -> None:
    """Make a file, a folder or a link."""
    kind = item_kind(item_type, path)
    try:
        if kind == "directory":
            if os.path.lexists(path) and not (force and os.path.isdir(path)):
                raise provider_fault("DirectoryExist", path, target=path)
            os.makedirs(path, exist_ok=True)
            return
        if force:
            os.makedirs(posixpath.dirname(path), exist_ok=True)
        if kind == "file":
            _make_file(path, value, force=force)
        else:
            _make_link(path, value, kind, force=force, locate=locate)
    except OSError as error:
        raise io_error(error, path, "NewItemIOError") from None


def _make_file(path: str, value: Any, *, force: bool) -> None:
    if os.path.lexists(path) and not force:
        raise provider_fault("NewItemIOError", path, target=path)
    if os.path.isdir(path):
        raise provider_fault("NewItemIOError", path, target=path)
    from spshell.values.text import to_text

    with open(path, "w", encoding="utf-8", newline="") as file:
        if value is not None:
            file.write(to_text(value))


def _make_link(path: str, value: Any, kind: str, *, force: bool, locate: Callable[[str], Any]) -> None:
    from spshell.values.text import to_text

    target = to_text(value) if value is not None else ""
    if not target:
        raise provider_fault("ArgumentNull", "value", target=path)
    found = path if kind == "symbolic" else locate(target).path
    if kind == "hard" and not os.path.isfile(found):
        raise provider_fault("PathNotFound", found, error_id="ItemNotFound", target=found)
    if os.path.lexists(path):
        if not force:
            raise provider_fault("SymLinkExists", path, target=path)
        if kind == "hard" and path == found:
            raise provider_fault("TargetIsSameAsLink", path, target=path)
        os.remove(path)
    if kind == "symbolic":
        os.symlink(target, path)
    else:
        os.link(found, path)


def remove(path: str, *, recurse: bool, force: bool) -> None:
    """Remove a file, a link or a folder."""
    try:
        if os.path.isdir(path) and not os.path.islink(path):
            if not recurse and os.listdir(path):
                raise provider_fault("DirectoryNotEmpty", path, target=path)
            shutil.rmtree(path)
            return
        if not force and not os.path.islink(path) and not os.stat(path).st_mode & 0o200:
            raise provider_fault("RemoveFileSystemItemUnAuthorizedAccess", path, target=path)
        os.remove(path)
    except OSError as error:
        raise io_error(error, path, "RemoveFileSystemItemIOError") from None


def rename(path: str, name: str, *, force: bool) -> str:
    """Give an item another name in the same folder; its new path."""
    from spshell.engine.providers import path_text

    new = path_text.slashes(name)
    if "/" in new.rstrip("/"):
        same = posixpath.dirname(posixpath.join(posixpath.dirname(path), new)) == posixpath.dirname(path)
        if not same:
            raise provider_fault("Argument", "name", "it names a folder; Move-Item moves", target=name)
        new = posixpath.basename(new.rstrip("/"))
    target = posixpath.join(posixpath.dirname(path), new.rstrip("/"))
    if target == path:
        raise provider_fault("RenameSameName", path, error_id="RenameItemIOError", target=path)
    if os.path.lexists(target) and (os.path.isdir(path) or not force):
        raise provider_fault("RenameError", target, error_id="RenameItemIOError", target=path)
    try:
        os.replace(path, target)
    except OSError as error:
        raise io_error(error, target, "RenameItemIOError") from None
    return target


def move(path: str, target: str, *, force: bool) -> str:
    """Move an item to a path, or into it when it is a folder; its new path."""
    if os.path.isdir(target):
        target = posixpath.join(target, posixpath.basename(path.rstrip("/")))
    folder = os.path.isdir(path) and not os.path.islink(path)
    if folder and (target.rstrip("/") + "/").startswith(path.rstrip("/") + "/"):
        raise provider_fault("MoveItemArgumentError", path, target, target=target)
    if folder and os.path.isfile(target):
        raise provider_fault("DirectoryExist", target, target=target)
    error_id = "MoveDirectoryItemIOError" if folder else "MoveFileInfoItemIOError"
    if os.path.lexists(target) and (folder or not force):
        raise provider_fault("MoveFileInfoItemIOError", target, error_id=error_id, target=path)
    try:
        if not os.path.isdir(posixpath.dirname(target)):
            raise FileNotFoundError(2, "No such file or directory", target)
        shutil.move(path, target)
    except OSError as error:
        raised = io_error(error, target, error_id)
        raised.target = path
        raise raised from None
    return target


def copy(path: str, target: str, *, force: bool) -> str:
    """Copy one file to a path, or into it when it is a folder; the path of the copy."""
    if os.path.isdir(target):
        target = posixpath.join(target, posixpath.basename(path))
    if os.path.exists(target) and os.path.samefile(
        path, target
    ):  # one file by two names: a link of either kind
        raise provider_fault("CopyError", path, target=path)
    try:
        if force and os.path.isfile(target) and not os.access(target, os.W_OK):
            os.chmod(target, os.stat(target).st_mode | 0o200)
        shutil.copyfile(path, target)
        shutil.copystat(path, target)
    except OSError as error:
        raised = io_error(error, target, "CopyFileInfoItemIOError")
        raised.target = path
        raise raised from None
    return target
