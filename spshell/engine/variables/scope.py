"""Scopes: where variables, functions and aliases live while a block runs (about_Scopes)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session


class Unset:
    """The mark for a promoted variable that holds nothing yet."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


class Scope:
    """One scope of variables.

    ``vars`` maps folded names to values; ``attributes`` holds, for the few variables that have them, their types,
    validation and options; ``functions``, ``aliases`` and ``types`` are what was defined here. ``parent`` is where
    reads go on: the caller's scope, or a module's. ``call`` tells what runs here (for ``$MyInvocation``), ``kind`` is
    ``global``, ``script``, ``module`` or ``local``, ``caller`` where a function of another module was called from,
    ``apart`` whether no pipeline takes the errors of what runs here.
    """

    functions: dict[str, Any] | None = None
    aliases: dict[str, Any] | None = None
    types: dict[str, Any] | None = None
    private: set[str] | None = None
    call: Any = None
    caller: Scope | None = None
    apart = False

    def __init__(self, session: Session, parent: Scope | None, kind: str = "local") -> None:
        self.vars: dict[str, Any] = {}
        shared = session.all_scope
        self.attributes: dict[str, VariableAttributes] = dict(shared) if shared else {}
        self.parent = parent
        self.session: Session = session
        self.kind = kind
        if parent is None:
            self.module: Any = None
            self.strict = 0
        else:
            self.module = parent.module
            self.strict = parent.strict

    def script_scope(self) -> Scope:
        """The scope that ``$script:`` means: the nearest script's or module's, else the global one."""
        scope = self
        while scope.parent is not None and scope.kind == "local":
            scope = scope.parent
        return scope

    def find(self, name: str) -> Scope | None:
        """The scope that holds a variable (folded name), private variables of callers left out."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.vars and (scope is self or scope.private is None or name not in scope.private):
                return scope
            scope = scope.parent
        return None

    def ancestor(self, levels: int) -> Scope | None:
        """The scope `levels` up (0 is this one), as -Scope 1 counts."""
        scope: Scope | None = self
        for _ in range(levels):
            if scope is None:
                return None
            scope = scope.parent
        return scope


class VariableAttributes:
    """What a variable carries beside its value: constraints (types, validators), options, description.

    ``home`` is the scope that holds the value of a variable with the option AllScope.
    """

    __slots__ = ("constraints", "description", "home", "name", "options")

    def __init__(self, name: str) -> None:
        self.name = name
        self.constraints: list[Any] = []
        self.options: frozenset[str] = frozenset()
        self.description = ""
        self.home: Scope | None = None

    @property
    def writable(self) -> bool:
        """Whether an assignment may change the variable."""
        return not self.options & {"ReadOnly", "Constant"}
