"""Code that runs beside the session that started it, in a session and thread of its own: jobs, ForEach-Object -Parallel.

It sees no variables of its parent but those handed over with ``$using:``; what it writes goes to a callable, stream by
stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.errors.signals import ExitSignal
from spshell.engine.pipelines.streams import NAMES, Streams
from spshell.engine.runspaces.sessions import Worker, running_in, sibling
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.engine.errors.records import ErrorRecord
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


def using_values(block: ScriptBlock, scope: Scope, *, nested: bool = True) -> dict[str, Any]:
    """What a block names with ``$using:``, as the caller sees it. Raises UsingVariableIsUndefined.

    Without `nested` what the block of a ForEach-Object -Parallel inside it names is left out: that is a matter of the
    command that runs it.
    """
    from spshell.engine.attributes.constant_expressions import evaluate
    from spshell.engine.errors.faults import raise_fault
    from spshell.engine.variables.scope import UNSET
    from spshell.engine.variables.variables import lookup

    found: dict[str, Any] = {}
    source = block.node.source
    stack = [block.node]
    while stack:
        node = stack.pop()
        if node.kind != "UsingExpression":
            if nested or not _runs_in_parallel(node):
                stack.extend(node.children())
            continue
        child = node.child
        if child.kind != "VariableExpression":
            found[source.text[child.start : child.end].lower()] = evaluate(child, source, scope)
            continue
        value = lookup(scope, child.path.lower())
        if value is UNSET:
            raise_fault("UsingVariableIsUndefined", child.path, target=child.path)
        found[child.path.lower()] = value
    return found


def _runs_in_parallel(node: Any) -> bool:
    """Whether a node is a ForEach-Object -Parallel command."""
    if node.kind != "Command" or not node.elements:
        return False
    name = getattr(node.elements[0], "value", None)
    if not isinstance(name, str) or name.lower() not in ("foreach-object", "foreach", "%"):
        return False
    given = [element.name.lower() for element in node.elements[1:] if element.kind == "CommandParameter"]
    return any(len(word) > 1 and "parallel".startswith(word) for word in given)


class Run:
    """One block running in a thread.

    `sink` takes (stream, record) of everything it writes: ``output``, ``error``, ``warning`` ...; ``failure`` is the record
    of the error that ended it.
    """

    def __init__(self, parent: Session, block: ScriptBlock, sink: Callable[[str, Any], None]) -> None:
        self.parent = parent
        self.block = block
        self.sink = sink
        self.values: dict[str, Any] = {}
        self.variables: dict[str, Any] = {}
        self.arguments: list[Any] = []
        self.input: list[Any] | None = None
        self.dollar: Any = None
        self.first: ScriptBlock | None = None
        self.location = parent.location
        self.failure: ErrorRecord | None = None
        self.on_failure: Callable[[ErrorRecord], None] | None = None
        self.on_end: Callable[[], None] | None = None
        self.gate: Any = None
        self.worker: Worker | None = None

    def start(self) -> None:
        """Begin to run."""
        self.worker = Worker(self._run if self.gate is None else self._run_in_turn)

    def stop(self) -> None:
        """Stop it; what it still writes is not heard."""
        self.sink = _unheard
        if self.worker is not None:
            self.worker.stop(0.1)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; whether it came."""
        return self.worker is None or self.worker.wait(seconds)

    @property
    def is_done(self) -> bool:
        """Whether it is over."""
        return self.worker is not None and self.worker.done.is_set()

    @property
    def stopped(self) -> bool:
        """Whether it was stopped."""
        return self.worker is not None and self.worker.stopped

    def _run_in_turn(self) -> None:
        """Wait for a free place (``gate``, a semaphore) first."""
        with self.gate:
            self._run()

    def _run(self) -> None:
        self._work()
        if self.on_end is not None:
            self.on_end()

    def _work(self) -> None:
        session = sibling(self.parent)
        session.non_interactive = True
        session.location = self.location
        session.streams = Streams(*(_sender(self, name) for name in NAMES))
        session.apart_errors = session.streams.error
        scope = session.global_scope
        scope.vars.update(self.variables)
        scope.vars.update({f"using:{name}": value for name, value in self.values.items()})
        with running_in(session):
            try:
                if self.first is not None:
                    _copy(session, self.first).run_inline(scope, self._out)
                self._call(session)
            except ExitSignal:
                pass
            except NetException as error:
                self._fail(session, error)
            except RecursionError:
                from spshell.engine.calls.depth import call_depth_fault

                self._fail(session, call_depth_fault())
            except Exception as error:  # noqa: BLE001 - a fault of this shell ends the run, and its owner hears of it
                from spshell.engine.errors.fault_text import fault_line
                from spshell.engine.errors.faults import make_fault

                self._fail(session, make_fault("InternalFault", fault_line(error).rstrip()))

    def _fail(self, session: Session, error: NetException) -> None:
        self.failure = session.record_of(error)
        if self.on_failure is not None:
            self.on_failure(self.failure)

    def _call(self, session: Session) -> None:
        from spshell.engine.calls.calls import call_block
        from spshell.engine.variables.scope import UNSET

        dollar = self.dollar if self.input is None else UNSET
        block = _copy(session, self.block)
        scope = session.global_scope
        call_block(block, scope, self.arguments, self._out, dollar=dollar, input_items=self._piped())

    def _piped(self) -> Any:
        if self.input is None:
            return None
        from spshell.engine.pipelines.input_enumerator import InputEnumerator

        return InputEnumerator(self.input)

    def _out(self, value: Any) -> None:
        self.sink("output", value)


def _copy(session: Session, block: ScriptBlock) -> ScriptBlock:
    """The block as text of another session: nothing of its own scope comes along."""
    from spshell.engine.scriptblock import ScriptBlock as Block

    twin = Block(block.node, session)
    twin.path = None
    return twin


def _unheard(_stream: str, _record: Any) -> None:
    """Where the output of a stopped run goes."""


def _sender(run: Run, stream: str) -> Callable[[Any], None]:
    def send(record: Any) -> None:
        run.sink(stream, record)

    return send
