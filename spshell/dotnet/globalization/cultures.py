"""CultureInfo with its NumberFormatInfo, DateTimeFormatInfo, TextInfo and CompareInfo.

Scripts begin in en-US and may set another. Any well-formed name makes a culture, as .NET with ICU does.
"""

from __future__ import annotations

from functools import cache

from spshell.dotnet.globalization.culture_data import (
    ERAS,
    LANGUAGE_NAMES,
    LANGUAGES,
    LCIDS,
    PATTERNS,
    REGIONS,
)
from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import argument_null, out_of_range, thrown
from spshell.values.culture import number_culture
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.hooks import CULTURE, CULTURE_OBJECT, UI_CULTURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_G = "System.Globalization."
_SHORT_DAYS = "Sun Mon Tue Wed Thu Fri Sat"
_SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@net_class(_G + "DateTimeFormatInfo", interfaces=("System.IFormatProvider", "System.ICloneable"))
class DateFormat:
    """How a culture writes dates; attributes are patterns and lists of names."""

    def __init__(self, name: str) -> None:
        language = name.partition("-")[0]
        rows = {**PATTERNS["en-US"], **PATTERNS.get(language, {}), **PATTERNS.get(name, {})}
        if not name:
            rows = {**PATTERNS["en-US"], **PATTERNS[""]}
        self.name = name
        self.rows = rows
        self.short_date = rows["short_date"]
        self.long_date = rows["long_date"]
        self.short_time = rows["short_time"]
        self.long_time = rows["long_time"]
        self.month_day = rows["month_day"]
        self.year_month = rows["year_month"]
        self.days = rows["days"].split()
        self.short_days = rows.get("short_days", _SHORT_DAYS).split()
        self.months = [*rows["months"].split(), ""]
        genitives = rows.get("months_genitive")
        self.months_genitive = [*genitives.split(), ""] if genitives else self.months
        self.short_months = [*rows.get("short_months", _SHORT_MONTHS).split(), ""]
        genitive = rows.get("short_months_genitive")
        self.short_months_genitive = [*genitive.split(), ""] if genitive else self.short_months
        self.am = rows.get("am", "AM")
        self.pm = rows.get("pm", "PM")
        self.date_separator = rows.get("date_separator", "/")
        self.time_separator = rows.get("time_separator", ":")
        self.era = ERAS.get(language, "AD")

    @property
    def full(self) -> str:
        """The full pattern: long date and long time."""
        return f"{self.long_date} {self.long_time}"

    def _strings(self, items: list[str]) -> Any:
        from spshell.dotnet.text.strings import string_array

        return string_array(items)

    @prop("string[] AbbreviatedDayNames {get}")
    def abbreviated_day_names(self) -> Any:
        return self._strings(self.short_days)

    @prop("string[] AbbreviatedMonthNames {get}")
    def abbreviated_month_names(self) -> Any:
        return self._strings(self.short_months)

    @prop("string[] AbbreviatedMonthGenitiveNames {get}")
    def abbreviated_month_genitive_names(self) -> Any:
        return self._strings(self.short_months_genitive)

    @prop("string AMDesignator {get}")
    def am_designator(self) -> str:
        return self.am

    @prop("string PMDesignator {get}")
    def pm_designator(self) -> str:
        return self.pm

    @prop("System.Globalization.Calendar Calendar {get}")
    def calendar(self) -> Any:
        from spshell.dotnet.time.calendars import Calendar

        return Calendar()

    @prop("System.Globalization.CalendarWeekRule CalendarWeekRule {get}")
    def calendar_week_rule(self) -> Any:
        monday = self.rows.get("first_day") == "Monday"
        return enum_value(_G + "CalendarWeekRule", "FirstFourDayWeek" if monday else "FirstDay")

    @prop("string DateSeparator {get}")
    def separator_of_dates(self) -> str:
        return self.date_separator

    @prop("string TimeSeparator {get}")
    def separator_of_times(self) -> str:
        return self.time_separator

    @prop("string[] DayNames {get}")
    def day_names(self) -> Any:
        return self._strings(self.days)

    @prop("string[] MonthNames {get}")
    def month_names(self) -> Any:
        return self._strings(self.months)

    @prop("string[] MonthGenitiveNames {get}")
    def month_genitive_names(self) -> Any:
        return self._strings(self.months_genitive)

    @prop("string[] ShortestDayNames {get}")
    def shortest_day_names(self) -> Any:
        if self.name.startswith("en") or not self.name:
            return self._strings([day[:2] for day in self.days])
        return self._strings(self.rows.get("shortest_days", " ".join(self.short_days)).split())

    @prop("System.DayOfWeek FirstDayOfWeek {get}")
    def first_day_of_week(self) -> Any:
        return enum_value("System.DayOfWeek", self.rows.get("first_day", "Sunday"))

    @prop("string FullDateTimePattern {get}")
    def full_pattern(self) -> str:
        return self.full

    @prop("string LongDatePattern {get}")
    def long_date_pattern(self) -> str:
        return self.long_date

    @prop("string LongTimePattern {get}")
    def long_time_pattern(self) -> str:
        return self.long_time

    @prop("string MonthDayPattern {get}")
    def month_day_pattern(self) -> str:
        return self.month_day

    @prop("string RFC1123Pattern {get}")
    def rfc1123_pattern(self) -> str:
        return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"

    @prop("string ShortDatePattern {get;set}")
    def short_date_pattern(self) -> str:
        return self.short_date

    @short_date_pattern.setter
    def set_short_date_pattern(self, value: str) -> None:
        self.short_date = value

    @prop("string ShortTimePattern {get}")
    def short_time_pattern(self) -> str:
        return self.short_time

    @prop("string SortableDateTimePattern {get}")
    def sortable_pattern(self) -> str:
        return "yyyy'-'MM'-'dd'T'HH':'mm':'ss"

    @prop("string UniversalSortableDateTimePattern {get}")
    def universal_sortable_pattern(self) -> str:
        return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"

    @prop("string NativeCalendarName {get}")
    def native_calendar_name(self) -> str:
        return self.rows.get("calendar", "Gregorian Calendar")

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return not self.name

    @method("System.Object Clone()")
    def clone(self) -> DateFormat:
        return DateFormat(self.name)

    @method("System.Object GetFormat(type formatType)")
    def get_format(self, wanted: Any) -> DateFormat | None:
        return self if wanted.name == "DateTimeFormatInfo" else None

    @method("string GetShortestDayName(System.DayOfWeek dayOfWeek)")
    def get_shortest_day_name(self, day: Any) -> str:
        return str(list(self.shortest_day_names)[day.value])

    @prop("string YearMonthPattern {get}")
    def year_month_pattern(self) -> str:
        return self.year_month

    @prop("static System.Globalization.DateTimeFormatInfo InvariantInfo {get}")
    @staticmethod
    def invariant_info() -> DateFormat:
        return culture("").dates

    @prop("static System.Globalization.DateTimeFormatInfo CurrentInfo {get}")
    @staticmethod
    def current_info() -> DateFormat:
        return current().dates

    @method("string GetMonthName(int month)")
    def get_month_name(self, month: int) -> str:
        return self._pick(self.months, month, "month", first=1)

    @method("string GetAbbreviatedMonthName(int month)")
    def get_abbreviated_month_name(self, month: int) -> str:
        return self._pick(self.short_months, month, "month", first=1)

    @method("string GetDayName(System.DayOfWeek dayofweek)")
    def get_day_name(self, day: Any) -> str:
        return self._pick(self.days, day.value, "dayofweek")

    @method("string GetAbbreviatedDayName(System.DayOfWeek dayofweek)")
    def get_abbreviated_day_name(self, day: Any) -> str:
        return self._pick(self.short_days, day.value, "dayofweek")

    def _pick(self, names: list[str], number: int, parameter: str, first: int = 0) -> str:
        if not first <= number < len(names) + first:
            raise out_of_range(parameter, number)
        return names[number - first]


