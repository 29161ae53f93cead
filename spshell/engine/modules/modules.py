"""Modules: script modules with a scope of their own, and what they export (about_Modules)."""

from __future__ import annotations

import os

from spshell.engine.commands.kinds import ScriptInfo
from spshell.engine.errors.faults import make_fault
from spshell.engine.variables.scope import Scope
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.commands.kinds import CommandInfo
    from spshell.engine.modules.exports import ImportSelection
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session

NOT_FOUND = ("Modules_ModuleNotFound", "Modules_ModuleWithVersionNotFound")
ENDINGS = (".psd1", ".psm1", ".sps1", ".ps1")


class ModuleInfo:
    """A module (PSModuleInfo).

    ``scope`` is its own scope; ``exported_functions``, ``exported_aliases`` and ``exported_variables`` are names.
    ``everywhere`` tells modules that somebody imported from those that only another module did; ``published`` is what
    imports put into scopes, ``manifest`` the data of its .psd1 file.
    """

    __slots__ = (
        "__weakref__", "access_mode", "description", "everywhere", "explicit", "exported_aliases",
        "exported_functions", "exported_variables", "guid", "manifest", "module_type",
        "name", "nested", "on_remove", "path", "private_data", "ps_members", "published", "required", "scope",
        "version",
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
        self.everywhere = False
        self.version = "0.0"
        self.description = ""
        self.guid = ""
        self.manifest: Any = None
        self.module_type = "Script"
        self.access_mode = "ReadWrite"
        self.nested: list[ModuleInfo] = []
        self.required: list[ModuleInfo] = []
        self.published: list[tuple[dict[str, Any], str, Any]] = []
        self.on_remove: Any = None
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

    def function(self, name: str) -> Any:
        """An exported function by name in any case, or None."""
        folded = name.lower()
        if folded not in (exported.lower() for exported in self.exported_functions):
            return None
        return (self.scope.functions or {}).get(folded)


class ModuleTable:
    """The modules of a session: ``loaded`` has them by folded name, and with their file when a newer one has the name."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.loaded: dict[str, ModuleInfo] = {}
        self.loading: dict[str, ModuleInfo] = {}  # by the manifest that is being read

    def find_file(self, name: str, wanted: Wanted | None = None) -> str | None:
        """The file of a module given by path or by name on ``$env:PSModulePath``; the highest version folder wins."""
        path = self.session.resolve_path(name.replace("\\", "/"))
        if "/" in name or "\\" in name or os.path.splitext(name)[1].lower() in ENDINGS:
            return module_file(path, os.path.basename(path), wanted)
        for folder in os.environ.get("PSModulePath", "").split(os.pathsep):
            if not folder or not os.path.isdir(folder):
                continue
            for entry in sorted(os.listdir(folder)):
                if entry.lower() == name.lower() and os.path.isdir(os.path.join(folder, entry)):
                    found = module_file(os.path.join(folder, entry), entry, wanted)
                    if found is not None:
                        return found
        return None

    def find_loaded(self, name: str, wanted: Wanted | None = None) -> ModuleInfo | None:
        """A loaded module by its name, or by the path of its file."""
        found = self.named(name)
        if not found and ("/" in name or "\\" in name):
            path = self.find_file(name, wanted)
            found = [item for item in self.loaded.values() if path and item.path == path]
        return next((item for item in found if wanted is None or wanted.fits(item.version, item.guid)), None)

    def named(self, name: str) -> list[ModuleInfo]:
        """The loaded modules of a name, the one that was loaded last first: there may be several versions."""
        folded = name.lower()
        newest = self.loaded.get(folded)
        if newest is None:
            return []
        others = [item for item in self.loaded.values() if item is not newest and item.name.lower() == folded]
        return [newest, *reversed(others)]

    def keep(self, module: ModuleInfo) -> None:
        """Note a module that was loaded; one of its name from another file stays beside it."""
        folded = module.name.lower()
        known = self.loaded.get(folded)
        if known is not None and known.path != module.path:
            self.loaded[f"{folded}\n{known.path}"] = known
        self.loaded.pop(f"{folded}\n{module.path}", None)
        self.loaded[folded] = module

    def _drop(self, module: ModuleInfo) -> None:
        for key in [key for key, item in self.loaded.items() if item is module]:
            del self.loaded[key]
        folded = module.name.lower()
        if folded not in self.loaded:
            older = next((key for key in reversed(self.loaded) if key.startswith(folded + "\n")), None)
            if older is not None:
                self.loaded[folded] = self.loaded.pop(older)

    def import_module(
        self,
        scope: Scope,
        name: str,
        *,
        args: tuple[Any, ...] = (),
        force: bool = False,
        selection: ImportSelection | None = None,
        wanted: Wanted | None = None,
    ) -> ModuleInfo:
        """Load a module and put its exports into the importing scope's module or the global scope.

        Raises the fault Modules_ModuleNotFound when no file is found, and whatever the module's code throws.
        """
        known = self.find_loaded(name, wanted)
        if known is None or force:
            path = self.find_file(name, wanted)
            if path is None:
                if known is None:
                    raise not_found(name, wanted)
                path = known.path
            if known is not None:
                self.remove(known, scope, closing=False)
            known = self._load(path, args, scope)
            self.keep(known)
        self.publish(known, scope, selection)
        return known

    def _load(self, path: str, args: tuple[Any, ...], scope: Scope) -> ModuleInfo:
        name = os.path.splitext(os.path.basename(path))[0]
        if path.lower().endswith(".psd1"):
            from spshell.engine.modules.manifest import load_manifest

            return load_manifest(self, path, args, scope)
        module = ModuleInfo(name, self.session, path)
        self.run_body(module, self.load_body(path), args)
        return module

    def load_body(self, path: str) -> ScriptBlock:
        """The parsed script of a module; a syntax error is reported, then the module counts as not found."""
        try:
            block = self.session.load_script(path)
        except NetException as error:
            if error.record is not None and error.record.category == "ParserError":
                self.session.report(error.record)
                raise not_found(path) from error
            raise
        from spshell.engine.requirements import check_requirements

        check_requirements(self.session, block, os.path.basename(path))
        return block

    def run_body(self, module: ModuleInfo, block: ScriptBlock, args: tuple[Any, ...] = ()) -> list[Any]:
        """Run a module's body in its scope; the output is returned."""
        from spshell.engine.calls.calls import call_block
        from spshell.engine.errors.signals import ExitSignal

        output: list[Any] = []
        block.module = module
        command = None
        if block.path:
            command = ScriptInfo(block.path, self.session)
            command._block = block
        failed = self.session.pipeline_failed
        try:
            call_block(
                block, None, list(args), output.append, scope=module.scope, command=command, by_index=True
            )
        except ExitSignal as signal:
            self.session.global_scope.vars["lastexitcode"] = signal.code
        self.session.pipeline_failed = failed  # errors that the body went on after are not the import's
        module.export_defaults()
        return output

    def publish(
        self, module: ModuleInfo, scope: Scope, selection: ImportSelection | None = None, target: Any = None
    ) -> None:
        """Make a module's exports visible: in the importing module's scope, else globally (or in `target`)."""
        from spshell.engine.modules.exports import publish

        importer = scope.module
        if (
            importer is not None
            and importer is not module
            and importer.scope is not self.session.global_scope
        ):
            if module not in importer.nested:
                importer.nested.append(module)
            target = target or importer.scope
        else:
            module.everywhere = True
        publish(self.session, module, target or self.session.global_scope, selection)

    def remove(self, module: ModuleInfo, caller: Scope | None = None, *, closing: bool = True) -> None:
        """Unload: run its OnRemove block, then take what it published out of the caller's scopes."""
        from spshell.engine.modules.exports import withdraw

        if closing and module.on_remove is not None:
            module.on_remove.invoke((module,))
        withdraw(self.session, module, caller)
        for nested in module.nested:
            if not nested.everywhere and not any(
                nested in other.nested for other in self.loaded.values() if other is not module
            ):
                self._drop(nested)
        self._drop(module)

    def command(self, module: str, name: str) -> CommandInfo | None:
        r"""``Module\Name`` for a loaded module."""
        found = self.loaded.get(module.lower())
        return None if found is None else found.function(name)

    def autoload(self, name: str) -> CommandInfo | None:
        """A command of a module on ``$env:PSModulePath`` that is not loaded yet."""
        search = os.environ.get("PSModulePath", "")
        if not search or not name or "/" in name or "\\" in name:
            return None
        from spshell.engine.modules.autoload import autoload_allowed, find_exporting, load_exporting

        if not autoload_allowed(self.session):
            return None
        path = find_exporting(self, name, search)
        return None if path is None else load_exporting(self, path, name)


def not_found(name: str, wanted: Wanted | None = None) -> NetException:
    """The error of a module that has no file, or none of a version that will do."""
    if wanted is not None and wanted.bounds:
        error = make_fault("ModuleWithVersionNotFound", name, wanted.bounds, target=name)
    else:
        error = make_fault("ModuleNotFound", name, target=name)
    error.error_id = f"Modules_{error.error_id}"
    return error


class Wanted:
    """Which modules of a name will do: texts, empty when there is no bound."""

    __slots__ = ("exact", "guid", "highest", "lowest")

    def __init__(self, lowest: str = "", highest: str = "", exact: str = "", guid: str = "") -> None:
        self.lowest = lowest
        self.highest = highest
        self.exact = exact
        self.guid = guid.strip("{}").lower()

    @property
    def bounds(self) -> str:
        """The bounds of the version in words."""
        pairs = (("exactly", self.exact), ("at least", self.lowest), ("at most", self.highest))
        return ", ".join(f"{word} {text}" for word, text in pairs if text)

    def fits(self, version: str, guid: str | None = None) -> bool:
        """Whether a version lies within the bounds, and the module, if known, is the one with the identity.

        ``2.*`` as the highest means all of 2.
        """
        if self.guid and guid is not None and guid.strip("{}").lower() != self.guid:
            return False
        key = version_key(version)
        if self.exact:
            return key == version_key(self.exact)
        if self.lowest and key < version_key(self.lowest):
            return False
        if not self.highest:
            return True
        bound = [999999999 if part == "*" else part for part in self.highest.split(".")]
        return key <= version_key(".".join(map(str, bound)))


def module_file(path: str, name: str, wanted: Wanted | None = None) -> str | None:
    """The file to load for a path that names a file, a folder or either without an ending."""
    if os.path.isfile(path):
        return path if _version_fits(path, wanted) else None
    for ending in ENDINGS:
        if os.path.isfile(path + ending) and _version_fits(path + ending, wanted):
            return path + ending
    if os.path.isdir(path):
        for version in version_folders(path):
            if wanted is None or wanted.fits(version):
                found = module_file(os.path.join(path, version), name, wanted)
                if found is not None:
                    return found
        for ending in ENDINGS[:2]:
            candidate = os.path.join(path, name + ending)
            if os.path.isfile(candidate) and _version_fits(candidate, wanted):
                return candidate
    return None


def version_folders(path: str) -> list[str]:
    """The names of a module's version folders, highest first."""
    versions = [
        entry
        for entry in os.listdir(path)
        if entry[:1].isdigit() and os.path.isdir(os.path.join(path, entry))
    ]
    return sorted(versions, key=version_key, reverse=True)


def _version_fits(path: str, wanted: Wanted | None) -> bool:
    if wanted is None:
        return True
    from spshell.engine.modules.manifest import identity_in

    return wanted.fits(*identity_in(path))


def version_key(text: str) -> list[int]:
    """A version as numbers that compare; missing parts are -1 as in .NET."""
    parts = [int(part) if part.isdigit() else 0 for part in text.split(".")]
    return parts + [-1] * (4 - len(parts))


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
