"""The -Property argument of Format-*, Select-Object and Sort-Object: names, wildcards, script blocks, hashtables."""

from __future__ import annotations

from spshell.dotnet.reflection import members
from spshell.values.exceptions import NetException, fault
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import unwrap
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_KEYS = {
    "name": "label", "label": "label", "expression": "expression", "formatstring": "format", "width": "width",
    "alignment": "alignment", "descending": "descending", "ascending": "ascending", "depth": "depth",
}  # fmt: skip


class Failure:
    """The mark of a calculated property whose script block failed."""

    __slots__ = ()


FAILED = Failure()


class PropertyExpression:
    """One column: a name (with wildcards perhaps) or a script block, and how to show it."""

    __slots__ = (
        "alignment",
        "ascending",
        "depth",
        "descending",
        "format",
        "label",
        "name",
        "script",
        "width",
    )

    def __init__(self, name: str = "", script: Any = None) -> None:
        self.name = name
        self.script = script
        self.label = ""
        self.format = ""
        self.width = 0
        self.depth = 0
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

    def exists(self, target: Any) -> bool:
        """Whether an object has the property."""
        return members.find_value(target, self.name) is not members.MISSING

    def value(self, target: Any) -> Any:
        """The value for an object; null when it has none or the script fails."""
        if self.script is not None:
            try:
                return evaluate(self.script, target)
            except NetException:
                return FAILED
        try:
            found = members.find_value(target, self.name)
        except NetException:
            return None
        return None if found is members.MISSING else found


def evaluate(script: Any, target: Any) -> Any:
    """A calculated property: the script block's output with the object in ``$_``."""
    return script.invoke_value((), dollar=target, apart=True)


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
    if type(item) is not str:
        raise _bad_key("DictionaryKeyUnknownType", type_of(item).full_name, command)
    if not item:
        raise _bad_key("ExpressionEmptyString2", "", command)
    return PropertyExpression(item)


def _calculated(table: Hashtable, allowed: tuple[str, ...], command: str) -> PropertyExpression:
    made = PropertyExpression()
    for key, value in table.items():
        if type(key) is not str:
            raise _bad_key("DictionaryKeyNonString", to_text(key), command)
        _take(made, _key(key.lower(), allowed, command), unwrap(value), key, command)
    if made.script is None and not made.name:
        raise _bad_key("DictionaryKeyMandatoryEntry", "expression", command)
    return made


def _take(made: PropertyExpression, kind: str, value: Any, key: str, command: str) -> None:
    """Put one entry of a calculated property in its place. Raises for values of a wrong kind."""
    from spshell.engine.scriptblock import ScriptBlock

    if value is None:
        raise _bad_key("DictionaryKeyMissingValue", key, command)
    if kind == "expression":
        if isinstance(value, ScriptBlock):
            made.script = value
        elif type(value) is not str:
            raise _bad_key("DictionaryKeyIllegalValue1", key, command)
        elif not value:
            raise _bad_key("ExpressionEmptyString1", key, command)
        else:
            made.name = value
    elif kind in ("label", "format"):
        if type(value) is not str:
            raise _bad_key("DictionaryKeyIllegalValue2", key, command)
        if kind == "format" and not value:
            raise _bad_key("FormatStringEmpty", key, command)
        setattr(made, kind, value)
    elif kind == "width":
        if type(value) is not int:
            raise _bad_key("DictionaryKeyIllegalValue2", key, command)
        if value < 1:
            raise _bad_key("WidthOutOfRange", str(value), command)
        made.width = value
    elif kind == "alignment":
        made.alignment = _alignment(value, key, command)
    elif kind == "depth":
        made.depth = value if type(value) is int else 0


def _alignment(value: Any, key: str, command: str) -> str:
    if type(value) is not str:
        raise _bad_key("DictionaryKeyIllegalValue2", key, command)
    found = [word for word in ("left", "center", "right") if word.startswith(value.lower())]
    if len(found) != 1:
        raise _bad_key("AlignmentIllegalValue", value, command)
    return found[0]


def _key(folded: str, allowed: tuple[str, ...], command: str) -> str:
    found = sorted({kind for name, kind in _KEYS.items() if name in allowed and name.startswith(folded)})
    if len(found) != 1:
        raise _bad_key("DictionaryKeyAmbiguous" if found else "DictionaryKeyIllegal", folded, command)
    return found[0]


_SENTENCES = {
    "DictionaryKeyIllegal": "'{0}' is no key of a calculated property for {1}.",
    "DictionaryKeyAmbiguous": "'{0}' could be several keys of a calculated property for {1}; write more of it.",
    "DictionaryKeyNonString": "The key {0} of a calculated property for {1} is no text.",
    "DictionaryKeyMandatoryEntry": "A calculated property for {1} needs the key '{0}'.",
    "DictionaryKeyUnknownType": "A property for {1} is one name, script block or table, not a {0}.",
    "DictionaryKeyMissingValue": "The key '{0}' of a calculated property for {1} has no value.",
    "DictionaryKeyIllegalValue1": "The value of the key '{0}' is neither text nor a script block ({1}).",
    "DictionaryKeyIllegalValue2": "The value of the key '{0}' is not of the type that {1} wants.",
    "ExpressionEmptyString1": "The expression of a calculated property for {1} is empty.",
    "ExpressionEmptyString2": "A property name for {1} must not be empty.",
    "FormatStringEmpty": "The format of a calculated property for {1} is empty.",
    "WidthOutOfRange": "A column of {1} cannot be {0} wide: give 1 or more.",
    "AlignmentIllegalValue": "'{0}' is no alignment for {1}: left, center and right are.",
}


def _bad_key(error_id: str, key: str, command: str) -> NetException:
    """The error of a wrong -Property argument: the sentence stands in the record's details."""
    from spshell.engine.errors.records import ErrorDetails, ErrorRecord

    error = fault(
        "System.NotSupportedException",
        "Specified method is not supported.",
        error_id,
        "InvalidArgument",
        arguments=(key,),
    )
    record = error.record = ErrorRecord(error)
    record.details = ErrorDetails(_SENTENCES[error_id].format(key, command))
    return error


def expand(expressions: list[PropertyExpression], target: Any) -> list[PropertyExpression]:
    """The expressions with wildcards replaced by the names of an object's properties."""
    from spshell.formatting.views import shown_names

    result: list[PropertyExpression] = []
    for expression in expressions:
        if not expression.has_wildcard:
            result.append(_spelled(expression, target))
            continue
        from spshell.values.wildcard import wildcard_test

        result.extend(
            PropertyExpression(name) for name in shown_names(target) if wildcard_test(expression.name)(name)
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
