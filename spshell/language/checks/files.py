"""Whether what `using module` and `using assembly` name is there."""

from __future__ import annotations

import os


def file_exists(name: str, script: str) -> bool:
    """Whether a file exists, seen from a script's folder, or from here when there is none."""
    folder = os.path.dirname(script) if script else ""
    return os.path.isfile(os.path.join(folder, name))


def module_exists(name: str, script: str) -> bool:
    """Whether a module is at a path, or by its name in one of the folders of PSModulePath."""
    if "/" in name or "\\" in name:
        folder = os.path.dirname(script) if script else ""
        path = os.path.join(folder, name.replace("\\", "/"))
        return os.path.exists(path)
    folders = os.environ.get("PSModulePath", "").split(os.pathsep)
    return any(folder and os.path.isdir(os.path.join(folder, name)) for folder in folders)
