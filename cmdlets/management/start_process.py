"""Start-Process."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from typing import TYPE_CHECKING, Any

from cmdlets.management.messages import process_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.errors.records import ErrorRecord
from spshell.engine.native.own_program import is_own, is_own_name, own_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import ExitStack

_DEFAULT = ("Default",)


class StartProcess(Cmdlet, verb="Start", noun="Process", default_set="Default", should_process=True):
    """Start a program and go on, or wait for it.

    The arguments are joined to one command line first: one with blanks in it needs quotes of its own.

        PS> (Start-Process true -Wait -PassThru).ExitCode
        0
    """

    file_path: Any = parameter(
        "string",
        mandatory=True,
        position=0,
        aliases=("PSPath", "Path"),
        validate=[ValidateNotNullOrEmpty()],
        help="The program.",
    )
    argument_list: Any = parameter("string[]", position=1, aliases=("Args",), help="Its arguments.")
    credential: Any = parameter(
        "pscredential", sets=_DEFAULT, aliases=("RunAs",), help="Refused: windows exist on Windows only."
    )
    working_directory: Any = parameter("string", validate=[ValidateNotNullOrEmpty()], help="Where it starts.")
    load_user_profile: Any = parameter(
        "switch", sets=_DEFAULT, aliases=("Lup",), help="Refused: windows exist on Windows only."
    )
    no_new_window: Any = parameter(
        "switch", sets=_DEFAULT, aliases=("nnw",), help="Refused: windows exist on Windows only."
    )
    pass_thru: Any = parameter("switch", help="Return the process.")
    redirect_standard_error: Any = parameter(
        "string", sets=_DEFAULT, aliases=("RSE",), help="A file for its errors."
    )
    redirect_standard_input: Any = parameter(
        "string", sets=_DEFAULT, aliases=("RSI",), help="A file as its input."
    )
    redirect_standard_output: Any = parameter(
        "string", sets=_DEFAULT, aliases=("RSO",), help="A file for its output."
    )
    verb: Any = parameter(
        "string", sets={"UseShellExecute": SetFlags()}, help="Refused: verbs exist on Windows only."
    )
    window_style: Any = parameter("string", help="Refused: windows exist on Windows only.")
    wait: Any = parameter("switch", help="Go on when it has ended.")
    use_new_environment: Any = parameter(
        "switch", sets=_DEFAULT, help="Without the variables of this session."
    )
    environment: Any = parameter("hashtable", help="Variables to set, or to remove with $null.")

    def begin(self) -> Iterator[object]:
        for name in ("Verb", "WindowStyle"):
            if self.is_bound(name):
                error = process_fault("NotSupportedException", f"-{name}", "Start-Process")
                error.record = ErrorRecord(error, "NotSupportedException")
                self.throw(error)
        program = self._program()
        if not self.should_process(program):
            return
        from contextlib import ExitStack

        from spshell.dotnet.diagnostics.processes import Process

        folder = self._folder()
        self.session.host.flush()
        with ExitStack() as files:
            child = self._start(program, folder, files)
        process = Process(child.pid, os.path.basename(program), child)
        copies = [
            _copy_lines(stream, self.session.resolve_path(name))
            for stream, name in (
                (child.stdout, self.redirect_standard_output),
                (child.stderr, self.redirect_standard_error),
            )
            if name is not None
        ]
        if self.wait:
            child.wait()
            for copy in copies:
                copy.join()
        if self.pass_thru:
            yield process

    def _program(self) -> str:
        given = str(self.file_path)
        path = self.session.resolve_path(given)
        if ("/" in given or "\\" in given) or os.path.isfile(path):
            return path if os.path.isfile(path) or is_own(path) else given
        return shutil.which(given) or (own_path() if is_own_name(given) else given)

    def _folder(self) -> str:
        if self.working_directory is None:
            return str(self.session.location)
        folder = self.session.resolve_path(self.working_directory)
        if not os.path.isdir(folder):
            self.throw(process_fault("CannotStarttheProcess", folder, target=folder))
        return str(folder)

    def _start(self, program: str, folder: str, files: ExitStack) -> Any:
        import subprocess

        from cmdlets.management.command_line import split_command_line
        from spshell.engine.native.own_program import program_words

        line = " ".join(str(item) for item in self.argument_list or ())
        try:
            return subprocess.Popen(  # noqa: S603 - starting programs is what the command is for
                [*program_words(program), *split_command_line(line)],
                cwd=folder,
                env=self._variables(),
                stdin=self._input(files),
                stdout=None if self.redirect_standard_output is None else subprocess.PIPE,
                stderr=None if self.redirect_standard_error is None else subprocess.PIPE,
            )
        except OSError as error:
            number = errno.ENOENT if error.errno == errno.EACCES else error.errno
            reason = os.strerror(number or errno.ENOENT)
            failed = process_fault(
                "InvalidOperationException", self.file_path, folder, reason, target=self.file_path
            )
            failed.record = ErrorRecord(failed, "InvalidOperationException", target=self.file_path)
            self.runtime._sign(failed.record)
            self.throw(failed)

    def _input(self, files: ExitStack) -> Any:
        if self.redirect_standard_input is None:
            return None
        path = self.session.resolve_path(self.redirect_standard_input)
        if not os.path.isfile(path):
            self.throw(process_fault("FileNotFoundException", path, target=path))
        return files.enter_context(open(path, "rb"))

    def _variables(self) -> dict[str, str] | None:
        if self.environment is None and not self.use_new_environment:
            return None
        from spshell.values.text import to_text

        kept = ("PATH", "HOME", "USER", "LANG", "TERM", "SHELL")
        made = {
            name: value for name, value in os.environ.items() if not self.use_new_environment or name in kept
        }
        for key, value in self.environment.items() if self.environment is not None else ():
            name = to_text(key)
            if value is None:
                made.pop(name, None)
            elif name == "PATH" and made.get(name):  # folders are added to those of the session
                made[name] += os.pathsep + to_text(value)
            else:
                made[name] = to_text(value)
        return made


def _copy_lines(stream: Any, path: str) -> threading.Thread:
    """Write what a program gives to a file, line by line: the last line gets its end too."""
    from spshell.engine.native.output import CHUNK, Lines

    file = open(path, "w", encoding="utf-8", newline="")  # noqa: SIM115 - closed by the thread

    def copy() -> None:
        with file, stream:
            lines = Lines(lambda line: file.writelines((line, "\n")))
            while chunk := os.read(stream.fileno(), CHUNK):
                lines.add(chunk, False)
                file.flush()
            lines.add(b"", True)

    thread = threading.Thread(target=copy, daemon=True)
    thread.start()
    return thread
