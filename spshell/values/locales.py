"""The Unicode CLDR's locales (by Babel), under the names of .NET's cultures.

.NET on Linux takes what it knows of cultures from ICU, whose data is the CLDR. The culture that scripts begin in and
the invariant one are written out here and in dotnet.globalization, so that Babel is loaded for others only.
"""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from babel import Locale


_ALIASED = (
    "months", "days", "day_periods", "eras", "date_formats", "time_formats", "datetime_skeletons", "number_symbols",
    "decimal_formats", "percent_formats", "currency_formats",
)  # fmt: skip


class LocaleData:
    """What the CLDR says of one locale; `data` has Babel's keys: ``months``, ``number_symbols``, ``territories``.

    Babel puts what an alias stands for into tables that all locales share, so that French months are Japanese ones once
    Japanese were asked for. Tables with aliases are copied here before they are read.
    """

    __slots__ = ("data", "language")

    def __init__(self, locale: Locale) -> None:
        from copy import deepcopy

        from babel.localedata import LocaleDataDict, load

        self.language = locale.language
        shared: dict[Any, Any] = load(str(locale))
        own: dict[Any, Any] = {key: deepcopy(shared[key]) for key in _ALIASED if key in shared}
        self.data: Any = LocaleDataDict({**shared, **own})

    def symbols(self) -> Any:
        """The symbols of numbers in the locale's own digits."""
        return self.data["number_symbols"][self.data["default_numbering_system"]]


@cache
def english() -> LocaleData:
    """The locale in which names are shown here."""
    from babel import Locale

    return LocaleData(Locale("en"))


@cache
def locale_of(name: str) -> LocaleData | None:
    """The locale of a culture's name, or the nearest: without its variant, its region, its script; None for no language
    of the CLDR (ICU falls back on the process's own locale then: en-US here).
    """
    from babel import Locale, UnknownLocaleError

    parts = ["nb" if name == "no" or name.startswith("no-") else name.partition("-")[0], *name.split("-")[1:]]
    while parts and parts[0]:
        try:
            return LocaleData(Locale.parse("_".join(parts)))
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return None


def region_of(name: str) -> str:
    """The region that a culture's name holds; "" when none."""
    for part in name.split("-")[1:]:
        if len(part) == 2 or (len(part) == 3 and part.isdigit()):
            return part.upper()
    return ""


def specific(name: str) -> str:
    """The culture with a region that a neutral one stands for: ``de-DE`` for ``de``; the name itself when none."""
    found = _likely(name.replace("-", "_")).split("_")
    return name if region_of(name) or len(found) != 3 else f"{name}-{found[2]}"


def culture_of_region(region: str) -> str:
    """The culture that is likely in a region: ``de-DE`` for ``DE``; "" when the CLDR does not know the region."""
    if region not in english().data["territories"]:
        return ""
    return f"{_likely('und_' + region).partition('_')[0] or 'en'}-{region}"


def _likely(tag: str) -> str:
    from babel.core import get_global

    return str(get_global("likely_subtags").get(tag, ""))


def currency_of(region: str) -> str:
    """The ISO 4217 code of the money that is legal tender in a region today; "" when the CLDR names none."""
    from babel.numbers import get_territory_currencies

    found = get_territory_currencies(region) if region else []
    return str(found[0]) if found else ""


def culture_names() -> list[str]:
    """The names of all cultures that the CLDR has data of."""
    from babel.localedata import locale_identifiers

    return sorted(name.replace("_", "-") for name in locale_identifiers() if name != "root")


def three_letters_of(region: str) -> str:
    """The ISO 3166 code of three letters; "" when the region has none."""
    from babel.core import get_global

    aliases = get_global("territory_aliases").items()
    found = [code for code, regions in aliases if regions == [region] and len(code) == 3 and code.isalpha()]
    return max(
        found, key=lambda code: (code[:1] == region[:1]) + (code[1] == region[1]), default=""
    )  # DEU, not DDR
