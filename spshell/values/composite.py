"""``-f``: .NET's composite formatting, each template parsed once.  Source: about_Operators, format
operator.
"""

from __future__ import annotations

from spshell.values.culture import EN_US, NumberCulture, current_numbers
from spshell.values.exceptions import NetException
from spshell.values.messages import net_fault, runtime_fault
from spshell.values.numbers import Char
from spshell.values.quick_format import quick_formatter
from spshell.values.text import to_string, to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    _Quick = Callable[[int | float], str | None] | None
    _Item = tuple[int, int, str | None, _Quick]

_CACHE: dict[str, list[str | _Item]] = {}
_CACHE_LIMIT = 1000


def format_operator(template: Any, arguments: Any) -> str:
    """``template -f arguments``; raises FormatError."""
    text = template if type(template) is str else to_text(template)
    items = arguments if type(arguments) is list else _arguments(arguments)
    try:
        return format_composite(text, items)
    except NetException as error:
        if error.net_name != "System.FormatException":
            raise
        raise runtime_fault("FormatError", error.message, target=text) from None


def format_operand(value: Any, spec: str | None) -> str:
    """One item of ``-f``; raises FormatError."""
    try:
        return format_value(value, spec)
    except NetException as error:
        if error.net_name != "System.FormatException":
            raise
        raise runtime_fault("FormatError", error.message) from None


def _arguments(value: Any) -> Sequence[Any]:
    """Arrays of reference types are the arguments; an ``int[]`` or a list object is one argument."""
    if type(value).__name__ == "PSObject":
        value = value.base
    element = getattr(getattr(value, "net_type", None), "element", None)
    if isinstance(value, list) and (
        type(value) is list or (element is not None and not element.is_value_type)
    ):
        return value
    return [value]


def format_composite(template: str, items: Sequence[Any], culture: NumberCulture | None = None) -> str:
    """[string]::Format; raises FormatException."""
    if culture is None:
        culture = current_numbers()
    parts = _CACHE.get(template)
    if parts is None:
        parts = _parse(template)
        if len(_CACHE) >= _CACHE_LIMIT:
            _CACHE.clear()
        _CACHE[template] = parts
    result: list[str] = []
    for part in parts:
        if isinstance(part, str):
            result.append(part)
            continue
        place, width, spec, quick = part
        try:
            value = items[place]
        except IndexError:
            raise net_fault("System.FormatException", "Format_IndexOutOfRange") from None
        kind = type(value)
        text: str | None
        if spec is None and (kind is str or kind is int):
            text = value if kind is str else str(value)
        elif quick is None or (kind is not int and kind is not float) or culture is not EN_US:
            text = format_value(value, spec, culture)
        else:
            text = quick(value)
            if text is None:
                text = format_value(value, spec, culture)
        if width:
            text = text.rjust(width) if width > 0 else text.ljust(-width)
        result.append(text)
    return "".join(result)


def format_value(value: Any, spec: str | None, culture: NumberCulture | None = None) -> str:
    """One value by its own format: numbers, enums and dates take one, everything else ignores it."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]  # str by the exact test
    if kind is int or kind is float:
        from spshell.values.number_format import format_number

        return format_number(value, spec, culture)
    if value is None:
        return ""
    if kind is bool:
        return "True" if value else "False"
    own = getattr(kind, "format", None)
    if own is not None and not isinstance(value, (str, list)):
        return own(value, spec, culture)  # type: ignore[no-any-return]  # the protocol of text.py
    if isinstance(value, Char):
        return str(value)
    if isinstance(value, (int, float)) or kind.__name__ == "Decimal":
        from spshell.values.number_format import format_number

        return format_number(value, spec, culture)
    name = kind.__name__
    if name == "PSObject":
        return to_text(value) if value.members else format_value(value.base, spec, culture)
    if name == "PSCustomObject":
        return to_text(value)
    if name == "EnumValue":
        return format_enum(value, spec)
    return to_string(value)


def format_enum(value: Any, spec: str | None) -> str:
    """``G D X F`` of an enum value; raises FormatException."""
    letter = (spec or "G").upper()
    if letter in ("G", "F"):
        return str(value.name)
    if letter == "D":
        return str(value.value)
    if letter == "X":
        from spshell.values.numbers import INT_RANGES

        low, high = INT_RANGES[value.net_type.underlying]
        bits = (high - low).bit_length()
        return f"{value.value % (1 << bits):0{bits // 4}X}"
    raise net_fault("System.FormatException", "Format_InvalidString")


def _fault(position: int) -> NetException:
    return net_fault("System.FormatException", "Format_InvalidStringWithOffset", position)


def _parse(template: str) -> list[str | _Item]:
    """Text and (index, width, format, shortcut) items; raises FormatException."""
    parts: list[str | _Item] = []
    text = ""
    position = 0
    while position < len(template):
        character = template[position]
        position += 1
        if character not in "{}":
            text += character
            continue
        if template[position : position + 1] == character:
            text += character
            position += 1
            continue
        if character == "}":
            raise _fault(position)
        if text:
            parts.append(text)
            text = ""
        item, position = _parse_item(template, position)
        parts.append(item)
    if text:
        parts.append(text)
    return parts


def _blanks(template: str, position: int) -> int:
    while template[position : position + 1] == " ":
        position += 1
    return position


def _number(template: str, position: int) -> tuple[int, int]:
    start = position
    while position < len(template) and template[position] in "0123456789":
        position += 1
    if position == start or position - start > 7:
        raise _fault(position)
    return int(template[start:position]), position


def _parse_item(template: str, position: int) -> tuple[_Item, int]:
    """``index[,width][:format]}`` after its opening brace."""
    place, position = _number(template, position)
    position = _blanks(template, position)
    width = 0
    if template[position : position + 1] == ",":
        position = _blanks(template, position + 1)
        sign = 1
        if template[position : position + 1] == "-":
            sign = -1
            position += 1
        width, position = _number(template, position)
        width *= sign
        position = _blanks(template, position)
    spec: str | None = None
    if template[position : position + 1] == ":":
        end = position + 1
        while end < len(template) and template[end] != "}":
            if template[end] == "{":
                raise _fault(end + 1)
            end += 1
        spec = template[position + 1 : end] or None
        position = end
    if template[position : position + 1] != "}":
        raise _fault(position)
    return (place, width, spec, None if spec is None else quick_formatter(spec)), position + 1
