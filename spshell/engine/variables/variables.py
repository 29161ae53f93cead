"""Variables at run time: scopes, drives, types that stay with a variable, automatic variables (about_Scopes)."""

from __future__ import annotations

import os

from spshell.engine.errors.faults import raise_fault
from spshell.engine.variables.automatic import AUTOMATIC
from spshell.engine.variables.preferences import WORDS
from spshell.engine.variables.scope import UNSET, Scope, VariableAttributes
from spshell.values.exceptions import NetException
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.compiled.sites import ConstraintSite


def read(scope: Scope, path: str) -> Any:
    """The value of an unqualified variable; null (an error in strict mode) when it does not exist."""
    name = path.lower()
    found = lookup(scope, name)
    if found is not UNSET:
        return found
    if scope.strict and name != "psitem":
        raise_fault("VariableIsUndefined", path, target=path)
    return None


def read_own(scope: Scope, path: str, start: int | None) -> Any:
    """The variable that ``+=`` adds to when the scope does not hold it: null, whatever the callers have.

    Only a block that runs in somebody else's scope (dot-sourced, ForEach-Object) sees theirs: `start`, where the block
    begins in its text, tells whether the scope is its own; None when that is certain. about_Assignment_Operators
    """
    call = scope.call
    own = call is not None and not call.dotted and call.block.node.start == start
    if start is not None and (not own or scope.parent is None):
        return read(scope, path)
    if scope.strict:
        raise_fault("VariableIsUndefined", path, target=path)
    return None


def unshared(value: Any) -> Any:
    """A copy of an array that another scope's variable holds: ``+=`` makes an array grow in place."""
    return list(value) if type(value) is list else value


def read_in_text(scope: Scope, path: str) -> Any:
    """As `read`, inside a double-quoted string: undefined variables are an error from strict mode 2 on."""
    found = lookup(scope, path.lower())
    if found is UNSET:
        return read(scope, path) if scope.strict >= LENIENT_TEXT else None
    return found


LENIENT_TEXT = 2
"""The strict mode from which undefined variables in text are errors (about Set-StrictMode)."""


def read_input(scope: Scope) -> Any:
    """``$input`` of the function or script that runs here; callers' input is not seen."""
    current: Scope | None = scope
    while current is not None:
        if "input" in current.vars:
            return current.vars["input"]
        if current.call is not None:
            break
        current = current.parent
    from spshell.engine.pipelines.input_enumerator import InputEnumerator

    return InputEnumerator([])


def lookup(scope: Scope, name: str) -> Any:
    """The value of a folded name through the scopes and the automatic variables, or UNSET."""
    current: Scope | None = scope
    while current is not None:
        if name in current.vars and (
            current is scope or current.private is None or name not in current.private
        ):
            return current.vars[name]
        current = current.parent
    automatic = AUTOMATIC.get(name)
    if automatic is not None:
        return automatic(scope)
    return UNSET


def preference(scope: Scope, name: str) -> str:
    """A preference variable's value as a folded word (``stop``, ``silentlycontinue``)."""
    current: Scope | None = scope
    while current is not None:
        if name in current.vars:
            value = current.vars[name]
            if type(value) is str:
                return value.lower()
            return _preference_word(value)
        current = current.parent
    return WORDS.get(name, "continue")


_ACTIONS = ("silentlycontinue", "stop", "continue", "inquire", "ignore", "suspend", "break")


def _preference_word(value: Any) -> str:
    if type(value) is int:
        return _ACTIONS[value] if 0 <= value < len(_ACTIONS) else "continue"
    name = getattr(value, "name", None)
    return str(name).lower() if name is not None else "continue"


def write(scope: Scope, path: str, value: Any) -> Any:
    """Assign to a variable of the running scope and return the assigned value."""
    name = path.lower()
    if name == "psitem":
        name = "_"
    if scope.attributes and name in scope.attributes:
        value = constrained(scope, name, value)
        home = scope.attributes[name].home
        if home is not None:
            home.vars[name] = value
            return value
    elif name in _GUARDED and scope.parent is not None:
        _check_all_scope(scope, name)
    scope.vars[name] = value
    return value


_GUARDED = frozenset(
    {"true", "false", "?", "pid", "home", "host", "error", "pshome", "shellid", "psversiontable", "executioncontext",
     "psculture", "psuiculture", "psedition", "islinux", "iswindows", "ismacos", "iscoreclr"}
)  # fmt: skip


def _check_all_scope(scope: Scope, name: str) -> None:
    """Read-only automatic variables exist in every scope: assigning one anywhere is an error."""
    attributes = scope.session.global_scope.attributes.get(name)
    if attributes is not None and not attributes.writable:
        raise_fault("VariableNotWritable", attributes.name, target=attributes.name)


def constrained(scope: Scope, name: str, value: Any) -> Any:
    """The value converted and checked by the attributes of an existing variable."""
    attributes = scope.attributes[name]
    if not attributes.writable:
        raise_fault("VariableNotWritable", attributes.name, target=attributes.name)
    for constraint in attributes.constraints:
        try:
            value = constraint(value)
        except NetException as error:
            if error.error_id == "ValidateSetFailure":
                from spshell.values.messages import cast_text

                error.inner = None  # what the check said stands in the message
                error.message = f"The variable {attributes.name} cannot hold the value {cast_text(value)}. {error.message}"
            raise
    return value


