"""The redirected streams of a program that a script started."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import to_bytes
from spshell.dotnet.io.file_streams import StreamWriter
from spshell.dotnet.text.streams import Stream, StreamReader
from spshell.values.declare import net_class


@net_class("System.IO.Pipes.AnonymousPipeClientStream")
class PipeStream(Stream):
    """The end of a pipe that is written to."""

    def __init__(self, pipe: Any) -> None:
        super().__init__()
        self.pipe = pipe

    def write(self, data: Any, start: int, count: int) -> None:
        self.pipe.write(to_bytes(data)[start : start + count])
        self.pipe.flush()

    def flush(self) -> None:
        self.pipe.flush()

    def close(self) -> None:
        """The program reads the end of its input."""
        self.pipe.close()


def input_writer(pipe: Any) -> StreamWriter:
    """The program's standard input; text goes out at once, as UTF-8."""
    return StreamWriter(PipeStream(pipe), None)


def output_reader(pipe: Any) -> StreamReader:
    """All that the program writes to a pipe, read to its end."""
    return StreamReader(pipe.read().decode("utf-8", "replace"))
