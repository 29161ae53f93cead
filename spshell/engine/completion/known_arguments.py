"""Values that cannot be read off a parameter's declaration: commands, types, drives, variables, properties of the input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.results import match, starts, unquoted, values

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.completion.bound_arguments import BoundArguments
    from spshell.engine.completion.place import Place
    from spshell.engine.session import Session

_PROPERTY_COMMANDS = frozenset(
    {"select-object", "sort-object", "group-object", "where-object", "measure-object", "compare-object", "format-table",
     "format-list", "format-wide", "format-custom", "convertto-html"}
)  # fmt: skip
_PROPERTY_PARAMETERS = frozenset({"property", "expandproperty", "excludeproperty"})


def known_matches(
    session: Session, place: Place, bound: BoundArguments, info: Any, spec: ParameterSpec, word: str
) -> list[CompletionResult] | None:
    """The values of a parameter that is known by name; None for all others."""
    name = info.name.lower()
    if name in _PROPERTY_COMMANDS and spec.folded in _PROPERTY_PARAMETERS:
        return _properties(session, place, bound, word)
    if name == "foreach-object" and spec.folded == "membername":
        return _members(session, place, bound, word)
    reader = _KNOWN.get((name, spec.folded))
    return None if reader is None else reader(session, word)


def _upstream_rows(session: Session, place: Place, bound: BoundArguments) -> list[Any]:
    from spshell.engine.completion.inference import Inference
    from spshell.engine.completion.member_names import shape_rows

    shapes = Inference(session, place).upstream(bound.command)
    return [row for shape in shapes for row in shape_rows(shape)]


def _properties(session: Session, place: Place, bound: BoundArguments, word: str) -> list[CompletionResult]:
    from spshell.engine.completion.member_names import member_matches

    rows = [row for row in _upstream_rows(session, place, bound) if not row[1]]
    return member_matches(rows, unquoted(word)[1])


def _members(session: Session, place: Place, bound: BoundArguments, word: str) -> list[CompletionResult]:
    from spshell.engine.completion.member_names import member_matches

    return member_matches(_upstream_rows(session, place, bound), unquoted(word)[1], parenthesis=False)


def _commands(session: Session, word: str) -> list[CompletionResult]:
    from spshell.engine.completion.command_names import command_matches

    quote, bare = unquoted(word)
    return command_matches(session, bare, quote)


def _types(session: Session, word: str) -> list[CompletionResult]:
    from spshell.engine.completion.type_names import type_matches

    return type_matches(session, unquoted(word)[1])


def _drives(session: Session, word: str) -> list[CompletionResult]:
    from spshell.engine.providers.drives import drives_of

    return values(word, [str(drive.name) for drive in drives_of(session).drives.values()])


def _providers(session: Session, word: str) -> list[CompletionResult]:
    from spshell.engine.providers.drives import drives_of

    return values(word, [provider.name for provider in drives_of(session).providers.values()])


def _modules(session: Session, word: str) -> list[CompletionResult]:
    names = {manifest.module for manifest in session.commands.manifests.manifests()}
    names.update(str(module.name) for module in session.modules.loaded.values())
    quote, bare = unquoted(word)
    by_end = [name for name in names if name.rpartition(".")[2].lower().startswith(bare.lower())]
    return values(word, names) or [match(f"{quote}{name}{quote}", name) for name in sorted(by_end)]


def _variables(session: Session, word: str) -> list[CompletionResult]:
    from spshell.engine.completion.results import quoted
    from spshell.engine.completion.visible import scopes
    from spshell.engine.variables.objects import names_in

    quote, bare = unquoted(word)
    test = starts(bare)
    found = {name.lower(): name for scope in scopes(session) for name in names_in(scope) if test(name)}
    names = [name for _folded, name in sorted(found.items())]
    return [match(quoted(name, quote), name) for name in names]


def _aliases(session: Session, word: str) -> list[CompletionResult]:
    from spshell.engine.completion.command_names import command_matches

    quote, bare = unquoted(word)
    return command_matches(session, bare, quote, kinds=("Alias",))


def _fixed(*texts: str) -> Callable[[Session, str], list[CompletionResult]]:
    return lambda _session, word: values(word, texts, kind="Text", ordered=True)


_KNOWN: dict[tuple[str, str], Callable[[Session, str], list[CompletionResult]]] = {
    ("get-command", "name"): _commands,
    ("get-help", "name"): _commands,
    ("trace-command", "command"): _commands,
    ("set-alias", "value"): _commands,
    ("new-alias", "value"): _commands,
    ("get-alias", "name"): _aliases,
    ("remove-alias", "name"): _aliases,
    ("set-alias", "name"): _aliases,
    ("get-alias", "definition"): _commands,
    ("new-object", "typename"): _types,
    ("update-typedata", "typename"): _types,
    ("get-psdrive", "name"): _drives,
    ("remove-psdrive", "name"): _drives,
    ("new-psdrive", "psprovider"): _providers,
    ("get-psdrive", "psprovider"): _providers,
    ("get-psprovider", "psprovider"): _providers,
    ("get-location", "psdrive"): _drives,
    ("get-location", "psprovider"): _providers,
    ("get-module", "name"): _modules,
    ("import-module", "name"): _modules,
    ("remove-module", "name"): _modules,
    ("get-command", "module"): _modules,
    ("get-variable", "name"): _variables,
    ("set-variable", "name"): _variables,
    ("clear-variable", "name"): _variables,
    ("remove-variable", "name"): _variables,
    ("set-strictmode", "version"): _fixed("Latest", "3.0", "2.0", "1.0"),
    **{
        (f"{verb}-variable", "scope"): _fixed("Global", "Local", "Script")
        for verb in ("get", "set", "new", "clear", "remove")
    },
    **{
        (f"{verb}-alias", "scope"): _fixed("Global", "Local", "Script")
        for verb in ("get", "set", "new", "remove", "import", "export")
    },
}
"""(folded command, folded parameter) -> its values."""
