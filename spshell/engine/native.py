"""Programs of the operating system as pipeline stages (about_Native_Commands... about_Parsing).

Arguments are passed exactly, one each; output is text lines; standard error goes through to the terminal unless
redirected; the exit code is ``$LASTEXITCODE``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.engine.faults import make_fault
from spshell.engine.pipeline import Stage, attach
from spshell.engine.sites import BareWord, ParameterName, SplatArgument
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING
from spshell.values.text import to_text

if TYPE_CHECKING:
    from spshell.engine.commandinfo import ApplicationInfo
    from spshell.engine.scope import Scope
    from spshell.engine.sites import CommandSite


def native_arguments(args: tuple[Any, ...], folder: str) -> list[str]:
    """The argument texts of a native command: null gives none, arrays one each, bare wildcards expand."""
    result: list[str] = []
    pending = ""
    for value in args:
        if isinstance(value, ParameterName):
            if value.colon:
                pending = value.text + ":"
            else:
                result.append(value.text)
            continue
        if isinstance(value, SplatArgument):
            result.append(f"-{value.name}:{to_text(value.value)}")
            continue
        texts = _texts(value, folder)
        if pending:
            texts = [pending + " ".join(texts)]
            pending = ""
        result.extend(texts)
    return result


def _texts(value: Any, folder: str) -> list[str]:
    if value is None or value is NOTHING:
        return []
    if type(value) is BareWord:
        return _expand(str(value), folder)
    if isinstance(value, list):
        return [text for item in value for text in (_texts(item, folder) if item is not None else [])]
    return [_text(value)]


def _text(value: Any) -> str:
    from spshell.values.objects import PSObject

    if type(value) is PSObject and value.text is not None:
        return value.text
    return to_text(value)


def _expand(word: str, folder: str) -> list[str]:
    """A bare word as a Unix shell expands it: ``~`` and wildcards; one that matches nothing stays."""
    import glob

    if word == "~" or word.startswith("~/"):
        word = os.path.expanduser("~") + word[1:]
    if not any(mark in word for mark in "*?["):
        return [word]
    pattern = word if os.path.isabs(word) else os.path.join(glob.escape(folder), word)
    found = sorted(glob.glob(pattern))
    if not found:
        return [word]
    if os.path.isabs(word):
        return found
    return [
        os.path.relpath(item, folder) if not word.startswith("./") else "./" + os.path.relpath(item, folder)
        for item in found
    ]


class NativeStage(Stage):
    """One program: objects piped in become its standard input, formatted as the console would show them."""

    def __init__(self, info: ApplicationInfo, scope: Scope, site: CommandSite, args: tuple[Any, ...]) -> None:
        self.info = info
        self.scope = scope
        self.site = site
        self.args = args
        self.session = scope.session
        self.input: list[str] = []
        self.renderer: Any = None
        self.process_id = 0
        self.has_input = False

    def process(self, value: Any) -> None:
        self.has_input = True
        if self.renderer is None:
            self.renderer = self.session.new_renderer(self.input.append, 80, for_file=True)
        self.renderer.add(value)

    def end(self) -> None:
        if self.renderer is not None:
            self.renderer.finish()
        self.session.host.flush()
        try:
            self._run()
        except NetException as error:
            attach(self.scope, error, self.site)
            raise

    def _run(self) -> None:
        import subprocess

        capture_errors = self.session.streams.error != self.session.show_error
        command = [self.info.path, *native_arguments(self.args, self.session.location)]
        try:
            process = subprocess.Popen(  # noqa: S603 - running programs is what a shell is for
                command,
                stdin=subprocess.PIPE
                if self.has_input
                else (None if self.session.host.stdin is None else subprocess.DEVNULL),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE if capture_errors else None,
                cwd=self.session.location,
            )
        except OSError as error:
            raise make_fault(
                "NativeCommandFailed", self.info.name, error.strerror or str(error), target=self.info.name
            ) from None
        text = "".join(self.input).encode("utf-8", "surrogatepass") if self.has_input else None
        output, errors = process.communicate(text)
        self._emit_errors(errors)
        for line in _lines(output):
            self.out(line)
        self.process_id = process.pid
        self._finish(process.returncode)

    def _emit_errors(self, data: bytes | None) -> None:
        from spshell.engine.errors import ErrorRecord
        from spshell.values.exceptions import exception_class

        for line in _lines(data or b""):
            error = exception_class("System.Management.Automation.RemoteException")(line)
            record = ErrorRecord(error, "NativeCommandError", "NotSpecified", target=line)
            record.no_suffix = True
            self.session.streams.error(record)

    def _finish(self, code: int) -> None:
        code = code if code >= 0 else 128 - code
        self.session.global_scope.vars["lastexitcode"] = code
        if code == 0:
            return
        self.session.ok = False
        self.session.pipeline_failed = True
        from spshell.engine.variables import lookup
        from spshell.values.truth import truth

        if truth(lookup(self.scope, "psnativecommanduseerroractionpreference")):
            from spshell.engine.errors import ErrorRecord

            error = make_fault(
                "ProgramExitedWithNonZeroCode",
                self.info.name,
                code,
                f"0x{code:08X}" if code > 255 else f"0x{code:02X}",
            )
            error.properties = {"Path": self.info.path, "ExitCode": code, "ProcessId": self.process_id}
            record = ErrorRecord(error, target=self.info.path)
            record.activity = self.info.name
            attach(self.scope, error, self.site)
            self.session.write_error(self.scope, record)


def _lines(data: bytes) -> list[str]:
    """Output bytes as lines of text; a carriage return before the line feed goes, bad UTF-8 becomes U+FFFD."""
    if not data:
        return []
    text = data.decode("utf-8", "replace")
    text = text.removesuffix("\n")
    return [line.removesuffix("\r") for line in text.split("\n")]
