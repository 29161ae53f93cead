"""History of the prompt: a private file, lines with secrets left out."""

from __future__ import annotations

import os

from prompt_toolkit.history import FileHistory, InMemoryHistory

from spshell.language.sensitive import is_sensitive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prompt_toolkit.history import History


class PrivateHistory(FileHistory):
    """A history file that only its owner may read and that takes no secrets."""

    def store_string(self, string: str) -> None:
        if not is_sensitive(string):
            super().store_string(string)


def open_history() -> History:
    """The history under SPSHELL_HOME, else the user's state folder; in memory when no file can be made."""
    folder = os.environ.get("SPSHELL_HOME") or _state_folder()
    path = os.path.join(folder, "history")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    except OSError:
        return InMemoryHistory()
    return PrivateHistory(path)


def _state_folder() -> str:
    from platformdirs import user_state_dir

    return user_state_dir("spshell")
