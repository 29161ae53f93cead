"""Cultures read from the CLDR, against what .NET says of them; one culture is enough to check each rule."""

from __future__ import annotations

import pytest

from spshell.app import make_session


def run(text: str) -> list[object]:
    return make_session().evaluate(text)


@pytest.mark.parametrize(
    ("culture", "letter", "text"),
    [
        ("fr-FR", "d", "05/03/2024"),  # two digits of the year become four
        ("sv-SE", "d", "2024-03-05"),  # one letter of the year is four digits
        ("ja-JP", "D", "2024年3月5日火曜日"),  # text without quotes
        ("pl-PL", "D", "wtorek, 5 marca 2024"),  # the genitive beside a day
        ("pl-PL", "y", "marzec 2024"),  # the nominative alone
        ("es-ES", "M", "5 de marzo"),  # text in quotes
        ("da-DK", "t", "07.08"),
        ("fr-CA", "t", "07 h 08"),
        ("zh-TW", "t", "上午7:08"),  # parts of the day become its halves
        ("xx-YY", "d", "3/5/2024"),  # no such language: the process's own
    ],
)
def test_dates_are_written_by_patterns_of_the_locale(culture, letter, text):
    assert run(f"([datetime]'2024-03-05T07:08:09').ToString('{letter}', [cultureinfo]'{culture}')") == [text]


@pytest.mark.parametrize(
    ("culture", "spec", "number", "text"),
    [
        ("de-CH", "C", "-1234.5", "CHF-1’234.50"),  # a pattern of its own below zero
        ("nl-NL", "C", "-1234.5", "€ -1.234,50"),
        ("sv-SE", "C", "-1234.5", "−1\u00a0234,50 kr"),  # the language's minus sign
        ("ja-JP", "C", "1235.4", "￥1,235"),  # money without decimal places
        ("en-IN", "N0", "12345678", "1,23,45,678"),
        ("tr-TR", "P0", "0.5", "%50"),
        ("de-AT", "C", "1234.5", "€ 1.234,50"),
        ("de", "C", "1", "1,00 ¤"),  # a language alone has no money
    ],
)
def test_numbers_are_written_by_symbols_and_patterns_of_the_locale(culture, spec, number, text):
    assert run(f"({number}).ToString('{spec}', [cultureinfo]'{culture}')") == [text]


def test_weeks_begin_where_the_region_says():
    found = run(
        "foreach ($name in 'en-US', 'de', 'ar-EG') {"
        ' $dates = [cultureinfo]::GetCultureInfo($name).DateTimeFormat; "$($dates.FirstDayOfWeek) $($dates.CalendarWeekRule)" }'
    )
    assert found == ["Sunday FirstDay", "Monday FirstFourDayWeek", "Saturday FirstDay"]


def test_names_of_cultures_and_regions():
    found = run(
        "$de = [cultureinfo]'de-DE'; $de.DisplayName; $de.NativeName; ([cultureinfo]'sr-Latn-RS').EnglishName\n"
        "$region = [System.Globalization.RegionInfo]::new('de-CH')\n"
        "$region.Name, $region.TwoLetterISORegionName, $region.ThreeLetterISORegionName, $region.NativeName\n"
        "$region.ISOCurrencySymbol, $region.CurrencyEnglishName, $region.IsMetric\n"
        "try { [System.Globalization.RegionInfo]::new('QQ') } catch { $_.Exception.InnerException.GetType().Name }"
    )
    assert found == [
        "German (Germany)",
        "Deutsch (Deutschland)",
        "Serbian (Latin, Serbia)",
        *("de-CH", "CH", "CHE", "Schweiz"),
        *("CHF", "Swiss Franc", True),
        "ArgumentException",
    ]


def test_windows_ids_lead_to_cultures_and_back():
    assert run("[cultureinfo]::new(1031).Name; ([cultureinfo]'es-ES').LCID; ([cultureinfo]'de').LCID; ([cultureinfo]'xx').LCID") == [
        *("de-DE", 3082, 7, 4096)
    ]


def test_all_cultures_are_of_one_kind_or_the_other():
    found = run(
        "$all = [cultureinfo]::GetCultures('AllCultures').Name\n"
        "$neutral = [cultureinfo]::GetCultures('NeutralCultures').Name; $specific = [cultureinfo]::GetCultures('SpecificCultures').Name\n"
        "$all.Count -eq $neutral.Count + $specific.Count; 'de' -in $neutral; 'de-AT' -in $specific; 'de-AT' -in $neutral"
    )
    assert found == [True, True, True, False]


def test_patterns_of_a_copy_can_be_set_and_those_of_a_shared_culture_not():
    found = run(
        "$own = [cultureinfo]::GetCultureInfo('de-DE').Clone()\n"
        "$own.DateTimeFormat.ShortDatePattern = 'yyyy/MM/dd'; $own.DateTimeFormat.DateSeparator = '|'\n"
        "([datetime]'2024-03-05').ToString('d', $own)\n"
        "try { [cultureinfo]::GetCultureInfo('de-DE').DateTimeFormat.ShortDatePattern = 'yy' }\n"
        "catch { $_.Exception.InnerException.GetType().Name }\n"
        "try { $own.DateTimeFormat.DayNames = 'Mo', 'Di' } catch { $_.Exception.InnerException.GetType().Name }"
    )
    assert found == ["2024|03|05", "InvalidOperationException", "ArgumentException"]


def test_what_one_culture_is_asked_for_leaves_the_others_alone():
    """Months of Japanese stand where French ones were looked for, if tables of the CLDR are shared."""
    found = run("foreach ($name in 'ja-JP', 'fr-FR', 'it-IT') { ([datetime]'2024-03-05').ToString('y', [cultureinfo]$name) }")
    assert found == ["2024年3月", "mars 2024", "marzo 2024"]
