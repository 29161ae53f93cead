"""Modules that lie on ``$env:PSModulePath``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from spshell.engine.modules.manifest import describe, read_manifest, root_of
from spshell.engine.modules.modules import ModuleInfo, module_file, version_folders
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.engine.session import Session


def available_modules(session: Session, *, everything: bool = False) -> list[ModuleInfo]:
    """A ModuleInfo, not loaded, for each module found, in the order of the folders; `everything` is every file of one."""
    found: list[ModuleInfo] = []
    search = os.environ.get("PSModulePath", "")
    for folder in search.split(os.pathsep):
        if not folder or not os.path.isdir(folder):
            continue
        for entry in sorted(os.listdir(folder), key=str.lower):
            path = os.path.join(folder, entry)
            if os.path.isdir(path):
                files = _all_files(path) if everything else _files(path, entry)
                found.extend(_described(session, _stem(file), file) for file in files)
    return found


def _stem(file: str) -> str:
    return os.path.splitext(os.path.basename(file))[0]


def _all_files(path: str) -> list[str]:
    """Every module file below a folder."""
    return [
        os.path.join(folder, name)
        for folder, _, names in sorted(os.walk(path))
        for name in sorted(names, key=str.lower)
        if name.lower().endswith(_ENDINGS)
    ]


def modules_at(session: Session, pattern: str) -> list[ModuleInfo]:
    """The modules in the folders, or of the files, that a path with wildcards means."""
    from spshell.engine.providers.globbing import Selection, resolve

    found: list[ModuleInfo] = []
    try:
        places = resolve(session, pattern.replace("\\", "/"), Selection(force=True))
    except NetException:
        return []
    for place in places:
        path = place.path.rstrip("/")
        name = os.path.basename(path)
        if os.path.isdir(path):
            found.extend(_described(session, name, file) for file in _files(path, name))
        elif path.lower().endswith(_ENDINGS):
            found.append(_described(session, os.path.splitext(name)[0], path))
    return found


_ENDINGS = (".psd1", ".psm1", ".dll")


def _files(path: str, name: str) -> list[str]:
    """The module's file in each version folder, or in the folder itself."""
    folders = [os.path.join(path, version) for version in version_folders(path)] or [path]
    return [file for folder in folders if (file := module_file(folder, name)) is not None]


def _described(session: Session, name: str, file: str) -> ModuleInfo:
    """What can be said about a module without running it."""
    module = ModuleInfo(name, session, file)
    if file.lower().endswith(".psd1"):
        try:
            describe(module, read_manifest(session.modules, file))
        except NetException:
            module.module_type = "Manifest"
        else:
            if root_of(module.manifest):
                module.module_type = "Script"
    return module
