"""Set-Variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.variable_names import matching, selected
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import (
    VariableObject,
    assign,
    attributes_of,
    change_options,
    exists,
    option_names,
    scope_of,
    set_options,
)
from spshell.values.exceptions import NetException
from spshell.values.wildcard import has_wildcards

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetVariable(Cmdlet, verb="Set", noun="Variable", should_process=True):
    """Set a variable.

    The variable is made when it does not exist. Several input objects become an array.

        PS> Set-Variable relay mail01; $relay
        PS> 1..3 | Set-Variable numbers; $numbers.Count
    """

    name: Any = parameter(
        "string[]", position=0, mandatory=True, by_name=True, help="Names, wildcards allowed."
    )
    value: Any = parameter("System.Object", position=1, from_pipeline=True, by_name=True, help="The value.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    description: Any = parameter("string", help="What the variable is for.")
    option: Any = parameter(
        "System.Management.Automation.ScopedItemOptions", help="ReadOnly, Constant, Private, AllScope."
    )
    force: Any = parameter("switch", help="Change a read-only variable too.")
    visibility: Any = parameter(
        "System.Management.Automation.SessionStateEntryVisibility", help="Public or Private."
    )
    pass_thru: Any = parameter("switch", help="Return the variable.")
    append: Any = parameter("switch", help="Add to what the variable holds.")
    scope_name: Any = parameter(
        "string", name="Scope", validate=[ValidateNotNullOrEmpty()], help="Global, Local, Script or a number."
    )

    def begin(self) -> None:
        self.items: list[Any] = []
        self.from_input = not self.is_bound("Value")

    def process(self) -> None:
        if self.from_input and self.is_bound("Value"):
            self.items.append(self.value)

    def end(self) -> Iterator[object]:
        value = self.value if not self.from_input else self._collected()
        scope = scope_of(self.scope, self.scope_name)
        for pattern in self.name or ():
            yield from self._set(scope, pattern, value)

    def _collected(self) -> Any:
        if len(self.items) == 1:
            return self.items[0]
        return self.items or None

    def _set(self, scope: Any, pattern: str, value: Any) -> Iterator[object]:
        names = [pattern]
        if has_wildcards(pattern):
            names = [name for _, name in matching(scope, pattern, only_here=self.scope_name is not None)]
        for name in selected(names, self.include, self.exclude):
            if not self.should_process(f"Name: {name} Value: {_shown(value)}", "Set variable"):
                continue
            target, plain = _target(scope, name)
            existed = exists(target, plain.lower())
            try:
                assign(target, plain, self._joined(target, plain, value), force=bool(self.force))
                self._describe(target, plain, existed=existed)
            except NetException as error:
                self.write_error(error)
                continue
            if self.pass_thru:
                yield VariableObject(target, plain)

    def _joined(self, scope: Any, name: str, value: Any) -> Any:
        if not self.append or name.lower() not in scope.vars:
            return value
        held = scope.vars[name.lower()]
        items = list(held) if isinstance(held, list) else [held]
        return [*items, *(self.items if self.from_input else [value])]

    def _describe(self, scope: Any, name: str, *, existed: bool) -> None:
        if self.option is not None:
            names = option_names(self.option)
            if existed:
                change_options(scope, name, names, force=bool(self.force))
            else:
                set_options(scope, name, names)
        if self.description is not None:
            attributes_of(scope, name).description = self.description


def _target(scope: Any, name: str) -> tuple[Any, str]:
    from spshell.engine.variables.variables import scope_named

    prefix, colon, rest = name.partition(":")
    named = scope_named(scope, prefix.lower()) if colon else None
    return (named, rest) if named is not None else (scope, name)


def _shown(value: Any) -> str:
    from spshell.values.text import to_text

    return to_text(value)
