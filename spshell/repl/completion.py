"""Completion at the prompt: command names, parameter names, variables. (Arguments and members come later.)"""

from __future__ import annotations

import re

from prompt_toolkit.completion import Completer, Completion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from spshell.engine.session import Session

_WORD = re.compile(r"[^\s|;(){}&=,]*$")
_PARAMETER = re.compile(r"\s-(\w+)\s+[^\s|;(){}&=,]*$")
_COMMAND = re.compile(r"(?:^|[|;({&=])\s*([^\s|;(){}&=,]+)(?:\s[^|;(){}&]*)?$")


def candidates(session: Session, before: str) -> list[str]:
    """What may stand where the text ends, as whole words."""
    match = _WORD.search(before)
    word = match.group() if match else ""
    command = _COMMAND.search(before)
    is_command = command is None or (command.start(1) == len(before) - len(word))
    if word.startswith("$"):
        return _variables(session, word[1:])
    if word.startswith("-") and command is not None and not is_command:
        return _parameters(session, command.group(1), word[1:])
    if is_command:
        return _commands(session, word) if word else []
    asked = _PARAMETER.search(before)
    return _values(session, command.group(1), asked.group(1), word) if command and asked else []


def _values(session: Session, command: str, parameter: str, word: str) -> list[str]:
    """Values of a parameter: those of its registered completer, else of its [ValidateSet]."""
    from spshell.engine.binding.argument_completers import completers

    info = session.commands.find(session.global_scope, command)
    metadata = getattr(info, "metadata", None)
    specs = (
        []
        if metadata is None
        else [s for s in metadata.all_parameters() if s.folded.startswith(parameter.lower())]
    )
    name = specs[0].name if specs else parameter
    found = completers(session).offers(command if info is None else info.name, name, word)
    if not found and specs:
        sets = [check for check in specs[0].validators if hasattr(check, "allowed")]
        found = [value for check in sets for value in check.allowed(session.global_scope)]
        found = [value for value in found if value.lower().startswith(word.lower())]
    return found


def _variables(session: Session, prefix: str) -> list[str]:
    folded = prefix.lower()
    names = {name for name in session.global_scope.vars if name.isidentifier()}
    return [f"${name}" for name in sorted(names) if name.startswith(folded)]


def _commands(session: Session, prefix: str) -> list[str]:
    functions = session.global_scope.functions or {}
    names = {*session.commands.manifests.names(), *(info.name for info in functions.values())}
    return sorted(name for name in names if name.lower().startswith(prefix.lower()))


def _parameters(session: Session, command: str, prefix: str) -> list[str]:
    info = session.commands.find(session.global_scope, command)
    metadata = getattr(info, "metadata", None)
    if metadata is None:
        return []
    specs = [spec for spec in metadata.all_parameters() if not spec.hidden]
    return [f"-{spec.name}" for spec in specs if spec.folded.startswith(prefix.lower())]


class SessionCompleter(Completer):
    """prompt_toolkit's view of `candidates`."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        before = document.text_before_cursor
        match = _WORD.search(before)
        length = len(match.group()) if match else 0
        for word in candidates(self.session, before):
            yield Completion(word, start_position=-length)
