"""Carrying the bytes of a running program: its input in, its output and errors out as they come."""

from __future__ import annotations

import codecs
import contextlib
import os
import selectors
import threading
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

CHUNK = 65536


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


def transfer(
    process: subprocess.Popen[bytes],
    data: bytes | None,
    output: Callable[[bytes, bool], None],
    errors: Callable[[bytes, bool], None],
) -> None:
    """Feed and drain a program until it ends. When a taker raises, the program is ended first."""
    if data is not None and process.stdin is not None:
        threading.Thread(target=_feed, args=(process.stdin, data), daemon=True).start()
    try:
        with selectors.DefaultSelector() as selector:
            for stream, take in ((process.stdout, output), (process.stderr, errors)):
                if stream is not None:
                    selector.register(stream, selectors.EVENT_READ, take)
            _drain(selector)
    except BaseException:
        process.kill()
        raise
    finally:
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        process.wait()


def _drain(selector: selectors.BaseSelector) -> None:
    while selector.get_map():
        for key, _events in selector.select():
            chunk = os.read(key.fd, CHUNK)
            if not chunk:
                selector.unregister(key.fileobj)
            key.data(chunk, not chunk)


def _feed(stream: IO[bytes], data: bytes) -> None:
    try:
        stream.write(data)
        stream.close()
    except BrokenPipeError:
        pass  # the program did not want it all
    finally:
        with contextlib.suppress(OSError):
            stream.close()