@net_class(_G + "TextInfo", interfaces=("System.ICloneable",))
class TextInfo:
    """Casing by culture."""

    def __init__(self, owner: CultureInfo) -> None:
        self.owner = owner

    @prop("string CultureName {get}")
    def culture_name(self) -> str:
        return str(self.owner.name)

    @prop("string ListSeparator {get;set}")
    def list_separator(self) -> str:
        return self.owner.separator or self.owner.dates.rows.get("list", ",")

    @list_separator.setter
    def set_list_separator(self, value: str) -> None:
        if self.owner.is_read_only:
            raise thrown(
                "System.InvalidOperationException",
                "Invalid",
                f"The culture '{self.owner.name}' can only be read; change a copy of it.",
            )
        self.owner.separator = value

    @method("string ToTitleCase(string str)")
    def to_title_case(self, text: str) -> str:
        from spshell.dotnet.text.title_case import title_case

        return title_case(text)

    @method("string ToUpper(string str)", "char ToUpper(char c)")
    def to_upper(self, text: str) -> str:
        from spshell.dotnet.text.strings import upper

        return type(text)(upper(str(text)))

    @method("string ToLower(string str)", "char ToLower(char c)")
    def to_lower(self, text: str) -> str:
        from spshell.dotnet.text.strings import lower

        return type(text)(lower(str(text)))


