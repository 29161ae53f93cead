"""NumberFormatInfo: the number symbols of a culture as scripts read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.values.declare import net_class, prop

if TYPE_CHECKING:
    from spshell.values.culture import NumberCulture


@net_class(
    "System.Globalization.NumberFormatInfo", interfaces=("System.IFormatProvider", "System.ICloneable")
)
class NumberFormat:
    """A culture's number format; ``numbers`` are the symbols."""

    def __init__(self, numbers: NumberCulture) -> None:
        self.numbers = numbers

    @prop("int CurrencyDecimalDigits {get}")
    def currency_decimal_digits(self) -> int:
        return self.numbers.currency_digits

    @prop("string CurrencyDecimalSeparator {get}")
    def currency_decimal_separator(self) -> str:
        return self.numbers.decimal

    @prop("string CurrencyGroupSeparator {get}")
    def currency_group_separator(self) -> str:
        return self.numbers.group

    @prop("string CurrencySymbol {get}")
    def currency_symbol(self) -> str:
        return self.numbers.currency_symbol

    @prop("string NaNSymbol {get}")
    def nan_symbol(self) -> str:
        return self.numbers.nan

    @prop("string NegativeInfinitySymbol {get}")
    def negative_infinity_symbol(self) -> str:
        return self.numbers.negative_infinity

    @prop("string NegativeSign {get}")
    def negative_sign(self) -> str:
        return self.numbers.negative

    @prop("int NumberDecimalDigits {get}")
    def number_decimal_digits(self) -> int:
        return self.numbers.digits

    @prop("string NumberDecimalSeparator {get}")
    def number_decimal_separator(self) -> str:
        return self.numbers.decimal

    @prop("string NumberGroupSeparator {get}")
    def number_group_separator(self) -> str:
        return self.numbers.group

    @prop("int PercentDecimalDigits {get}")
    def percent_decimal_digits(self) -> int:
        return self.numbers.percent_digits

    @prop("string PercentSymbol {get}")
    def percent_symbol(self) -> str:
        return self.numbers.percent

    @prop("string PerMilleSymbol {get}")
    def per_mille_symbol(self) -> str:
        return self.numbers.per_mille

    @prop("string PositiveInfinitySymbol {get}")
    def positive_infinity_symbol(self) -> str:
        return self.numbers.infinity

    @prop("string PositiveSign {get}")
    def positive_sign(self) -> str:
        return self.numbers.positive

    @prop("static System.Globalization.NumberFormatInfo InvariantInfo {get}")
    @staticmethod
    def invariant_info() -> NumberFormat:
        from spshell.values.culture import number_culture

        return NumberFormat(number_culture(""))

    @prop("static System.Globalization.NumberFormatInfo CurrentInfo {get}")
    @staticmethod
    def current_info() -> NumberFormat:
        from spshell.values.culture import number_culture

        return NumberFormat(number_culture("en-US"))
