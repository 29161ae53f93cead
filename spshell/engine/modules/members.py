"""Members of modules as objects (PSModuleInfo): what they are, what they export, what their manifest says."""

from __future__ import annotations

import os

from spshell.values.declare import Members
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

module_info = Members()


@module_info.prop("string Name {get}")
def _name(module: Any) -> str:
    return str(module.name)


@module_info.prop("string Path {get}")
def _path(module: Any) -> str:
    return str(module.path)


@module_info.prop("string ModuleBase {get}")
def _base(module: Any) -> str:
    return os.path.dirname(str(module.path))


@module_info.prop("version Version {get}")
def _version(module: Any) -> Any:
    return _as("version", module.version)


@module_info.prop("guid Guid {get}")
def _guid(module: Any) -> Any:
    return _as("guid", module.guid or "00000000-0000-0000-0000-000000000000")


def _as(type_name: str, value: Any) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert(value, resolve_type_name(type_name))


@module_info.prop("string Description {get;set}")
def _description(module: Any) -> str:
    return str(module.description)


@module_info.setter("Description")
def _set_description(module: Any, value: Any) -> None:
    module.description = to_text(value)


@module_info.prop("System.Management.Automation.ModuleType ModuleType {get}")
def _type(module: Any) -> Any:
    from spshell.engine.variables.objects import enum_value

    return enum_value("System.Management.Automation.ModuleType", module.module_type)


@module_info.prop("System.Management.Automation.ModuleAccessMode AccessMode {get;set}")
def _access_mode(module: Any) -> Any:
    from spshell.engine.variables.objects import enum_value

    return enum_value("System.Management.Automation.ModuleAccessMode", module.access_mode)


@module_info.setter("AccessMode")
def _set_access_mode(module: Any, value: Any) -> None:
    module.access_mode = value.name


@module_info.prop("System.Object PrivateData {get;set}")
def _private_data(module: Any) -> Any:
    return module.private_data


@module_info.setter("PrivateData")
def _set_private_data(module: Any, value: Any) -> None:
    module.private_data = value


@module_info.prop("scriptblock OnRemove {get;set}")
def _on_remove(module: Any) -> Any:
    return module.on_remove


@module_info.setter("OnRemove")
def _set_on_remove(module: Any, value: Any) -> None:
    module.on_remove = value


@module_info.prop("System.Management.Automation.SessionState SessionState {get;set}")
def _session_state(module: Any) -> Any:
    from spshell.engine.variables.intrinsics import SessionState

    return SessionState(module.scope)


@module_info.prop("System.Object ExportedFunctions {get}")
def _exported_functions(module: Any) -> Any:
    return _table(module.exported_functions, module.scope.functions or {})


@module_info.prop("System.Object ExportedCmdlets {get}")
def _exported_cmdlets(module: Any) -> Any:
    del module
    return _table([], {})


@module_info.prop("System.Object ExportedCommands {get}")
def _exported_commands(module: Any) -> Any:
    found = _exported_functions(module)
    aliases = _exported_aliases(module)
    for name in aliases.keys():  # noqa: SIM118 - the keys as given
        found[name] = aliases.get(name)
    return found


@module_info.prop("System.Object ExportedAliases {get}")
def _exported_aliases(module: Any) -> Any:
    return _table(module.exported_aliases, module.scope.aliases or {})


@module_info.prop("System.Object ExportedVariables {get}")
def _exported_variables(module: Any) -> Any:
    from spshell.engine.variables.objects import VariableObject

    made = {name.lower(): VariableObject(module.scope, name) for name in module.exported_variables}
    return _table(module.exported_variables, made)


def _table(names: list[str], source: dict[str, Any]) -> Any:
    from spshell.values.hashtable import OrderedDictionary

    return OrderedDictionary((name, source.get(name.lower())) for name in names)


@module_info.prop("System.Object NestedModules {get}")
def _nested(module: Any) -> Any:
    return list(module.nested)


@module_info.prop("System.Object RequiredModules {get}")
def _required(module: Any) -> Any:
    return list(module.required)


@module_info.prop("string Definition {get}")
def _definition(module: Any) -> str:
    from spshell.engine.source_files import read_script

    return read_script(module.path) if module.path and os.path.isfile(module.path) else ""


def _said(module: Any, key: str) -> Any:
    return None if module.manifest is None else module.manifest.get(key)


def _psdata(module: Any, key: str) -> Any:
    data = module.private_data
    found = data.get("PSData") if hasattr(data, "get") else None
    return found.get(key) if found is not None and hasattr(found, "get") else None


def _text_of(key: str, otherwise: str = "") -> Any:
    def get(module: Any) -> str:
        found = _said(module, key)
        return otherwise if found is None else to_text(found)

    return get


def _list_of(key: str) -> Any:
    def get(module: Any) -> list[Any]:
        found = _said(module, key)
        return [] if found is None else list(found) if isinstance(found, list) else [found]

    return get


def _value_of(key: str, type_name: str) -> Any:
    def get(module: Any) -> Any:
        found = _said(module, key)
        return None if found is None else _as(type_name, found)

    return get


def _psdata_of(key: str) -> Any:
    def get(module: Any) -> Any:
        return _psdata(module, key)

    return get


@module_info.prop("string RootModule {get}")
def _root(module: Any) -> Any:
    from spshell.engine.modules.manifest import root_of

    return None if module.manifest is None else root_of(module.manifest)


@module_info.prop("System.Object Tags {get}")
def _tags(module: Any) -> list[Any]:
    found = _psdata(module, "Tags")
    return [] if found is None else list(found) if isinstance(found, list) else [found]


for _key in ("Author", "CompanyName", "Copyright", "HelpInfoUri", "PowerShellHostName"):
    module_info.prop(f"string {_key} {{get}}")(_text_of(_key))
module_info.prop("string Prefix {get}")(_text_of("DefaultCommandPrefix"))
for _key, _source in (
    ("Scripts", "ScriptsToProcess"),
    ("FileList", "FileList"),
    ("ModuleList", "ModuleList"),
    ("RequiredAssemblies", "RequiredAssemblies"),
    ("CompatiblePSEditions", "CompatiblePSEditions"),
    ("ExportedFormatFiles", "FormatsToProcess"),
    ("ExportedTypeFiles", "TypesToProcess"),
    ("ExportedDscResources", "DscResourcesToExport"),
):
    module_info.prop(f"System.Object {_key} {{get}}")(_list_of(_source))
for _key in ("PowerShellVersion", "PowerShellHostVersion", "ClrVersion", "DotNetFrameworkVersion"):
    module_info.prop(f"version {_key} {{get}}")(_value_of(_key, "version"))
for _key in ("ProjectUri", "LicenseUri", "IconUri", "ReleaseNotes"):
    module_info.prop(f"System.Object {_key} {{get}}")(_psdata_of(_key))


@module_info.method("System.Object Invoke(scriptblock sb, params System.Object[] args)")
def _invoke(module: Any, block: Any, *args: Any) -> Any:
    from spshell.engine.modules.modules import in_module

    given = list(args[0]) if len(args) == 1 and isinstance(args[0], list) else list(args)
    return in_module(block, module).invoke_value(given)


@module_info.method("scriptblock NewBoundScriptBlock(scriptblock scriptBlockToBind)")
def _bind_block(module: Any, block: Any) -> Any:
    from spshell.engine.modules.modules import in_module

    return in_module(block, module)
