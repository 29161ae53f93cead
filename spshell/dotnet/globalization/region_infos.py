"""System.Globalization.RegionInfo: countries with their currencies and measures."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.globalization.culture_data import REGIONS
from spshell.dotnet.system.errors import argument_null, bad_argument
from spshell.values.declare import constructor, method, net_class, prop

_ROWS = {
    "US": "USA USD $ US Dollar", "GB": "GBR GBP £ British Pound", "IN": "IND INR ₹ Indian Rupee",
    "AU": "AUS AUD $ Australian Dollar", "CA": "CAN CAD $ Canadian Dollar", "DE": "DEU EUR € Euro",
    "AT": "AUT EUR € Euro", "CH": "CHE CHF CHF Swiss Franc", "FR": "FRA EUR € Euro",
    "ES": "ESP EUR € Euro", "IT": "ITA EUR € Euro", "SE": "SWE SEK kr Swedish Krona",
    "DK": "DNK DKK kr. Danish Krone", "NO": "NOR NOK kr Norwegian Krone", "FI": "FIN EUR € Euro",
    "NL": "NLD EUR € Euro", "JP": "JPN JPY ￥ Japanese Yen", "CN": "CHN CNY ¥ Chinese Yuan",
    "BR": "BRA BRL R$ Brazilian Real", "PT": "PRT EUR € Euro", "PL": "POL PLN zł Polish Zloty",
    "TR": "TUR TRY ₺ Turkish Lira",
}  # fmt: skip
_IMPERIAL = ("US", "LR", "MM")


@net_class("System.Globalization.RegionInfo")
class RegionInfo:
    """A country or region by its two letters."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.iso3, self.currency, self.symbol, self.currency_title = _ROWS[code].split(" ", 3)
        self.ps_members: Any = None

    @constructor("(string name)")
    @staticmethod
    def create(name: str | None) -> RegionInfo:
        if name is None:
            raise argument_null("name")
        code = name.rpartition("-")[2].upper()
        if code not in _ROWS:
            raise bad_argument(f"'{name}' is no region that is known here.", "name")
        return RegionInfo(code)

    @prop("static System.Globalization.RegionInfo CurrentRegion {get}")
    @staticmethod
    def current_region() -> RegionInfo:
        return RegionInfo("US")

    @prop("string Name {get}")
    def name(self) -> str:
        return self.code

    @prop("string EnglishName {get}")
    def english_name(self) -> str:
        return REGIONS.get(self.code, self.code)

    @prop("string DisplayName {get}")
    def display_name(self) -> str:
        return str(self.english_name)

    @prop("string NativeName {get}")
    def native_name(self) -> str:
        return str(self.english_name)

    @prop("string TwoLetterISORegionName {get}")
    def two_letters(self) -> str:
        return self.code

    @prop("string ThreeLetterISORegionName {get}")
    def three_letters(self) -> str:
        return self.iso3

    @prop("bool IsMetric {get}")
    def is_metric(self) -> bool:
        return self.code not in _IMPERIAL

    @prop("string CurrencyEnglishName {get}")
    def currency_english_name(self) -> str:
        return self.currency_title

    @prop("string CurrencySymbol {get}")
    def currency_symbol(self) -> str:
        return self.symbol

    @prop("string ISOCurrencySymbol {get}")
    def iso_currency_symbol(self) -> str:
        return self.currency

    @method("string ToString()")
    def to_string(self) -> str:
        return self.code

    def ps_text(self) -> str:
        return self.code
