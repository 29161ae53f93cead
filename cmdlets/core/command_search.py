"""Which commands there are: aliases, functions, cmdlets; and one by its name."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.engine.commands.kinds import CommandInfo
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


def every_command(session: Session, scope: Scope) -> Iterator[CommandInfo]:
    """Aliases, functions and cmdlets that are visible in a scope, each kind sorted by name."""
    from cmdlets.utility.alias_tables import visible_aliases

    yield from visible_aliases(scope).values()
    functions: dict[str, Any] = {}
    current: Scope | None = scope
    while current is not None:
        for folded, info in (current.functions or {}).items():
            functions.setdefault(folded, info)
        current = current.parent
    yield from (functions[name] for name in sorted(functions))
    manifests = session.commands.manifests
    for name in sorted(manifests.names(), key=str.lower):
        found = manifests.find(name)
        if found is not None:
            yield found


def named_command(session: Session, scope: Scope, name: str, *, every: bool) -> Iterator[CommandInfo]:
    """The command of a name; with `every` also those that it hides."""
    commands = session.commands
    alias = commands.find_alias(scope, name)
    if alias is not None:
        yield alias
        if not every:
            return
    found = commands._find_command(scope, name)
    if found is None:
        return
    yield found
    if not every:
        return
    for module in session.modules.loaded.values():
        hidden = module.function(name)
        if hidden is not None and hidden is not found and module.everywhere:
            yield hidden
    if found.command_type not in ("Cmdlet", "Application"):
        cmdlet = commands.manifests.find(name)
        if cmdlet is not None:
            yield cmdlet
    if found.command_type != "Application":
        program = commands._program(name)
        if program is not None:
            yield program


def with_dynamic_parameters(info: Any, arguments: list[Any], scope: Scope) -> Any:
    """A command together with the dynamic parameters that the arguments call for."""
    metadata = getattr(info, "metadata", None)
    if metadata is None or metadata.dynamic is None:
        return info
    from spshell.engine.binding.arguments import read_arguments
    from spshell.engine.binding.binder import Binding, bind_named, pair_arguments
    from spshell.engine.binding.dynamic import dynamic_parameters
    from spshell.engine.binding.positions import bind_positional
    from spshell.engine.variables.scope import Scope as NewScope

    binding = Binding(metadata, scope.session, NewScope(scope.session, scope), False)
    rest = bind_named(binding, pair_arguments(binding, read_arguments(arguments)))
    bind_positional(binding, rest)
    specs = dynamic_parameters(binding)
    return CommandWithDynamic(info, metadata.with_dynamic(specs)) if specs else info


class CommandWithDynamic:
    """A command object whose parameters include dynamic ones."""

    def __init__(self, info: Any, metadata: Any) -> None:
        self.info = info
        self.net_type = _type(info)
        self.dynamic_metadata = metadata

    def __getattr__(self, name: str) -> Any:
        return getattr(self.info, name)


def _type(info: Any) -> Any:
    from spshell.values.nettype import type_of

    return type_of(info)