def write_typed(scope: Scope, path: str, site: ConstraintSite, value: Any) -> Any:
    """``[int]$x = ...``: give the variable its types and attributes, then assign."""
    from spshell.engine.attributes.of_variables import resolve_constraints

    target, name = _target_scope(scope, path)
    if name in _GUARDED and target.parent is not None:
        _check_all_scope(target, name)
    constraints = resolve_constraints(scope, site)
    for constraint in constraints:
        value = constraint(value)
    attributes = target.attributes.get(name)
    if attributes is None:
        attributes = VariableAttributes(path.rpartition(":")[2])
    elif not attributes.writable:
        raise_fault("VariableNotWritable", attributes.name, target=attributes.name)
    attributes.constraints = list(constraints)
    target.attributes[name] = attributes
    target.vars[name] = value
    return value


def _target_scope(scope: Scope, path: str) -> tuple[Scope, str]:
    prefix, colon, rest = path.partition(":")
    if not colon:
        return scope, path.lower()
    return scope_named(scope, prefix.lower()) or scope, rest.lower()


def scope_named(scope: Scope, prefix: str) -> Scope | None:
    """The scope that a modifier means, or None when `prefix` is none."""
    if prefix in ("local", "private", "variable"):
        return scope
    if prefix == "script":
        return scope.script_scope()
    if prefix == "global":
        return scope.session.global_scope
    return None


def read_scoped(scope: Scope, prefix: str, name: str, in_text: bool = False) -> Any:
    """``$global:x``, ``$env:X``, ``$function:f`` ...; null when it does not exist."""
    if prefix == "env":
        return os.environ.get(name)
    folded = name.lower()
    target = scope_named(scope, prefix)
    if target is not None:
        if prefix == "variable":
            return read(scope, name)
        if folded in target.vars:
            return target.vars[folded]
        automatic = AUTOMATIC.get(folded)
        if automatic is not None:
            return automatic(target)
        if scope.strict >= (LENIENT_TEXT if in_text else 1):
            raise_fault("VariableIsUndefined", f"{prefix}:{name}", target=f"{prefix}:{name}")
        return None
    if prefix == "function":
        function = scope.session.commands.find_function(scope, name)
        return None if function is None else function.script_block
    if prefix == "alias":
        alias = scope.session.commands.find_alias(scope, name)
        return None if alias is None else alias.definition
    if prefix == "using":
        return read_using(scope, name)
    found = lookup(scope, f"{prefix}:{folded}")
    if found is UNSET:
        return scope.session.read_drive(prefix, name)
    return found


def write_scoped(scope: Scope, prefix: str, name: str, value: Any) -> Any:
    """Assign through a scope modifier or drive."""
    if prefix == "env":
        from spshell.engine.variables.environment import set_environment

        set_environment(name, value)
        return value
    target = scope_named(scope, prefix)
    if target is not None:
        if prefix == "private":
            from spshell.engine.variables.privacy import make_private

            make_private(target, name.lower())
        if prefix == "variable":
            target = scope
        return write(target, name, value)
    if prefix == "function":
        scope.session.commands.assign_function(scope, name, value)
        return value
    if prefix == "alias":
        scope.session.commands.assign_alias(scope, name, to_text(value))
        return value
    from spshell.engine.providers.drive_variables import write_content

    write_content(scope.session, f"{prefix}:{name}", value)
    return value


def load_local(variables: dict[str, Any], name: str) -> Any:
    """The value of a variable about to be kept in a Python local."""
    return variables.get(name, UNSET)


def spill_local(scope: Scope, name: str, value: Any) -> None:
    """Write a promoted variable back; a typed one (set by earlier code) is converted."""
    if scope.attributes and name in scope.attributes and scope.vars.get(name, UNSET) is not value:
        value = constrained(scope, name, value)
    scope.vars[name] = value


def unbound(attributes: dict[str, Any], names: tuple[str, ...]) -> bool:
    """Whether none of the variables has a type, a check or an option in its scope."""
    return not attributes or attributes.keys().isdisjoint(names)


def restore_local(variables: dict[str, Any], name: str, value: Any) -> None:
    """Put back what `load_local` gave."""
    if value is UNSET:
        variables.pop(name, None)
    else:
        variables[name] = value


def read_matches(scope: Scope) -> Any:
    """``$Matches``: made from the match object of the last successful -match when first read."""
    found = lookup(scope, "matches")
    if found is UNSET:
        return read(scope, "Matches")
    if type(found) is MatchResult:
        made = found.table()
        holder = scope.find("matches")
        if holder is not None:
            holder.vars["matches"] = made
        return made
    return found


class MatchResult:
    """A successful match whose table of groups is made only when somebody reads ``$Matches``."""

    __slots__ = ("match",)

    def __init__(self, match: Any) -> None:
        self.match = match

    def table(self) -> Any:
        """The groups as a hashtable: numbered ones by number, named ones by name, unmatched ones left out."""
        from spshell.values.hashtable import Hashtable
        from spshell.values.regex_dialect import matched_groups

        groups = matched_groups(self.match)
        return Hashtable((int(name) if name.isdigit() else name, text) for name, text in reversed(groups))


def read_using(scope: Scope, path: str) -> Any:
    """``$using:x`` in a block that runs where the variable was handed over."""
    given = lookup(scope, "using:" + path.lower())
    if given is not UNSET:
        return given
    return raise_fault("UsingWithoutInvokeCommand", path, target=path)
