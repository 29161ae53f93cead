"""Text that an encoding cannot take: bytes of file names and arguments that were no text go out as they came."""

from __future__ import annotations

import codecs

NAME = "spshell-unencodable"


def lenient() -> str:
    """The name of an error handler for `open` and `reconfigure` that never fails."""
    try:
        codecs.lookup_error(NAME)
    except LookupError:
        codecs.register_error(NAME, _replacement)
    return NAME


def _replacement(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    character = error.object[error.start]
    if "\udc80" <= character <= "\udcff":
        return bytes([ord(character) - 0xDC00]), error.start + 1
    name = error.encoding.lower()
    if not name.startswith("utf"):
        return "?", error.start + 1
    if name in ("utf-16", "utf-32"):
        name += "-le"  # the byte order mark is there already
    return "\ufffd".encode(name), error.start + 1  # a lone surrogate


def as_bytes(text: str) -> bytes:
    """An argument for a program; to it, a text ends at a null character."""
    return text.partition("\0")[0].encode("utf-8", lenient())


def environment_text(text: str) -> str:
    """A value as the environment of programs can hold it."""
    return as_bytes(text).decode("utf-8", "surrogateescape")
