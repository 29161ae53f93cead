"""The exit code of a diagnosis: the phase of the first failure, in the numbers that swaks uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.diagnosis.step import State
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spshell.mail.diagnosis.step import Step

_CODES = {
    Phase.SETTINGS: 10,
    Phase.CONNECT: 2,
    Phase.BANNER: 21,
    Phase.EHLO: 22,
    Phase.STARTTLS: 29,
    Phase.TLS: 29,
    Phase.AUTH: 28,
    Phase.MAIL: 23,
    Phase.RCPT: 24,
    Phase.DATA: 25,
    Phase.DOT: 26,
}


def exit_code(steps: Iterable[Step]) -> int:
    """0 when mail leaves, else the number of the phase that failed first."""
    for step in steps:
        for inner in _deepest_first(step):
            if inner.state is State.FAILED:
                return _CODES.get(inner.phase, 3)
    return 0


def _deepest_first(step: Step) -> Iterable[Step]:
    # A family has the phase of what it begins with; the step that failed inside it knows better.
    if step.state is not State.FAILED:
        return
    for inner in step.steps:
        yield from _deepest_first(inner)
    yield step
