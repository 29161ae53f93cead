"""Running a text or a script file with the default output: what ends it is reported and becomes the exit code."""

from __future__ import annotations

import os
import sys

from spshell.engine.errors.signals import ExitSignal, FlowSignal
from spshell.options import CLOSED, INTERNAL_FAULT, INTERRUPTED, SYNTAX_ERROR, USAGE_ERROR
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.session import Session


class Output:
    """The end of the default pipeline: objects go to the formatter, which writes to the host."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.renderer: Any = None

    def add(self, value: Any) -> None:
        """Show an object. The formatter is made for the first that is more than a text or an Int32."""
        if self.renderer is None and self.session.writes_xml:
            from spshell.xml_output import XmlOutput

            self.renderer = XmlOutput(self.session.host.write)
        elif self.renderer is None:
            kind = type(value)
            if kind is str or kind is int:
                self.session.host.write(f"{value}\n")
                return
            host = self.session.host
            self.renderer = self.session.new_renderer(host.write, host.width)
        self.renderer.add(value)

    def finish(self, *, lost: bool = False) -> None:
        """Let out what is held back; a script that was torn down loses it."""
        if self.renderer is None:
            return
        if lost:
            abandon = getattr(self.renderer, "abandon", None)
            if abandon is not None:
                abandon()
                return
        self.renderer.finish()


def guarded(session: Session, body: Callable[[Callable[[Any], None]], None], *, command_mode: bool) -> int:
    """Run code with the default output: report what ends it and give the exit code."""
    output = Output(session)
    session.default_out = output.add
    lost = True
    code = 0
    try:
        body(output.add)
        lost = False
        if command_mode and not session.ok:
            code = 1
    except ExitSignal as leaving:
        code = leaving.code % 256
        session.leaving = True
    except NetException as error:
        session.report(session.uncaught_record(error))
        code = 1
    except RecursionError:
        from spshell.engine.calls.depth import call_depth_fault

        session.report(session.record_of(call_depth_fault()))
        code = 1
    except KeyboardInterrupt:
        code = INTERRUPTED
    except FlowSignal:
        code = 0
    except MemoryError:
        from spshell.engine.errors.faults import make_fault

        session.report(session.record_of(make_fault("OutOfMemory")))
        code = 1
    except BrokenPipeError:  # nobody reads on, as in `spshell ... | head`
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - what is left to write goes nowhere
        return CLOSED
    except OSError:
        raise  # standard output, as likely as not: `last_resort` tells which
    except Exception as error:  # noqa: BLE001 - an internal fault: one line and a report, never a traceback
        code = _internal_fault(session, error)
    output.finish(lost=lost)
    if session.wanted_exit_code is not None and not session.leaving:
        return session.wanted_exit_code % 256
    return code


def _internal_fault(session: Session, error: Exception) -> int:
    if os.environ.get("SPSHELL_TRACEBACK"):
        raise error
    from spshell.engine.errors.fault_text import fault_line

    session.host.write_error(fault_line(error))
    return INTERNAL_FAULT


def run_command(session: Session, text: str, arguments: list[str] | None = None) -> int:
    """``-Command``: exit code 1 when the last statement failed."""
    args = tuple(arguments or ())

    def body(out: Callable[[Any], None]) -> None:
        block = session.make_command(text)
        _give_input(session, block)
        session.run_block(block, out, args)

    return guarded(session, body, command_mode=True)


def run_file(session: Session, path: str, arguments: list[str], *, syntax_only: bool = False) -> int:
    """``-File``: run a script in the global scope with text arguments."""
    from spshell.file_arguments import to_arguments

    full = session.resolve_path(path)
    if not os.path.isfile(full):
        from spshell.usage import USAGE

        session.host.write_error(f"The script '{path}' cannot be run: there is no such file.\n")
        session.host.write(USAGE)
        return USAGE_ERROR

    if syntax_only:
        return _check_syntax(session, full)

    def body(out: Callable[[Any], None]) -> None:
        block = session.load_script(full)
        if block.node.requirements is not None:
            from spshell.engine.requirements import check_requirements

            check_requirements(session, block, os.path.basename(full))
        session.script_path = full
        _give_input(session, block)
        session.run_block(block, out, to_arguments(arguments))

    return guarded(session, body, command_mode=False)


def _give_input(session: Session, block: Any) -> None:
    """``$input`` holds the lines of standard input, for code that names it."""
    if "input" not in block.text.lower():
        return
    from spshell.standard_input import input_lines, lines_enumerator

    lines = input_lines(session, block)
    if lines is not None:
        session.global_scope.vars["input"] = lines_enumerator(lines)


def _check_syntax(session: Session, path: str) -> int:
    try:
        session.load_script(path)
    except NetException as error:
        session.report(session.record_of(error))
        return SYNTAX_ERROR
    return 0
