"""NumberFormatInfo: the number symbols of a culture; those of a new one or of a copy can be changed."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from spshell.dotnet.system.errors import argument_null, invalid_operation, out_of_range
from spshell.values.culture import current_numbers, number_culture
from spshell.values.declare import NetProperty, constructor, method, net_class, prop
from spshell.values.number_patterns import (
    CURRENCY_NEGATIVE,
    CURRENCY_POSITIVE,
    PERCENT_NEGATIVE,
    PERCENT_POSITIVE,
)

if TYPE_CHECKING:
    from spshell.values.culture import NumberCulture


def _symbol(declaration: str, slot: str) -> NetProperty:
    """A text or a number of digits, kept in a slot of the culture's numbers."""
    name = declaration.partition(" ")[2]

    def read(target: NumberFormat) -> Any:
        return getattr(target.numbers, slot)

    def write(target: NumberFormat, value: Any) -> None:
        target.check_writable()
        if value is None:
            raise argument_null("value")
        if isinstance(value, int) and not 0 <= value <= 99:
            raise out_of_range(name, value)
        setattr(target.numbers, slot, value)

    return NetProperty(declaration + " {get;set}", read, write)


def _pattern(name: str, slot: str, patterns: tuple[str, ...]) -> NetProperty:
    """A sign pattern by its number in .NET's list."""

    def read(target: NumberFormat) -> int:
        return patterns.index(getattr(target.numbers, slot))

    def write(target: NumberFormat, value: int) -> None:
        target.check_writable()
        if not 0 <= value < len(patterns):
            raise out_of_range("value", value)
        setattr(target.numbers, slot, patterns[value])

    return NetProperty(f"int {name} {{get;set}}", read, write)


def _sizes(name: str) -> NetProperty:
    def read(target: NumberFormat) -> list[int]:
        return [3, 2] if target.numbers.wide_groups else [3]

    return NetProperty(f"int[] {name} {{get}}", read, None)


@net_class(
    "System.Globalization.NumberFormatInfo", interfaces=("System.IFormatProvider", "System.ICloneable")
)
class NumberFormat:
    """A culture's number format; ``numbers`` are the symbols."""

    ps_members: Any = None

    def __init__(self, numbers: NumberCulture, *, read_only: bool = True) -> None:
        self.numbers = numbers
        self.read_only = read_only

    @constructor("()")
    @staticmethod
    def create() -> NumberFormat:
        """The invariant culture's, to be changed."""
        return NumberFormat(copy(number_culture("")), read_only=False)

    def check_writable(self) -> None:
        """Raises InvalidOperationException for the format of a culture itself."""
        if self.read_only:
            raise invalid_operation("This number format is read-only: change a copy, as Clone() makes one.")

    currency_decimal_digits = _symbol("int CurrencyDecimalDigits", "currency_digits")
    currency_decimal_separator = _symbol("string CurrencyDecimalSeparator", "currency_decimal")
    currency_group_separator = _symbol("string CurrencyGroupSeparator", "currency_group")
    currency_symbol = _symbol("string CurrencySymbol", "currency_symbol")
    currency_positive = _pattern("CurrencyPositivePattern", "currency_positive", CURRENCY_POSITIVE)
    currency_negative = _pattern("CurrencyNegativePattern", "currency_negative", CURRENCY_NEGATIVE)
    currency_sizes = _sizes("CurrencyGroupSizes")
    nan_symbol = _symbol("string NaNSymbol", "nan")
    negative_infinity_symbol = _symbol("string NegativeInfinitySymbol", "negative_infinity")
    negative_sign = _symbol("string NegativeSign", "negative")
    number_decimal_digits = _symbol("int NumberDecimalDigits", "digits")
    number_decimal_separator = _symbol("string NumberDecimalSeparator", "decimal")
    number_group_separator = _symbol("string NumberGroupSeparator", "group")
    number_sizes = _sizes("NumberGroupSizes")
    percent_decimal_digits = _symbol("int PercentDecimalDigits", "percent_digits")
    percent_positive = _pattern("PercentPositivePattern", "percent_positive", PERCENT_POSITIVE)
    percent_negative = _pattern("PercentNegativePattern", "percent_negative", PERCENT_NEGATIVE)
    percent_sizes = _sizes("PercentGroupSizes")
    percent_symbol = _symbol("string PercentSymbol", "percent")
    per_mille_symbol = _symbol("string PerMilleSymbol", "per_mille")
    positive_infinity_symbol = _symbol("string PositiveInfinitySymbol", "infinity")
    positive_sign = _symbol("string PositiveSign", "positive")

    @prop("string PercentDecimalSeparator {get}")
    def percent_decimal_separator(self) -> str:
        return self.numbers.decimal

    @prop("string PercentGroupSeparator {get}")
    def percent_group_separator(self) -> str:
        return self.numbers.group

    @prop("int NumberNegativePattern {get}")
    def number_negative(self) -> int:
        return 1

    @prop("string[] NativeDigits {get}")
    def native_digits(self) -> Any:
        from spshell.dotnet.text.strings import string_array

        return string_array(list("0123456789"))

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return self.read_only

    @method("System.Object Clone()")
    def clone(self) -> NumberFormat:
        return NumberFormat(copy(self.numbers), read_only=False)

    @method("System.Object GetFormat(type formatType)")
    def get_format(self, wanted: Any) -> NumberFormat | None:
        return self if wanted.name == "NumberFormatInfo" else None

    @method("static System.Globalization.NumberFormatInfo GetInstance(System.IFormatProvider formatProvider)")
    @staticmethod
    def instance(provider: Any) -> NumberFormat:
        from spshell.dotnet.numeric.number_parsing import numbers_of

        return provider if isinstance(provider, NumberFormat) else NumberFormat(numbers_of(provider))

    @prop("static System.Globalization.NumberFormatInfo InvariantInfo {get}")
    @staticmethod
    def invariant_info() -> NumberFormat:
        return NumberFormat(number_culture(""))

    @prop("static System.Globalization.NumberFormatInfo CurrentInfo {get}")
    @staticmethod
    def current_info() -> NumberFormat:
        return NumberFormat(current_numbers())
