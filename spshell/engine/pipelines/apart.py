"""Script blocks that run apart from the pipelines around them: as a method, a property, a check.

What they write as errors passes every redirection of the caller by, to the host; an error that ends a statement of such
a block ends the block. Functions that it calls are pipelines again.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session


class Apart:
    """Enter while such code runs: its errors go to the host, or nowhere when they are not `heard`.

    Whoever runs a whole block apart also marks its scope (``apart``): errors of its statements end it.
    """

    __slots__ = ("before", "heard", "session")

    def __init__(self, session: Session, *, heard: bool = True) -> None:
        self.heard = heard
        self.session = session

    def __enter__(self) -> Apart:
        streams = self.session.streams
        self.before = streams.error
        streams.error = self.session.apart_errors if self.heard else _unheard
        return self

    def __exit__(self, *_details: object) -> None:
        self.session.streams.error = self.before


def write_bare(session: Session, record: Any) -> None:
    """An error that no pipeline took, as the host of a script shows it: the text alone, no line around it."""
    from spshell.values.text import to_text

    session.host.write_error(to_text(record))


def _unheard(_record: Any) -> None:
    """Errors of the code that reads a script property."""
