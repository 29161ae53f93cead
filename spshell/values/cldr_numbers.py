"""How a culture writes numbers, read from the CLDR as .NET reads it from ICU."""

from __future__ import annotations

from functools import cache

from spshell.values.culture import EN_US, NumberCulture
from spshell.values.locales import currency_of, locale_of, region_of
from spshell.values.number_patterns import (
    CURRENCY_NEGATIVE,
    CURRENCY_POSITIVE,
    PERCENT_NEGATIVE,
    PERCENT_POSITIVE,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NO_CURRENCY = "¤"


@cache
def cldr_numbers(name: str) -> NumberCulture:
    """The numbers of any culture but the invariant one and en-US."""
    locale = locale_of(name)
    if locale is None:
        return _named(EN_US, name)
    symbols = locale.symbols()
    percents = locale.data["percent_formats"][None].pattern
    money = locale.data["currency_formats"]["standard"].pattern
    symbol, digits = _currency(locale, region_of(name))
    made = NumberCulture(
        name,
        decimal=symbols["decimal"],
        group=symbols["group"],
        currency=symbol,
        currency_patterns=(
            _pattern(money, CURRENCY_POSITIVE, negative=False),
            _pattern(money, CURRENCY_NEGATIVE, negative=True),
        ),
        currency_digits=digits,
        percent_patterns=(
            _pattern(percents, PERCENT_POSITIVE, negative=False),
            _pattern(percents, PERCENT_NEGATIVE, negative=True),
        ),
        negative=symbols["minusSign"],
    )
    made.currency_decimal = symbols.get("currencyDecimal", made.decimal)
    made.currency_group = symbols.get("currencyGroup", made.group)
    made.percent, made.per_mille, made.positive = (
        symbols["percentSign"],
        symbols["perMille"],
        symbols["plusSign"],
    )
    made.nan, made.infinity = symbols["nan"], symbols["infinity"]
    made.negative_infinity = made.negative + made.infinity
    made.wide_groups = locale.data["decimal_formats"][None].grouping[1] == 2
    return made


def _named(like: NumberCulture, name: str) -> NumberCulture:
    from copy import copy

    made = copy(like)
    made.name = name
    return made


def _currency(locale: Any, region: str) -> tuple[str, int]:
    """(symbol, decimal places): a culture without a region has no money of its own."""
    from babel.numbers import get_currency_precision

    code = currency_of(region)
    if not code:
        return _NO_CURRENCY, 2
    return locale.data["currency_symbols"].get(code, code), get_currency_precision(code)


def _pattern(pattern: str, known: tuple[str, ...], *, negative: bool) -> str:
    """A pattern of the CLDR (``¤#,##0.00;¤-#,##0.00``) as one of .NET's; the first of these when it is like none."""
    own, _, below_zero = pattern.partition(";")
    text = (below_zero or own) if negative else own
    made = ""
    for character in text:
        mark = {"#": "n", "0": "n", "¤": "$", " ": " ", "\u00a0": " "}.get(character, character)
        if mark in "-()%" or (mark in "n$ " and mark not in made):
            made += mark
    if negative and not set("-()") & set(made):
        made = "-" + made
    return made if made in known else known[0]
