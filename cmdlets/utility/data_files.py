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
    except OSError as error:
        _refuse(path, error)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    from cmdlets.utility.text_encoding import encoding_name

    return data.decode(encoding_name(encoding), "replace")


def open_for_writing(
    path: str, encoding: Any = None, *, append: bool = False, force: bool = False, no_clobber: bool = False
) -> Any:
    """A text file to write to; line ends are written as they come."""
    from cmdlets.utility.text_encoding import encoding_name
    from spshell.values.unencodable import lenient

    if no_clobber and not append and os.path.exists(path):
        raise utility_fault("NoClobber", path, target=path)
    if force and os.path.exists(path) and not os.access(path, os.W_OK):
        os.chmod(path, os.stat(path).st_mode | 0o200)
    try:
        return open(
            path, "a" if append else "w", encoding=encoding_name(encoding), errors=lenient(), newline=""
        )
    except OSError as error:
        _refuse(path, error)


def _refuse(path: str, error: OSError) -> NoReturn:
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
