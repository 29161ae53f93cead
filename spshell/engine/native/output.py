"""Carrying the bytes of a running program: its input in, its output and errors out, both as they come.

All output is taken in the pipeline's own thread: when a chunk of input is written, what the program has written by then
is handed on. Small pieces of input are written together; a thread writes what lies there while nothing follows.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import selectors
import threading
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

CHUNK = 65536
LOOK = 0.01
"""How long the output of a program that takes input may lie there, in seconds, while more input comes."""
IDLE = 0.05
"""How often the program that reads another one's output is looked at while that one is silent."""


class Lines:
    """Bytes as lines of text: split at LF, a CR before it goes, bytes that are no text become U+FFFD."""

    def __init__(self, take: Callable[[str], None], encoding: Any = None) -> None:
        self.take = take
        self.rest = ""
        codec = "utf-8" if encoding is None else str(encoding.codec)
        self.decoder = codecs.getincrementaldecoder(codec)("replace")

    def add(self, data: bytes, last: bool) -> None:
        """A chunk; `last` ends the text."""
        text = self.rest + self.decoder.decode(data, last)
        *lines, self.rest = text.split("\n")
        for line in lines:
            self.take(line.removesuffix("\r"))
        if last and self.rest:
            self.take(self.rest.removesuffix("\r"))
            self.rest = ""


class Text:
    """Bytes as text that is shown as it comes, line ends and all."""

    def __init__(self, take: Callable[[str], None], encoding: Any = None) -> None:
        self.take = take
        codec = "utf-8" if encoding is None else str(encoding.codec)
        self.decoder = codecs.getincrementaldecoder(codec)("replace")

    def add(self, data: bytes, last: bool) -> None:
        """A chunk; `last` ends the text."""
        text = self.decoder.decode(data, last)
        if text:
            self.take(text)


class Carrier:
    """A running program's streams. `output` and `errors` take chunks and say False when nobody wants more."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        output: Callable[[bytes, bool], Any],
        errors: Callable[[bytes, bool], Any],
        *,
        looks_on: bool = False,
    ) -> None:
        self.process = process
        self.output = output
        self.looks_on = looks_on  # another program reads the output: it has to be looked at in between
        self.pending = bytearray()
        self.ending = False
        self.lock = threading.Lock()
        self.sweeper: threading.Thread | None = None
        self.written = 0.0
        self.selector = selectors.DefaultSelector()
        self.looked = 0.0
        for stream, take in ((process.stdout, output), (process.stderr, errors)):
            if stream is not None:
                self.selector.register(stream, selectors.EVENT_READ, take)
        if process.stdin is not None:
            os.set_blocking(process.stdin.fileno(), False)

    @property
    def wants_input(self) -> bool:
        """Whether the program may still read."""
        stream = self.process.stdin
        return stream is not None and not stream.closed

    def feed(self, data: bytes) -> bool:
        """Give the program input, as much as it takes now; whether it wants more."""
        now = time.monotonic()
        with self.lock:
            if self.wants_input:
                self.pending += data
            if now - self.written > LOOK or len(self.pending) >= CHUNK:
                self.written = now
                self._write()
        while len(self.pending) >= CHUNK and self.wants_input:
            self._wait_for_room()
        if self.pending and self.sweeper is None:
            self.sweeper = threading.Thread(target=self._sweep, daemon=True)
            self.sweeper.start()
        if not data or now - self.looked > LOOK:
            self.looked = now
            self._look(0)
        return self.wants_input

    def _sweep(self) -> None:
        while not self.ending:
            time.sleep(LOOK)
            with self.lock:
                if self.pending and not self.ending:
                    self._write()

    def finish(self) -> int:
        """No more input comes: the exit code, when the program has ended and all it wrote is handed on."""
        with self.lock:
            self.ending = True
            self._write()
        while self.pending and self.wants_input:
            self._wait_for_room()
        while self.selector.get_map():
            if not self._look(IDLE if self.looks_on else None) and self.looks_on:
                self.output(b"", False)
        self.selector.close()
        return self.process.wait()

    def stop(self) -> None:
        """End the program; what it still writes is lost."""
        self.ending = True
        if self.process.poll() is None:
            self.process.kill()
        self.selector.close()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self.process.wait()

    def _write(self) -> None:
        stream = self.process.stdin
        if stream is None or stream.closed:
            self.pending.clear()
            return
        try:
            while self.pending:
                taken = os.write(stream.fileno(), memoryview(self.pending)[:CHUNK])
                del self.pending[:taken]
        except BlockingIOError:
            return
        except OSError:  # the program did not want it all
            self.pending.clear()
            stream.close()
            return
        if self.ending:
            stream.close()

    def _wait_for_room(self) -> None:
        """Wait until the program reads, or writes what must be taken first."""
        stream = self.process.stdin
        assert stream is not None
        self.selector.register(stream, selectors.EVENT_WRITE, None)
        try:
            self._look(None)
        finally:
            self.selector.unregister(stream)
        with self.lock:
            self._write()

    def _look(self, seconds: float | None) -> bool:
        """Hand on what the program has written; whether there was something."""
        if not self.selector.get_map():
            return False
        found = self.selector.select(seconds)
        for key, _events in found:
            if key.data is None:
                continue
            chunk = os.read(key.fd, CHUNK)
            if not chunk or key.data(chunk, False) is False:
                self.selector.unregister(key.fileobj)
                key.fileobj.close()  # type: ignore[union-attr]  # a stream of the process
            if not chunk:
                key.data(chunk, True)
        return bool(found)
