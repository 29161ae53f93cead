"""Starting a real server for the tests that need it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest

from tests.peers.debian import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Server(Protocol):
    def start(self) -> None: ...

    def stop(self) -> None: ...


ServerT = TypeVar("ServerT", bound=Server)


@contextmanager
def running(install: Callable[[], None], make: Callable[[], ServerT]) -> Iterator[ServerT]:
    """The server, started; a missing one is a skip on a desk, and in CI a failure."""
    try:
        install()
        server = make()
    except Unavailable as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))
    try:
        server.start()
        yield server
    finally:
        server.stop()
