"""The variables behind -OutVariable, -ErrorVariable and their kin: an ArrayList that is filled as records
pass.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


def collecting_variable(scope: Scope, name: str) -> Any:
    """Set the variable to an empty ArrayList (``+name`` keeps what it holds) and return something to append
    to.
    """
    from spshell.engine.variables.variables import lookup
    from spshell.values.conversion import convert, resolve_type_name

    adding = name.startswith("+")
    folded = name.lstrip("+").lower()
    made = convert([], resolve_type_name("System.Collections.ArrayList"))
    if adding:
        from spshell.engine.pipelines.output import emit
        from spshell.engine.variables.scope import UNSET

        held = lookup(scope, folded)
        if held is not UNSET and held is not None:
            emit(made.append, held)
    target = scope
    prefix, colon, rest = folded.partition(":")
    if colon:
        from spshell.engine.variables.variables import scope_named

        named = scope_named(scope, prefix)
        if named is not None:
            target, folded = named, rest
    target.vars[folded] = made
    return made


class Tap:
    """A running command that collects what it and everything it calls write to streams.

    Enter while its own code runs; what is downstream of it runs outside.
    """

    __slots__ = ("collectors", "taps")

    def __init__(self, session: Session, collectors: dict[str, Any]) -> None:
        self.taps = session.taps
        self.collectors = collectors

    def take(self, stream: str, record: Any) -> None:
        """Add a record to the stream's variable, once."""
        collector = self.collectors.get(stream)
        if collector is not None and not any(item is record for item in collector):
            collector.append(record)

    def __enter__(self) -> Tap:
        self.taps.append(self)
        return self

    def __exit__(self, *_details: object) -> None:
        self.taps.remove(self)

    def outside(self, out: Callable[[Any], None]) -> Callable[[Any], None]:
        """`out` as the command calls it: what takes the value is not tapped."""

        def take(value: Any) -> None:
            self.taps.remove(self)
            try:
                out(value)
            finally:
                self.taps.append(self)

        return take
