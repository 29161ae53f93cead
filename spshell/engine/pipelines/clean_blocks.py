"""``clean`` blocks: they run whatever happened, write no output, and their errors end nothing but themselves
(about_Functions_Advanced_Methods).
"""

from __future__ import annotations

from spshell.engine.errors.signals import BreakSignal, ContinueSignal
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


def run_clean(session: Session, clean: Callable[[Scope, Callable[[Any], None]], None], scope: Scope) -> None:
    """Run a clean block; what ends it is written to the error stream. A try around the call does not count."""
    outer, session.try_depth = session.try_depth, 0
    try:
        clean(scope, _discard)
    except NetException as error:
        session.report(session.record_of(error))
    except (BreakSignal, ContinueSignal):
        pass  # no loop outside the block can be meant
    finally:
        session.try_depth = outer


def _discard(_value: Any) -> None:
    """Output of a clean block goes nowhere."""
