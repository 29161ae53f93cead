"""Completing the names of commands: functions, cmdlets and aliases together, then programs; files where a path is meant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, match, needs_quotes, starts, unquoted
from spshell.engine.completion.visible import current_scope, scopes
from spshell.language.nodes import Command, CommandExpression, StringConstantExpression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.commands.kinds import CommandInfo
    from spshell.engine.session import Session

_WORDS = frozenset({"Generic", "Identifier", "StringLiteral", "StringExpandable", "Number"})
_PATHS = ("./", "../", ".\\", "..\\", "/", "~/", "~\\")


def offer(session: Session, place: Place) -> Completion | None:
    """Commands, where the name of one is written."""
    if place.at is None or not (place.at.kind in _WORDS or "Keyword" in place.at.traits or place.word == "."):
        return None
    if not _names_command(place):
        return None
    quote, word = unquoted(place.word)
    if word.startswith(_PATHS) or word in (".", ".."):
        from spshell.engine.completion.paths import path_matches

        found = path_matches(session, word, quote)
    else:
        found = command_matches(session, word, quote)
        if not found and quote == "":
            from spshell.engine.completion.paths import path_matches

            found = path_matches(session, word, quote)
    return Completion(place.start, place.length, found)


def _names_command(place: Place) -> bool:
    command = place.innermost(Command)
    assert place.at is not None
    if command is not None:
        return command.elements[0].start <= place.at.start <= command.elements[0].end
    node = place.path[-1]
    parent = place.path[-2] if len(place.path) > 1 else None
    if isinstance(node, StringConstantExpression):
        return isinstance(parent, CommandExpression) and place.begins_command()
    return "Keyword" in place.at.traits and place.begins_command()


def every_command(session: Session) -> Iterator[CommandInfo]:
    """Functions, cmdlets and aliases of the session."""
    for scope in scopes(session):
        yield from list((scope.functions or {}).values())
    for module in list(session.modules.loaded.values()):
        exported = getattr(module, "functions", None)
        if isinstance(exported, dict):
            yield from exported.values()
    manifests = session.commands.manifests
    for name in manifests.names():
        found = manifests.find(name)
        if found is not None:
            yield found
    own = [
        info.name for scope in scopes(session) for info in (scope.aliases or {}).values() if info is not None
    ]
    for name in (*(name for name, _ in manifests.aliases()), *own):
        alias = session.commands.find_alias(current_scope(session), name)
        if alias is not None:
            yield alias


def command_matches(
    session: Session, word: str, quote: str = "", *, kinds: Iterable[str] = (), programs: bool = True
) -> list[CompletionResult]:
    """The commands whose names begin with a word; with a module in front only those of the module."""
    module, slash, bare = word.rpartition("\\")
    test = starts(bare)
    found: dict[str, CommandInfo] = {}
    for info in every_command(session):
        if not (test(info.name) or (bare and abbreviation(info.name) == bare.lower())) or (
            kinds and info.command_type not in kinds
        ):
            continue
        if not slash or info.source.lower() == module.lower():
            found.setdefault(info.name.lower(), info)
    rows = [
        (info.name, _command(info, f"{info.source}\\" if slash else "", quote)) for info in found.values()
    ]
    if programs and not slash and bare and (not kinds or "Application" in kinds):
        rows += [
            (name, match(f"{quote}{name}{quote}", name, "Command", path))
            for name, path in _programs(bare)
            if name.lower() not in found
        ]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0].lower())]


def abbreviation(name: str) -> str:
    """What stands for a name by its capitals: `i-psdf` for Import-PowerShellDataFile; empty without a dash."""
    verb, dash, noun = name.partition("-")
    capitals = "".join(character for character in noun if character.isupper())
    return f"{verb[:1]}-{capitals}".lower() if dash and capitals else ""


def _command(info: CommandInfo, prefix: str, quote: str) -> CompletionResult:
    text = prefix + info.name
    shown = (
        "'" + text.replace("'", "''") + "'" if not quote and needs_quotes(text) else f"{quote}{text}{quote}"
    )
    return match(shown, info.name, "Command", syntax_of(info))


def syntax_of(info: Any) -> str:
    """How a command is called; an alias shows what it stands for."""
    from spshell.engine.commands.syntax import command_syntax
    from spshell.values.exceptions import NetException

    if info.command_type == "Alias":
        return str(info.definition)
    try:
        return command_syntax(info.metadata, info.name)
    except NetException:
        return str(info.name)


def _programs(word: str) -> Iterator[tuple[str, str]]:
    test = starts(word)
    seen: set[str] = set()
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if (
                test(entry.name)
                and entry.name not in seen
                and os.access(entry.path, os.X_OK)
                and not entry.is_dir()
            ):
                seen.add(entry.name)
                yield entry.name, entry.path
