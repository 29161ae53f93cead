"""Module manifests: a .psd1 file is one hashtable of data (about_Module_Manifests)."""

from __future__ import annotations

import os

from spshell.engine.modules.manifest_errors import manifest_fault
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.modules.modules import ModuleInfo, ModuleTable
    from spshell.engine.variables.scope import Scope

KEYS = (
    "ModuleToProcess", "NestedModules", "GUID", "Author", "CompanyName", "Copyright", "ModuleVersion", "Description",
    "PowerShellVersion", "PowerShellHostName", "PowerShellHostVersion", "CLRVersion", "DotNetFrameworkVersion",
    "ProcessorArchitecture", "RequiredModules", "TypesToProcess", "FormatsToProcess", "ScriptsToProcess",
    "PrivateData", "RequiredAssemblies", "ModuleList", "FileList", "FunctionsToExport", "VariablesToExport",
    "AliasesToExport", "CmdletsToExport", "DscResourcesToExport", "CompatiblePSEditions", "HelpInfoURI",
    "RootModule", "DefaultCommandPrefix",
)  # fmt: skip
_FOLDED = frozenset(key.lower() for key in KEYS)
_ALLOWED = frozenset({"Hashtable", "Pipeline", "CommandExpression", "StringConstantExpression", "ConstantExpression",
                      "ArrayLiteral", "ArrayExpression", "StatementBlock", "ParenExpression", "VariableExpression",
                      "NamedBlock", "ScriptBlock", "ExpandableStringExpression", "UnaryExpression",
                      "BinaryExpression", "IfStatement"})  # fmt: skip


def read_data(table: ModuleTable, path: str) -> Hashtable:
    """The hashtable of a data file. Raises when it holds anything but data."""
    from spshell.compiler.below import walk
    from spshell.engine.variables.scope import Scope

    block = table.session.load_script(path)
    for node in walk(block.node):
        if node.kind not in _ALLOWED:
            raise manifest_fault("InvalidManifest", path, "it may hold data only")
    output: list[Any] = []
    scope = Scope(table.session, table.session.global_scope)
    scope.vars["psscriptroot"] = os.path.dirname(path)
    block.run_inline(scope, output.append)
    if len(output) != 1 or not isinstance(output[0], Hashtable):
        raise manifest_fault("InvalidManifest", path, "it is not one hashtable")
    return output[0]


def read_manifest(table: ModuleTable, path: str) -> Hashtable:
    """The data of a manifest. Raises when it is none: commands in it, an unknown key, no ModuleVersion."""
    data = read_data(table, path)
    for key in data.keys():  # noqa: SIM118 - the keys as given, not as stored
        if to_text(key).lower() not in _FOLDED:
            names = ", ".join(f"'{name}'" for name in KEYS)
            raise manifest_fault("InvalidManifestMember", path, f"'{key}'", names)
    if "ModuleVersion" not in data:
        raise manifest_fault("MissingModuleVersion", path)
    return data


def identity_in(path: str) -> tuple[str, str]:
    """The version and the GUID that a manifest file states; 0.0 and nothing for scripts and what cannot be read."""
    import re

    from spshell.engine.source_files import read_script

    if not path.lower().endswith(".psd1"):
        return "0.0", ""
    text = read_script(path)
    version = re.search(r"(?im)^[^#\n]*?\bModuleVersion\s*=\s*['\"]?([\d.]+)", text)
    guid = re.search(r"(?im)^[^#\n]*?\bGUID\s*=\s*['\"]?([\w{}-]+)", text)
    return version.group(1) if version else "0.0", guid.group(1) if guid else ""


def describe(module: ModuleInfo, data: Hashtable) -> None:
    """What a manifest says about a module, without running anything."""
    module.manifest = data
    module.version = to_text(data.get("ModuleVersion"))
    module.description = to_text(data.get("Description") or "")
    module.guid = to_text(data.get("GUID") or "")
    module.private_data = data.get("PrivateData")
    module.module_type = "Manifest"


def root_of(data: Hashtable) -> str:
    """The root module's file, or an empty string."""
    return to_text(data.get("RootModule") or data.get("ModuleToProcess") or "")


_FILES_TO_PROCESS = (("FormatsToProcess", "Update-FormatData"), ("TypesToProcess", "Update-TypeData"))
"""Keys whose files are taken in by a command."""


