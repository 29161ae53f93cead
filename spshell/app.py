"""Putting a session together and running what the command line asks for.

This is the only module that knows every layer: it gives the session its formatter, its farm and its manifests.
"""

from __future__ import annotations

import os
import sys

from spshell.engine.session import Session
from spshell.engine.signals import ExitSignal, FlowSignal
from spshell.script_cache import open_cache
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TextIO

    from spshell.cli import Options
    from spshell.engine.host import Host

INTERNAL_FAULT = 70
SYNTAX_ERROR = 65
_SIGPIPE = 13


def make_session(
    host: Host | None = None, *, options: Options | None = None, non_interactive: bool = True
) -> Session:
    """A session with everything attached: formatter, farm service, cmdlet manifests."""
    from spshell.farm_service import attach_farm
    from spshell.profiles import set_module_path

    set_module_path()
    session = Session(host, non_interactive=non_interactive)
    session.renderer_factory = _renderer
    session.error_text = _error_text
    attach_farm(session, options.farm if options else None, options.server if options else None)
    return session


def _renderer(write: Callable[[str], None], width: int, session: Session, **options: Any) -> Any:
    from spshell.formatting.render import Renderer

    return Renderer(write, width, session, **options)


def _error_text(record: Any, session: Session) -> str:
    from spshell.formatting.errorview import error_text

    return error_text(record, session)


def run(options: Options) -> int:
    """Run what the options ask for; the exit code."""
    from spshell.engine.host import Host

    serves = options.timer_service or options.mail_service
    asked = options.mode == "" or (options.no_exit and options.mode not in ("stdin", "stdin_command"))
    interactive = asked and not serves and sys.stdin is not None and sys.stdin.isatty()
    if options.mode == "file":
        options.target = os.path.abspath(os.path.expanduser(options.target))
    if options.working_directory and not _change_folder(options.working_directory):
        sys.stderr.write(
            f"Set-Location: The working directory '{options.working_directory}' does not exist.\n"
        )
    if interactive:
        return _run_interactive(options)
    host = Host(_text_stream(sys.stdout), _text_stream(sys.stderr), sys.stdin)
    session = make_session(host, options=options, non_interactive=options.non_interactive)
    session.script_cache = open_cache()
    try:
        if serves:
            from spshell.services import run_services

            return run_services(session, timer=options.timer_service, mail=options.mail_service)
        return _run_mode(session, options)
    finally:
        for action in session.at_exit:
            action()
        host.flush()
        if session.script_cache is not None:
            session.script_cache.save()


def _run_interactive(options: Options) -> int:
    """A prompt at the terminal; -NoExit keeps it open after a script too."""
    import shutil

    from spshell.engine.host import Host
    from spshell.repl import start

    host = Host(_text_stream(sys.stdout), _text_stream(sys.stderr), None, interactive=True)
    host.width = shutil.get_terminal_size().columns
    session = make_session(host, options=options, non_interactive=options.non_interactive)
    session.script_cache = open_cache()
    if not options.no_profile:
        from spshell.profiles import run_profiles

        run_profiles(session)
    if options.mode:
        code = _run_once(session, options)
        if session.leaving:
            return code
    return start(session, show_banner=not options.no_logo)


def _change_folder(path: str) -> bool:
    try:
        os.chdir(os.path.expanduser(path))
    except OSError:
        return False
    return True


def _text_stream(stream: TextIO) -> TextIO:
    """The stream with UTF-8 and no newline translation, as PowerShell writes on this system."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    return stream


def _run_mode(session: Session, options: Options) -> int:
    """Profiles, what was asked for, and with -NoExit the rest of standard input."""
    if not options.no_profile:
        from spshell.profiles import run_profiles

        run_profiles(session)
        if session.leaving:
            return 0
    code = _run_once(session, options)
    if (
        options.no_exit
        and options.mode in ("file", "command", "arguments", "encoded")
        and not session.leaving
    ):
        from spshell.standard_input import run_whole

        code = run_whole(session)
    return code


def _run_once(session: Session, options: Options) -> int:
    mode = options.mode
    if mode == "file":
        return run_file(session, options.target, options.arguments, syntax_only=options.syntax_only)
    if mode == "command":
        return run_command(session, " ".join([options.target, *options.arguments]))
    if mode == "arguments":
        return run_command(session, options.target, options.arguments)
    if mode == "encoded":
        return _run_encoded(session, options.target)
    from spshell.standard_input import run_statements, run_whole

    if mode == "stdin_command":
        return run_statements(session)
    return run_whole(session)


def _run_encoded(session: Session, text: str) -> int:
    import base64
    import binascii

    try:
        code = base64.b64decode(text, validate=True).decode("utf-16-le")
    except (binascii.Error, UnicodeDecodeError):
        from spshell.usage import USAGE

        session.host.write_error("-EncodedCommand needs base64 of UTF-16LE text.\n")
        session.host.write(USAGE)
        return 64
    return run_command(session, code)


class Output:
    """The end of the default pipeline: objects go to the formatter, which writes to the host."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.renderer: Any = None

    def add(self, value: Any) -> None:
        """Show an object. The formatter is made for the first that is more than a text or an Int32."""
        if self.renderer is None:
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
        from spshell.engine.depth import call_depth_fault

        session.report(session.record_of(call_depth_fault()))
        code = 1
    except KeyboardInterrupt:
        code = 130
    except FlowSignal:
        code = 0
    except BrokenPipeError:  # nobody reads on, as in `spshell ... | head`
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - what is left to write goes nowhere
        return 128 + _SIGPIPE
    except Exception as error:  # noqa: BLE001 - an internal fault: one line and a report, never a traceback
        code = _internal_fault(session, error)
    output.finish(lost=lost)
    if session.wanted_exit_code is not None and not session.leaving:
        return session.wanted_exit_code % 256
    return code


def _internal_fault(session: Session, error: Exception) -> int:
    if os.environ.get("SPSHELL_TRACEBACK"):
        raise error
    from spshell.engine.fault_text import fault_line

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
        return 64

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
