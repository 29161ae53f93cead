"""What Get-FileHash writes."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from spshell.values.declare import field, net_class


@net_class("Microsoft.PowerShell.Commands.FileHashInfo")
class FileHashInfo:
    """The hash of a file."""

    algorithm: Any = field("string Algorithm {get;set}")
    hash: Any = field("string Hash {get;set}")
    path: Any = field("string Path {get;set}")
    ps_members: Any = None

    def __init__(self, algorithm: str, digest: str, path: str | None) -> None:
        self.algorithm = algorithm
        self.hash = digest
        self.path = path


def hash_of(algorithm: str, stream: io.BufferedIOBase) -> str:
    """The hash in capital hexadecimal digits."""
    return hashlib.file_digest(stream, algorithm.lower()).hexdigest().upper()


def read_stream(stream: Any) -> io.BufferedIOBase:
    """What a .NET stream holds from its position on."""
    from spshell.dotnet.collections.byte_arrays import to_bytes, typed_array
    from spshell.dotnet.reflection.members import invoke_method

    data = b""
    buffer = typed_array("System.Byte", [0] * 65536)
    while True:
        count = int(invoke_method(stream, "Read", [buffer, 0, len(buffer)]))
        if not count:
            return io.BytesIO(data)
        data += to_bytes(buffer)[:count]