@net_class(
    _G + "CultureInfo", ps_name="cultureinfo", interfaces=("System.IFormatProvider", "System.ICloneable")
)
class CultureInfo:
    """System.Globalization.CultureInfo by name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._dates: DateFormat | None = None
        self._numbers: Any = None
        self.separator = ""  # of lists; a changed copy's own

    @property
    def dates(self) -> DateFormat:
        """The date format information, made at first use."""
        if self._dates is None:
            self._dates = DateFormat(self._name)
        return self._dates

    @property
    def numbers(self) -> Any:
        """The number format information (values.culture): a changed copy's own."""
        return number_culture(self._name) if self._numbers is None else self._numbers.numbers

    def ps_text(self) -> str:
        return self._name

    to_string = ps_text

    def net_equals(self, other: CultureInfo) -> bool:
        return self._name == other._name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CultureInfo) and other._name == self._name

    def __hash__(self) -> int:
        return hash(self._name)

    @constructor("(string name)", "(int culture)", "(string name, bool useUserOverride)")
    @staticmethod
    def create(name: Any, _override: bool = True) -> CultureInfo:
        """A culture of its own, whose formats can be changed."""
        found = by_lcid(name) if isinstance(name, int) else culture(name)
        made: CultureInfo = found.clone()
        return made

    @prop("int LCID {get}")
    def lcid(self) -> int:
        if self._name in LCIDS:
            return LCIDS[self._name]
        return LANGUAGES.index(self._name) + 1 if self._name in LANGUAGES else 4096

    @prop("string Name {get}")
    def name(self) -> str:
        return self._name

    @prop("string DisplayName {get}")
    def display_name(self) -> str:
        if not self._name:
            return "Invariant Language (Invariant Country)"
        language, _, region = self._name.partition("-")
        shown = LANGUAGE_NAMES.get(language, language)
        return f"{shown} ({REGIONS.get(region, region)})" if region else shown

    @prop("string NativeName {get}")
    def native_name(self) -> str:
        return str(self.display_name)

    @prop("string EnglishName {get}")
    def english_name(self) -> str:
        return str(self.display_name)

    @prop("string TwoLetterISOLanguageName {get}")
    def two_letters(self) -> str:
        return self._name.partition("-")[0] or "iv"

    @prop("string IetfLanguageTag {get}")
    def tag(self) -> str:
        return self._name

    @prop("System.Globalization.CultureInfo Parent {get}")
    def parent(self) -> CultureInfo:
        return culture(self._name.rpartition("-")[0])

    @prop("bool IsNeutralCulture {get}")
    def is_neutral(self) -> bool:
        return bool(self._name) and "-" not in self._name

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return self._numbers is None

    @prop("System.Globalization.TextInfo TextInfo {get}")
    def text_info(self) -> TextInfo:
        return TextInfo(self)

    @prop("System.Globalization.CompareInfo CompareInfo {get}")
    def compare_info(self) -> Any:
        from spshell.dotnet.time.calendars import CompareInfo

        return CompareInfo(self)

    @prop("System.Globalization.NumberFormatInfo NumberFormat {get;set}")
    def number_format(self) -> Any:
        from spshell.dotnet.numeric.number_formats import NumberFormat

        return NumberFormat(self.numbers) if self._numbers is None else self._numbers

    @number_format.setter
    def set_number_format(self, value: Any) -> None:
        self._numbers = value

    @prop("System.Globalization.DateTimeFormatInfo DateTimeFormat {get}")
    def date_time_format(self) -> DateFormat:
        return self.dates

    @prop("System.Globalization.Calendar Calendar {get}")
    def calendar(self) -> Any:
        from spshell.dotnet.time.calendars import Calendar

        return Calendar()

    @prop("static cultureinfo InvariantCulture {get}")
    @staticmethod
    def invariant_culture() -> CultureInfo:
        return culture("")

    @prop("static cultureinfo CurrentCulture {get;set}")
    @staticmethod
    def current_culture() -> CultureInfo:
        return current()

    @current_culture.setter
    @staticmethod
    def set_current_culture(value: CultureInfo) -> None:
        make_current(value)

    @prop("static cultureinfo CurrentUICulture {get;set}")
    @staticmethod
    def current_ui_culture() -> CultureInfo:
        return CultureInfo(UI_CULTURE.get())

    @current_ui_culture.setter
    @staticmethod
    def set_current_ui_culture(value: CultureInfo) -> None:
        UI_CULTURE.set(chosen(value))

    @prop("static cultureinfo InstalledUICulture {get}")
    @staticmethod
    def installed_ui_culture() -> CultureInfo:
        return current()

    @method(
        "static cultureinfo GetCultureInfo(int culture)", "static cultureinfo GetCultureInfo(string name)"
    )
    @staticmethod
    def get_culture_info(name: Any) -> CultureInfo:
        return by_lcid(name) if isinstance(name, int) else culture(name)

    @method("static cultureinfo CreateSpecificCulture(string name)")
    @staticmethod
    def create_specific(name: str) -> CultureInfo:
        defaults = {"en": "en-US", "sv": "sv-SE", "da": "da-DK", "ja": "ja-JP", "zh": "zh-CN", "ko": "ko-KR"}
        return culture(name if "-" in name else defaults.get(name, f"{name}-{name.upper()}"))

    @method("static cultureinfo[] GetCultures(System.Globalization.CultureTypes types)")
    @staticmethod
    def get_cultures(_types: Any) -> Any:
        return [culture(name) for name in LCIDS]

    @method("System.Object GetFormat(type formatType)")
    def get_format(self, wanted: Any) -> Any:
        return {"NumberFormatInfo": self.number_format, "DateTimeFormatInfo": self.dates}.get(wanted.name)

    @method("System.Object Clone()")
    def clone(self) -> CultureInfo:
        from spshell.dotnet.numeric.number_formats import NumberFormat

        made = CultureInfo(self._name)
        made._numbers = NumberFormat(self.numbers).clone()
        made.separator = self.separator
        return made


