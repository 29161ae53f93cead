"""Standard input: the script itself, whole (default) or statement by statement (``-Command -``), or ``$input``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session


def _read_all(session: Session) -> str:
    import sys

    stream = session.host.stdin if session.host.stdin is not None else sys.stdin
    return stream.read().removeprefix("\ufeff")


def run_whole(session: Session) -> int:
    """The whole input is one script, parsed before anything runs."""
    from spshell.running import guarded

    text = _read_all(session)

    def body(out: Callable[[Any], None]) -> None:
        session.run_text(text, out)

    return guarded(session, body, command_mode=True)


def run_statements(session: Session) -> int:
    """``-Command -``: each complete statement runs when its last line is there; errors do not stop the rest.

    A block over several lines runs at the first blank line that finds it complete; unfinished input is dropped.
    """
    from spshell.language import parse
    from spshell.running import run_command

    code = 0
    held: list[str] = []
    for line in _read_all(session).removesuffix("\n").split("\n"):
        held.append(line)
        if len(held) > 1 and line.strip():
            continue
        text = "\n".join(held)
        if text.strip() and parse(text).incomplete:
            continue
        held = []
        if text.strip():
            code = run_command(session, text)
            if session.leaving:
                break
    return code


def input_lines(session: Session, block: ScriptBlock) -> list[str] | None:
    """The lines of standard input when a script's code names ``$input`` and input is redirected; else None."""
    stream = session.host.stdin
    if stream is None or stream.isatty() or not _names_input(block):
        return None
    text = stream.read()
    return text.removesuffix("\n").split("\n") if text else []


def _names_input(block: ScriptBlock) -> bool:
    if "input" not in block.text.lower():
        return False
    from spshell.compiler.below import walk

    return any(
        node.kind == "VariableExpression" and node.path.lower() == "input" for node in walk(block.node)
    )


def lines_enumerator(lines: list[str]) -> Any:
    """``$input`` for lines of standard input."""
    from spshell.dotnet.collections.enumerators import Enumerator

    return Enumerator(
        lines, "System.Management.Automation.Runspaces.PipelineReader`1+<GetReadEnumerator>d__20"
    )
