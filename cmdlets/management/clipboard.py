"""The clipboard: the system's own where a program reaches it, else a text that lives as long as the session."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from spshell.engine.session import Session

_TEXTS: WeakKeyDictionary[Any, str] = WeakKeyDictionary()
_READERS = {"darwin": ("pbpaste",), "linux": ("xclip", "-selection", "clipboard", "-out")}
_WRITERS = {"darwin": ("pbcopy",), "linux": ("xclip", "-selection", "clipboard", "-in")}


def read(session: Session) -> str:
    """What the clipboard holds."""
    done = _run(_READERS, None)
    return _TEXTS.get(session, "") if done is None else done


def write(session: Session, text: str) -> None:
    """Let the clipboard hold a text."""
    _TEXTS[session] = text
    _run(_WRITERS, text)


def _run(programs: dict[str, tuple[str, ...]], text: str | None) -> str | None:
    """The output of the system's program; None when there is none, or no desktop that it could ask."""
    import subprocess

    words = programs.get(sys.platform)
    path = shutil.which(words[0]) if words else None
    if words is None or path is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - a program that was looked up
            [path, *words[1:]], input=text, stdout=subprocess.PIPE if text is None else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, text=True, timeout=5, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
