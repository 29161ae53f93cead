"""A value as text: inside strings (``"$x"``, ``[string]``; invariant culture) and by ``.ToString()``.

A class of the layers above takes part by methods: ``ps_text()`` is its text inside strings, ``to_string()``
its ToString(), ``format(spec, culture)`` its text in ``-f``. Source: about_Type_Conversion;
about_Quoting_Rules.
"""

from __future__ import annotations

from spshell.values import hooks
from spshell.values.enumeration import enumerate_value
from spshell.values.number_text import (
    double_text,
    double_text15,
    number_text,
    single_text,
    single_text7,
    special,
)
from spshell.values.numbers import Char, Single

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def to_text(value: Any, separator: str | None = None) -> str:
    """`value` as it stands in an expandable string; `separator` (else $OFS) is put between a list's
    elements.
    """
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]  # str by the exact test
    if kind is int:
        return str(value)
    if value is None:
        return ""
    if kind is bool:
        return "True" if value else "False"
    if kind is float:
        return double_text15(value)
    if kind is list:
        return _between(separator).join([_single(item) for item in value])
    if kind.__name__ == "PSCustomObject":
        return _custom_text(value)
    if kind.__name__ == "PSObject":
        return _wrapped_text(value, separator)
    iterator = enumerate_value(value)
    if iterator is not None:
        return _between(separator).join([_single(item) for item in iterator])
    return _single(value)


def _between(separator: str | None) -> str:
    if separator is not None:
        return separator
    return " " if hooks.list_separator is None else hooks.list_separator()


def culture_text(value: Any, separator: str | None = None) -> str:
    """As :func:`to_text`, but in the current culture: what ``-join`` makes of elements and ``-as [string]``
    of all.
    """
    iterator = enumerate_value(value)
    if iterator is not None:
        return _between(separator).join([_single_in_culture(item) for item in iterator])
    return _single_in_culture(value)


def _single_in_culture(value: Any) -> str:
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]  # str by the exact test
    if kind is float or kind is Single:
        return special(value, "∞") or _single(value)
    if kind is not int and hasattr(kind, "ps_text") and hasattr(kind, "format"):
        return value.to_string()  # type: ignore[no-any-return]  # the protocol of this module
    return _single(value)


def _single(value: Any) -> str:
    """Text of one value inside something else: nested lists and objects are not opened."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]  # str by the exact test
    if kind is int:
        return str(value)
    if value is None:
        return ""
    if kind is bool:
        return "True" if value else "False"
    if kind is float:
        return double_text15(value)
    own = getattr(kind, "ps_text", None)
    if own is not None:
        return own(value)  # type: ignore[no-any-return]  # the protocol of this module
    if isinstance(value, Char):
        return str(value)
    if kind is Single:
        return single_text7(value)
    if isinstance(value, int):
        return number_text(value)
    return _rare(value)


def _rare(value: Any) -> str:
    kind = type(value)
    name = kind.__name__
    if name == "PSObject":
        brokered = _brokered(value)
        if brokered is not None:
            return brokered
        return value.text if value.text is not None else _single(value.base)
    if name == "PSCustomObject":
        return _brokered(value) or ""
    if name == "Nothing":
        return ""
    if name in ("NetType", "EnumType"):
        return value.ps_name  # type: ignore[no-any-return]  # a str slot
    if name == "Decimal":
        return number_text(value)
    return to_string(value)


def _brokered(value: Any) -> str | None:
    """The result of a ToString script method that was added to the object or to its type name."""
    found = next((member for name, member in value.members.items() if name.lower() == "tostring"), None)
    if found is None and value.type_names is not None and hooks.extended_member is not None:
        found = hooks.extended_member(value.type_names, "ToString")
    if found is None or type(found).__name__ != "ScriptMethod":
        return None
    result = found.script.invoke_value((), this=value, apart=True)
    return "" if result is None else to_string(result)


def _custom_text(value: Any) -> str:
    """``@{name=value; ...}`` of a custom object."""
    brokered = _brokered(value)
    if brokered is not None:
        return brokered
    parts = []
    for name, member in value.members.items():
        shown = member
        kind = getattr(type(member), "kind", None)
        if kind is not None and type(member).__module__ == "spshell.values.objects":
            if kind not in ("ScriptProperty", "CodeProperty", "AliasProperty", "NoteProperty"):
                continue
            shown = _computed(value, member)
        parts.append(f"{name}={_single(shown)}")
    return "@{" + "; ".join(parts) + "}" if parts else ""


def _computed(value: Any, member: Any) -> Any:
    """The value of a computed property; an error inside shows as nothing."""
    from spshell.values.exceptions import NetException

    try:
        if member.kind == "ScriptProperty":
            return member.getter.invoke_value((), this=value, apart=True, heard=False)
        if member.kind == "CodeProperty":
            return member.getter(value)
        if member.kind == "AliasProperty":
            spelled = value.spelled(member.target)
            return None if spelled is None else value.members[spelled]
    except NetException:
        return None
    return None


def _wrapped_text(value: Any, separator: str | None) -> str:
    brokered = _brokered(value)
    if brokered is not None:
        return brokered
    if enumerate_value(value.base) is not None:
        return to_text(value.base, separator)
    return value.text if value.text is not None else to_text(value.base, separator)


def to_string(value: Any) -> str:
    """``value.ToString()`` in the current culture; a list gives its type's name."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]  # str by the exact test
    if kind is int:
        return str(value)
    if kind is bool:
        return "True" if value else "False"
    if kind is float:
        return (
            special(value, "∞") or double_text(value)
            if hooks.CULTURE.get() == "en-US"
            else _in_culture(value)
        )
    if value is None:
        return ""
    own = getattr(kind, "to_string", None) or getattr(kind, "ps_text", None)
    if own is not None:
        return own(value)  # type: ignore[no-any-return]  # the protocol of this module
    if kind is Single:
        return (
            special(value, "∞") or single_text(value)
            if hooks.CULTURE.get() == "en-US"
            else _in_culture(value)
        )
    if isinstance(value, Char):
        return str(value)
    if isinstance(value, int):
        return number_text(value)
    return _rare_string(value)


def in_culture(digits: str) -> str:
    """A number's invariant text with the separators of the current culture."""
    if hooks.CULTURE.get() == "en-US":
        return digits
    from spshell.values.culture import current_numbers
    from spshell.values.number_format import localized

    return localized(digits, current_numbers())


def _in_culture(value: Any) -> str:
    """A number as another culture than en-US writes it."""
    from spshell.values.number_format import format_number

    return format_number(value, None)


def _rare_string(value: Any) -> str:
    name = type(value).__name__
    if name == "PSObject":
        return _brokered(value) or to_string(value.base)
    if name == "PSCustomObject":
        return _brokered(value) or ""
    if name == "EnumValue":
        return value.name  # type: ignore[no-any-return]  # a str property
    if name == "Nothing":
        return ""
    if name in ("NetType", "EnumType"):
        return value.full_name  # type: ignore[no-any-return]  # a str slot
    if name == "Decimal":
        return in_culture(number_text(value))
    from spshell.values.nettype import type_of

    found = type_of(value)
    if isinstance(value, Exception):
        inner = getattr(value, "inner", None)
        text = f"{found.full_name}: {value}"
        return text if inner is None else f"{text}\n ---> {to_string(inner)}"
    return found.full_name
