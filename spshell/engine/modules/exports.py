"""What an import makes visible: functions, variables and aliases of a module, chosen and renamed."""

from __future__ import annotations

from spshell.values.wildcard import wildcard_test

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from spshell.engine.modules.modules import ModuleInfo
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


class ImportSelection:
    """What of a module's exports is wanted, and how it will be called.

    ``patterns`` maps a kind (function, cmdlet, variable, alias) to wildcard patterns; when any is given, kinds without
    patterns are left out. ``tell`` is called with a message id and its arguments for each thing imported.
    """

    __slots__ = ("no_clobber", "patterns", "prefix", "tell")

    def __init__(
        self,
        patterns: dict[str, Iterable[str] | None] | None = None,
        *,
        prefix: str = "",
        no_clobber: bool = False,
        tell: Callable[[str, str], None] | None = None,
    ) -> None:
        given = {kind: list(texts) for kind, texts in (patterns or {}).items() if texts is not None}
        self.patterns = given
        self.prefix = prefix
        self.no_clobber = no_clobber
        self.tell = tell

    def chosen(self, kind: str, names: list[str]) -> list[str]:
        """The names of a kind that are wanted."""
        if not self.patterns:
            return names
        tests = [wildcard_test(pattern) for pattern in self.patterns.get(kind, ())]
        return [name for name in names if any(test(name) for test in tests)]

    def named(self, name: str) -> str:
        """A command's name with the prefix."""
        return prefixed(name, self.prefix) if self.prefix else name

    def report(self, kind: str, name: str) -> None:
        """Tell about one imported thing (-Verbose)."""
        if self.tell is not None:
            self.tell(kind, name)


def prefixed(name: str, prefix: str) -> str:
    """``Get-Site`` with prefix SP is ``Get-SPSite``; a name without a verb gets it in front."""
    verb, dash, noun = name.partition("-")
    return f"{verb}-{prefix}{noun}" if dash else prefix + name


def publish(session: Session, module: ModuleInfo, target: Scope, selection: ImportSelection | None) -> None:
    """Put a module's exports into a scope."""
    choice = selection or ImportSelection()
    _publish_functions(session, module, target, choice)
    _publish_variables(module, target, choice)
    _publish_aliases(session, module, target, choice)


def _publish_functions(
    session: Session, module: ModuleInfo, target: Scope, selection: ImportSelection
) -> None:
    source = module.scope.functions or {}
    for name in selection.chosen("function", module.exported_functions):
        info = source.get(name.lower())
        if info is None:
            continue
        shown = selection.named(info.name)
        if selection.no_clobber and session.commands.find(target, shown) is not None:
            continue
        selection.report("ImportingFunction", shown)
        if target is module.scope:
            continue
        made = _under_name(info, shown, module)
        if target.functions is None:
            target.functions = {}
        target.functions[shown.lower()] = made
        module.published.append((target.functions, shown.lower(), made))
        session.commands.changed(target, shown, made)


def _under_name(info: Any, name: str, module: ModuleInfo) -> Any:
    """The function as the importer sees it: named and owned by the module that exports it."""
    info.module = info.module or module
    if info.name == name and info.module is module:
        return info
    made = type(info)(name, info.script_block, module)
    made.options = info.options
    made.description = info.description
    return made


def _publish_variables(module: ModuleInfo, target: Scope, selection: ImportSelection) -> None:
    source = module.scope.vars
    for name in selection.chosen("variable", module.exported_variables):
        folded = name.lower()
        if folded in source and not (selection.no_clobber and folded in target.vars):
            selection.report("ImportingVariable", name)
            target.vars[folded] = source[folded]
            module.published.append((target.vars, folded, source[folded]))


def _publish_aliases(session: Session, module: ModuleInfo, target: Scope, selection: ImportSelection) -> None:
    source = module.scope.aliases or {}
    for name in selection.chosen("alias", module.exported_aliases):
        alias = source.get(name.lower())
        if alias is None:
            continue
        shown = selection.named(alias.name)
        if selection.no_clobber and session.commands.find_alias(target, shown) is not None:
            continue
        selection.report("ImportingAlias", shown)
        if target is module.scope:
            continue
        alias = _alias_under_name(alias, shown, module, selection)
        if target.aliases is None:
            target.aliases = {}
        target.aliases[shown.lower()] = alias
        module.published.append((target.aliases, shown.lower(), alias))
        session.commands.changed(target, shown)


def _alias_under_name(alias: Any, name: str, module: ModuleInfo, selection: ImportSelection) -> Any:
    """The alias as the importer sees it: what it stands for may have got the prefix too."""
    alias.module = alias.module or module
    if alias.name == name:
        return alias
    exported = module.function(alias.definition) is not None
    made = type(alias)(name, selection.named(alias.definition) if exported else alias.definition, module)
    made.session = alias.session
    made.options = alias.options
    return made


def withdraw(session: Session, module: ModuleInfo, caller: Scope | None = None) -> None:
    """Take back what imports of a module put into scopes, unless something else stands there now.

    Modules that imported it for themselves keep what they have; only the caller's own session state loses it.
    """
    mine = caller.module if caller is not None else None
    kept: set[int] = set()
    for other in session.modules.loaded.values():
        if other is not mine:
            kept.update(map(id, (other.scope.functions, other.scope.vars, other.scope.aliases)))
    remaining = [entry for entry in module.published if id(entry[0]) in kept]
    for table, name, made in module.published:
        if id(table) not in kept and table.get(name) is made:
            del table[name]
            session.commands.changed(session.global_scope, name)
    module.published[:] = remaining
