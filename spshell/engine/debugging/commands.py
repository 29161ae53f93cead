"""The words that the debugger understands: how to go on, and what to show (about_Debuggers)."""

from __future__ import annotations

import re

from spshell.engine.errors.signals import PipelineStopped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.debugging.debugger import Debugger

HELP = """
 s, stepInto         Single step (step into functions, scripts, etc.)
 v, stepOver         Step to next statement (step over functions, scripts, etc.)
 o, stepOut          Step out of the current function, script, etc.

 c, continue         Continue operation
 q, quit             Stop operation and exit the debugger
 d, detach           Continue operation and forget the debugger

 k, Get-PSCallStack  Display call stack

 l, list             List source code for the current script; l N from line N, l N M so many lines

 <enter>             Repeat the last command if it was stepInto, stepOver or list

 ?, h                Display this help message
"""

CONTINUE, STEP_INTO, STEP_OUT, STEP_OVER, STOP = "Continue", "StepInto", "StepOut", "StepOver", "Stop"

RESUMING = {
    **dict.fromkeys(("c", "continue", "d", "detach"), CONTINUE),
    **dict.fromkeys(("s", "stepinto"), STEP_INTO),
    **dict.fromkeys(("v", "stepover"), STEP_OVER),
    **dict.fromkeys(("o", "stepout"), STEP_OUT),
    **dict.fromkeys(("q", "quit", "exit"), STOP),
}
"""Word -> how the code goes on."""

_LINES = 16
_COMPOUND = re.compile(r"(if|foreach|for|while|do|switch|try)\b\s*[({]|switch\b|try\b|do\b", re.IGNORECASE)
"""How a statement begins that is made of others: a step over it goes to the first of these."""


def resume(debugger: Debugger, action: str) -> None:
    """Have the code go on. Raises PipelineStopped for Stop."""
    depth = debugger.session.depth
    steps = {STEP_INTO: 1_000_000, STEP_OVER: depth, STEP_OUT: depth - 1}
    debugger.stop_depth = steps.get(action)
    running = debugger.running
    if (
        action == STEP_OVER
        and running is not None
        and not _COMPOUND.match(running.source.text, running.start)
    ):
        debugger.over = running
    if action == STOP:
        raise PipelineStopped


def told(word: str, position: Any) -> list[str] | None:
    """What help and list show, line by line; None for a word that shows nothing."""
    name, *numbers = word.lower().split()
    if name in ("h", "?"):
        return HELP.splitlines()
    if name in ("l", "list") and all(number.isdigit() for number in numbers):
        return listing(position, *map(int, numbers[:2]))
    return None


def listing(position: Any, first: int = 0, count: int = _LINES) -> list[str]:
    """The source around the statement, or so many lines from one on; the statement's line is marked."""
    if position is None:
        return []
    lines = position.source.text.splitlines()
    start = max(first or position.line - 5, 1)
    return [
        f"{number:>5}:{'*' if number == position.line else ' '} {text}"
        for number, text in enumerate(lines[start - 1 : start - 1 + count], start)
    ]
