"""What one compilation produces: Python code objects and the constants that they name."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from types import CodeType
    from typing import Any

    from spshell.language.nodes.base import Source


class Unit:
    """One script block being compiled; ``functions`` are the folded names of functions, as far as they are known.

    ``constants`` are (kind, payload) pairs, named ``k0``, ``k1`` ... in the generated code. The engine's linker turns
    each into the object that the code sees: a literal, a call site, a script block, a type. ``likely`` is what the text says
    of the collections that its variables hold (`element_code`). ``watched`` says that what takes the output sees the variables,
    ``binds_unseen`` that variables may get a type or an option while the block runs by what its text does not show.
    ``deep`` says that statements are nested deeper than Python allows (`deep_blocks`).
    ``open_calls`` counts the calls of functions whose errors must have the variables read again that live in Python locals.
    """

    __slots__ = (
        "_shared",
        "binds_unseen",
        "constants",
        "constrained",
        "deep",
        "functions",
        "likely",
        "open_calls",
        "source",
        "start",
        "traced",
        "uses_status",
        "watched",
    )  # fmt: skip

    def __init__(
        self, source: Source, *, uses_status: bool, functions: Container[str] = (), traced: bool = False
    ) -> None:
        self.source = source
        self.functions = functions
        self.constants: list[tuple[str, Any]] = []
        self.uses_status = uses_status
        self.traced = traced
        self.watched = False
        self.deep = False
        self.binds_unseen = False
        self.open_calls = 0
        self.start: int | None = None
        self.likely: dict[str, str] = {}
        self.constrained: frozenset[str] = frozenset()
        self._shared: dict[tuple[Any, ...], str] = {}

    def constant(self, kind: str, payload: Any) -> str:
        """Add a constant and return its name in the generated code."""
        self.constants.append((kind, payload))
        return f"k{len(self.constants) - 1}"

    def shared(self, kind: str, payload: Any) -> str:
        """As `constant`, but equal payloads (hashable) share one name."""
        key = (kind, type(payload).__name__, payload)
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = self.constant(kind, payload)
        return found

    def mark(self) -> int:
        """Where `rewind` goes back to."""
        return len(self.constants)

    def rewind(self, mark: int) -> None:
        """Forget the constants added since: the code that names them is compiled again."""
        for key, identifier in list(self._shared.items()):
            if int(identifier[1:]) >= mark:
                del self._shared[key]
        del self.constants[mark:]


class CompiledBlock:
    """The code of a script block: a Python code object for each of its begin, process, end and clean blocks.

    Each defines one function ``block(S, out)``: `S` is the scope it runs in, `out` takes each output object.
    """

    __slots__ = ("constants", "dynamic_parameters", "named_blocks", "source")

    def __init__(
        self, source: Source, constants: list[tuple[str, Any]], named_blocks: dict[str, CodeType]
    ) -> None:
        self.source = source
        self.constants = constants
        self.named_blocks = named_blocks


class DirectCode:
    """What `compile_direct` makes.

    ``single`` tells that the function returns its output; otherwise it writes to ``out``. ``scoped`` are the names that it
    reaches by ``$script:`` and ``$global:``, ``callees`` the functions that it calls, ``asked`` what it wants to know of its
    call (`given_values`), ``relied`` the names that must mean the built-in commands whenever it runs.
    """

    __slots__ = ("asked", "callees", "code", "relied", "scoped", "single")

    def __init__(
        self,
        code: CompiledBlock,
        scoped: set[str],
        callees: set[str],
        asked: frozenset[str] = frozenset(),
        relied: tuple[tuple[str, str], ...] = (),
        *,
        single: bool,
    ) -> None:
        self.asked = asked
        self.relied = relied
        self.code = code
        self.single = single
        self.scoped = scoped
        self.callees = callees


class CommandSpec:
    """The fixed part of a command in the text: how it is called and where it stands.

    ``plain`` says that every argument is a positional value; ``layout`` which arguments are names (None when they cannot be
    told before the call), ``promoted`` are the variables that live in Python locals around the call, with the
    names of these.
    """

    __slots__ = (
        "end", "invocation", "layout", "name", "name_end", "name_start", "plain", "promoted", "redirections", "start",
    )  # fmt: skip

    def __init__(
        self,
        name: str | None,
        invocation: str,
        start: int,
        end: int,
        redirections: list[RedirectionSpec],
        *,
        plain: bool = False,
        name_extent: tuple[int, int] = (0, 0),
    ) -> None:
        self.name_start, self.name_end = name_extent
        self.name = name
        self.plain = plain
        self.layout: tuple[Any, ...] | None = None
        self.promoted: dict[str, str] | None = None
        self.invocation = invocation
        self.start = start
        self.end = end
        self.redirections = redirections


class RedirectionSpec:
    """A redirection: to a file (`append` is True or False) or a merge into another stream (`target` names it)."""

    __slots__ = ("append", "stream", "target")

    def __init__(self, stream: str, *, append: bool | None = None, target: str | None = None) -> None:
        self.stream = stream
        self.append = append
        self.target = target
