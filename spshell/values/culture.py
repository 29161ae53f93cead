"""How a culture writes numbers: separators, symbols, default digits and sign patterns.

The culture that scripts begin in and the invariant one stand here; the others are read from the CLDR (cldr_numbers.py).
Names of days and months live with the date types.
"""

from __future__ import annotations

from spshell.values.hooks import CULTURE


class NumberCulture:
    """System.Globalization.NumberFormatInfo of one culture."""

    __slots__ = (
        "currency_decimal",
        "currency_digits",
        "currency_group",
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
        "wide_groups",
    )

    def __init__(
        self,
        name: str,
        *,
        decimal: str = ".",
        group: str = ",",
        digits: int = 3,
        currency: str = "$",
        currency_patterns: tuple[str, str] = ("$n", "-$n"),
        currency_digits: int = 2,
        percent_patterns: tuple[str, str] = ("n%", "-n%"),
        negative: str = "-",
    ) -> None:
        self.name = name
        self.decimal = decimal
        self.group = group
        self.wide_groups = False
        self.digits = digits
        self.percent_digits = digits
        self.currency_digits = currency_digits
        self.currency_decimal = decimal
        self.currency_group = group
        self.currency_symbol = currency
        self.currency_positive, self.currency_negative = currency_patterns
        self.percent = "%"
        self.percent_positive, self.percent_negative = percent_patterns
        self.per_mille = "‰"
        self.positive = "+"
        self.negative = negative
        self.nan = "NaN"
        self.infinity = "∞"
        self.negative_infinity = negative + "∞"

    def grouped(self, digits: str) -> str:
        """Commas of thousands in the culture's own groups: Indian ones hold two digits above the last
        three.
        """
        if not self.wide_groups or "," not in digits:
            return digits
        whole, point, fraction = digits.replace(",", "").partition(".")
        head, tail = whole[:-3], whole[-3:]
        pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)]
        return ",".join([*reversed(pairs), tail]) + point + fraction


def _invariant() -> NumberCulture:
    culture = NumberCulture(
        "", digits=2, currency="¤", currency_patterns=("$n", "($n)"), percent_patterns=("n %", "-n %")
    )
    culture.infinity = "Infinity"
    culture.negative_infinity = "-Infinity"
    return culture


EN_US = NumberCulture("en-US")
INVARIANT = _invariant()


def number_culture(name: str) -> NumberCulture:
    """The culture's numbers by name."""
    if name in ("en-US", ""):
        return EN_US if name else INVARIANT
    from spshell.values.cldr_numbers import cldr_numbers

    return cldr_numbers(name)


def current_numbers() -> NumberCulture:
    """The numbers of the culture that scripts run in; ``name`` is always that culture's own."""
    name = CULTURE.get()
    return EN_US if name == "en-US" else number_culture(name)
