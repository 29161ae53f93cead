"""Control flow that crosses Python functions. None of it derives from Exception, so no catch clause can take it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.variables.scope import Scope
    from spshell.values.exceptions import NetException


class FlowSignal(BaseException):
    """Base of everything that unwinds without being an error."""


class BreakSignal(FlowSignal):
    """``break`` that no loop of its own function takes; `label` is folded, None for the nearest loop."""

    def __init__(self, label: str | None) -> None:
        super().__init__(label)
        self.label = label


class ContinueSignal(FlowSignal):
    """``continue`` that no loop of its own function takes."""

    def __init__(self, label: str | None) -> None:
        super().__init__(label)
        self.label = label


class ReturnSignal(FlowSignal):
    """``return`` inside ``$( )`` or a trap: leaves the block that runs in `scope`; a method returns `value`."""

    def __init__(self, scope: Scope, value: Any = None) -> None:
        super().__init__()
        self.scope = scope
        self.value = value


class ExitSignal(FlowSignal):
    """``exit``: ends the running script (or the process, outside any script) with `code`."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class StopUpstream(FlowSignal):
    """A downstream stage wants no more objects (Select-Object -First); `stage` is the processor that takes it."""

    def __init__(self, stage: Any) -> None:
        super().__init__()
        self.stage = stage


class PipelineFailed(FlowSignal):
    """An error of a stage further down, on its way through the code of the stages above it."""

    def __init__(self, error: NetException, stages: list[Any]) -> None:
        super().__init__()
        self.error = error
        self.stages = stages


class PipelineStopped(FlowSignal):
    """The whole pipeline was stopped (Ctrl+C, Stop-Job)."""
