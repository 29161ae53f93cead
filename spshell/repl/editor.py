"""The line editor: prompt_toolkit with our lexer's colours, our completion, our history."""

from __future__ import annotations

from prompt_toolkit import PromptSession
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings

from spshell.repl.completion import SessionCompleter
from spshell.repl.highlighting import ScriptLexer
from spshell.repl.history import open_history

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session


def is_unfinished(text: str) -> bool:
    """Whether the text is the beginning of something: Enter then begins a new line."""
    from spshell.language import parse

    return bool(text.strip()) and parse(text).incomplete


def make_editor(session: Session) -> PromptSession[str]:
    """A prompt that edits, colours, completes, continues unfinished input and keeps history."""
    editor: PromptSession[str] = PromptSession(
        lexer=ScriptLexer(),
        completer=SessionCompleter(session),
        complete_while_typing=False,
        history=open_history(),
        multiline=True,
        key_bindings=_keys(),
        prompt_continuation=lambda _width, _line, _wraps: ">> ",
    )
    return editor


def _keys() -> KeyBindings:
    bindings = KeyBindings()

    def finished() -> bool:
        from prompt_toolkit.application import get_app

        return not is_unfinished(get_app().current_buffer.text)

    @bindings.add("enter", filter=Condition(finished))
    def _accept(event: Any) -> None:
        event.current_buffer.validate_and_handle()

    return bindings
