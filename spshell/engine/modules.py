"""Modules: script modules with a scope of their own, and what they export (about_Modules)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.engine.faults import make_fault
from spshell.engine.scope import Scope

if TYPE_CHECKING:
    from spshell.engine.commandinfo import CommandInfo
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session

ENDINGS = (".psd1", ".psm1", ".sps1", ".ps1")


class ModuleInfo:
    """A loaded module (PSModuleInfo).

    ``scope`` is its own scope; ``exported_functions``, ``exported_aliases`` and ``exported_variables`` are names.
    """

    __slots__ = (
        "__weakref__", "description", "explicit", "exported_aliases", "exported_functions",
        "exported_variables", "guid", "manifest", "module_type",
        "name", "nested", "path", "private_data", "ps_members", "scope", "version",
    )  # fmt: skip

    def __init__(self, name: str, session: Session, path: str = "") -> None:
        self.name = name
        self.path = path
        self.scope = Scope(session, session.global_scope, "module")
        self.scope.module = self
        self.scope.strict = 0
        self.exported_functions: list[str] = []
        self.exported_aliases: list[str] = []
        self.exported_variables: list[str] = []
        self.explicit = False
        self.version = "0.0"
        self.description = ""
        self.guid = ""
        self.manifest: Any = None
        self.module_type = "Script"
        self.nested: list[ModuleInfo] = []
        self.private_data: Any = None
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return self.name

    to_string = ps_text

    def export_defaults(self) -> None:
        """Without Export-ModuleMember: every function and alias, no variable."""
        if not self.explicit:
            self.exported_functions = [info.name for info in (self.scope.functions or {}).values()]
            self.exported_aliases = [
                info.name for info in (self.scope.aliases or {}).values() if info is not None
            ]


class ModuleTable:
    """The modules of a session by folded name."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.loaded: dict[str, ModuleInfo] = {}

    def find_file(self, name: str) -> str | None:
        """The file of a module given by path or by name on ``$env:PSModulePath``; the highest version folder wins."""
        path = self.session.resolve_path(name.replace("\\", "/"))
        if "/" in name or "\\" in name or os.path.splitext(name)[1].lower() in ENDINGS:
            return _module_file(path, os.path.basename(path))
        for folder in os.environ.get("PSModulePath", "").split(os.pathsep):
            if not folder or not os.path.isdir(folder):
                continue
            for entry in sorted(os.listdir(folder)):
                if entry.lower() == name.lower() and os.path.isdir(os.path.join(folder, entry)):
                    found = _module_file(os.path.join(folder, entry), entry)
                    if found is not None:
                        return found
        return None

    def import_module(
        self, scope: Scope, name: str, *, args: tuple[Any, ...] = (), force: bool = False
    ) -> ModuleInfo:
        """Load a module and put its exports into the importing scope's module or the global scope.

        Raises the fault Modules_ModuleNotFound when no file is found, and whatever the module's code throws.
        """
        known = self.loaded.get(name.lower())
        if known is None or force:
            path = self.find_file(name)
            if path is None:
                error = make_fault("ModuleNotFound", name, target=name)
                error.error_id = "Modules_ModuleNotFound"
                raise error
            known = self._load(path, args)
            self.loaded[known.name.lower()] = known
        self.publish(known, scope)
        return known

    def _load(self, path: str, args: tuple[Any, ...]) -> ModuleInfo:
        name = os.path.splitext(os.path.basename(path))[0]
        if path.lower().endswith(".psd1"):
            from spshell.engine.module_manifest import load_manifest

            return load_manifest(self, path, args)
        module = ModuleInfo(name, self.session, path)
        block = self.session.load_script(path)
        self.run_body(module, block, args)
        return module

    def run_body(self, module: ModuleInfo, block: ScriptBlock, args: tuple[Any, ...] = ()) -> list[Any]:
        """Run a module's body in its scope; the output is returned."""
        from spshell.engine.calls import call_block
        from spshell.engine.signals import ExitSignal

        output: list[Any] = []
        block.module = module
        try:
            call_block(block, None, list(args), output.append, scope=module.scope)
        except ExitSignal as signal:
            self.session.global_scope.vars["lastexitcode"] = signal.code
        module.export_defaults()
        return output

    def publish(self, module: ModuleInfo, scope: Scope) -> None:
        """Make a module's exports visible: in the importing module's scope, else globally."""
        target = scope.module.scope if scope.module is not None else self.session.global_scope
        functions = module.scope.functions or {}
        aliases = module.scope.aliases or {}
        for name in module.exported_functions:
            info = functions.get(name.lower())
            if info is not None:
                info.module = info.module or module
                target.functions = target.functions if target.functions is not None else {}
                target.functions[name.lower()] = info
                self.session.commands.changed(target, name)
        for name in module.exported_aliases:
            alias = aliases.get(name.lower())
            if alias is not None:
                target.aliases = target.aliases if target.aliases is not None else {}
                target.aliases[name.lower()] = alias
                self.session.commands.changed(target, name)
        for name in module.exported_variables:
            if name.lower() in module.scope.vars:
                target.vars[name.lower()] = module.scope.vars[name.lower()]

    def remove(self, module: ModuleInfo) -> None:
        """Unload: take its functions and aliases out of the global scope."""
        scope = self.session.global_scope
        for table, names in (
            (scope.functions, module.exported_functions),
            (scope.aliases, module.exported_aliases),
        ):
            for name in names:
                if table is not None and name.lower() in table:
                    del table[name.lower()]
                    self.session.commands.changed(scope, name)
        self.loaded.pop(module.name.lower(), None)

    def command(self, module: str, name: str) -> CommandInfo | None:
        r"""``Module\Name`` for a loaded module."""
        found = self.loaded.get(module.lower())
        if found is None or found.scope.functions is None:
            return None
        if not any(name.lower() == exported.lower() for exported in found.exported_functions):
            return None
        return found.scope.functions.get(name.lower())

    def autoload(self, name: str) -> CommandInfo | None:
        """A command of a module on ``$env:PSModulePath`` that is not loaded yet."""
        search = os.environ.get("PSModulePath", "")
        if not search or "-" not in name:
            return None
        from spshell.engine.module_autoload import find_exporting

        path = find_exporting(self, name, search)
        if path is None:
            return None
        module = self.import_module(self.session.global_scope, path)
        return self.command(module.name, name)


