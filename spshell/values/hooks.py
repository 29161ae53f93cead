"""What the layers above lend to the values: each name is set by them, most when a session begins, and asked when needed."""

from __future__ import annotations

from _contextvars import ContextVar  # what `contextvars` hands on, without its file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.values.nettype import NetType

CULTURE: ContextVar[str] = ContextVar("spshell_culture", default="en-US")
"""The name of the culture that this thread's scripts run in; a new session sets it back."""

CULTURE_OBJECT: ContextVar[Any] = ContextVar("spshell_culture_object", default=None)
"""The object that a script made the current culture: a changed copy keeps its changes."""

UI_CULTURE: ContextVar[str] = ContextVar("spshell_ui_culture", default="en-US")
"""The same for the language of texts."""

load_type: Callable[[str], NetType | None] | None = None
"""How a type not registered yet is found, by its folded full name."""

declare_members: Callable[[NetType], None] | None = None
"""What adds to a type's members at their first use."""

first_types: Callable[[], None] | None = None
"""Registers the types of the layers above, once: called at the first question about a type that is not known."""

match_object: Callable[[Any, Any], Any] | None = None
"""How a Python match of a pattern becomes a System.Text.RegularExpressions.Match for script blocks."""

static_caller: Callable[[NetType, str, tuple[Any, ...]], Any] | None = None
"""How a static method of a type is called with arguments."""

operator_finder: Callable[[NetType, str, tuple[Any, ...]], Callable[[Any, Any], Any] | None] | None = None
"""How the function behind an operator is found whose overload takes the operands as they are."""

extended_member: Callable[[list[str], str], Any] | None = None
"""How a member that type data gives to type names is found."""

extended_writer: Callable[[Any, str, Any], bool] | None = None
"""What sets the properties that type data add to objects; it returns False for an unknown name."""

unraised_record: Callable[[Any], Any] | None = None
"""Makes the ErrorRecord of an exception that was never raised."""

list_separator: Callable[[], str] | None = None
"""Where ``$OFS`` comes from."""

TYPE_MODULES: dict[str, str] = {}
"""Folded full name -> module whose import registers the type. Packages above dotnet add their own rows."""

TYPE_PREFIXES: dict[str, str] = {}
"""Folded beginning of a name -> module whose ``install()`` adds rows to TYPE_MODULES, called at the first such name."""


def register_first() -> None:
    """Have the types of the layers above registered, if they are not yet."""
    global first_types
    if first_types is not None:
        register, first_types = first_types, None
        register()
