"""The shell as a program of its own: ``pwsh`` in ``$PSHOME`` is this shell, and so is the bare name where no other is."""

from __future__ import annotations

import os
import sys

_NAMES = frozenset({"pwsh", "pwsh.exe"})


def shell_home() -> str:
    """The folder that ``$PSHOME`` names."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def is_own_name(name: str) -> bool:
    """Whether a bare name means this shell when no program of that name is on the search path."""
    return name.lower() in _NAMES


def is_own(path: str) -> bool:
    """Whether a path is that of this shell in its home; no file needs to stand there."""
    folder, name = os.path.split(path)
    return name.lower() in _NAMES and folder == shell_home() and not os.path.isfile(path)


def own_path() -> str:
    """The path under which this shell is found."""
    return os.path.join(shell_home(), "pwsh")


def program_words(path: str) -> list[str]:
    """What starts the program at a path: the path, or for this shell its interpreter and module."""
    return [sys.executable, "-P", "-m", "spshell"] if is_own(path) else [path]
