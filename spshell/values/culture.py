"""How a culture writes numbers: separators, symbols, default digits and sign patterns.

Only what number formats need; names of days and months live with the date types.
"""

from __future__ import annotations


class NumberCulture:
    """System.Globalization.NumberFormatInfo of one culture."""

    __slots__ = (
        "currency_digits",
        "currency_negative",
        "currency_positive",
        "currency_symbol",
        "decimal",
        "digits",
        "group",
        "infinity",
        "name",
        "nan",
        "negative",
        "negative_infinity",
        "per_mille",
        "percent",
        "percent_digits",
        "percent_negative",
        "percent_positive",
        "positive",
    )

    def __init__(self, name: str, *, decimal: str = ".", group: str = ",", digits: int = 3) -> None:
        self.name = name
        self.decimal = decimal
        self.group = group
        self.digits = digits
        self.percent_digits = digits
        self.currency_digits = 2
        self.currency_symbol = "$"
        self.currency_positive = "$n"
        self.currency_negative = "-$n"
        self.percent = "%"
        self.percent_positive = "n%"
        self.percent_negative = "-n%"
        self.per_mille = "‰"
        self.positive = "+"
        self.negative = "-"
        self.nan = "NaN"
        self.infinity = "∞"
        self.negative_infinity = "-∞"


def _invariant() -> NumberCulture:
    culture = NumberCulture("", digits=2)
    culture.currency_symbol = "¤"
    culture.currency_negative = "($n)"
    culture.percent_positive = "n %"
    culture.percent_negative = "-n %"
    culture.infinity = "Infinity"
    culture.negative_infinity = "-Infinity"
    return culture


def _german() -> NumberCulture:
    culture = NumberCulture("de-DE", decimal=",", group=".")
    culture.currency_symbol = "€"
    culture.currency_positive = "n $"
    culture.currency_negative = "-n $"
    culture.percent_positive = "n %"
    culture.percent_negative = "-n %"
    return culture


EN_US = NumberCulture("en-US")
INVARIANT = _invariant()
CULTURES: dict[str, NumberCulture] = {"": INVARIANT, "en-us": EN_US, "de-de": _german()}
"""Folded name -> numbers of a culture; other cultures are written as en-US."""


def number_culture(name: str) -> NumberCulture:
    """The culture's numbers by name."""
    return CULTURES.get(name.lower(), EN_US)