def _module_file(path: str, name: str) -> str | None:
    """The file to load for a path that names a file, a folder or either without an ending."""
    if os.path.isfile(path):
        return path
    for ending in ENDINGS:
        if os.path.isfile(path + ending):
            return path + ending
    if os.path.isdir(path):
        for ending in ENDINGS[:2]:
            candidate = os.path.join(path, name + ending)
            if os.path.isfile(candidate):
                return candidate
        versions = [
            entry
            for entry in os.listdir(path)
            if entry[:1].isdigit() and os.path.isdir(os.path.join(path, entry))
        ]
        for version in sorted(versions, key=_version_key, reverse=True):
            found = _module_file(os.path.join(path, version), name)
            if found is not None:
                return found
    return None


def _version_key(text: str) -> list[int]:
    return [int(part) if part.isdigit() else 0 for part in text.split(".")]


def closure_module(session: Session, scope: Scope) -> ModuleInfo:
    """The dynamic module of GetNewClosure: a copy of the variables of the running scope."""
    module = ModuleInfo("__DynamicModule_" + os.urandom(8).hex(), session)
    for name, value in scope.vars.items():
        attributes = scope.attributes.get(name)
        if name not in ("args", "input", "_") and (attributes is None or not attributes.options):
            module.scope.vars[name] = value
    return module


def in_module(block: ScriptBlock, module: ModuleInfo) -> ScriptBlock:
    """A script block that runs inside a module: ``& (Get-Module X) { }``."""
    twin = block.bound_to(module.scope)
    twin.module = module
    return twin
