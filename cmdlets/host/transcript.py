"""A transcript: a file that gets what the host shows."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spshell.engine.session import Session

_RULE = "**********************\n"


class Transcript:
    """One running transcript; it takes text as the host writes it."""

    def __init__(self, session: Session, path: str, *, append: bool, minimal: bool) -> None:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        self.path = path
        self.file = open(path, "a" if append else "w", encoding="utf-8", newline="")  # noqa: SIM115 - closed by `stop`
        self._write(f"{_RULE}PowerShell transcript start\nStart time: {_now()}\n")
        if not minimal:
            self._write("".join(f"{name}: {value}\n" for name, value in _facts(session)))
        self._write(_RULE)

    def __call__(self, text: str) -> None:
        self._write(text)

    def stop(self) -> None:
        """Write the end and close the file."""
        self._write(f"{_RULE}PowerShell transcript end\nEnd time: {_now()}\n{_RULE}")
        self.file.close()

    def _write(self, text: str) -> None:
        self.file.write(text)
        self.file.flush()


def _now() -> str:
    import time

    return time.strftime("%Y%m%d%H%M%S")


def _facts(session: Session) -> list[tuple[str, Any]]:
    """The header of a full transcript."""
    import getpass
    import socket
    import sys

    from spshell.engine.host.session_objects import version_table
    from spshell.values.text import to_text

    user = f"{socket.gethostname()}\\{getpass.getuser()}"
    table = version_table()
    names = os.uname()
    rows: list[tuple[str, Any]] = [
        ("Username", user),
        ("RunAs User", user),
        ("Configuration Name", ""),
        ("Machine", f"{socket.gethostname()} ({names.sysname} {names.release})"),
        ("Host Application", " ".join(sys.argv)),
        ("Process ID", os.getpid()),
    ]
    del session
    for key, value in table.items():
        shown = ", ".join(map(to_text, value)) if isinstance(value, list) else to_text(value)
        rows.append((to_text(key), shown))
    return rows


def running(session: Session) -> list[Transcript]:
    """The transcripts that run, the newest last."""
    return [each for each in session.host.transcribers if isinstance(each, Transcript)]
