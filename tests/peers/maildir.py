"""Reading what a server delivered: a Maildir, message by Message-ID."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def wait_for(new: Path, message_id: str, log: str = "", patience: float = 15.0) -> bytes:
    """The one message with this Message-ID, once it is there."""
    mark = f"Message-ID: {message_id}".encode()
    deadline = time.monotonic() + patience
    while True:
        found = [content for content in _contents(new) if mark in content]
        if found:
            assert len(found) == 1, "delivered more than once"
            return found[0]
        if time.monotonic() > deadline:
            raise AssertionError(f"{message_id} did not arrive\n{log}")
        time.sleep(0.03)


def _contents(new: Path) -> list[bytes]:
    return [file.read_bytes() for file in new.glob("*")] if new.is_dir() else []
