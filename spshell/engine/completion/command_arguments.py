"""Completing behind the name of a command: names of parameters, then their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.bound_arguments import BoundArguments
from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, match, starts
from spshell.engine.completion.visible import current_scope
from spshell.language.nodes import Command, ExpandableStringExpression, StringConstantExpression

if TYPE_CHECKING:
    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.session import Session

_WORDS = frozenset(
    {"Generic", "Identifier", "StringLiteral", "StringExpandable", "Number", "Comma", "Multiply", "Dot"}
)


def offer(session: Session, place: Place) -> Completion | None:
    """Parameters and arguments of the command that the cursor stands behind."""
    command = place.innermost(Command)
    if command is None or _outside(place, command):
        return None
    head = command.elements[0]
    if place.start <= head.end and place.at is not None and place.at.start < head.end:
        return None
    if place.cursor <= head.end:
        return None
    info = _command_info(session, head)
    metadata = getattr(info, "metadata", None) if info is not None else None
    if metadata is None:
        return _native(session, place, command)
    bound = BoundArguments(session, place, command, _with_dynamic(session, place, command, metadata))
    if (
        place.word.startswith("-")
        and place.at is not None
        and place.at.kind in ("Parameter", "Generic", "Minus")
    ):
        if not place.word.endswith(":"):
            return Completion(place.start, place.length, parameter_matches(bound, place.word[1:]))
        return _argument(session, place, bound, info, place.cursor, "")
    if place.at is not None and place.at.kind not in _WORDS and "Keyword" not in place.at.traits:
        return None
    word = "" if place.at is None or place.at.kind == "Comma" else place.word
    return _argument(session, place, bound, info, place.start if word else place.cursor, word)


def _outside(place: Place, command: Command) -> bool:
    """Whether the cursor stands in something inside the command that is a text of its own, or behind its end."""
    if place.at is None and (
        place.new_line or (place.before is not None and place.before.kind in ("Semi", "Pipe"))
    ):
        return True
    inner = place.path[place.path.index(command) + 1 :]
    return any(
        node.kind in ("ScriptBlockExpression", "Hashtable", "SubExpression") for node in inner
    ) and not (place.at is None and place.before is not None and place.before.kind in ("RCurly", "RParen"))


def _command_info(session: Session, head: Any) -> Any:
    if not isinstance(head, StringConstantExpression | ExpandableStringExpression):
        return None
    return session.commands.find(current_scope(session), head.value)


def _with_dynamic(session: Session, place: Place, command: Command, metadata: Any) -> Any:
    """The metadata together with the dynamic parameters that the other arguments call for."""
    if metadata.dynamic is None:
        return metadata
    from spshell.engine.binding.arguments import read_arguments
    from spshell.engine.binding.binder import Binding, bind_named, pair_arguments
    from spshell.engine.binding.dynamic import dynamic_parameters
    from spshell.engine.binding.positions import bind_positional
    from spshell.engine.variables.scope import Scope
    from spshell.values.exceptions import NetException

    known = BoundArguments(session, place, command, metadata).values()
    arguments = [part for name, value in known.items() for part in (f"-{name}:", value)]
    try:
        binding = Binding(metadata, session, Scope(session, current_scope(session)), False)
        bind_positional(binding, bind_named(binding, pair_arguments(binding, read_arguments(arguments))))
        specs = dynamic_parameters(binding)
    except NetException:
        return metadata
    return metadata.with_dynamic(specs) if specs else metadata


def parameter_matches(bound: BoundArguments, word: str) -> list[CompletionResult]:
    """The parameters that can still be named and begin with the word; aliases only for what has no such name."""
    from spshell.engine.commands.syntax import short_type

    test = starts(word)
    found: list[CompletionResult] = []

    def add(name: str, spec: ParameterSpec, tail: str = "") -> None:
        found.append(match("-" + name, name, "ParameterName", f"[{short_type(spec.type)}] {name}{tail}"))

    for spec in bound.open_specs():
        if test(spec.name):
            helped = next((f" - {flags.help}" for flags in spec.sets.values() if flags.help), "")
            add(spec.name, spec, "" if bound.metadata.is_cmdlet else helped)
        elif word:
            for alias in spec.aliases:
                if test(alias):
                    add(alias, spec)
    return found


def _argument(
    session: Session, place: Place, bound: BoundArguments, info: Any, start: int, word: str
) -> Completion:
    from spshell.engine.completion.parameter_values import argument_matches

    found = argument_matches(session, place, bound, info, word)
    return Completion(start, len(word), found)


def _native(session: Session, place: Place, command: Command) -> Completion | None:
    """Arguments of a program: its registered block decides, else files are offered."""
    from spshell.engine.completion.completer_blocks import native_matches
    from spshell.engine.completion.paths import path_matches
    from spshell.engine.completion.results import unquoted

    if place.at is not None and place.at.kind not in (*_WORDS, "Parameter"):
        return None
    found = native_matches(session, place, command)
    if found is None:
        quote, word = unquoted(place.word)
        found = [] if word.startswith("-") else path_matches(session, word, quote)
    return Completion(place.start, place.length, found)
