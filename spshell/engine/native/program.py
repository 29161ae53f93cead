"""Programs of the operating system as pipeline stages (about_Native_Commands).

Output is lines of text as they come; from one program to the next, and into a file, it goes byte for byte. Standard
error passes through unless it is redirected; the exit code is ``$LASTEXITCODE``.
"""

from __future__ import annotations

import os
import sys

from spshell.engine.errors.faults import make_fault
from spshell.engine.native.arguments import native_arguments
from spshell.engine.native.own_program import program_words
from spshell.engine.pipelines.pipeline import Stage, attach
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.commands.kinds import ApplicationInfo
    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.native.output import Carrier
    from spshell.engine.variables.scope import Scope


class NativeStage(Stage):
    """One program: objects piped in become its standard input, formatted as the console would show them."""

    def __init__(
        self,
        info: ApplicationInfo,
        scope: Scope,
        site: CommandSite,
        args: tuple[Any, ...],
        expects_input: bool,
    ) -> None:
        self.info = info
        self.scope = scope
        self.site = site
        self.args = args
        self.session = scope.session
        self.renderer: Any = None
        self.expects_input = expects_input
        self.carrier: Carrier | None = None
        self.over = False
        self.complained = False  # whether it wrote to its error stream before

    def process(self, value: Any) -> None:
        if self.renderer is None:
            self._start()
            self.renderer = self.session.new_renderer(self._write, 80, for_file=True)
        carrier = self.carrier
        if carrier is None or carrier.wants_input:
            self.renderer.add(value)

    def take_bytes(self, data: bytes) -> bool:
        """What another program wrote, as it is; whether more is wanted."""
        return self._start().feed(data)

    def _write(self, text: str) -> None:
        self._start().feed(encode_for_programs(self.scope, text))

    def end(self) -> None:
        if self.renderer is not None:
            self.renderer.finish()
        carrier = self._start()
        code = carrier.finish()
        self.over = True
        self._finish(code)

    def close(self) -> None:
        if self.carrier is not None and not self.over:
            self.over = True
            self.carrier.stop()

    def _start(self) -> Carrier:
        """The running program; it starts when its first input comes, or when there is none."""
        if self.carrier is None:
            self.session.host.flush()
            try:
                self.carrier = self._run()
            except NetException as error:
                record = attach(self.scope, error, self.site)
                if error.error_id == "NativeCommandFailed" and record.invocation is not None:
                    record.invocation.invocation_name = ""  # shown under its category
                raise
        return self.carrier

    def _run(self) -> Carrier:
        import subprocess

        from spshell.engine.native.output import Carrier
        from spshell.values.unencodable import as_bytes

        direct = self._shares_terminal()
        capture_errors = self.session.streams.error != self.session.show_error
        arguments = native_arguments(self.args, self.session.location, self.site)
        command = [as_bytes(text) for text in (*program_words(self.info.path), *arguments)]
        try:
            process = subprocess.Popen(  # noqa: S603 - running programs is what a shell is for
                command,
                stdin=subprocess.PIPE if self.expects_input else self._own_input(),
                stdout=None if direct else subprocess.PIPE,
                stderr=subprocess.PIPE if capture_errors else None,
                cwd=self.session.location,
                bufsize=0,
            )
        except OSError as error:
            raise self._not_started(error) from None
        looks_on = getattr(self.out, "take_bytes", None) is not None
        return Carrier(process, self._output(), self._line_sink(self._error_line), looks_on=looks_on)

    def _shares_terminal(self) -> bool:
        """Whether the program writes to the terminal itself: nobody else is to see its output."""
        host = self.session.host
        return bool(host.interactive and self.out == self.session.default_out and not host.transcribers)

    def _own_input(self) -> int | None:
        import subprocess

        host = self.session.host
        return None if host.stdin is None or host.stdin is sys.stdin else subprocess.DEVNULL

    def _output(self) -> Callable[[bytes, bool], Any]:
        """Where chunks of standard output go: on as bytes where bytes are wanted, else as lines."""
        raw = getattr(self.out, "take_bytes", None)
        if raw is None:
            if self.out == self.session.default_out:
                from spshell.engine.native.output import Text

                return Text(self._show, output_encoding(self.session)).add
            return self._line_sink(self.out)

        def pass_on(data: bytes, last: bool) -> Any:
            return None if last else raw(data)

        return pass_on

    def _show(self, text: str) -> None:
        self.session.host.write(text)
        self.session.host.flush()

    def _line_sink(self, take: Callable[[str], None]) -> Callable[[bytes, bool], None]:
        from spshell.engine.native.output import Lines

        return Lines(take, output_encoding(self.session)).add

    def _not_started(self, error: OSError) -> NetException:
        """A program that cannot be started; a file that is no program counts as not being there."""
        import errno

        number = errno.ENOENT if error.errno == errno.EACCES else error.errno
        reason = os.strerror(number) if number is not None else str(error)
        place = _position(self.site)
        return make_fault(
            "NativeCommandFailed", self.info.name, self.info.path, self.session.location, reason + place,
            target=self.info.name,
        )  # fmt: skip

    def _error_line(self, line: str) -> None:
        from spshell.engine.errors.records import ErrorRecord
        from spshell.values.exceptions import exception_class

        error = exception_class("System.Management.Automation.RemoteException")(line)
        error_id = "NativeCommandErrorMessage" if self.complained else "NativeCommandError"
        self.complained = True
        record = ErrorRecord(error, error_id, "NotSpecified", target=line)
        record.no_suffix = True
        self.session.streams.error(record)

    def _finish(self, code: int) -> None:
        code = code if code >= 0 else 128 - code
        self.session.global_scope.vars["lastexitcode"] = code
        if code == 0:
            return
        self.session.ok = False
        self.session.pipeline_failed = True
        from spshell.engine.variables.variables import lookup
        from spshell.values.truth import truth

        if truth(lookup(self.scope, "psnativecommanduseerroractionpreference")):
            self._failed(code)

    def _process_id(self) -> int:
        return 0 if self.carrier is None else self.carrier.process.pid

    def _failed(self, code: int) -> None:
        """An exit code other than 0 is an error when $PSNativeCommandUseErrorActionPreference says so."""
        from spshell.engine.errors.records import ErrorRecord
        from spshell.engine.variables.variables import preference

        error = make_fault(
            "ProgramExitedWithNonZeroCode",
            self.info.name,
            code,
            f"0x{code:08X}" if code > 255 else f"0x{code:02X}",
        )
        error.properties = {"Path": self.info.path, "ExitCode": code, "ProcessId": self._process_id()}
        record = ErrorRecord(error, target=self.info.path)
        record.reason = "NativeCommandExitException"
        error.record = record
        if preference(self.scope, "erroractionpreference") == "stop":
            attach(self.scope, error, self.site)
            if record.invocation is not None:
                record.invocation.invocation_name = ""
            raise error
        self.session.report(record, preference(self.scope, "erroractionpreference"))


def _position(site: CommandSite) -> str:
    """``At file:line char:column`` with the line and its marker, as the message of a failed start ends."""
    from spshell.engine.errors.extents import node_extent
    from spshell.engine.errors.position_text import position_message

    return position_message(node_extent(site.source, site.start, site.end))


def encode_for_programs(scope: Scope, text: str) -> bytes:
    """Text for a program's standard input in ``$OutputEncoding``."""
    from spshell.engine.variables.variables import read

    encoding = read(scope, "OutputEncoding")
    encode = getattr(encoding, "encode", None)
    return bytes(encode(text)) if encode is not None else text.encode("utf-8", "surrogatepass")


def output_encoding(session: Any) -> Any:
    """``[Console]::OutputEncoding``: an encoding object, or None for UTF-8."""
    return session.host.output_encoding
