"""The debugger: what happens before each statement of code that is compiled for it (Set-PSBreakpoint, Set-PSDebug).

A session has one only when somebody asked for it; from then on blocks are compiled with a call of `step` before every
statement and of `watch_read` and `watch_write` at every variable.
"""

from __future__ import annotations

from spshell.engine.debugging.breakpoints import (
    Breakpoint,
    CommandBreakpoint,
    LineBreakpoint,
    VariableBreakpoint,
)
from spshell.engine.errors.extents import node_extent
from spshell.engine.errors.signals import BreakSignal
from spshell.values.text import to_text
from spshell.values.wildcard import wildcard_test

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.compiled.sites import StepSite
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


class Debugger:
    """Breakpoints, tracing and stepping of a session.

    ``trace`` is the level of Set-PSDebug, ``asks`` whether each line is confirmed; ``stop_depth`` is how deep a step may
    be to stop at (None: run on). ``line`` is the statement that runs, as (file, line), so that a line stops once.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.breakpoints: dict[int, Breakpoint] = {}
        self.following = 0
        self.trace = 0
        self.asks = False
        self.stop_depth: int | None = None
        self.busy = False
        self.last_line: tuple[str, int, int] | None = None
        self.handlers: list[Any] = []
        self.asks_user = True
        self.running: StepSite | None = None
        self.over: StepSite | None = None
        self.stopped: tuple[Scope, Any] | None = None

    def number(self) -> int:
        """The id of the next breakpoint."""
        self.following += 1
        return self.following - 1

    def statement(self, scope: Scope, site: StepSite) -> None:
        """Called before each statement."""
        if self.busy:
            return
        if self.trace:
            self._show(site)
        if self.asks:
            self._confirm(site)
        stepping = self._steps_to(site)
        self.running = site
        line, column = site.source.position(site.start)
        here = (site.source.name, line, id(scope))
        for item in list(self.breakpoints.values()):
            if type(item) is LineBreakpoint and self._at(item, here, column):
                self.hit(scope, site, item)
                stepping = stepping and item.block is not None
        self.last_line = here
        if stepping:
            self.stop(scope, site, None)

    def _steps_to(self, site: StepSite) -> bool:
        """Whether a step ends here; one that goes over a statement does not end in a block of that statement."""
        if self.stop_depth is None or self.session.depth > self.stop_depth:
            return False
        over = self.over
        return (
            over is None
            or over.source is not site.source
            or not (over.start < site.start and site.end <= over.end)
        )

    def _at(self, item: LineBreakpoint, here: tuple[str, int, int], column: int) -> bool:
        if not item.on or item.at_line != here[1] or not item.in_file(here[0]):
            return False
        return column == item.at_column if item.at_column else here != self.last_line

    def command(self, scope: Scope, site: Any, name: Any) -> None:
        """Called before each command."""
        if self.busy or type(name) is not str:
            return
        for item in list(self.breakpoints.values()):
            matches = type(item) is CommandBreakpoint and item.on and item.in_file(site.source.name)
            if matches and wildcard_test(item.pattern)(name):  # type: ignore[attr-defined]  # a CommandBreakpoint
                self.hit(scope, self._statement_of(site), item)

    def _statement_of(self, site: Any) -> Any:
        """The statement that a command is part of."""
        at = self.running
        return (
            at if at is not None and at.source is site.source and at.start <= site.start <= at.end else site
        )

    def variable(self, scope: Scope, name: str, access: str, value: Any = None) -> None:
        """Called before each read and write of a variable in compiled code."""
        if self.busy:
            return
        folded = name.lower()
        for item in list(self.breakpoints.values()):
            if (
                type(item) is VariableBreakpoint
                and item.on
                and item.watched.lower() == folded
                and access in item.mode
            ):
                self.hit(scope, None, item)
        if self.trace > 1 and access == "Write":
            self.session.host.write(f"DEBUG:     ! SET ${name} = '{to_text(value)}'.\n")

    def edge(self, scope: Scope, site: StepSite, *, enters: bool) -> None:
        """Called where a block in braces begins and ends: only tracing shows that."""
        if self.busy:
            return
        if self._steps_to(site):
            self.stop(scope, _Brace(site), None)
        if not self.trace:
            return
        self._show(site)
        function = getattr(scope.call, "name", "") if scope.call is not None else ""
        if enters and self.trace > 1 and function:
            place = f" of '{site.source.name}'" if site.source.name else ""
            self.session.host.write(f"DEBUG:     ! CALL function '{function}'{place}\n")

    def hit(self, scope: Scope, site: Any, item: Breakpoint) -> None:
        """A breakpoint is reached: its action runs, and ``break`` in it stops; without an action the debugger stops."""
        if item.block is None:
            item.hits += 1
            self.stop(scope, site, item)
            return
        item.hits += 1
        self.busy = True
        try:
            item.block.bound_to(scope).run_inline(scope, self.session.write_default)
        except BreakSignal:
            self.busy = False
            self.stop(scope, site, item)
        finally:
            self.busy = False

    def stop(self, scope: Scope, site: Any, item: Breakpoint | None) -> None:
        """Stop here: ask the user what to do; without one, say so and go on."""
        self.stop_depth = self.over = None
        self.busy = True
        try:
            if self.handlers:
                self._tell_handlers(scope, site, item)
            elif self.asks_user:
                from spshell.engine.debugging.prompt import converse

                converse(self, scope, site, item)
        finally:
            self.busy = False

    def _tell_handlers(self, scope: Scope, site: Any, item: Any) -> None:
        from spshell.engine.debugging.handlers import DebugContext, ask_handlers
        from spshell.engine.errors.extents import running_at

        position = None if site is None else node_extent(site.source, site.start, site.end)
        if position is None:
            running = running_at()
            position = running.extent() if running is not None else None
        reached = [item] if isinstance(item, Breakpoint) else []
        ask_handlers(self, scope, DebugContext(position, reached, item))

    def _show(self, site: StepSite) -> None:
        self.session.host.write(f"DEBUG: {trace_line(site)}\n\n")

    def _confirm(self, site: StepSite) -> None:
        from spshell.engine.debugging.prompt import confirm_line

        self.asks = confirm_line(self.session, trace_line(site))


class _Brace:
    """The brace at the beginning of a stretch of code."""

    def __init__(self, site: StepSite) -> None:
        self.source = site.source
        self.start = site.start
        self.end = site.start + 1


def trace_line(site: StepSite) -> str:
    """A line of Set-PSDebug -Trace: the number, the text, a mark where the statement begins."""
    extent = node_extent(site.source, site.start, site.end)
    text = extent.line_text()
    return f"{extent.line:>4}+ {text[: extent.column - 1]} >>>> {text[extent.column - 1 :]}"


def debugger_of(session: Session) -> Debugger:
    """The session's debugger; the first call makes one and has code compiled anew for it."""
    if session.debugger is None:
        session.debugger = Debugger(session)
        session.commands.changed(
            session.global_scope, ""
        )  # call sites look again, and blocks are compiled anew
    return session.debugger


def step(scope: Scope, site: StepSite) -> None:
    """Before a statement."""
    debugger = scope.session.debugger
    if debugger is not None:
        debugger.statement(scope, site)


def trace_edge(scope: Scope, site: StepSite, enters: bool) -> None:
    """At the brace that begins a block, and at the one that ends it."""
    debugger = scope.session.debugger
    if debugger is not None:
        debugger.edge(scope, site, enters=enters)


def watch_read(scope: Scope, path: str, read: Any) -> Any:
    """A variable is read: `read` is what reads it otherwise."""
    debugger = scope.session.debugger
    if debugger is not None:
        debugger.variable(scope, path, "Read")
    return scope.vars[path.lower()] if path.lower() in scope.vars else read(scope, path)


def watch_write(scope: Scope, path: str, value: Any) -> Any:
    """A variable is written."""
    from spshell.engine.variables.variables import write

    debugger = scope.session.debugger
    if debugger is not None:
        debugger.variable(scope, path, "Write", value)
    return write(scope, path, value)
