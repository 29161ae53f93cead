""".NET's standard numeric formats (``C D E F G N P R X B``); anything else is a custom format.

Doubles round their exact value half to even, decimals and whole numbers half away from zero. Source: .NET
standard numeric format strings.
"""

from __future__ import annotations

from math import isfinite, isnan
from typing import TYPE_CHECKING, Any

from spshell.values.culture import EN_US, NumberCulture, current_numbers
from spshell.values.messages import net_fault
from spshell.values.number_text import (
    DOUBLE_LIMIT,
    SINGLE_LIMIT,
    double_text,
    general,
    number_text,
    shortest_digits,
    shortest_single_digits,
    single_text,
    split_scientific,
)
from spshell.values.numbers import INT_RANGES, BigInteger, Single

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.values.exceptions import NetException

_CACHE: dict[str, tuple[str, int | None] | None] = {}
_CACHE_LIMIT = 500


def format_number(value: Any, spec: str | None, culture: NumberCulture | None = None) -> str:
    """``value.ToString(spec, culture)`` of any number; raises FormatException for a format it does not
    take.
    """
    if culture is None:
        culture = current_numbers()
    if isinstance(value, float) and not isfinite(value):
        if isnan(value):
            return culture.nan
        return culture.infinity if value > 0 else culture.negative_infinity
    if not spec:
        return _plain(value, culture)
    parsed = _standard(spec)
    if parsed is None:
        from spshell.values.custom_format import format_custom

        return format_custom(value, spec, culture)
    letter, precision = parsed
    formatter = _FORMATTERS.get(letter.upper())
    if formatter is None:
        raise bad_format()
    return formatter(value, letter, precision, culture)


def bad_format() -> NetException:
    """The exception of a format specifier that does not fit."""
    return net_fault("System.FormatException", "Argument_BadFormatSpecifier")


def _standard(spec: str) -> tuple[str, int | None] | None:
    """(letter, precision) of a standard format; None for a custom one."""
    if spec in _CACHE:
        return _CACHE[spec]
    result: tuple[str, int | None] | None = None
    digits = spec[1:]
    if spec[0].isascii() and spec[0].isalpha() and (not digits or (digits.isascii() and digits.isdigit())):
        if len(digits.lstrip("0")) > 9:
            raise bad_format()
        result = (spec[0], int(digits) if digits else None)
    if len(_CACHE) >= _CACHE_LIMIT:
        _CACHE.clear()
    _CACHE[spec] = result
    return result


def localized(text: str, culture: NumberCulture) -> str:
    """Replace point, comma and minus by the culture's own."""
    return _replaced(culture.grouped(text), culture.decimal, culture.group, culture.negative)


def _replaced(text: str, decimal: str, group: str, negative: str) -> str:
    if decimal == "." and group == "," and negative == "-":
        return text
    table = {".": decimal, ",": group, "-": negative}
    return "".join(table.get(character, character) for character in text)


def _plain(value: Any, culture: NumberCulture) -> str:
    kind = type(value)
    if kind is Single:
        text = single_text(value)
    elif isinstance(value, float):
        text = double_text(value)
    else:
        text = number_text(value)
    return localized(text, culture)


def fixed(value: Any, places: int, *, grouped: bool = False) -> tuple[bool, str]:
    """(negative, digits with `places` decimals): rounded as the kind of number asks."""
    comma = "," if grouped else ""
    if isinstance(value, float):
        return repr(value)[0] == "-", f"{abs(value):{comma}.{places}f}"
    if isinstance(value, int):
        text = f"{abs(int(value)):{comma}d}"
        return value < 0, text + ("." + "0" * places if places else "")
    return fixed_decimal(value, places, comma)


def fixed_decimal(value: Any, places: int, comma: str = "", *, half_even: bool = False) -> tuple[bool, str]:
    """The same for a Decimal; a result of zero has no sign."""
    from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

    rounding = ROUND_HALF_EVEN if half_even else ROUND_HALF_UP
    context = Context(prec=max(60, places + len(value.as_tuple().digits) + 40 + max(0, value.adjusted())))
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=rounding, context=context)
    return value < 0 and bool(rounded), f"{rounded.copy_abs():{comma}f}"


def _fixed_point(value: Any, _letter: str, precision: int | None, culture: NumberCulture) -> str:
    if type(value) is float and culture is EN_US:
        return f"{value:.{culture.digits if precision is None else precision}f}"
    negative, text = fixed(value, culture.digits if precision is None else precision)
    return localized("-" + text if negative else text, culture)


def _grouped(value: Any, _letter: str, precision: int | None, culture: NumberCulture) -> str:
    if type(value) is float and culture is EN_US:
        return f"{value:,.{culture.digits if precision is None else precision}f}"
    negative, text = fixed(value, culture.digits if precision is None else precision, grouped=True)
    return localized("-" + text if negative else text, culture)


def _currency(value: Any, _letter: str, precision: int | None, culture: NumberCulture) -> str:
    negative, text = fixed(value, culture.currency_digits if precision is None else precision, grouped=True)
    pattern = culture.currency_negative if negative else culture.currency_positive
    digits = _replaced(culture.grouped(text), culture.currency_decimal, culture.currency_group, "-")
    return (
        pattern.replace("-", culture.negative)
        .replace("$", "\0")
        .replace("n", digits)
        .replace("\0", culture.currency_symbol)
    )


