"""Read, run, show, again: the loop of an interactive session. Nothing a script does ends it but ``exit``."""

from __future__ import annotations

import sys

from spshell.engine.errors.signals import ExitSignal, FlowSignal
from spshell.repl.editor import make_editor
from spshell.repl.prompt_text import prompt_text
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session


def run(session: Session, painted: str) -> int:
    """Run until ``exit`` or Ctrl+D; the exit code. `painted` is the prompt that stands on the screen already."""
    editor = make_editor(session)
    session.apart_errors = session.show_error
    sys.stdout.write("\r" + " " * len(painted.rsplit("\n", 1)[-1]) + "\r")
    sys.stdout.flush()
    while True:
        try:
            text = editor.prompt(prompt_text(session))
        except KeyboardInterrupt:
            continue
        except EOFError:
            return 0
        if not text.strip():
            continue
        code = run_line(session, text)
        if code is not None:
            return code


def run_line(session: Session, text: str) -> int | None:
    """Run one input and show its output; an exit code when it asked to leave."""
    renderer = session.new_renderer(session.host.write, session.host.width)
    try:
        session.run_text(text, renderer.add)
    except ExitSignal as signal:
        return signal.code % 256
    except NetException as error:
        session.report(session.record_of(error))
    except KeyboardInterrupt:
        session.host.write("\n")
    except FlowSignal:
        pass  # a stray break or continue ends the input, not the session
    except Exception as fault:  # noqa: BLE001 - an internal fault must not end the session either
        _show_fault(session, fault)
    _finish(renderer, session)
    session.try_depth = 0
    session.depth = 0
    return None


def _finish(renderer: Any, session: Session) -> None:
    try:
        renderer.finish()
    except NetException as error:
        session.report(session.record_of(error))
    session.host.flush()


def _show_fault(session: Session, fault: Exception) -> None:
    from spshell.engine.errors.fault_text import fault_line

    session.host.write_error(fault_line(fault))
