"""What goes wrong on the wire: broken, too late, or not to be encrypted."""

from __future__ import annotations


class WireError(Exception):
    """The wire broke, timed out or carried nonsense: `reason`. Temporary by nature."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DeadlineError(WireError):
    """The relay took too long: the whole session has one deadline, whatever it is busy with."""


class TlsError(Exception):
    """TLS was refused, by us or by the relay: `reason` and `cause`. Waiting will not help."""

    def __init__(self, reason: str, cause: str = "tls") -> None:
        super().__init__(reason)
        self.reason = reason
        self.cause = cause
