"""Free ports of loopback, and waiting until a server answers on one."""

from __future__ import annotations

import os
import socket
import time

NOBODY = 65534
"""The user that servers run as which refuse to run as root."""


def free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [listener.getsockname()[1] for listener in sockets]
    for listener in sockets:
        listener.close()
    return ports


def wait_for_banner(port: int, patience: float = 20.0) -> None:
    """Until the server says 220; it may need a moment to start."""
    deadline = time.monotonic() + patience
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), 2) as connection:
                connection.settimeout(2)
                if connection.recv(512).startswith(b"220"):
                    connection.sendall(b"QUIT\r\n")
                    return
        except OSError:
            if time.monotonic() > deadline:
                raise
        time.sleep(0.05)


def unprivileged() -> list[str]:
    """The words before a command that make it nobody's, for root; nothing for anybody else."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def process_ids() -> tuple[int, int]:
    """Whom such a command belongs to."""
    return (NOBODY, NOBODY) if os.geteuid() == 0 else (os.getuid(), os.getgid())
