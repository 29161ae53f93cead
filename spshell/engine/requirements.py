"""What ``#requires`` asks for is there, or the script does not run (about_Requires)."""

from __future__ import annotations

from spshell.engine.errors.records import ErrorRecord, InvocationInfo
from spshell.values.exceptions import NetException, fault
from spshell.values.hashtable import Hashtable
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.modules.modules import ModuleInfo, ModuleTable, Wanted
    from spshell.engine.session import Session

_SENTENCES = {
    "ScriptRequiresUnmatchedPSVersion": "The script '{0}' needs PowerShell {1}; this is {2}.",
    "ScriptRequiresUnmatchedPSEdition": "The script '{0}' needs the PowerShell edition {1}; this is {2}.",
    "ScriptRequiresElevation": "The script '{0}' must be run by an administrator.",
    "ScriptRequiresMissingModules": "The script '{0}' needs modules that are missing: {1}",
}

_CATEGORIES = {
    "ScriptRequiresElevation": "PermissionDenied",
    "ScriptRequiresUnmatchedPSEdition": "NotSpecified",
}

_BUILT_IN_VERSION = "7.0.0.0"
"""The version of the modules that come with the shell."""


def check_requirements(session: Session, block: Any, name: str) -> None:
    """Load the modules that a script asks for. Raises ScriptRequiresException for what is not there."""
    wanted = block.node.requirements
    if wanted is None:
        return
    from spshell.engine.host.session_objects import PS_VERSION
    from spshell.engine.modules.modules import version_key

    if wanted.version is not None and version_key(wanted.version) > version_key(PS_VERSION):
        raise _unmet("ScriptRequiresUnmatchedPSVersion", name, wanted.version, PS_VERSION)
    if wanted.editions and "core" not in [edition.lower() for edition in wanted.editions]:
        raise _unmet("ScriptRequiresUnmatchedPSEdition", name, ", ".join(wanted.editions), "Core")
    if wanted.elevated and not _is_administrator():
        raise _unmet("ScriptRequiresElevation", name)
    missing = [text for item in wanted.modules if (text := _load(session, item))]
    if missing:
        raise _unmet("ScriptRequiresMissingModules", name, ", ".join(missing))


def _is_administrator() -> bool:
    import os

    return not hasattr(os, "geteuid") or os.geteuid() == 0


def _unmet(error_id: str, *arguments: str) -> NetException:
    category = _CATEGORIES.get(error_id, "ResourceUnavailable")
    error = fault(
        "System.Management.Automation.ScriptRequiresException",
        _SENTENCES[error_id].format(*arguments),
        error_id,
        category,
        target=arguments[0],
        arguments=arguments,
    )
    error.thrown = True
    error.record = ErrorRecord(error)
    error.record.invocation = InvocationInfo(None)  # it concerns the file, no place in it
    return error


def _load(session: Session, item: Any) -> str:
    """Load one required module; what to say when it is not there."""
    from spshell.engine.modules.modules import NOT_FOUND, Wanted

    bounds = Wanted(item.minimum_version or "", item.maximum_version or "", item.required_version or "")
    built_in = {manifest.module.lower() for manifest in session.commands.manifests.manifests()}
    if item.name.lower() in built_in and bounds.fits(_BUILT_IN_VERSION):
        return ""
    try:
        load_required(session.modules, item.name, bounds)
    except NetException as error:
        if error.error_id not in NOT_FOUND:
            raise
        version = item.required_version or item.minimum_version or item.maximum_version
        return f"{item.name} (version {version})" if version else str(item.name)
    return ""


def load_required(table: ModuleTable, name: str, wanted: Wanted | None) -> ModuleInfo:
    """A module that others need: the loaded one, or it is imported for all."""
    known = table.find_loaded(name, wanted)
    return known or table.import_module(table.session.global_scope, name, wanted=wanted)


def specification_of(item: Any) -> tuple[str, Wanted | None]:
    """(name, versions) of a module given as text or as ``@{ModuleName = ...; ModuleVersion = ...}``."""
    from spshell.engine.modules.modules import Wanted

    if not isinstance(item, Hashtable):
        return to_text(item), None

    def text(key: str) -> str:
        return to_text(item.get(key) or "")

    return text("ModuleName"), Wanted(
        text("ModuleVersion"), text("MaximumVersion"), text("RequiredVersion"), text("GUID")
    )
