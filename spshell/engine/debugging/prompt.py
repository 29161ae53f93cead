"""The debugger's prompt: where it stopped, and what to do next (about_Debuggers)."""

from __future__ import annotations

from spshell.engine.debugging.commands import RESUMING, resume, told
from spshell.engine.errors.extents import node_extent, running_at
from spshell.engine.errors.position_text import position_message
from spshell.engine.errors.signals import ExitSignal, PipelineStopped
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.debugging.breakpoints import Breakpoint
    from spshell.engine.debugging.debugger import Debugger
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


def converse(debugger: Debugger, scope: Scope, site: Any, item: Breakpoint | None) -> None:
    """Say where the code stopped and obey until it shall go on. Without a user it goes on at once."""
    session = debugger.session
    host = session.host
    position = None if site is None else node_extent(site.source, site.start, site.end)
    if position is None:
        running = running_at()
        position = running.extent() if running is not None else None
    if item is not None:
        host.write(f"Hit {item.describe()}\n")
    if position is not None:
        host.write(f"\n{position_message(position)}\n\n")
    if session.non_interactive:
        return
    while True:
        host.write("[DBG]: PS> ")
        host.flush()
        line = host.read_line()
        word = "c" if line is None else line.strip()
        action = RESUMING.get(word.lower())
        if action is not None:
            resume(debugger, action)
            return
        shown = told(word, position) if word else None
        if shown is not None:
            host.write("\n".join([*shown, ""]))
        elif word:
            _evaluate(session, scope, word)


def _evaluate(session: Session, scope: Scope, text: str) -> None:
    try:
        session.make_block(text).run_inline(scope, session.write_default)
    except ExitSignal:
        raise
    except NetException as error:
        session.report(session.record_of(error))


def confirm_line(session: Session, line: str) -> bool:
    """Set-PSDebug -Step: ask before a line; False means not to ask again. Raises PipelineStopped for No."""
    from spshell.engine.commands.should_process import no_prompt

    if session.non_interactive:
        raise no_prompt()
    host = session.host
    while True:
        host.write(
            f"\nContinue with this operation?\n{line}\n[Y] Yes  [A] Yes to All  [N] No  [L] No to All: "
        )
        host.flush()
        answer = (host.read_line() or "y").strip().lower()[:1] or "y"
        if answer in ("y", "a"):
            return answer == "y"
        if answer in ("n", "l"):
            raise PipelineStopped
