"""Reading script files: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252 bytes."""

from __future__ import annotations


def read_script(path: str) -> str:
    """The text of a script file. Raises OSError."""
    with open(path, "rb") as file:
        data = file.read()
    return decode_script(data)


def decode_script(data: bytes) -> str:
    """Script bytes as text, by their byte order mark; UTF-8 without one (undecodable bytes become U+FFFD)."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return data.decode("utf-32", "replace")
    if data.startswith(b"\xff\xfe"):
        return data[2:].decode("utf-16-le", "replace")
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    return data.decode("utf-8", "replace")
