"""A file that takes what the console would show: Out-File and Tee-Object."""

from __future__ import annotations

import os

from cmdlets.utility.messages import utility_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session

DEFAULT_WIDTH = 80


class TextOutput:
    """Objects are formatted as they come; the file is opened at once. Raises FileOpenFailure and NoClobber."""

    def __init__(
        self,
        session: Session,
        path: str,
        encoding: Any,
        *,
        append: bool = False,
        no_clobber: bool = False,
        force: bool = False,
        width: int | None = None,
        line_ends: bool = True,
    ) -> None:
        from spshell.engine.providers.drives import drives_of
        from spshell.engine.providers.file_content import Writer
        from spshell.values.exceptions import NetException, fault

        full = drives_of(session).locate(path).path
        self.writer: Any = None
        if no_clobber and not append and os.path.lexists(full):
            raise utility_fault("NoClobber", full, target=full)
        try:
            self.writer = Writer(full, encoding, append=append, force=force)
        except NetException as error:
            kind = "System.UnauthorizedAccessException" if os.path.isdir(full) else error.net_name
            text = f"The file '{full}' cannot be opened: {error.message}"
            raise fault(kind, text, "FileOpenFailure", "OpenError") from None
        self.line_ends = line_ends
        self.renderer = session.new_renderer(
            self._write, width or DEFAULT_WIDTH, for_file=True, breaks_lists=width is not None
        )

    def _write(self, text: str) -> None:
        self.writer.write_text(text if self.line_ends else text.replace("\n", ""))

    def add(self, value: Any) -> None:
        """One object."""
        self.renderer.add(value)

    def finish(self) -> None:
        """No more objects."""
        self.renderer.finish()
        self.close()

    def close(self) -> None:
        """The file is complete."""
        if self.writer is not None:
            self.writer.close()
            self.writer = None
