"""Finding the module that exports a command, without running modules (about_Modules, auto-loading)."""

from __future__ import annotations

import os
import re

from spshell.engine.modules.modules import module_file
from spshell.engine.variables.scope import UNSET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.modules.modules import ModuleTable
    from spshell.engine.session import Session

_FUNCTION = re.compile(r"^\s*function\s+(?:global:|script:)?([\w-]+)", re.IGNORECASE | re.MULTILINE)
_EXPORTED = re.compile(
    r"^\s*(?:@\{\s*)?(?:.*;\s*)?(?:Functions|Cmdlets|Aliases)ToExport\s*=\s*(?:@\()?((?:\s*,?\s*'[^']*'|\s*,?\s*\"[^\"]*\")+)",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"['\"]([^'\"]*)['\"]")
_ALIAS = re.compile(r"^\s*(?:New|Set)-Alias\s+(?:-Name\s+)?['\"]?([\w-]+)", re.IGNORECASE | re.MULTILINE)


def autoload_allowed(session: Session) -> bool:
    """Whether ``$PSModuleAutoLoadingPreference`` lets commands load their modules."""
    from spshell.engine.variables.variables import lookup
    from spshell.values.text import to_text

    found = lookup(session.current or session.global_scope, "psmoduleautoloadingpreference")
    return found is UNSET or to_text(found).lower() in ("", "all")


def find_exporting(table: ModuleTable, name: str, search: str) -> str | None:
    """The file of a module on the search path that defines a function or alias called `name`."""
    folded = name.lower()
    for folder in search.split(os.pathsep):
        if not folder or not os.path.isdir(folder):
            continue
        for entry in sorted(os.listdir(folder)):
            if entry.lower() in table.loaded or not os.path.isdir(os.path.join(folder, entry)):
                continue
            path = module_file(os.path.join(folder, entry), entry)
            if path is not None and folded in defined_names(path):
                return path
    return None


def defined_names(path: str) -> set[str]:
    """Folded names of the functions and aliases that a module's scripts define."""
    from spshell.engine.source_files import read_script

    names: set[str] = set()
    folder = os.path.dirname(path)
    for file in {
        path,
        *(os.path.join(folder, item) for item in os.listdir(folder) if item.lower().endswith(".psm1")),
    }:
        try:
            text = read_script(file)
        except OSError:
            continue
        names.update(found.lower() for pattern in (_FUNCTION, _ALIAS) for found in pattern.findall(text))
        if file.lower().endswith(".psd1"):
            exported = [name for piece in _EXPORTED.findall(text) for name in _QUOTED.findall(piece)]
            names.update(name.lower() for name in exported if "*" not in name)
    return names


def load_exporting(table: ModuleTable, path: str, name: str) -> Any:
    """The command after its module was loaded. Raises CommandNotFoundException when the module cannot be."""
    from spshell.values.exceptions import NetException, fault

    try:
        module = table.import_module(table.session.global_scope, path)
    except NetException as error:
        title = os.path.splitext(os.path.basename(path))[0]
        raise fault(
            "System.Management.Automation.CommandNotFoundException",
            f"The command '{name}' is in the module '{title}', but the module could not be loaded: {error.message}. "
            f"Import-Module {title} shows more.",
            "CouldNotAutoloadMatchingModule",
            "ObjectNotFound",
            target=name,
            inner=error,
        ) from error
    found = module.function(name)
    return found or table.session.commands.find(table.session.global_scope, name)
