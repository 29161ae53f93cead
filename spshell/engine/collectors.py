"""The variables behind -OutVariable, -ErrorVariable and their kin: an ArrayList that is filled as records
pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spshell.engine.scope import Scope


def collecting_variable(scope: Scope, name: str) -> Any:
    """Set the variable to an empty ArrayList (``+name`` keeps what it holds) and return something to append
    to.
    """
    from spshell.engine.variables import lookup
    from spshell.values.conversion import convert, resolve_type_name

    adding = name.startswith("+")
    folded = name.lstrip("+").lower()
    made = convert([], resolve_type_name("System.Collections.ArrayList"))
    if adding:
        from spshell.engine.output import emit
        from spshell.engine.scope import UNSET

        held = lookup(scope, folded)
        if held is not UNSET and held is not None:
            emit(made.append, held)
    target = scope
    prefix, colon, rest = folded.partition(":")
    if colon:
        from spshell.engine.variables import scope_named

        named = scope_named(scope, prefix)
        if named is not None:
            target, folded = named, rest
    target.vars[folded] = made
    return made
