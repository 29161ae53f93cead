"""System.Globalization.RegionInfo: countries with their currencies and measures, read from the CLDR."""

from __future__ import annotations

from spshell.dotnet.system.errors import argument_null, bad_argument
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.hooks import CULTURE
from spshell.values.locales import (
    culture_of_region,
    currency_of,
    english,
    locale_of,
    region_of,
    three_letters_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NOT_METRIC = ("US", "LR", "MM")  # the CLDR's measurement systems


@net_class("System.Globalization.RegionInfo")
class RegionInfo:
    """A country by its two letters, or that of a culture: it is named as it was asked for."""

    def __init__(self, name: str, region: str) -> None:
        self._name = name
        self.region = region
        self.culture = name if name != region else culture_of_region(region)
        self.ps_members: Any = None

    @constructor("(string name)")
    @staticmethod
    def create(name: str | None) -> RegionInfo:
        from spshell.dotnet.globalization.cultures import canonical

        if name is None:
            raise argument_null("name")
        asked = name.upper() if "-" not in name else canonical(name)
        region = region_of(asked) if "-" in asked else asked
        if not region or not culture_of_region(region):
            raise bad_argument(
                f"'{name}' is neither a region nor a culture with one, as 'DE' and 'de-DE' are.", "name"
            )
        return RegionInfo(asked, region)

    @prop("static System.Globalization.RegionInfo CurrentRegion {get}")
    @staticmethod
    def current_region() -> RegionInfo:
        region = region_of(CULTURE.get()) or "US"
        return RegionInfo(region, region)

    def _in(self, culture: str, kind: str, key: str) -> str:
        return str((locale_of(culture) or english()).data[kind].get(key, key))

    @prop("string Name {get}")
    def name(self) -> str:
        return self._name

    @prop("string EnglishName {get}")
    def english_name(self) -> str:
        return self._in("en", "territories", self.region)

    @prop("string DisplayName {get}")
    def display_name(self) -> str:
        return self._in("en", "territories", self.region)

    @prop("string NativeName {get}")
    def native_name(self) -> str:
        return self._in(self.culture, "territories", self.region)

    @prop("string TwoLetterISORegionName {get}")
    def two_letters(self) -> str:
        return self.region

    @prop("string ThreeLetterISORegionName {get}")
    def three_letters(self) -> str:
        return three_letters_of(self.region)

    @prop("bool IsMetric {get}")
    def is_metric(self) -> bool:
        return self.region not in _NOT_METRIC

    @prop("string CurrencyEnglishName {get}")
    def currency_english_name(self) -> str:
        return self._in("en", "currency_names", currency_of(self.region))

    @prop("string CurrencyNativeName {get}")
    def currency_native_name(self) -> str:
        return self._in(self.culture, "currency_names", currency_of(self.region))

    @prop("string CurrencySymbol {get}")
    def currency_symbol(self) -> str:
        from spshell.values.culture import number_culture

        return number_culture(self.culture).currency_symbol

    @prop("string ISOCurrencySymbol {get}")
    def iso_currency_symbol(self) -> str:
        return currency_of(self.region)

    @method("string ToString()")
    def to_string(self) -> str:
        return self._name

    @method("bool Equals(System.Object value)")
    def net_equals(self, other: Any) -> bool:
        return bool(self == other)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RegionInfo) and other._name == self._name

    def __hash__(self) -> int:
        return hash(self._name)

    def ps_text(self) -> str:
        return self._name
