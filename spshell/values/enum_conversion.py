"""Conversions to enum types: names in any case, unique prefixes, comma lists, defined numbers."""

from __future__ import annotations

from spshell.values.enums import EnumType, EnumValue
from spshell.values.messages import cast_fault, cast_text, net_fault, runtime_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from spshell.values.exceptions import NetException

_INTEGER_WORDS = "-+0123456789"


def from_text(text: str, enum: EnumType) -> EnumValue:
    """A name, a unique beginning of one, a number or a comma list of these; raises a
    PSInvalidCastException.
    """
    try:
        number = parse_names(text, enum)
    except ValueError as error:
        inner: NetException = _parse_error(text, enum, error)
        try:
            if not text or text.isspace():
                raise inner
            number = parse_names(",".join(disambiguate(word, enum) for word in text.split(",")), enum)
        except ValueError:
            raise _text_fault(text, enum, inner) from None
        except Exception as found:
            if getattr(found, "error_id", None) is None:
                raise
            raise _text_fault(text, enum, found) from None
    if not is_defined(number, enum):
        raise undefined_fault("EnumParseUndefined", text, enum)
    return EnumValue(enum, number)


def _parse_error(text: str, enum: EnumType, _error: ValueError) -> NetException:
    return net_fault("System.ArgumentException", "NoMatchInEnum", text, enum.full_name, _names(enum))


def _text_fault(text: str, enum: EnumType, inner: Any) -> NetException:
    return cast_fault(
        "SubstringDisambiguationEnumParseThrewAnException",
        "InvalidCastExceptionWithInnerException",
        text,
        enum.full_name,
        inner.message,
        inner=inner,
    )


def _names(enum: EnumType) -> str:
    return ", ".join(enum.names)


def parse_names(text: str, enum: EnumType) -> int:
    """.NET's Enum.Parse ignoring case; raises ValueError for an unknown name and OverflowError out of
    range.
    """
    if not text.strip():
        raise ValueError(text)
    stripped = text.strip()
    if stripped[0] in _INTEGER_WORDS:
        try:
            return int(stripped)
        except ValueError:
            pass
    folded = {name.lower(): number for name, number in reversed(enum.names.items())}
    result = 0
    for word in text.split(","):
        name = word.strip()
        if name in enum.names:
            result |= enum.names[name]
        elif name.lower() in folded:
            result |= folded[name.lower()]
        else:
            raise ValueError(name)
    return result


_PREFERRED = {"System.IO.FileAttributes": ("Directory", "ReadOnly", "System")}
"""The names that win when a beginning fits several."""


def disambiguate(word: str, enum: EnumType) -> str:
    """The only name that begins with `word`; raises a RuntimeException when none or several do."""
    folded = word.strip().lower()
    if folded and folded[0] in _INTEGER_WORDS:
        return word
    found = [name for name in enum.names if name.lower().startswith(folded)]
    exact = [name for name in found if name.lower() == folded]
    if exact:
        return exact[0]
    if len(found) == 1:
        return found[0]
    preferred = next((name for name in _PREFERRED.get(enum.full_name, ()) if name in found), None)
    if preferred is not None:
        return preferred
    if found:
        raise runtime_fault("MultipleMatchesInEnum", word.strip(), enum.full_name, ", ".join(found))
    raise runtime_fault("NoMatchInEnum", word.strip(), enum.full_name, _names(enum))


def is_defined(number: int, enum: EnumType) -> bool:
    """Whether the number is a constant, or for flags a combination of them."""
    if number in enum.names.values():
        return True
    if not enum.flags:
        return False
    every = 0
    for constant in enum.names.values():
        every |= constant
    return bool(number) and (number | every) == every


def undefined_fault(error_id: str, value: Any, enum: EnumType) -> NetException:
    """The error of a number without a name."""
    return cast_fault(
        error_id, "InvalidCastExceptionEnumerationNoValue", cast_text(value), enum.full_name, _names(enum)
    )


def from_integer(value: Any, enum: EnumType) -> EnumValue:
    """A number (or another enum's value) that the enum defines; raises UndefinedIntegerToEnum."""
    number = int(value.value if type(value) is EnumValue else value)
    if not is_defined(number, enum):
        raise undefined_fault("UndefinedIntegerToEnum", value, enum)
    return EnumValue(enum, number)


def from_elements(values: Iterable[Any], enum: EnumType) -> EnumValue:
    """A list of names and values, combined."""
    from spshell.values.conversion import convert

    words = [value if type(value) is str else convert(value, enum).name for value in values]
    return from_text(",".join(words), enum)
