"""Files as redirection targets: objects are written as the console would show them, 80 columns wide."""

from __future__ import annotations

import os

from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def file_sink(target: Any, *, append: bool, session: Any) -> FileSink | None:
    """The sink for a redirection target; None for ``$null``.

    Raises the fault that PowerShell gives when the file cannot be opened (FileOpenFailure).
    """
    from spshell.values.text import to_text

    if target is None or target is NOTHING:
        return None
    given = to_text(target)
    path = session.resolve_path(given)
    if ":" in given:
        from spshell.engine.providers.drives import drives_of

        drives_of(session).locate(given)  # raises for a drive that there is not
    if path == os.devnull:
        return None
    return FileSink(path, append=append, session=session)


class FileSink:
    """A text file that takes objects of several streams in the order they come."""

    def __init__(self, path: str, *, append: bool, session: Any) -> None:
        from spshell.engine.faults import raise_fault

        try:
            self.file = open(  # noqa: SIM115 - closed by `close`
                path, "a" if append else "w", encoding="utf-8", newline="", errors="surrogatepass"
            )
        except OSError as error:
            raise_fault("FileOpenFailure", path, error.strerror or str(error))
        self.renderer = session.new_renderer(self.file.write, 80, for_file=True, breaks_lists=False)

    def taker(self, _stream: str) -> Callable[[Any], None]:
        """The callable for records of a stream."""
        return _Taker(self)

    def take_bytes(self, data: bytes) -> None:
        """What a program wrote, as it is."""
        self.file.flush()
        self.file.buffer.write(data)

    def close(self) -> None:
        self.renderer.finish()
        self.file.close()


class _Taker:
    """Objects and bytes on their way into a file."""

    __slots__ = ("add", "take_bytes")

    def __init__(self, sink: FileSink) -> None:
        self.add = sink.renderer.add
        self.take_bytes = sink.take_bytes

    def __call__(self, value: Any) -> None:
        self.add(value)
