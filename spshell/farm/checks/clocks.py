"""The clock of this server against the one of whatever stores the farm (problem P11)."""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING
from uuid import uuid4

from spshell.mail.diagnosis import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from spshell.farm.farm import SPFarm

_TOLERATED = 30.0


def check_clock(farm: SPFarm) -> Step:
    """Compare with the file system that holds the farm: on a share, that is the file server's clock."""
    step = Step("Clock", Phase.SETTINGS)
    skew = storage_skew(str(farm.context.companion(".clock")))
    if skew is None:
        return step.skip("the clock of the farm's storage cannot be read")
    step.facts = {"skewSeconds": round(skew, 1)}
    return judge_skew(step, skew)


def judge_skew(step: Step, skew: float) -> Step:
    """Say whether so many seconds matter."""
    if abs(skew) > _TOLERATED:
        way = "ahead of" if skew > 0 else "behind"
        return step.warn(f"this server is {abs(skew):.0f} seconds {way} the farm's storage", "clock-skew")
    step.detail = f"agrees with the farm's storage within {_TOLERATED:.0f} seconds"
    return step


def storage_skew(path: str) -> float | None:
    """Seconds by which this clock is ahead of the file system's; None when nothing can be written there."""
    name = f"{path}.{uuid4().hex}"
    try:
        before = time.time()
        os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        stamped = os.stat(name).st_mtime
        after = time.time()
    except OSError:
        return None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)
    nearest = min(max(stamped, before), after)
    return nearest - stamped
