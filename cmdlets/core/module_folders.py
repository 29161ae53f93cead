"""Modules that lie on ``$env:PSModulePath``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from spshell.engine.modules import ModuleInfo

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
            if not os.path.isdir(path):
                continue
            file = session.modules.find_file(path)
            if file is not None:
                found.append(_described(session, entry, file))
    return found


def _described(session: Session, name: str, file: str) -> ModuleInfo:
    module = ModuleInfo(name, session, file)
    if file.lower().endswith(".psd1"):
        module.module_type = "Manifest"
    return module
