"""New-ModuleManifest."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.hashtable import Hashtable
from spshell.values.text import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = (
    "RootModule", "ModuleVersion", "CompatiblePSEditions", "GUID", "Author", "CompanyName", "Copyright", "Description",
    "PowerShellVersion", "PowerShellHostName", "PowerShellHostVersion", "DotNetFrameworkVersion", "ClrVersion",
    "ProcessorArchitecture", "RequiredModules", "RequiredAssemblies", "ScriptsToProcess", "TypesToProcess",
    "FormatsToProcess", "NestedModules", "FunctionsToExport", "CmdletsToExport", "VariablesToExport",
    "AliasesToExport", "DscResourcesToExport", "ModuleList", "FileList", "HelpInfoURI", "DefaultCommandPrefix",
)  # fmt: skip
_PSDATA = (
    "Tags", "LicenseUri", "ProjectUri", "IconUri", "ReleaseNotes", "Prerelease", "RequireLicenseAcceptance",
    "ExternalModuleDependencies",
)  # fmt: skip


def _text(help_text: str) -> Any:
    return parameter("string", allow_empty_string=True, help=help_text)


def _texts(help_text: str) -> Any:
    return parameter("string[]", allow_empty_collection=True, help=help_text)


class NewModuleManifest(Cmdlet, verb="New", noun="ModuleManifest", should_process=True, impact="Low"):
    """Write the manifest (.psd1) of a module.

    PS> Get-Help New-ModuleManifest -Parameter RootModule
    """

    path: Any = parameter("string", mandatory=True, position=0, help="The file.")
    nested_modules: Any = parameter("System.Object[]", allow_empty_collection=True, help="Modules inside it.")
    guid: Any = parameter("guid", help="Its identifier.")
    author: Any = _text("Who wrote it.")
    company_name: Any = _text("For whom.")
    copyright: Any = _text("Whose it is.")
    root_module: Any = parameter(
        "string", aliases=("ModuleToProcess",), allow_empty_string=True, help="The file with its code."
    )
    module_version: Any = parameter("version", help="Its version.")
    description: Any = _text("What it is for.")
    processor_architecture: Any = parameter("string", help="The processor it needs.")
    power_shell_version: Any = parameter(
        "version", name="PowerShellVersion", help="The oldest version it runs in."
    )
    clr_version: Any = parameter("version", help="Of the common language runtime.")
    dot_net_framework_version: Any = parameter("version", help="Of .NET.")
    power_shell_host_name: Any = parameter("string", name="PowerShellHostName", help="The host it needs.")
    power_shell_host_version: Any = parameter("version", name="PowerShellHostVersion", help="Of that host.")
    required_modules: Any = parameter("System.Object[]", help="Modules it needs.")
    types_to_process: Any = _texts("Type files.")
    formats_to_process: Any = _texts("Format files.")
    scripts_to_process: Any = _texts("Scripts that run first, for the importer.")
    required_assemblies: Any = _texts("Assemblies.")
    file_list: Any = _texts("All its files.")
    module_list: Any = parameter("System.Object[]", allow_empty_collection=True, help="All its modules.")
    functions_to_export: Any = _texts("Functions it offers.")
    aliases_to_export: Any = _texts("Aliases it offers.")
    variables_to_export: Any = _texts("Variables it offers.")
    cmdlets_to_export: Any = _texts("Cmdlets it offers.")
    dsc_resources_to_export: Any = _texts("Resources it offers.")
    compatible_ps_editions: Any = parameter("string[]", name="CompatiblePSEditions", help="Desktop, Core.")
    private_data: Any = parameter("System.Object", allow_null=True, help="What the module keeps for itself.")
    tags: Any = parameter("string[]", help="Words to find it by.")
    project_uri: Any = parameter("uri", help="Where it is made.")
    license_uri: Any = parameter("uri", help="Its licence.")
    icon_uri: Any = parameter("uri", help="Its picture.")
    release_notes: Any = parameter("string", help="What is new.")
    prerelease: Any = parameter("string", help="The word behind a version that is not final.")
    require_license_acceptance: Any = parameter("switch", help="The licence must be accepted.")
    external_module_dependencies: Any = parameter("string[]", help="Modules that are not delivered with it.")
    help_info_uri: Any = _text("Where its help is.")
    pass_thru: Any = parameter("switch", help="Return the text.")
    default_command_prefix: Any = parameter("string", help="What goes before the nouns.")

    def end(self) -> Iterator[object]:
        path = self.session.resolve_path(self.path)
        if not path.lower().endswith(".psd1"):
            from spshell.engine.modules.manifest_errors import manifest_fault

            self.throw(manifest_fault("InvalidManifest", path, "its name must end in .psd1"))
        text = self._manifest(os.path.splitext(os.path.basename(path))[0])
        if self.should_process(path, "New-ModuleManifest"):
            self._write(path, text)
        if self.pass_thru:
            yield text

    def _write(self, path: str, text: str) -> None:
        from spshell.engine.errors.faults import raise_fault

        try:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        except OSError as error:
            raise_fault("FileOpenFailure", path, error.strerror or str(error))

    def _manifest(self, name: str) -> str:
        values = self._values()
        lines = [f"# Module manifest for module '{name}'", "", "@{", ""]
        for key in _KEYS:
            if key in values:
                lines += [f"{key} = {_literal(values[key])}", ""]
            else:
                lines += [f"# {key} = ''", ""]
        return "\n".join([*lines, f"PrivateData = {self._private()}", "", "}", ""])

    def _values(self) -> dict[str, Any]:
        from uuid import uuid4

        user = self.author if self.author is not None else getpass.getuser()
        values: dict[str, Any] = {
            "ModuleVersion": "0.0.1",
            "GUID": str(uuid4()),
            "Author": user,
            "CompanyName": "Unknown",
            "Copyright": f"(c) {user}. All rights reserved.",
            **dict.fromkeys(
                ("FunctionsToExport", "CmdletsToExport", "VariablesToExport", "AliasesToExport"), "*"
            ),
        }
        for key, value in self.bound.items():
            spelled = next((known for known in _KEYS if known.lower() == key.lower()), None)
            if spelled is not None:
                values[spelled] = value
        return values

    def _private(self) -> str:
        if self.private_data is not None and not isinstance(self.private_data, Hashtable):
            return _literal(self.private_data)
        data = Hashtable()
        known = Hashtable()
        for key, value in self.bound.items():
            if key in _PSDATA:
                known[key] = bool(value) if key == "RequireLicenseAcceptance" else value
        for key, value in self.private_data.items() if self.private_data is not None else ():
            data[key] = value
        if "PSData" not in data:
            data["PSData"] = known
        return _literal(data)


def _literal(value: Any, depth: int = 0) -> str:
    """A value as PowerShell writes it."""
    if isinstance(value, bool):
        return "$true" if value else "$false"
    if isinstance(value, Hashtable):
        blank = "    " * (depth + 1)
        rows = [f"{blank}{to_text(key)} = {_literal(item, depth + 1)}" for key, item in value.items()]
        return "@{\n" + "\n".join(rows) + ("\n" if rows else "") + "    " * depth + "}"
    if isinstance(value, list):
        return "@()" if not value else ", ".join(_literal(item, depth) for item in value)
    if type(value) in (int, float):
        return to_text(value)
    return "'" + to_text(value).replace("'", "''") + "'"
