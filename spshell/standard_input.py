"""Standard input as the script: whole (default), or statement by statement (``-Command -``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.engine.session import Session


def _read_all(session: Session) -> str:
    import sys

    stream = session.host.stdin if session.host.stdin is not None else sys.stdin
    return stream.read().removeprefix("\ufeff")


def run_whole(session: Session) -> int:
    """The whole input is one script, parsed before anything runs."""
    from spshell.app import guarded

    text = _read_all(session)

    def body(out: Callable[[Any], None]) -> None:
        session.run_text(text, out)

    return guarded(session, body, command_mode=True)


def run_statements(session: Session) -> int:
    """``-Command -``: each complete statement runs when its last line is there; errors do not stop the rest.

    A block over several lines runs at the blank line after it; unfinished input at the end is dropped.
    """
    from spshell.app import run_command
    from spshell.language import parse

    code = 0
    held: list[str] = []
    for line in _read_all(session).split("\n"):
        if held and line.strip():
            held.append(line)
            continue
        text = "\n".join([*held, line])
        if not text.strip():
            held = []
            continue
        if parse(text).incomplete and not held:
            held = [line]
            continue
        held = []
        code = run_command(session, text)
    return code