def load_manifest(table: ModuleTable, path: str, args: tuple[Any, ...], scope: Scope) -> ModuleInfo:
    """The module that a manifest describes: what it needs is loaded, its scripts run, its exports narrowed."""
    from spshell.engine.modules.modules import ModuleInfo

    data = read_manifest(table, path)
    module = ModuleInfo(os.path.splitext(os.path.basename(path))[0], table.session, path)
    table.loading[path] = module
    try:
        return _filled(table, module, data, args, scope)
    finally:
        table.loading.pop(path, None)  # a circle of requirements comes by here more than once


def _filled(
    table: ModuleTable, module: ModuleInfo, data: Hashtable, args: tuple[Any, ...], scope: Scope
) -> ModuleInfo:
    path = module.path
    describe(module, data)
    _check_host(data, path)
    _load_required(table, module, data)
    folder = os.path.dirname(path)
    for name in texts(data.get("ScriptsToProcess")):
        table.session.load_script(os.path.join(folder, name)).run_inline(scope, _ignore)
    for key, command in _FILES_TO_PROCESS:
        for name in texts(data.get(key)):
            update = table.session.make_block(f"{command} -PrependPath $args[0]")
            update.invoke_value((os.path.join(folder, name),))
    for item in as_list(data.get("NestedModules")):
        _load_nested(table, module, folder, item, args)
    root = root_of(data)
    if root:
        _run_root(table, module, folder, root, args)
    elif module.nested:
        module.export_defaults()
    narrow(module, data)
    return module


def _ignore(_value: Any) -> None:
    """What the scripts of a manifest write goes nowhere."""


def _check_host(data: Hashtable, path: str) -> None:
    from spshell.engine.host.session_objects import PS_VERSION
    from spshell.engine.modules.modules import version_key

    wanted = data.get("PowerShellVersion")
    if wanted is not None and version_key(to_text(wanted)) > version_key(PS_VERSION):
        raise manifest_fault("InsufficientPowerShellVersion", path, PS_VERSION, to_text(wanted))


def _load_required(table: ModuleTable, module: ModuleInfo, data: Hashtable) -> None:
    from spshell.engine.modules.modules import NOT_FOUND
    from spshell.engine.requirements import load_required, specification_of

    for item in as_list(data.get("RequiredModules")):
        name, wanted = specification_of(item)
        try:
            module.required.append(load_required(table, name, wanted))
        except NetException as error:
            if error.error_id not in NOT_FOUND:
                raise
            raise manifest_fault("RequiredModuleNotLoaded", module.path, name) from error


def _file_of(table: ModuleTable, folder: str, name: str) -> str:
    found = table.find_file(os.path.join(folder, name.replace("\\", "/")))
    return found or os.path.join(folder, name)


def _load_nested(
    table: ModuleTable, module: ModuleInfo, folder: str, item: Any, args: tuple[Any, ...]
) -> None:
    from spshell.engine.requirements import specification_of

    name, wanted = specification_of(item)
    file = _file_of(table, folder, name)
    if file.lower().endswith((".ps1", ".sps1")):
        table.run_body(module, table.load_body(file), args)
        return
    if file in table.loading:  # a module that has itself inside, or what it stands in
        module.nested.append(table.loading[file])
        return
    target = file if os.path.exists(file) else name
    nested = table.import_module(module.scope, target, args=args, wanted=wanted)
    module.exported_variables.extend(nested.exported_variables)


def _run_root(table: ModuleTable, module: ModuleInfo, folder: str, root: str, args: tuple[Any, ...]) -> None:
    file = _file_of(table, folder, root)
    if file == module.path:  # a name without an ending is the script beside the manifest
        file = os.path.join(folder, root + ".psm1")
    if not os.path.isfile(file):
        raise manifest_fault("InvalidRootModule", module.path, root)
    module.module_type = "Script"
    outer = [name for nested in module.nested for name in nested.exported_functions]
    table.run_body(module, table.load_body(file), args)
    module.exported_functions.extend(name for name in outer if name not in module.exported_functions)


def texts(value: Any) -> list[str]:
    """A value of a manifest as a list of texts."""
    return [to_text(item) for item in as_list(value)]


def as_list(value: Any) -> list[Any]:
    """A value of a manifest as a list; null gives none."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def narrow(module: ModuleInfo, data: Hashtable) -> None:
    """Keep only what the manifest's lists name; a key that is missing lets everything through."""
    from spshell.values.wildcard import wildcard_test

    for key, attribute in (
        ("FunctionsToExport", "exported_functions"),
        ("AliasesToExport", "exported_aliases"),
        ("VariablesToExport", "exported_variables"),
    ):
        if key not in data:
            continue
        tests = [wildcard_test(pattern) for pattern in texts(data.get(key))]
        kept = [name for name in getattr(module, attribute) if any(test(name) for test in tests)]
        setattr(module, attribute, kept)
