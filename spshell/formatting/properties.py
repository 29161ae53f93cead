"""The -Property argument of Format-*, Select-Object and Sort-Object: names, wildcards, script blocks, hashtables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet import members
from spshell.values.exceptions import NetException, fault
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING
from spshell.values.objects import unwrap
from spshell.values.text import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = {
    "name": "label", "label": "label", "expression": "expression", "formatstring": "format", "width": "width",
    "alignment": "alignment", "descending": "descending", "ascending": "ascending", "depth": "depth",
}  # fmt: skip


class PropertyExpression:
    """One column: a name (with wildcards perhaps) or a script block, and how to show it."""

    __slots__ = ("alignment", "ascending", "descending", "format", "label", "name", "script", "width")

    def __init__(self, name: str = "", script: Any = None) -> None:
        self.name = name
        self.script = script
        self.label = ""
        self.format = ""
        self.width = 0
        self.alignment = ""
        self.descending: bool | None = None
        self.ascending: bool | None = None

    @property
    def title(self) -> str:
        """The header: the label, the name, or the script's own text."""
        if self.label:
            return self.label
        return self.name if self.script is None else str(self.script.text)

    @property
    def has_wildcard(self) -> bool:
        return self.script is None and any(mark in self.name for mark in "*?[")

    def value(self, target: Any) -> Any:
        """The value for an object; null when it has none or the script fails."""
        if self.script is not None:
            try:
                return evaluate(self.script, target)
            except NetException:
                return None
        try:
            return members.get_property(target, self.name)
        except NetException:
            return None


def evaluate(script: Any, target: Any) -> Any:
    """A calculated property: the script block's output with the object in ``$_``."""
    session = script.session
    session.try_depth += 1
    try:
        return script.invoke_value((), dollar=target)
    finally:
        session.try_depth -= 1


def parse_properties(values: Any, *, allowed: Iterable[str], command: str) -> list[PropertyExpression]:
    """The expressions of a -Property argument. Raises the fault of an unknown key."""
    if values is None or values is NOTHING:
        return []
    items = values if isinstance(values, list) else [values]
    return [_expression(unwrap(item), tuple(allowed), command) for item in items]


def _expression(item: Any, allowed: tuple[str, ...], command: str) -> PropertyExpression:
    from spshell.engine.scriptblock import ScriptBlock

    if isinstance(item, ScriptBlock):
        return PropertyExpression(script=item)
    if isinstance(item, Hashtable):
        return _calculated(item, allowed, command)
    return PropertyExpression(to_text(item))


def _calculated(table: Hashtable, allowed: tuple[str, ...], command: str) -> PropertyExpression:
    from spshell.engine.scriptblock import ScriptBlock

    made = PropertyExpression()
    for key, value in table.items():
        kind = _key(to_text(key).lower(), allowed, command)
        value = unwrap(value)
        if kind == "expression":
            if isinstance(value, ScriptBlock):
                made.script = value
            else:
                made.name = to_text(value)
        elif kind == "label":
            made.label = to_text(value)
        elif kind == "format":
            made.format = to_text(value)
        elif kind == "width":
            made.width = int(value)
        elif kind == "alignment":
            made.alignment = to_text(value).lower()
        elif kind in ("descending", "ascending"):
            from spshell.values.truth import truth

            setattr(made, kind, truth(value))
    if made.script is None and not made.name:
        if not made.label:
            raise _bad_key("DictionaryKeyMissingKey", "expression", command)
        made.name = made.label
    return made


def _key(folded: str, allowed: tuple[str, ...], command: str) -> str:
    found = sorted({kind for name, kind in _KEYS.items() if name in allowed and name.startswith(folded)})
    if len(found) != 1:
        raise _bad_key("DictionaryKeyUnknown", folded, command)
    return found[0]


def _bad_key(error_id: str, key: str, command: str) -> NetException:
    return fault(
        "System.NotSupportedException",
        f"'{key}' is no key of a calculated property for {command}.",
        error_id,
        "InvalidArgument",
        arguments=(key,),
    )


def expand(expressions: list[PropertyExpression], target: Any) -> list[PropertyExpression]:
    """The expressions with wildcards replaced by the names of an object's properties."""
    from spshell.formatting.views import all_names

    result: list[PropertyExpression] = []
    for expression in expressions:
        if not expression.has_wildcard:
            result.append(_spelled(expression, target))
            continue
        from spshell.values.wildcard import wildcard_test

        result.extend(
            PropertyExpression(name) for name in all_names(target) if wildcard_test(expression.name)(name)
        )
    return result


def _spelled(expression: PropertyExpression, target: Any) -> PropertyExpression:
    """A name as the object spells it."""
    if expression.script is not None or expression.label:
        return expression
    for name, _entry in members.properties_of(target):
        if name.lower() == expression.name.lower():
            expression.name = name
            break
    return expression
