"""MemoryStream, StringReader and StreamReader."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.errors import argument_null, out_of_range
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64


@net_class("System.IO.Stream", kind="abstract", interfaces=("System.IDisposable",))
class Stream:
    """Bytes in memory with a position."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)
        self.at = 0

    def read_rest(self) -> bytes:
        """What stands behind the position, which moves to the end."""
        rest = bytes(self.data[self.at :])
        self.at = len(self.data)
        return rest

    @prop("long Length {get}")
    def length(self) -> Int64:
        return Int64(len(self.data))

    @prop("long Position {get;set}")
    def position(self) -> Int64:
        return Int64(self.at)

    @position.setter
    def set_position(self, value: int) -> None:
        if value < 0:
            raise out_of_range("value", value)
        self.at = int(value)

    @prop("bool CanRead {get}")
    def can_read(self) -> bool:
        return True

    @prop("bool CanWrite {get}")
    def can_write(self) -> bool:
        return True

    @prop("bool CanSeek {get}")
    def can_seek(self) -> bool:
        return True

    @method("void Write(byte[] buffer, int offset, int count)")
    def write(self, data: Any, start: int, count: int) -> None:
        if data is None:
            raise argument_null("buffer")
        raw = to_bytes(data)[start : start + count]
        self.data[self.at : self.at + len(raw)] = raw
        self.at += len(raw)

    @method("void WriteByte(byte value)")
    def write_byte(self, value: int) -> None:
        self.write([value], 0, 1)

    @method("int ReadByte()")
    def read_byte(self) -> int:
        if self.at >= len(self.data):
            return -1
        self.at += 1
        return self.data[self.at - 1]

    @method("int Read(byte[] buffer, int offset, int count)")
    def read(self, buffer: Any, start: int, count: int) -> int:
        piece = self.data[self.at : self.at + count]
        buffer[start : start + len(piece)] = byte_array(piece)
        self.at += len(piece)
        return len(piece)

    @method("long Seek(long offset, System.IO.SeekOrigin origin)")
    def seek(self, offset: int, origin: Any) -> Int64:
        self.at = int(offset) + (0, self.at, len(self.data))[origin.value]
        return Int64(self.at)

    @method("void CopyTo(System.IO.Stream destination)")
    def copy_to(self, target: Any) -> None:
        if target is None:
            raise argument_null("destination")
        data = self.read_rest()
        target.write(byte_array(data), 0, len(data))

    @method("void Flush()")
    def flush(self) -> None:
        """Memory needs no flushing."""

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        """Memory needs no closing."""


@net_class("System.IO.MemoryStream")
class MemoryStream(Stream):
    """System.IO.MemoryStream."""

    @constructor("()", "(int capacity)", "(byte[] buffer)", "(byte[] buffer, bool writable)")
    @staticmethod
    def create(source: Any = None, _writable: bool = True) -> MemoryStream:
        return MemoryStream(b"" if source is None or isinstance(source, int) else to_bytes(source))

    @method("byte[] ToArray()", "byte[] GetBuffer()")
    def to_array(self) -> Any:
        return byte_array(self.data)

    @method("void SetLength(long value)")
    def set_length(self, value: int) -> None:
        self.data[:] = self.data[: int(value)].ljust(int(value), b"\0")


@net_class("System.IO.StringReader", interfaces=("System.IDisposable",))
class StringReader:
    """Reads text by lines and characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    @constructor("(string s)")
    @staticmethod
    def create(text: str | None) -> StringReader:
        if text is None:
            raise argument_null("s")
        return StringReader(text)

    @method("string ReadToEnd()")
    def read_to_end(self) -> str:
        rest, self.at = self.text[self.at :], len(self.text)
        return rest

    @method("string ReadLine()")
    def read_line(self) -> Any:
        if self.at >= len(self.text):
            return None
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        line, self.at = self.text[self.at : end], end + 1
        return line.removesuffix("\r")

    @method("int Read()")
    def read(self) -> int:
        found = int(self.peek())
        self.at += found >= 0
        return found

    @method("int Peek()")
    def peek(self) -> int:
        return ord(self.text[self.at]) if self.at < len(self.text) else -1

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        """Nothing is held open."""


@net_class("System.IO.StreamReader")
class StreamReader(StringReader):
    """Reads the text of a stream or file."""

    @constructor(
        "(System.IO.Stream stream)",
        "(System.IO.Stream stream, System.Text.Encoding encoding)",
        "(string path)",
        "(string path, System.Text.Encoding encoding)",
    )
    @staticmethod
    def open(source: Any, encoding: Any = None) -> StreamReader:
        from spshell.dotnet.io.files import _decode, read_all_text

        if isinstance(source, Stream):
            return StreamReader(_decode(source.read_rest(), encoding))
        return StreamReader(read_all_text(source, encoding))

    @prop("bool EndOfStream {get}")
    def end_of_stream(self) -> bool:
        return self.at >= len(self.text)
