"""Finding a command by name: alias, function, cmdlet, script, program (about_Command_Precedence)."""

from __future__ import annotations

import os

from spshell.engine.commands.kinds import (
    AliasInfo,
    ApplicationInfo,
    CommandInfo,
    FilterInfo,
    FunctionInfo,
    ScriptInfo,
)
from spshell.engine.errors.faults import raise_fault
from spshell.engine.native.own_program import is_own, is_own_name, own_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope

SCRIPT_ENDINGS = (".ps1", ".sps1")


class CommandTable:
    """The commands of a session.

    ``version`` goes up whenever a definition changes, so that call sites may keep what they found.
    ``function_names`` are those of all functions ever defined; ``planned`` are the call sites that hold a plan.
    ``local_names`` are folded names of functions and aliases ever defined outside the global scope: those are looked
    up each time. Each has the function of this name, when all that ever had it were made of the same text, or None.
    """

    def __init__(self, session: Session, manifests: Any) -> None:
        self.session = session
        self.manifests = manifests
        self.version = 0
        self.local_names: dict[str, FunctionInfo | None] = {}
        self.function_names: set[str] = set()
        self.removed_built_ins: set[str] = set()
        self.planned: list[Any] = []
        self._programs: dict[str, str | None] = {}
        self._search_path = ""

    def changed(self, scope: Scope, name: str, function: FunctionInfo | None = None) -> None:
        """Note that a function (the one given) or alias was defined or removed in a scope."""
        folded = name.lower()
        if scope.parent is not None and folded not in self.local_names:
            self.local_names[folded] = function if self._only(folded, function) else None
        elif folded in self.local_names:
            known = self.local_names[folded]
            same = known is None or (
                function is not None and function.script_block.node is known.script_block.node
            )
            if same and scope.parent is not None:
                return  # looked up each time already
            if not same:
                self.local_names[folded] = None
        self.version += 1
        if self.planned:
            from spshell.engine.calls.sites import forget

            forget(self.session)

    def _only(self, folded: str, function: FunctionInfo | None) -> bool:
        """Whether a function defined in some scope is all that its name can mean anywhere."""
        if function is None or self.manifests.find(folded) is not None:
            return False
        if self.find_alias(self.session.global_scope, folded) is not None:
            return False
        shared = (self.session.global_scope.functions or {}).get(folded)
        return shared is None or shared.script_block.node is function.script_block.node

    def find_function(self, scope: Scope, name: str) -> FunctionInfo | None:
        """A function visible from a scope."""
        folded = name.lower()
        current: Scope | None = scope
        while current is not None:
            if current.functions is not None:
                found = current.functions.get(folded)
                if found is not None:
                    return found  # type: ignore[no-any-return]  # function tables hold FunctionInfo only
            current = current.parent
        return None

    def find_alias(self, scope: Scope, name: str) -> AliasInfo | None:
        """An alias visible from a scope, or a built-in one."""
        folded = name.lower()
        current: Scope | None = scope
        while current is not None:
            if current.aliases is not None and folded in current.aliases:
                return current.aliases[folded]  # type: ignore[no-any-return]  # None marks a removed built-in
            current = current.parent
        definition = self.manifests.find_alias(folded)
        if definition is None:
            return None
        from spshell.engine.commands.alias_options import alias_options

        info = AliasInfo(name, definition)
        info.session = self.session
        info.options = alias_options(name)
        return info

    def find(self, scope: Scope, name: str) -> CommandInfo | None:
        """The command that a name means, aliases followed; None when there is none."""
        seen: set[str] = set()
        while name.lower() not in seen:
            alias = self.find_alias(scope, name)
            if alias is None:
                break
            seen.add(name.lower())
            name = alias.definition
        return self._find_command(scope, name)

    def _aliased(self, scope: Scope, name: str) -> str:
        """The name that aliases lead to: it is what was not found."""
        alias = self.find_alias(scope, name)
        return name if alias is None else alias.definition

    def _find_command(self, scope: Scope, name: str) -> CommandInfo | None:
        function = self.find_function(scope, name)
        if function is not None:
            return function
        cmdlet = self.manifests.find(name)
        if cmdlet is not None:
            return cmdlet  # type: ignore[no-any-return]  # manifests give CmdletInfo
        if "\\" in name or "/" in name or "." in name:
            found = self._qualified(name) or self._file(name)
            if found is not None:
                return found
        loaded = self.session.modules.autoload(name)
        if loaded is not None:
            return loaded
        return self._program(name) or self.built_in_function(name)

    def built_in_function(self, name: str) -> FunctionInfo | None:
        """A function that every session has, unless somebody took or removed the name."""
        from spshell.engine.commands.built_in_functions import TEXTS, spelled

        found = spelled(name)
        if found is None or found in self.removed_built_ins:
            return None
        shared = self.session.global_scope
        block = self.session.make_block(TEXTS[found])
        return self.define_function(shared, found, block.bound_to(shared))

    def resolve(self, scope: Scope, name: str) -> CommandInfo:
        """As `find`; a name that is not found is tried with ``Get-`` in front. Raises CommandNotFoundException."""
        found = self.find(scope, name)
        if found is None and "-" not in name and name:
            found = self.find(scope, "Get-" + name)
        if found is None:
            name = self._aliased(scope, name)
            module, _, rest = name.partition("\\")
            if (
                rest
                and "\\" not in rest
                and module
                and not module.endswith(".")
                and not set("/:*?") & set(module)
                and not self._is_module(module)
            ):
                raise_fault("CouldNotAutoLoadModule", module, name, target=name)
            raise_fault("CommandNotFoundException", name, self._suggestion(name), target=name)
        return found

    def _suggestion(self, name: str) -> str:
        """What else to say about a name that is not found."""
        from spshell.engine.commands.absent import about
        from spshell.engine.suggestions import for_command

        return about(name) or for_command(self, name)

    def _is_module(self, name: str) -> bool:
        """Whether a module of that name is here, loaded or shipped."""
        folded = name.lower()
        return folded in self.session.modules.loaded or any(
            item.module.lower() == folded for item in self.manifests.manifests()
        )

    def _qualified(self, name: str) -> CommandInfo | None:
        r"""``Module\Command``."""
        module, _, rest = name.partition("\\")
        if not rest or "\\" in rest:
            return None
        found = self.session.modules.command(module, rest)
        if found is not None:
            return found
        return self.manifests.find(rest, module=module)  # type: ignore[no-any-return]

    def _file(self, name: str) -> CommandInfo | None:
        """A script or program given by its path."""
        path = self.session.resolve_path(name.replace("\\", "/"))
        has_folder = "/" in name or "\\" in name
        if not has_folder:
            return None
        for candidate in (path, *(path + ending for ending in SCRIPT_ENDINGS)):
            if os.path.isfile(candidate):
                if candidate.lower().endswith(SCRIPT_ENDINGS):
                    return ScriptInfo(candidate, self.session)
                return ApplicationInfo(os.path.basename(candidate), candidate)
        return ApplicationInfo(os.path.basename(path), path) if is_own(path) else None

    def _program(self, name: str) -> CommandInfo | None:
        """A program or script on the search path."""
        if not name or "/" in name or name in (".", ".."):
            return None
        search = os.environ.get("PATH", "")
        if search != self._search_path:
            self._programs.clear()
            self._search_path = search
        if name not in self._programs:
            self._programs[name] = _on_path(name, search)
        path = self._programs[name]
        if path is None:
            return ApplicationInfo("pwsh", own_path()) if is_own_name(name) else None
        if path.lower().endswith(SCRIPT_ENDINGS):
            return ScriptInfo(path, self.session)
        return ApplicationInfo(os.path.basename(path), path)

    def define_function(
        self, scope: Scope, name: str, block: ScriptBlock, *, is_filter: bool = False
    ) -> FunctionInfo:
        """Define a function in a scope; a prefix (``global:``, ``script:``) chooses another."""
        from spshell.engine.variables.variables import scope_named

        prefix, colon, rest = name.partition(":")
        target = scope
        if colon:
            named = scope_named(scope, prefix.lower())
            if named is not None:
                target, name = named, rest
        if block.name != name:
            block.name = name
            block._functions = block._stage = None  # the script stack names the block by its code
        block.is_filter = is_filter
        info: FunctionInfo = (FilterInfo if is_filter else FunctionInfo)(name, block, block.module)
        if target.functions is None:
            target.functions = {}
        existing = target.functions.get(name.lower())
        if existing is not None and existing.options & {"ReadOnly", "Constant"}:
            raise_fault("VariableNotWritable", name, target=name)
        target.functions[name.lower()] = info
        self.function_names.add(name.lower())
        self.changed(target, name, info)
        return info

    def assign_function(self, scope: Scope, name: str, value: Any) -> None:
        """``$function:name = ...`` and Set-Item function:."""
        from spshell.engine.scriptblock import ScriptBlock
        from spshell.values.text import to_text

        if value is None:
            if scope.functions is not None:
                scope.functions.pop(name.lower(), None)
                self.changed(scope, name)
            self._remove_built_in(name)
            return
        block = value if isinstance(value, ScriptBlock) else self.session.make_block(to_text(value))
        own = block if block.closure_scope is not None else block.bound_to(scope)
        self.define_function(scope, name, own)

    def _remove_built_in(self, name: str) -> None:
        """Let the function that every session begins with be gone."""
        from spshell.engine.commands.built_in_functions import spelled

        found = spelled(name)
        if found is not None:
            self.removed_built_ins.add(found)

    def assign_alias(self, scope: Scope, name: str, definition: str, **more: Any) -> AliasInfo:
        """Define an alias in a scope."""
        info = AliasInfo(name, definition)
        info.session = self.session
        for key, given in more.items():
            setattr(info, key, given)
        if scope.aliases is None:
            scope.aliases = {}
        scope.aliases[name.lower()] = info
        self.changed(scope, name)
        return info


def _on_path(name: str, search: str) -> str | None:
    for folder in search.split(os.pathsep):
        if not folder:
            continue
        candidate = os.path.join(folder, name)
        if os.path.isfile(candidate) and (
            os.access(candidate, os.X_OK) or candidate.lower().endswith(SCRIPT_ENDINGS)
        ):
            return candidate
        for ending in SCRIPT_ENDINGS:
            if os.path.isfile(candidate + ending):
                return candidate + ending
    return None
