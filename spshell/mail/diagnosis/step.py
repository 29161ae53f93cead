"""What one step of a diagnosis found; steps hold smaller steps."""

from __future__ import annotations

import enum
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spshell.mail.diagnosis.remedies import remedies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.mail.diagnosis.remedies import Remedy
    from spshell.mail.outcome import Phase


class State(enum.Enum):
    """How a step went, best first."""

    OK = "ok"
    NOTE = "note"
    """Nothing is wrong, but it is worth knowing."""
    SKIPPED = "skipped"
    """Not tried: an earlier step failed, or trying it would do harm."""
    WARNING = "warning"
    """Mail leaves, but something will go wrong, or wrong for some."""
    FAILED = "failed"
    """No mail leaves."""


_RANK = {state: number for number, state in enumerate(State)}


@dataclass(slots=True)
class Step:
    """One step: its `phase` says where in a session, `sign` what is wrong when the relay did not say it."""

    name: str
    phase: Phase
    state: State = State.OK
    detail: str = ""
    seconds: float | None = None
    code: int | None = None
    """The relay's reply code, when it replied."""
    facts: dict[str, object] = field(default_factory=dict)
    """What was measured, in plain data."""
    remedies: list[Remedy] = field(default_factory=list)
    transcript: list[str] = field(default_factory=list)
    """The dialogue, `C:` ours and `S:` the relay's, without secrets."""
    steps: list[Step] = field(default_factory=list)

    def add(self, step: Step) -> Step:
        """Take in a smaller step; a bad one makes this one as bad."""
        self.steps.append(step)
        if _RANK[step.state] > _RANK[State.SKIPPED]:
            self.state = max(self.state, step.state, key=_RANK.__getitem__)
        return step

    def fail(self, detail: str, *signs: str, code: int | None = None, text: str = "") -> Step:
        """It failed: in these words, for these signs or this reply."""
        return self._conclude(State.FAILED, detail, signs, code, text)

    def warn(self, detail: str, *signs: str, code: int | None = None, text: str = "") -> Step:
        """Mail leaves, but not as it should."""
        return self._conclude(State.WARNING, detail, signs, code, text)

    def note(self, detail: str, *signs: str) -> Step:
        return self._conclude(State.NOTE, detail, signs, None, "")

    def skip(self, detail: str, *signs: str) -> Step:
        return self._conclude(State.SKIPPED, detail, signs, None, "")

    def _conclude(
        self, state: State, detail: str, signs: tuple[str, ...], code: int | None, text: str
    ) -> Step:
        self.state, self.detail, self.code = state, detail, code
        for remedy in remedies(self.phase, signs=signs, code=code, text=text):
            if remedy not in self.remedies:
                self.remedies.append(remedy)
        return self

    @contextmanager
    def timed(self) -> Iterator[Step]:
        """Measure how long the body takes."""
        began = time.monotonic()
        try:
            yield self
        finally:
            self.seconds = time.monotonic() - began

    def walk(self) -> Iterator[Step]:
        """The step and all below it, in the order in which they were tried."""
        yield self
        for step in self.steps:
            yield from step.walk()

    @property
    def failed(self) -> bool:
        return self.state is State.FAILED
