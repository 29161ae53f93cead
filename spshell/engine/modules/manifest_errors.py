"""Errors about module manifests: short name -> error id, exception type, category, sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from spshell.values.exceptions import NetException

_TABLE: dict[str, tuple[str, str, str, str]] = {
    "InvalidManifest": (
        "Modules_InvalidManifest",
        "System.Management.Automation.RuntimeException",
        "ResourceUnavailable",
        "The module manifest '{0}' cannot be used: {1}.",
    ),
    "InvalidManifestMember": (
        "Modules_InvalidManifestMember",
        "System.InvalidOperationException",
        "InvalidData",
        "The module manifest '{0}' cannot be used: {1} is no key of a manifest. These are: {2}.",
    ),
    "MissingModuleVersion": (
        "Modules_InvalidManifest",
        "System.MissingMemberException",
        "InvalidData",
        "The module manifest '{0}' cannot be used: it states no ModuleVersion.",
    ),
    "InsufficientPowerShellVersion": (
        "Modules_InsufficientPowerShellVersion",
        "System.InvalidOperationException",
        "ResourceUnavailable",
        "The module manifest '{0}' needs PowerShell {2} or newer; this is {1}.",
    ),
    "RequiredModuleNotLoaded": (
        "Modules_InvalidManifest",
        "System.MissingMemberException",
        "ResourceUnavailable",
        "The module manifest '{0}' needs the module '{1}', which is not loaded and was not found.",
    ),
    "InvalidRootModule": (
        "Modules_InvalidRootModuleInModuleManifest",
        "System.IO.FileNotFoundException",
        "InvalidArgument",
        "The module manifest '{0}' names the root module '{1}', which is not there.",
    ),
}


def manifest_fault(name: str, path: str, *arguments: str) -> NetException:
    """The error of a manifest."""
    error_id, net_name, category, sentence = _TABLE[name]
    return fault(
        net_name,
        sentence.format(path, *arguments),
        error_id,
        category,
        target=path,
        arguments=(path, *arguments),
    )
