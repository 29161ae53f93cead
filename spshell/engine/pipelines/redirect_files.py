"""Files and variables as redirection targets.

A file gets objects as the console would show them, 80 columns wide; a variable gets the objects themselves.
"""

from __future__ import annotations

import os

from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope


def sink_for(target: Any, *, append: bool, scope: Scope) -> FileSink | VariableSink | None:
    """The sink for a redirection target; None for ``$null``.

    Raises the fault that PowerShell gives when the file cannot be opened (FileOpenFailure).
    """
    from spshell.engine.providers.drives import drives_of
    from spshell.values.text import to_text

    if target is None or target is NOTHING:
        return None
    session = scope.session
    given = to_text(target)
    drives = drives_of(session)
    if ":" in given or drives.here().provider is not drives.files:
        place = drives.locate(given)  # raises for a drive that there is not
        if place.provider.name == "Variable":
            return VariableSink(place.path, append=append, scope=scope)
    path = session.resolve_path(given)
    if path == os.devnull:
        return None
    return FileSink(path, append=append, session=session)


class FileSink:
    """A text file that takes objects of several streams in the order they come."""

    def __init__(self, path: str, *, append: bool, session: Any) -> None:
        self.path = path
        try:
            self.file = open(  # noqa: SIM115 - closed by `close`
                path, "a" if append else "w", encoding="utf-8", newline="", errors="surrogatepass"
            )
        except OSError as error:
            raise _not_opened(path, error) from None
        self.renderer = session.new_renderer(self.file.write, 80, for_file=True, breaks_lists=False)

    def taker(self, _stream: str) -> Callable[[Any], None]:
        """The callable for records of a stream."""
        return _Taker(self)

    def take_bytes(self, data: bytes) -> None:
        """What a program wrote, as it is."""
        self.file.flush()
        self.file.buffer.write(data)

    def close(self) -> None:
        from spshell.dotnet.io.file_errors import guarded

        self.renderer.finish()
        guarded(self.file.close, self.path)


def _not_opened(path: str, error: OSError) -> Exception:
    """The error of Out-File, which is what a redirection is."""
    from spshell.dotnet.io.file_errors import translate
    from spshell.engine.errors.faults import make_fault
    from spshell.engine.errors.records import ErrorRecord
    from spshell.values.exceptions import fault

    kind = getattr(translate(error, path), "net_name", "System.IO.IOException")
    text = make_fault("FileOpenFailure", path, error.strerror or str(error)).message
    made = fault(kind, text, "FileOpenFailure", "OpenError")
    record = made.record = ErrorRecord(made)
    record.command = "Microsoft.PowerShell.Commands.OutFileCommand"
    record.activity = "Out-File"
    return made


class VariableSink:
    """A variable that takes the objects of several streams, as ``Set-Variable`` in a pipeline does."""

    def __init__(self, name: str, *, append: bool, scope: Scope) -> None:
        self.name = name
        self.append = append
        self.scope = scope
        self.items: list[Any] = []

    def taker(self, _stream: str) -> Callable[[Any], None]:
        """The callable for records of a stream."""
        return self.items.append

    def close(self) -> None:
        """Assign what came."""
        from spshell.engine.variables.scope import UNSET
        from spshell.engine.variables.variables import lookup, write

        held = lookup(self.scope, self.name) if self.append else UNSET
        if held is not UNSET:
            self.items[:0] = held if type(held) is list else [held]
        one = len(self.items) == 1
        write(self.scope, self.name, self.items[0] if one else self.items or None)


class _Taker:
    """Objects and bytes on their way into a file."""

    __slots__ = ("add", "take_bytes")

    def __init__(self, sink: FileSink) -> None:
        self.add = sink.renderer.add
        self.take_bytes = sink.take_bytes

    def __call__(self, value: Any) -> None:
        self.add(value)
