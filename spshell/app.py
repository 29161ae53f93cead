"""Putting a session together and running what the command line asks for.

This is the only module that knows every layer: it gives the session its formatter, its farm and its manifests.
"""

from __future__ import annotations

import os
import sys

from spshell.engine.session import Session
from spshell.options import USAGE_ERROR
from spshell.running import run_command, run_file
from spshell.script_cache import open_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TextIO

    from spshell.engine.host.host import Host
    from spshell.options import Options


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
    if options is not None and options.strict:
        _be_strict(session)
    return session


def _be_strict(session: Session) -> None:
    """``-Strict``: every error ends the script, a program that fails is one, and so the exit code is 1."""
    from spshell.dotnet.system.enumerations import enum_value

    stop = enum_value("System.Management.Automation.ActionPreference", "Stop")
    session.global_scope.vars["erroractionpreference"] = stop
    session.global_scope.vars["psnativecommanduseerroractionpreference"] = True


def _renderer(write: Callable[[str], None], width: int, session: Session, **options: Any) -> Any:
    from spshell.formatting.render import Renderer

    return Renderer(write, width, session, **options)


def _error_text(record: Any, session: Session) -> str:
    from spshell.formatting.errorview import error_text

    return error_text(record, session)


def run(options: Options) -> int:
    """Run what the options ask for; the exit code."""
    from spshell.engine.host.host import Host

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
    session.writes_xml = options.output_format.lower() == "xml"
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

    from spshell.engine.host.host import Host
    from spshell.repl import start

    host = Host(_text_stream(sys.stdout), _text_stream(sys.stderr), None, interactive=True)
    host.width = shutil.get_terminal_size().columns
    session = make_session(host, options=options, non_interactive=options.non_interactive)
    session.script_cache = open_cache()
    try:
        if not options.no_profile:
            from spshell.profiles import run_profiles

            run_profiles(session)
        if options.mode:
            code = _run_once(session, options)
            if session.leaving:
                return code
        return start(session, show_banner=not options.no_logo)
    finally:
        if session.script_cache is not None:
            session.script_cache.save()


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
        from spshell.values.unencodable import lenient

        reconfigure(encoding="utf-8", errors=lenient(), newline="\n")
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
        return USAGE_ERROR
    return run_command(session, code)
