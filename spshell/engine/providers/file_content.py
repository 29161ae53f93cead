"""Reading and writing the text and bytes of files for Get-Content, Set-Content and Add-Content."""

from __future__ import annotations

import os

from spshell.engine.providers.filesystem import io_error
from spshell.engine.providers.messages import provider_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def read_bytes(path: str) -> bytes:
    """All of a file. Raises GetContainerContentException for folders and GetContentReader... for what fails."""
    if os.path.isdir(path):
        raise provider_fault("GetContainerContentException", path, target=path)
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        denied = isinstance(error, PermissionError)
        raise io_error(
            error,
            path,
            "GetContentReaderUnauthorizedAccessError" if denied else "GetContentReaderIOError",
            "PermissionDenied" if denied else "ReadError",
        ) from None


def marked_codec(path: str) -> str | None:
    """The encoding that the byte order mark of a file tells; none without one."""
    try:
        with open(path, "rb") as file:
            start = file.read(4)
    except OSError:
        return None
    return next((codec for mark, codec in _MARKS if start.startswith(mark)), None)


def decode(data: bytes, encoding: Any) -> str:
    """Text of bytes: a byte order mark decides, else the encoding, else UTF-8."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return str(encoding.decode(data)) if encoding is not None else data.decode("utf-8", "replace")


def lines(text: str) -> list[str]:
    """The lines of a text; an end of line at the very end opens no further one."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = text.split("\n")
    if found[-1] == "":
        found.pop()
    return found


def pieces(text: str, delimiter: str) -> list[str]:
    """Text cut after each delimiter, which is left out."""
    found = text.split(delimiter)
    if found[-1] == "":
        found.pop()
    return found


def follow(path: str, position: int, encoding: Any, interval: float) -> Iterator[str]:
    """The lines that are added to a file from a position on, for ever."""
    import time

    rest = ""
    while True:
        size = os.path.getsize(path)
        if size < position:
            position = 0
        if size > position:
            with open(path, "rb") as file:
                file.seek(position)
                data = file.read()
            position += len(data)
            rest += decode(data, encoding)
            whole, mark, rest = rest.rpartition("\n")
            if mark:
                yield from lines(whole + "\n")
        time.sleep(interval)


class Writer:
    """An open file that takes text or bytes; the byte order mark comes first in a new or emptied file."""

    def __init__(
        self, path: str, encoding: Any, *, append: bool, force: bool, follow_mark: bool = False
    ) -> None:
        self.path = path
        self.encoding = encoding
        self.codec = (marked_codec(path) if follow_mark and encoding is None else None) or "utf-8"
        if os.path.isdir(path):
            raise provider_fault("ClearDirectoryContent", path, target=path)
        if force and os.path.isfile(path) and not os.stat(path).st_mode & 0o200:
            os.chmod(path, os.stat(path).st_mode | 0o200)
        try:
            self.file = open(path, "ab" if append else "wb")  # noqa: SIM115 - closed by `close`
        except OSError as error:
            raise _open_error(error, path) from None
        if encoding is not None and self.file.tell() == 0 and encoding.mark:
            self.file.write(encoding.mark)

    def write_text(self, text: str) -> None:
        """Add text."""
        encoding = self.encoding
        self.file.write(
            encoding.encode(text) if encoding is not None else text.encode(self.codec, "surrogatepass")
        )

    def write_bytes(self, data: bytes) -> None:
        """Add bytes."""
        self.file.write(data)

    def close(self) -> None:
        """The file is complete."""
        self.file.close()


def _open_error(error: OSError, path: str) -> Any:
    if isinstance(error, FileNotFoundError):
        return io_error(error, path, "GetContentWriterDirectoryNotFoundError", "ObjectNotFound")
    if isinstance(error, PermissionError):
        return io_error(error, path, "GetContentWriterUnauthorizedAccessError", "PermissionDenied")
    return io_error(error, path, "GetContentWriterIOError")
