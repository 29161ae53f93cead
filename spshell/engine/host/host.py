"""The host: where text goes and input comes from. The console host writes to Python streams; tests use a buffer."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TextIO


class Host:
    """Text in and out of a session.

    `out` and `err` are text streams with ``write``; `width` is the console's width in columns (80 off a terminal);
    ``output_encoding`` is how the output of programs is read (None is UTF-8).
    """

    name = "ConsoleHost"

    def __init__(
        self,
        out: TextIO | None = None,
        err: TextIO | None = None,
        stdin: TextIO | None = None,
        *,
        interactive: bool = False,
        width: int = 80,
    ) -> None:
        self.out = out if out is not None else sys.stdout
        self.err = err if err is not None else sys.stderr
        self.stdin = stdin
        self.interactive = interactive
        self.width = width
        self.output_encoding: Any = None
        self.input_encoding: Any = None
        self.transcribers: list[Callable[[str], None]] = []
        self.style: Any = None

    def _shown(self, text: str) -> str:
        """A text as it may be shown: without colours when plain text is asked for."""
        if "\x1b" not in text:
            return text
        from spshell.engine.host.escapes import rendering, strip

        return strip(text) if rendering(self.style) == "PlainText" else text

    def write(self, text: str) -> None:
        """Write text to standard output."""
        text = self._shown(text)
        self.out.write(text)
        self.transcribe(text)

    def write_unnoted(self, text: str) -> None:
        """Write text to standard output that is not for the transcripts."""
        self.out.write(self._shown(text))

    def write_error(self, text: str) -> None:
        """Write text to standard error."""
        text = self._shown(text)
        self.err.write(text)
        self.transcribe(text)

    def transcribe(self, text: str) -> None:
        """Hand a text to the transcripts only."""
        for take in self.transcribers:
            take(text)

    def flush(self) -> None:
        """Hand everything written to the operating system."""
        self.out.flush()
        self.err.flush()

    def read_line(self) -> str | None:
        """The next line of input without its end, or None at the end of input."""
        stream = self.stdin if self.stdin is not None else sys.stdin
        line = stream.readline()
        if line == "":
            return None
        return line.rstrip("\r\n")

    def ask(self, prompt: str) -> str | None:
        """Write a prompt and read the answer; one that nobody typed at a terminal is shown as well."""
        self.write(prompt)
        self.flush()
        line = self.read_line()
        if not self.interactive:
            self.write(f"{line or ''}\n")
        return line

    def read_secret(self, prompt: str) -> str | None:
        """A line that is not echoed."""
        if self.interactive:
            import getpass

            return getpass.getpass(prompt)
        self.write(prompt)
        self.flush()
        line = self.read_line()
        self.write("\n")
        return line
