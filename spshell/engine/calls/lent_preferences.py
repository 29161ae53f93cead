"""Common parameters of calls that run without a scope (about_CommonParameters): ``-ErrorAction Stop``, ``-Verbose``, ``-WhatIf``.

Each stands for a preference variable of the function. A scope that holds nothing else is put between the function and its
caller for the call; when the function needs a scope after all, that one gets the variables (`outer.with_callers`).
"""

from __future__ import annotations

from spshell.engine.variables.scope import Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SWITCHES = {"verbose": "verbosepreference", "debug": "debugpreference"}
ACTIONS = {
    "erroraction": "erroractionpreference",
    "warningaction": "warningpreference",
    "informationaction": "informationpreference",
    "progressaction": "progresspreference",
}
ASKING = {"whatif": "whatifpreference", "confirm": "confirmpreference"}
"""Those of commands that support ShouldProcess."""

PREFERENCES = {**SWITCHES, **ACTIONS, **ASKING}
"""Folded common parameter -> the variable that it stands for."""

_SMA = "System.Management.Automation."


class PreferenceScope(Scope):
    """The preference variables of one call, in front of its caller's scope."""

    def __init__(self, caller: Scope, variables: dict[str, Any]) -> None:
        self.vars = variables
        self.attributes = {}
        self.parent = caller
        self.session = caller.session
        self.kind = "local"
        self.module = caller.module
        self.strict = caller.strict
        self.call = caller.call
        self.caller = caller.caller
        self.apart = caller.apart


def preference_value(name: str, value: Any) -> Any:
    """What the variable of a common parameter (folded name) holds for the value that was bound."""
    from spshell.engine.commands.switch import PRESENT
    from spshell.values.conversion import convert, resolve_type_name

    if name == "whatif":
        return PRESENT if value else value
    if name == "confirm":
        return convert("Low" if value else "None", resolve_type_name(_SMA + "ConfirmImpact"))
    if name in SWITCHES:
        value = "Continue" if value else "SilentlyContinue"
    return convert(value, resolve_type_name(_SMA + "ActionPreference"))


class ActionWords(dict[str, object]):
    """The word of an action as it was written -> the action; None for what the binder has to look at."""

    def __missing__(self, word: str) -> object:
        known = word.lower() in ("silentlycontinue", "stop", "continue", "inquire", "ignore")
        made = preference_value("erroraction", word) if known else None
        if len(self) < _WORDS:
            self[word] = made
        return made


_WORDS = 32
"""Spellings that one call remembers."""
