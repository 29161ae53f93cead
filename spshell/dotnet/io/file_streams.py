"""FileStream and StreamWriter: files that a script holds open."""

from __future__ import annotations

import os
from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.io.file_errors import checked, guarded
from spshell.dotnet.system.errors import argument_null, thrown
from spshell.dotnet.text.streams import Stream
from spshell.dotnet.text.text_writers import TextWriter
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64

_CREATE_NEW, _CREATE, _OPEN, _OPEN_OR_CREATE, _TRUNCATE, _APPEND = 1, 2, 3, 4, 5, 6


def _flags(mode: int) -> int:
    return {
        _CREATE_NEW: os.O_CREAT | os.O_EXCL,
        _CREATE: os.O_CREAT | os.O_TRUNC,
        _OPEN: 0,
        _OPEN_OR_CREATE: os.O_CREAT,
        _TRUNCATE: os.O_TRUNC,
        _APPEND: os.O_CREAT,
    }[mode]


@net_class("System.IO.FileStream")
class FileStream(Stream):
    """A file as a stream of bytes."""

    def __init__(self, path: str, mode: int, access: int) -> None:
        super().__init__()
        self.path = path
        self.access = access
        kind = {1: os.O_RDONLY, 2: os.O_WRONLY, 3: os.O_RDWR}[access]
        descriptor = guarded(lambda: os.open(path, _flags(mode) | kind | os.O_CLOEXEC, 0o666), path)
        self.handle: Any = os.fdopen(descriptor, {1: "rb", 2: "wb", 3: "r+b"}[access], buffering=0)
        if mode == _APPEND:
            self.handle.seek(0, os.SEEK_END)

    @constructor(
        "(string path, System.IO.FileMode mode)",
        "(string path, System.IO.FileMode mode, System.IO.FileAccess access)",
        "(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)",
    )
    @staticmethod
    def create(path: str, mode: Any, access: Any = None, _share: Any = None) -> FileStream:
        number = int(mode.value)
        chosen = (2 if number == _APPEND else 3) if access is None else int(access.value)
        return FileStream(checked(path), number, chosen)

    def file(self) -> Any:
        """The open file; raises ObjectDisposedException once it is closed."""
        if self.handle is None:
            raise thrown("System.ObjectDisposedException", "Disposed", "System.IO.FileStream")
        return self.handle

    def read_rest(self) -> bytes:
        return bytes(self.file().read())

    @prop("string Name {get}")
    def name(self) -> str:
        return os.path.abspath(self.path)

    @prop("long Length {get}")
    def length(self) -> Int64:
        return Int64(os.fstat(self.file().fileno()).st_size)

    @prop("long Position {get;set}")
    def position(self) -> Int64:
        return Int64(self.file().tell())

    @position.setter
    def set_position(self, value: int) -> None:
        self.file().seek(int(value))

    @prop("bool CanRead {get}")
    def can_read(self) -> bool:
        return self.handle is not None and bool(self.access & 1)

    @prop("bool CanWrite {get}")
    def can_write(self) -> bool:
        return self.handle is not None and bool(self.access & 2)

    @prop("bool CanSeek {get}")
    def can_seek(self) -> bool:
        return self.handle is not None

    @method("void Write(byte[] buffer, int offset, int count)")
    def write(self, data: Any, start: int, count: int) -> None:
        if data is None:
            raise argument_null("buffer")
        if not self.access & 2:
            raise thrown("System.NotSupportedException", "Invalid", "The stream cannot be written to.")
        self.file().write(to_bytes(data)[start : start + count])

    @method("int ReadByte()")
    def read_byte(self) -> int:
        piece = self.file().read(1)
        return piece[0] if piece else -1

    @method("int Read(byte[] buffer, int offset, int count)")
    def read(self, buffer: Any, start: int, count: int) -> int:
        piece = self.file().read(count)
        buffer[start : start + len(piece)] = byte_array(piece)
        return len(piece)

    @method("long Seek(long offset, System.IO.SeekOrigin origin)")
    def seek(self, offset: int, origin: Any) -> Int64:
        return Int64(self.file().seek(int(offset), int(origin.value)))

    @method("void SetLength(long value)")
    def set_length(self, value: int) -> None:
        self.file().truncate(int(value))

    @method("void Flush()", "void Flush(bool flushToDisk)")
    def flush(self, to_disk: bool = False) -> None:
        if to_disk:
            os.fsync(self.file().fileno())

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        if self.handle is not None:
            self.handle.close()
            self.handle = None


@net_class("System.IO.StreamWriter")
class StreamWriter(TextWriter):
    """Writes text to a stream or file in an encoding, UTF-8 without a mark unless told."""

    def __init__(self, stream: Any, encoding: Any, *, at_start: bool = True) -> None:
        super().__init__()
        self.stream = stream
        self.code = encoding
        self.started = not at_start

    @constructor(
        "(System.IO.Stream stream)",
        "(System.IO.Stream stream, System.Text.Encoding encoding)",
        "(string path)",
        "(string path, bool append)",
        "(string path, bool append, System.Text.Encoding encoding)",
    )
    @staticmethod
    def open(target: Any, second: Any = None, encoding: Any = None) -> StreamWriter:
        if isinstance(target, Stream):
            return StreamWriter(target, second, at_start=int(target.position) == 0)
        append = bool(second)
        stream = FileStream(checked(target), _APPEND if append else _CREATE, 2)
        return StreamWriter(stream, encoding, at_start=int(stream.position) == 0)

    def put(self, text: str) -> None:
        if self.stream is None:
            raise thrown("System.ObjectDisposedException", "Disposed", "System.IO.StreamWriter")
        data = text.encode("utf-8", "surrogatepass") if self.code is None else bytes(self.code.encode(text))
        if not self.started:
            self.started = True
            data = bytes(getattr(self.code, "mark", b"")) + data
        self.stream.write(byte_array(data), 0, len(data))

    @prop("bool AutoFlush {get;set}")
    def auto_flush(self) -> bool:
        return True

    @auto_flush.setter
    def set_auto_flush(self, value: bool) -> None:
        """Text goes out at once either way."""

    @prop("System.IO.Stream BaseStream {get}")
    def base_stream(self) -> Any:
        return self.stream

    @prop("System.Text.Encoding Encoding {get}")
    def encoding(self) -> Any:
        if self.code is not None:
            return self.code
        from spshell.dotnet.reflection.members import construct
        from spshell.dotnet.reflection.typenames import resolve

        return construct(resolve("System.Text.UTF8Encoding"), [False])

    @method("void Flush()")
    def flush(self) -> None:
        if self.stream is not None:
            self.stream.flush()

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        if self.stream is not None:
            self.stream.close()
            self.stream = None