def culture(name: str | None) -> CultureInfo:
    """The culture of a name; raises CultureNotFoundException for an ill-formed one."""
    if name is None:
        raise argument_null("name")
    return CultureInfo(canonical(name))


def canonical(name: str) -> str:
    """The name in its usual case: ``en-US``, ``zh-Hans``."""
    parts = name.split("-")
    if name and not all(part and part.replace("_", "").isalnum() and part.isascii() for part in parts):
        raise thrown("System.Globalization.CultureNotFoundException", "CultureNotFound", name)
    first = parts[0] if "_" in parts[0] else parts[0].lower()
    rest = [part.upper() if len(part) <= 3 else part.capitalize() for part in parts[1:]]
    return "-".join([first, *rest])


def by_lcid(number: int) -> CultureInfo:
    """The culture of a Windows locale id; raises CultureNotFoundException."""
    for name, known in LCIDS.items():
        if known == number:
            return CultureInfo(name)
    if 0 < number <= len(LANGUAGES):
        return CultureInfo(LANGUAGES[number - 1])
    if number < 0:
        raise out_of_range("culture", number)
    raise thrown("System.Globalization.CultureNotFoundException", "CultureNotFound", number)


def chosen(value: CultureInfo | None) -> str:
    """The name of a culture that is to become the current one."""
    if value is None:
        raise argument_null("value")
    return str(value.name)


def current() -> CultureInfo:
    """The culture that scripts run in."""
    given, name = CULTURE_OBJECT.get(), CULTURE.get()
    return given if given is not None and given._name == name else CultureInfo(name)


def make_current(value: CultureInfo) -> None:
    """Let scripts run in a culture."""
    CULTURE.set(chosen(value))
    CULTURE_OBJECT.set(value)


def dates_of(provider: Any) -> DateFormat:
    """The date format of a format provider (a culture, a DateTimeFormatInfo, or null)."""
    if isinstance(provider, DateFormat):
        return provider
    if isinstance(provider, CultureInfo):
        return provider.dates
    if isinstance(provider, str):
        return _kept_dates(canonical(provider))
    name = getattr(provider, "name", None)
    return _kept_dates(name if isinstance(name, str) else CULTURE.get())


@cache
def _kept_dates(name: str) -> DateFormat:
    """The date format of a culture for formatting and parsing; scripts never get hold of it."""
    return DateFormat(name)
