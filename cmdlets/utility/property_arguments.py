"""One element of a -Property argument: text, a script block, or a table with Expression and further keys."""

from __future__ import annotations

from cmdlets.utility.messages import utility_fault
from cmdlets.utility.property_expressions import PropertyExpression
from spshell.values.hashtable import Hashtable
from spshell.values.objects import unwrap
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.exceptions import NetException


def read_argument(
    argument: Any, options: tuple[str, ...], *, named: bool, wildcards: bool
) -> PropertyExpression:
    """The expression of one argument. Raises DictionaryKey..., ExpressionEmptyString... and their kin."""
    if _is_script(argument):
        return PropertyExpression("", argument, argument.text, {})
    if isinstance(argument, Hashtable):
        made = _read_table(argument, options, named=named)
    else:
        text = to_text(argument)
        made = PropertyExpression(text, None, text, {})
    in_table = isinstance(argument, Hashtable)
    if made.script is None:
        if not made.source:
            raise property_fault("ExpressionEmptyString1" if in_table else "ExpressionEmptyString2")
        if made.wildcards and not wildcards:
            raise property_fault("ExpressionGlobbing1" if in_table else "ExpressionGlobbing2", made.source)
    return made


def property_fault(name: str, *arguments: Any) -> NetException:
    """The error of a wrong -Property argument: the sentence stands in the record's details."""
    from spshell.engine.errors.records import ErrorDetails, ErrorRecord
    from spshell.values.exceptions import fault

    text = utility_fault(name, *arguments).message
    error = fault(
        "System.NotSupportedException",
        "Specified method is not supported.",
        name,
        "InvalidArgument",
        arguments=arguments,
    )
    record = error.record = ErrorRecord(error)
    record.details = ErrorDetails(text)
    return error


def _is_script(value: Any) -> bool:
    return type(value).__name__ == "ScriptBlock"


def _read_table(table: Hashtable, options: tuple[str, ...], *, named: bool) -> PropertyExpression:
    known = ("expression", *options, *(("name", "label") if named else ()))
    source, script, label = "", None, ""
    found: dict[str, Any] = {}
    seen: set[str] = set()
    for key, value in table.items():
        if type(key) is not str:
            raise property_fault("DictionaryKeyNonString", to_text(key))
        name = _matching(key, known)
        if name in seen:
            raise property_fault("DictionaryKeyDuplicate", key, name)
        seen.add(name)
        plain = unwrap(value)
        if name == "expression":
            source, script = _expression(key, plain)
        elif name == "name":
            label = _label(key, plain)
        else:
            found[name] = value
    if "expression" not in seen:
        raise property_fault("DictionaryKeyMandatoryEntry", "Expression")
    made = PropertyExpression(
        source, script, label or source or (script.text if script is not None else ""), found
    )
    made.named = bool(label)
    return made


def _matching(key: str, known: tuple[str, ...]) -> str:
    folded = key.lower()
    matches = sorted({"name" if word == "label" else word for word in known if word.startswith(folded)})
    if not matches:
        raise property_fault("DictionaryKeyIllegal", key)
    if len(matches) > 1:
        raise property_fault("DictionaryKeyAmbiguous", key, *matches[:2])
    return matches[0]


def _expression(key: str, value: Any) -> tuple[str, Any]:
    if value is None:
        raise property_fault("DictionaryKeyMissingValue", key)
    if _is_script(value):
        return "", value
    if type(value) is not str:
        raise property_fault("DictionaryKeyIllegalValue1", key, to_text(value))
    return value, None


def _label(key: str, value: Any) -> str:
    if value is None:
        raise property_fault("DictionaryKeyMissingValue", key)
    if type(value) is not str:
        raise property_fault("DictionaryKeyIllegalValue2", key, to_text(value))
    return value