def _percent(value: Any, _letter: str, precision: int | None, culture: NumberCulture) -> str:
    places = culture.percent_digits if precision is None else precision
    if isinstance(value, float):
        from decimal import Decimal

        from spshell.values.decimals import wide_context

        exact = Decimal(float(value)).scaleb(2, context=wide_context()) if value else Decimal(0)
        _, text = fixed_decimal(exact, places, ",", half_even=True)
        negative = repr(float(value))[0] == "-"
    elif isinstance(value, int):
        negative, text = fixed(int(value) * 100, places, grouped=True)
    else:
        from spshell.values.decimals import wide_context

        negative, text = fixed(value.scaleb(2, context=wide_context()), places, grouped=True)
    pattern = culture.percent_negative if negative else culture.percent_positive
    signed = pattern.replace("-", culture.negative).replace("%", "\0")
    return signed.replace("n", localized(text, culture)).replace("\0", culture.percent)


def _decimal_digits(value: Any, _letter: str, precision: int | None, culture: NumberCulture) -> str:
    if isinstance(value, float) or not isinstance(value, int):
        raise bad_format()
    text = str(abs(int(value))).rjust(precision or 0, "0")
    return culture.negative + text if value < 0 else text


def significant(value: Any, count: int) -> tuple[bool, str, int]:
    """(negative, digits without trailing zeros, exponent) rounded to `count` significant digits."""
    if isinstance(value, float):
        return split_scientific(f"{value:.{max(count, 1) - 1}e}")
    negative, digits, exponent = exact_digits(value)
    if len(digits) > count:
        up = digits[count] >= "5"
        digits = digits[:count]
        if up:
            raised = str(int(digits) + 1)
            if len(raised) > len(digits):
                exponent += 1
            digits = raised
    return negative, digits.rstrip("0") or "0", exponent


def exact_digits(value: Any) -> tuple[bool, str, int]:
    """(negative, all digits, exponent of the first) of a whole number or Decimal."""
    if isinstance(value, int):
        text = str(abs(int(value)))
        return value < 0, text, len(text) - 1
    sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    if not text:
        return False, "0", 0
    return bool(sign), text, len(text) - 1 + exponent


def _exponential(value: Any, letter: str, precision: int | None, culture: NumberCulture) -> str:
    places = 6 if precision is None else precision
    negative, digits, exponent = significant(value, places + 1)
    if digits == "0":
        exponent = 0
        negative = isinstance(value, float) and repr(value)[0] == "-"
    digits = digits.ljust(places + 1, "0")
    mantissa = digits[0] + ("." + digits[1:] if places else "")
    sign = "-" if exponent < 0 else "+"
    text = f"{mantissa}{letter}{sign}{abs(exponent):03d}"
    return localized("-" + text if negative else text, culture)


def _general(value: Any, letter: str, precision: int | None, culture: NumberCulture) -> str:
    marker = "E" if letter in "GR" else "e"
    if type(value) is BigInteger:
        return _decimal_digits(value, letter, precision, culture)
    if not precision:
        if isinstance(value, float):
            single = type(value) is Single
            found = shortest_single_digits(value) if single else shortest_digits(value)
            return localized(general(*found, SINGLE_LIMIT if single else DOUBLE_LIMIT, marker), culture)
        return localized(number_text(value), culture)
    negative, digits, exponent = significant(value, precision)
    if digits == "0":
        exponent = 0
        negative = isinstance(value, float) and repr(value)[0] == "-"
    return localized(general(negative, digits, exponent, precision, marker), culture)


def _round_trip(value: Any, letter: str, _precision: int | None, culture: NumberCulture) -> str:
    if isinstance(value, float):
        return _general(value, "G" if letter == "R" else "g", None, culture)
    return _general(value, letter, None, culture)


def _hexadecimal(value: Any, letter: str, precision: int | None, _culture: NumberCulture) -> str:
    text = _bits(value, 16)
    text = text if letter == "X" else text.lower()
    if type(value) is BigInteger:
        return _pad_big(int(value), text, precision or 0)
    return text.rjust(precision or 0, "0")


def _binary(value: Any, _letter: str, precision: int | None, _culture: NumberCulture) -> str:
    text = _bits(value, 2)
    if type(value) is BigInteger and value > 0:
        text = "0" + text  # the sign stays visible
    return text.rjust(precision or 0, "0")


def _bits(value: Any, base: int) -> str:
    """The two's complement digits in the width of the type."""
    if isinstance(value, float) or not isinstance(value, int):
        raise bad_format()
    number = int(value)
    if number < 0:
        if type(value) is BigInteger:
            size = (number.bit_length() // 8 + 1) * 8
        else:
            low, high = INT_RANGES[type(value)]
            size = (high - low).bit_length()
        number += 1 << size
    return f"{number:X}" if base == 16 else f"{number:b}"


def _pad_big(number: int, text: str, precision: int) -> str:
    """BigInteger keeps its sign visible: a leading 0 for what would look negative, F for what is."""
    if number >= 0:
        if text[0] in "89ABCDEFabcdef":
            text = "0" + text
        return text.rjust(precision, "0")
    fill = "F" if text.isupper() or not any(c.isalpha() for c in text) else "f"
    if len(text) > 1 and text[0] in "Ff" and text[1] in "89ABCDEFabcdef":
        text = text[1:]
    return text.rjust(precision, fill)


_FORMATTERS: dict[str, Callable[[Any, str, int | None, NumberCulture], str]] = {
    "C": _currency,
    "D": _decimal_digits,
    "E": _exponential,
    "F": _fixed_point,
    "G": _general,
    "N": _grouped,
    "P": _percent,
    "R": _round_trip,
    "X": _hexadecimal,
    "B": _binary,
}
