"""How a culture writes numbers: separators, symbols, default digits and sign patterns.

Only what number formats need; names of days and months live with the date types.
"""

from __future__ import annotations

from spshell.values.hooks import CULTURE


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


_SPACED = ("n %", "-n %")
_AFTER = ("n $", "-n $")
_NARROW, _NO_BREAK = "\u202f", "\u00a0"


def _invariant() -> NumberCulture:
    culture = NumberCulture(
        "", digits=2, currency="¤", currency_patterns=("$n", "($n)"), percent_patterns=_SPACED
    )
    culture.infinity = "Infinity"
    culture.negative_infinity = "-Infinity"
    return culture


def _indian() -> NumberCulture:
    culture = NumberCulture("en-IN", currency="₹")
    culture.wide_groups = True
    return culture


EN_US = NumberCulture("en-US")
INVARIANT = _invariant()

CULTURES: dict[str, NumberCulture] = {
    culture.name.lower(): culture
    for culture in (
        INVARIANT,
        EN_US,
        _indian(),
        NumberCulture("en-GB", currency="£"),
        NumberCulture("en-CA"),
        NumberCulture("en-AU"),
        NumberCulture("en-IE", currency="€"),
        NumberCulture("en-NZ"),
        NumberCulture(
            "de-DE", decimal=",", group=".", currency="€", currency_patterns=_AFTER, percent_patterns=_SPACED
        ),
        NumberCulture(
            "de-AT",
            decimal=",",
            group=_NO_BREAK,
            currency="€",
            currency_patterns=("$ n", "-$ n"),
            percent_patterns=_SPACED,
        ),
        NumberCulture("de-CH", group="’", currency="CHF", currency_patterns=("$ n", "$-n")),
        NumberCulture(
            "fr-FR",
            decimal=",",
            group=_NARROW,
            currency="€",
            currency_patterns=_AFTER,
            percent_patterns=_SPACED,
        ),
        NumberCulture(
            "es-ES", decimal=",", group=".", currency="€", currency_patterns=_AFTER, percent_patterns=_SPACED
        ),
        NumberCulture("it-IT", decimal=",", group=".", currency="€", currency_patterns=_AFTER),
        NumberCulture("nl-NL", decimal=",", group=".", currency="€", currency_patterns=("$ n", "$ -n")),
        NumberCulture("pt-BR", decimal=",", group=".", currency="R$", currency_patterns=("$ n", "-$ n")),
        NumberCulture("pt-PT", decimal=",", group=_NO_BREAK, currency="€", currency_patterns=_AFTER),
        NumberCulture(
            "sv-SE",
            decimal=",",
            group=_NO_BREAK,
            currency="kr",
            currency_patterns=_AFTER,
            percent_patterns=_SPACED,
            negative="\u2212",
        ),
        NumberCulture(
            "da-DK",
            decimal=",",
            group=".",
            currency="kr.",
            currency_patterns=_AFTER,
            percent_patterns=_SPACED,
        ),
        NumberCulture("pl-PL", decimal=",", group=_NO_BREAK, currency="zł", currency_patterns=_AFTER),
        NumberCulture("tr-TR", decimal=",", group=".", currency="₺", percent_patterns=("%n", "-%n")),
        NumberCulture(
            "ru-RU",
            decimal=",",
            group=_NO_BREAK,
            currency="₽",
            currency_patterns=_AFTER,
            percent_patterns=_SPACED,
        ),
        NumberCulture("ja-JP", currency="￥", currency_digits=0),
        NumberCulture("zh-CN", currency="¥"),
        NumberCulture("ko-KR", currency="₩", currency_digits=0),
    )
}
"""Folded name -> numbers of a culture; a language alone means its first culture here, others are as en-US."""


def number_culture(name: str) -> NumberCulture:
    """The culture's numbers by name."""
    folded = name.lower()
    found = CULTURES.get(folded)
    if found is None and folded and "-" not in folded:
        found = next((item for key, item in CULTURES.items() if key.startswith(folded + "-")), None)
    return EN_US if found is None else found


_NAMED: dict[str, NumberCulture] = {}
"""Cultures without a row of their own, made when one becomes the current culture."""


def current_numbers() -> NumberCulture:
    """The numbers of the culture that scripts run in; ``name`` is always that culture's own."""
    name = CULTURE.get()
    if name == "en-US":
        return EN_US
    found = number_culture(name)
    if found.name == name:
        return found
    made = _NAMED.get(name)
    if made is None:
        from copy import copy

        made = _NAMED[name] = copy(found)
        made.name = name
    return made
