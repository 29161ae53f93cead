"""The streams of a running command and their redirections (about_Output_Streams, about_Redirection).

``Streams`` holds the callable that takes each record of a stream. The outermost ones write to the host; a
redirection replaces some of them while a command runs, and puts them back while what is downstream runs.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope

NAMES = ("error", "warning", "verbose", "debug", "information")


class Streams:
    """Where records go: one callable a stream."""

    __slots__ = ("debug", "error", "information", "verbose", "warning")

    def __init__(
        self,
        error: Callable[[Any], None],
        warning: Callable[[Any], None],
        verbose: Callable[[Any], None],
        debug: Callable[[Any], None],
        information: Callable[[Any], None],
    ) -> None:
        self.error = error
        self.warning = warning
        self.verbose = verbose
        self.debug = debug
        self.information = information

    def snapshot(self) -> tuple[Callable[[Any], None], ...]:
        """The present callables, for `restore`."""
        return self.error, self.warning, self.verbose, self.debug, self.information

    def restore(self, saved: tuple[Callable[[Any], None], ...]) -> None:
        """Put a snapshot back."""
        self.error, self.warning, self.verbose, self.debug, self.information = saved


def _merging(take: Callable[[Any], None]) -> Callable[[Any], None]:
    """A way for messages into the output, where they are shown as what they are."""

    def taken(value: Any) -> None:
        if hasattr(value, "merged"):
            value.merged = True
        take(value)

    return taken


class OwnErrors:
    """The way of a compiled command's own errors into its output."""

    __slots__ = ("take",)

    def __init__(self, take: Callable[[Any], None]) -> None:
        self.take = take

    def __call__(self, record: Any) -> None:
        self.take(record)


class Redirected:
    """The redirections of one running command: enter before its code runs, leave after, `outside` around its output.

    `out` is the output callable that the command must use. Of a `compiled` command only its own errors can be merged into
    the output, which ``own_errors`` does then; those of the blocks that it runs are lost.
    """

    __slots__ = ("files", "inner", "next_out", "out", "outer", "own_errors", "streams")

    def __init__(
        self,
        scope: Scope,
        out: Callable[[Any], None],
        specs: list[Any],
        targets: Any,
        *,
        compiled: bool = False,
    ) -> None:
        self.streams: Streams = scope.session.streams
        self.outer = self.streams.snapshot()
        self.next_out = out
        self.files: list[Any] = []
        outside = self._way_out(out)
        self.out: Callable[[Any], None] = outside
        sinks: dict[str, Callable[[Any], None]] = dict(zip(NAMES, self.outer, strict=True))
        sinks["output"] = outside
        pairs = list(zip(specs, targets or [None] * len(specs), strict=True))
        for spec, target in sorted(
            pairs, key=lambda pair: pair[0].target is not None
        ):  # `2>&1 > f` is `> f 2>&1`
            self._apply(spec, target, sinks, scope)
        self.out = sinks["output"]
        self.own_errors: Callable[[Any], None] | None = None
        if compiled and any(spec.target is not None and spec.stream in ("Error", "All") for spec in specs):
            self.own_errors = OwnErrors(sinks["error"])
            apart = scope.session.apart_errors
            sinks["error"] = apart if self.outer[0] == apart else _drop
        self.inner = tuple(sinks[name] for name in NAMES)

    def _apply(self, spec: Any, target: Any, sinks: dict[str, Callable[[Any], None]], scope: Scope) -> None:
        names = [*NAMES, "output"] if spec.stream == "All" else [spec.stream.lower()]
        if spec.target is not None:
            merged = _merging(sinks[spec.target.lower()])
            for name in names:
                if name != spec.target.lower():
                    sinks[name] = merged
            return
        from spshell.engine.pipelines.redirect_files import sink_for

        sink = sink_for(target, append=bool(spec.append), scope=scope)
        if sink is not None:
            self.files.append(sink)
        for name in names:
            sinks[name] = _drop if sink is None else sink.taker(name)

    def _way_out(self, out: Callable[[Any], None]) -> Callable[[Any], None]:
        raw = getattr(out, "take_bytes", None)
        if raw is None:
            return self._outside

        def outside(value: Any) -> None:
            self._outside(value)

        outside.take_bytes = raw  # type: ignore[attr-defined]  # bytes of programs pass as they are
        return outside

    def _outside(self, value: Any) -> None:
        inner = self.streams.snapshot()
        self.streams.restore(self.outer)
        try:
            self.next_out(value)
        finally:
            self.streams.restore(inner)

    def __enter__(self) -> Redirected:
        self.outer = self.streams.snapshot()
        self.streams.restore(self.inner)
        return self

    def __exit__(self, *_details: object) -> None:
        self.streams.restore(self.outer)

    def close(self) -> None:
        """Finish the files; what refers to itself lets go of it."""
        for sink in self.files:
            sink.close()
        self.out = _drop
        self.inner = ()


def _drop(_value: Any) -> None:
    """A stream sent to ``$null``."""
