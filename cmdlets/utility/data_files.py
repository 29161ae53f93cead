"""Files that data is exported to and imported from: finding, opening and reading them, with PowerShell's errors."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault

if TYPE_CHECKING:
    from typing import NoReturn

    from spshell.engine.commands.cmdlet import Cmdlet


def file_path(cmdlet: Cmdlet, path: str, *, literal: bool) -> str:
    """The one file that a path means. Raises when a pattern fits several."""
    from spshell.engine.providers.drives import drives_of
    from spshell.engine.providers.globbing import Selection, resolve
    from spshell.values.wildcard import has_wildcards, unescape

    session = cmdlet.session
    if ":" in path:
        drives_of(session).locate(path)  # raises for a drive that there is not
    full = session.resolve_path(path)
    if literal or os.path.exists(full):
        return str(full)
    if not has_wildcards(path):
        return str(session.resolve_path(unescape(path)))
    found = [place.path for place in resolve(session, path, Selection())]
    if len(found) > 1:
        raise utility_fault("ReadWriteMultipleFilesNotSupported", path)
    return found[0] if found else str(full)


def read_text(path: str, encoding: Any = None) -> str:
    """The text of a file; a byte order mark says what it is, else the encoding does."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:  # (a name with a null character is a ValueError)
        _refuse(path, error)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return str(encoding.decode(data)) if encoding is not None else data.decode("utf-8", "replace")


def open_for_writing(
    path: str, encoding: Any = None, *, append: bool = False, force: bool = False, no_clobber: bool = False
) -> Any:
    """A text file to write to, in an Encoding; line ends are written as they come.

    A file that is appended to keeps its encoding when none is asked for, and gets no second byte order mark.
    """
    from spshell.engine.providers.file_content import marked_codec
    from spshell.values.unencodable import lenient

    if no_clobber and not append and os.path.exists(path):
        raise utility_fault("NoClobber", path, target=path)
    if force and os.path.exists(path) and not os.access(path, os.W_OK):
        os.chmod(path, os.stat(path).st_mode | 0o200)
    try:
        codec = encoding.codec if encoding is not None else (append and marked_codec(path)) or "utf-8"
        file = open(path, "a" if append else "w", encoding=codec, errors=lenient(), newline="")  # noqa: SIM115 - the caller's
        if encoding is not None and encoding.mark and file.tell() == 0:
            file.write("\ufeff")
    except OSError as error:
        _refuse(path, error)
    return file


def _refuse(path: str, error: OSError | ValueError) -> NoReturn:
    from spshell.dotnet.io.file_errors import translate
    from spshell.values.exceptions import fault

    failure = translate(error, path)
    kind = getattr(failure, "net_name", "System.IO.IOException")
    raise fault(kind, f"The file '{path}' cannot be opened: {failure}", "FileOpenFailure", "OpenError")


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
