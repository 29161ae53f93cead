"""Finding the module that exports a command, without running modules (about_Modules, auto-loading)."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spshell.engine.modules import ModuleTable

_FUNCTION = re.compile(r"^\s*function\s+(?:global:|script:)?([\w-]+)", re.IGNORECASE | re.MULTILINE)


def find_exporting(table: ModuleTable, name: str, search: str) -> str | None:
    """The name of a module on the search path whose script defines a function called `name`."""
    folded = name.lower()
    for folder in search.split(os.pathsep):
        if not folder or not os.path.isdir(folder):
            continue
        for entry in sorted(os.listdir(folder)):
            if entry.lower() in table.loaded or not os.path.isdir(os.path.join(folder, entry)):
                continue
            path = table.find_file(entry)
            if path is not None and folded in _functions(path):
                return entry
    return None


def _functions(path: str) -> set[str]:
    """Folded names of the functions that a module's scripts define."""
    from spshell.engine.source_files import read_script

    names: set[str] = set()
    folder = os.path.dirname(path)
    for file in {
        path,
        *(os.path.join(folder, item) for item in os.listdir(folder) if item.lower().endswith(".psm1")),
    }:
        try:
            names.update(found.lower() for found in _FUNCTION.findall(read_script(file)))
        except OSError:
            continue
    return names
