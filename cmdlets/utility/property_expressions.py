"""Property arguments: a name, a script block, or a table with Name (n, l, Label) and Expression (e)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.hashtable import Hashtable
from spshell.values.objects import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spshell.engine.scope import Scope


class Absent:
    """The mark of a property that an object does not have."""

    __slots__ = ()


ABSENT = Absent()


class PropertyExpression:
    """Where a value comes from: a property name (wildcards allowed) or a script block; `label` names the
    result.
    """

    __slots__ = ("label", "options", "script", "source")

    def __init__(self, source: str, script: Any, label: str, options: dict[str, Any]) -> None:
        self.source = source
        self.script = script
        self.label = label
        self.options = options

    def value(self, item: Any, scope: Scope) -> Any:
        """The value for one object; ABSENT when the property does not exist."""
        if self.script is not None:
            return self.script.invoke_value((item,), dollar=item, caller=scope)
        from spshell.dotnet.reading import MISSING, find_value
        from spshell.values.nothing import NOTHING

        if item is None:
            return ABSENT
        found = find_value(item, self.source)
        if found is MISSING:
            return ABSENT
        return None if found is NOTHING else found


def expanded(expressions: list[PropertyExpression], item: Any) -> list[PropertyExpression]:
    """Names with wildcards replaced by the properties of an object that they match."""
    from spshell.dotnet.members import properties_of
    from spshell.values.wildcard import has_wildcards, wildcard_test

    result: list[PropertyExpression] = []
    for expression in expressions:
        if expression.script is not None or not has_wildcards(expression.source):
            result.append(expression)
            continue
        test = wildcard_test(expression.source)
        names = [name for name, _ in properties_of(item) if test(name)] if item is not None else []
        result.extend(PropertyExpression(name, None, name, expression.options) for name in names)
    return result


def read_expressions(
    arguments: Iterable[Any] | None, options: tuple[str, ...] = ()
) -> list[PropertyExpression]:
    """The expressions of a -Property argument; `options` are further keys that tables may have."""
    return [_read(unwrap(argument), options) for argument in arguments or ()]


def _read(argument: Any, options: tuple[str, ...]) -> PropertyExpression:
    from spshell.values.text import to_text

    if type(argument).__name__ == "ScriptBlock":
        return PropertyExpression("", argument, argument.text, {})
    if not isinstance(argument, Hashtable):
        text = to_text(argument)
        return PropertyExpression(text, None, text, {})
    source, script, label = "", None, ""
    found: dict[str, Any] = {}
    for key, value in argument.items():
        folded = to_text(key).lower()
        if folded and "expression".startswith(folded):
            plain = unwrap(value)
            if type(plain).__name__ == "ScriptBlock":
                script = plain
            else:
                source = to_text(plain)
        elif folded in ("n", "name", "l", "label") or (
            folded and ("name".startswith(folded) or "label".startswith(folded))
        ):
            label = to_text(value)
        else:
            name = next((option for option in options if option.startswith(folded)), folded)
            found[name] = value
    return PropertyExpression(
        source, script, label or source or (script.text if script is not None else ""), found
    )
