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
    return _commands(session, word) if is_command and word else []


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
