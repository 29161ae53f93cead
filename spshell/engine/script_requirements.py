"""``#requires``: what a script file asks for is checked before any of it runs (about_Requires)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.engine.errors import ErrorRecord, InvocationInfo
from spshell.engine.session_objects import PS_VERSION
from spshell.values.exceptions import NetException, fault

if TYPE_CHECKING:
    from spshell.engine.session import Session
    from spshell.language.requirements import ModuleRequirement

_BUILT_IN_VERSION = "7.0.0.0"
"""The version of the modules that come with the shell."""


def check_requirements(session: Session, node: Any, path: str) -> None:
    """Check the requirements of a ScriptBlock node. Raises ScriptRequiresException."""
    wanted = node.requirements
    if wanted is None:
        return
    name = os.path.basename(path)
    if wanted.version is not None and _version(wanted.version) > _version(PS_VERSION):
        raise _refusal(
            "ScriptRequiresUnmatchedPSVersion",
            f"The script '{name}' needs PowerShell {wanted.version}; this is {PS_VERSION}.",
            name,
        )
    if wanted.editions and "core" not in (edition.lower() for edition in wanted.editions):
        raise _refusal(
            "ScriptRequiresUnmatchedPSEdition",
            f"The script '{name}' is for the PowerShell edition {', '.join(wanted.editions)}; this is Core.",
            name,
            category="NotSpecified",
        )
    if wanted.elevated and hasattr(os, "geteuid") and os.geteuid() != 0:
        raise _refusal(
            "ScriptRequiresElevation",
            f"The script '{name}' must be run by an administrator (root).",
            name,
            category="PermissionDenied",
        )
    missing = [text for item in wanted.modules if (text := _missing(session, item)) is not None]
    if missing:
        raise _refusal(
            "ScriptRequiresMissingModules",
            f"The script '{name}' needs modules that are missing: {'; '.join(missing)}.",
            name,
        )


def _refusal(error_id: str, text: str, name: str, category: str = "ResourceUnavailable") -> NetException:
    error = fault(
        "System.Management.Automation.ScriptRequiresException",
        text,
        error_id,
        category,
        target=name,
        arguments=(name,),
    )
    error.record = ErrorRecord(error)
    error.record.invocation = InvocationInfo(None)  # it concerns the file, no place in it
    return error


def _version(text: str) -> tuple[int, ...]:
    numbers = [int(part) for part in text.split(".") if part.isdigit()]
    return tuple(numbers + [0] * (4 - len(numbers)))


def _missing(session: Session, wanted: ModuleRequirement) -> str | None:
    """What is missing, or None when the module is there (it is imported then)."""
    found = _available(session, wanted.name)
    if found is not None and _fits(found, wanted):
        return None
    bounds = [
        f"{word} {version}"
        for word, version in (
            ("from version", wanted.minimum_version),
            ("up to version", wanted.maximum_version),
            ("in version", wanted.required_version),
        )
        if version is not None
    ]
    return " ".join([wanted.name, *bounds])


def _available(session: Session, name: str) -> str | None:
    """The version of a module that is loaded, built in, or can be imported."""
    loaded = session.modules.loaded.get(name.lower())
    if loaded is not None:
        return str(loaded.version)
    if any(manifest.module.lower() == name.lower() for manifest in session.commands.manifests.manifests()):
        return _BUILT_IN_VERSION
    try:
        return str(session.modules.import_module(session.global_scope, name).version)
    except NetException as error:
        if error.error_id != "Modules_ModuleNotFound":
            raise
        return None


def _fits(found: str, wanted: ModuleRequirement) -> bool:
    version = _version(found)
    if wanted.minimum_version is not None and version < _version(wanted.minimum_version):
        return False
    if wanted.maximum_version is not None and version > _version(wanted.maximum_version):
        return False
    return wanted.required_version is None or version == _version(wanted.required_version)
