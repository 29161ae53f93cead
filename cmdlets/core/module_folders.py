"""Modules that lie on ``$env:PSModulePath``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from spshell.engine.modules.manifest import describe, read_manifest, root_of
from spshell.engine.modules.modules import ModuleInfo, module_file, version_folders
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.engine.session import Session


def available_modules(session: Session) -> list[ModuleInfo]:
    """A ModuleInfo, not loaded, for each module file found, in the order of the folders."""
    found: list[ModuleInfo] = []
    search = os.environ.get("PSModulePath", "")
    for folder in search.split(os.pathsep):
        if not folder or not os.path.isdir(folder):
            continue
        for entry in sorted(os.listdir(folder), key=str.lower):
            path = os.path.join(folder, entry)
            if os.path.isdir(path):
                found.extend(_described(session, entry, file) for file in _files(path, entry))
    return found


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
