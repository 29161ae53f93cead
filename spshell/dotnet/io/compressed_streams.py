"""System.IO.Compression: streams that compress what is written and expand what is read."""

from __future__ import annotations

import zlib
from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.errors import argument_null, not_supported, thrown
from spshell.dotnet.text.streams import Stream
from spshell.values.declare import constructor, method, net_class, prop

_Z = "System.IO.Compression."
_SIGNATURES = (
    f"(System.IO.Stream stream, {_Z}CompressionMode mode)",
    f"(System.IO.Stream stream, {_Z}CompressionMode mode, bool leaveOpen)",
    f"(System.IO.Stream stream, {_Z}CompressionLevel compressionLevel)",
    f"(System.IO.Stream stream, {_Z}CompressionLevel compressionLevel, bool leaveOpen)",
)


class _CompressedStream(Stream):
    """One direction only; closing it completes what lies beneath."""

    window = -15

    def __init__(self, stream: Any, level: int | None, *, leave_open: bool) -> None:
        super().__init__()
        if stream is None:
            raise argument_null("stream")
        self.inner = stream
        self.leave_open = leave_open
        self.packer: Any = None if level is None else zlib.compressobj(level, zlib.DEFLATED, self.window)
        self.expanded = False

    def _expand(self) -> None:
        if self.packer is not None:
            raise not_supported("ReadOnly")
        if not self.expanded:
            self.expanded = True
            try:
                self.data = bytearray(zlib.decompressobj(self.window).decompress(self.inner.read_rest()))
            except zlib.error:
                raise thrown(
                    "System.IO.InvalidDataException", "Invalid", "The data is not compressed in this way."
                ) from None

    def read_rest(self) -> bytes:
        self._expand()
        return super().read_rest()

    @method("int Read(byte[] buffer, int offset, int count)")
    def read(self, buffer: Any, start: int, count: int) -> int:
        self._expand()
        piece = self.data[self.at : self.at + count]
        buffer[start : start + len(piece)] = byte_array(piece)
        self.at += len(piece)
        return len(piece)

    @method("void Write(byte[] buffer, int offset, int count)")
    def write(self, data: Any, start: int, count: int) -> None:
        if self.packer is None:
            raise not_supported("ReadOnly")
        self._pass_on(self.packer.compress(to_bytes(data)[start : start + count]))

    def _pass_on(self, data: bytes) -> None:
        if data:
            self.inner.write(byte_array(data), 0, len(data))

    @prop("bool CanSeek {get}")
    def can_seek(self) -> bool:
        return False

    @prop("System.IO.Stream BaseStream {get}")
    def base_stream(self) -> Any:
        return self.inner

    @method("void Flush()")
    def flush(self) -> None:
        if self.packer is not None:
            self._pass_on(self.packer.flush(zlib.Z_SYNC_FLUSH))

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        if self.packer is not None:
            self._pass_on(self.packer.flush())
            self.packer = None
        if not self.leave_open:
            self.inner.close()


def _level(mode: Any) -> int | None:
    if mode.net_type.name == "CompressionMode":
        return None if mode.name == "Decompress" else 6
    return {"Optimal": 6, "Fastest": 1, "NoCompression": 0, "SmallestSize": 9}[mode.name]


@net_class(_Z + "GZipStream")
class GZipStream(_CompressedStream):
    """The format of gzip (RFC 1952)."""

    window = 31

    @constructor(*_SIGNATURES)
    @staticmethod
    def create(stream: Any, mode: Any, leave_open: bool = False) -> GZipStream:
        return GZipStream(stream, _level(mode), leave_open=leave_open)


@net_class(_Z + "DeflateStream")
class DeflateStream(_CompressedStream):
    """Bare deflate (RFC 1951)."""

    @constructor(*_SIGNATURES)
    @staticmethod
    def create(stream: Any, mode: Any, leave_open: bool = False) -> DeflateStream:
        return DeflateStream(stream, _level(mode), leave_open=leave_open)


@net_class(_Z + "ZLibStream")
class ZLibStream(_CompressedStream):
    """The format of zlib (RFC 1950)."""

    window = 15

    @constructor(*_SIGNATURES)
    @staticmethod
    def create(stream: Any, mode: Any, leave_open: bool = False) -> ZLibStream:
        return ZLibStream(stream, _level(mode), leave_open=leave_open)
