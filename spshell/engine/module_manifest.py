"""Module manifests: a .psd1 file is one hashtable of data (about_Module_Manifests)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.values.exceptions import NetException, fault
from spshell.values.hashtable import Hashtable
from spshell.values.text import to_text

if TYPE_CHECKING:
    from spshell.engine.modules import ModuleInfo, ModuleTable

KEYS = frozenset(
    {
        "rootmodule", "moduletoprocess", "moduleversion", "guid", "author", "companyname", "copyright", "description",
        "powershellversion", "powershellhostname", "powershellhostversion", "dotnetframeworkversion", "clrversion",
        "processorarchitecture", "requiredmodules", "requiredassemblies", "scriptstoprocess", "typestoprocess",
        "formatstoprocess", "nestedmodules", "functionstoexport", "cmdletstoexport", "variablestoexport",
        "aliasestoexport", "dscresourcestoexport", "modulelist", "filelist", "privatedata", "helpinfouri",
        "defaultcommandprefix", "compatiblepseditions",
    }
)  # fmt: skip
_ALLOWED = frozenset({"Hashtable", "Pipeline", "CommandExpression", "StringConstantExpression", "ConstantExpression",
                      "ArrayLiteral", "ArrayExpression", "StatementBlock", "ParenExpression", "VariableExpression",
                      "NamedBlock", "ScriptBlock", "ExpandableStringExpression", "UnaryExpression",
                      "BinaryExpression"})  # fmt: skip


def read_manifest(table: ModuleTable, path: str) -> Hashtable:
    """The data of a manifest. Raises when it is none: commands in it, an unknown key, no ModuleVersion."""
    from spshell.compiler.analysis import walk

    block = table.session.load_script(path)
    for node in walk(block.node):
        if node.kind not in _ALLOWED:
            raise _invalid(path, "it may hold data only", "Modules_InvalidManifest")
    output: list[Any] = []
    block.run_inline(table.session.global_scope, output.append)
    if len(output) != 1 or not isinstance(output[0], Hashtable):
        raise _invalid(path, "it is not one hashtable", "Modules_InvalidManifest")
    data: Hashtable = output[0]
    for key in data.keys():  # noqa: SIM118 - the keys as given, not as stored
        if to_text(key).lower() not in KEYS:
            raise _invalid(path, f"'{key}' is no key of a manifest", "Modules_InvalidManifestMember")
    if "ModuleVersion" not in data:
        raise _invalid(path, "ModuleVersion is missing", "Modules_ManifestMissingModuleVersion")
    return data


def _invalid(path: str, why: str, error_id: str) -> NetException:
    return fault(
        "System.IO.InvalidDataException"
        if error_id == "Modules_InvalidManifest"
        else "System.InvalidOperationException",
        f"The module manifest '{path}' cannot be used: {why}.",
        error_id,
        "ResourceUnavailable",
        target=path,
    )


def load_manifest(table: ModuleTable, path: str, args: tuple[Any, ...]) -> ModuleInfo:
    """The module that a manifest describes: root module and nested modules run, exports narrowed to its lists."""
    from spshell.engine.modules import ModuleInfo

    data = read_manifest(table, path)
    folder = os.path.dirname(path)
    module = ModuleInfo(os.path.splitext(os.path.basename(path))[0], table.session, path)
    module.version = to_text(data.get("ModuleVersion"))
    module.description = to_text(data.get("Description") or "")
    module.manifest = data
    module.module_type = "Manifest"
    root = data.get("RootModule") or data.get("ModuleToProcess")
    for name in [*_texts(data.get("NestedModules")), *([to_text(root)] if root else [])]:
        file = table.find_file(os.path.join(folder, name)) or os.path.join(folder, name)
        module.module_type = "Script"
        table.run_body(module, table.session.load_script(file), args)
    _narrow(module, data)
    return module


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    return [to_text(item) for item in (value if isinstance(value, list) else [value])]


def _narrow(module: ModuleInfo, data: Hashtable) -> None:
    """Keep only what the manifest's lists name; a key that is missing lets everything through."""
    from spshell.values.wildcard import wildcard_test

    for key, attribute in (
        ("FunctionsToExport", "exported_functions"),
        ("AliasesToExport", "exported_aliases"),
    ):
        if key not in data:
            continue
        tests = [wildcard_test(pattern) for pattern in _texts(data.get(key))]
        kept = [name for name in getattr(module, attribute) if any(test(name) for test in tests)]
        setattr(module, attribute, kept)
