"""CultureInfo: a culture by name, and the one that scripts run in.

Scripts begin in en-US and may set another. Any well-formed name makes a culture, as .NET with ICU does.
"""

from __future__ import annotations

from spshell.dotnet.globalization.date_formats import DateFormat, kept_dates
from spshell.dotnet.globalization.lcids import lcid_of, name_of
from spshell.dotnet.globalization.text_infos import TextInfo
from spshell.dotnet.system.errors import argument_null, invalid_operation, out_of_range, thrown
from spshell.values.culture import number_culture
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.hooks import CULTURE, CULTURE_OBJECT, UI_CULTURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_G = "System.Globalization."


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
            self._dates = DateFormat(self._name, read_only=self._numbers is None)
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

    @prop("System.Globalization.CultureInfo Parent {get}")
    def parent(self) -> CultureInfo:
        return culture(self._name.rpartition("-")[0])

    @prop("int LCID {get}")
    def lcid(self) -> int:
        return lcid_of(self._name)

    @prop("int KeyboardLayoutId {get}")
    def keyboard_layout(self) -> int:
        return lcid_of(self._name)

    @prop("string Name {get}")
    def name(self) -> str:
        return self._name

    @prop("string IetfLanguageTag {get}")
    def tag(self) -> str:
        return self._name

    @prop("string DisplayName {get}")
    def display_name(self) -> str:
        return shown_name(self._name, "en")

    @prop("string NativeName {get}")
    def native_name(self) -> str:
        return shown_name(self._name, self._name)

    @prop("string EnglishName {get}")
    def english_name(self) -> str:
        return shown_name(self._name, "en")

    @prop("string TwoLetterISOLanguageName {get}")
    def two_letters(self) -> str:
        return self._name.partition("-")[0] or "iv"

    @prop("string ThreeLetterISOLanguageName {get}")
    def three_letters(self) -> str:
        from spshell.dotnet.globalization.language_codes import three_letters

        return three_letters(self._name)

    @prop("string ThreeLetterWindowsLanguageName {get}")
    def windows_name(self) -> str:
        from spshell.dotnet.globalization.language_codes import windows_name

        return windows_name(self._name)

    @prop("System.Globalization.CompareInfo CompareInfo {get}")
    def compare_info(self) -> Any:
        from spshell.dotnet.time.calendars import CompareInfo

        return CompareInfo(self)

    @prop("System.Globalization.TextInfo TextInfo {get}")
    def text_info(self) -> TextInfo:
        return TextInfo(self)

    @prop("bool IsNeutralCulture {get}")
    def is_neutral(self) -> bool:
        from spshell.values.locales import region_of

        return bool(self._name) and not region_of(self._name)

    @prop("System.Globalization.CultureTypes CultureTypes {get}")
    def culture_types(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_type
        from spshell.values.conversion import convert

        kind = "NeutralCultures" if self.is_neutral else "SpecificCultures"
        return convert(f"{kind}, InstalledWin32Cultures", enum_type("System.Globalization.CultureTypes"))

    @prop("System.Globalization.NumberFormatInfo NumberFormat {get;set}")
    def number_format(self) -> Any:
        from spshell.dotnet.numeric.number_formats import NumberFormat

        return NumberFormat(self.numbers) if self._numbers is None else self._numbers

    @number_format.setter
    def set_number_format(self, value: Any) -> None:
        self._check_writable(value)
        self._numbers = value

    @prop("System.Globalization.DateTimeFormatInfo DateTimeFormat {get;set}")
    def date_time_format(self) -> DateFormat:
        return self.dates

    @date_time_format.setter
    def set_date_time_format(self, value: DateFormat) -> None:
        self._check_writable(value)
        self._dates = value

    @prop("System.Globalization.Calendar Calendar {get}")
    def calendar(self) -> Any:
        from spshell.dotnet.time.calendars import Calendar

        return Calendar()

    @prop("System.Globalization.Calendar[] OptionalCalendars {get}")
    def optional_calendars(self) -> Any:
        return [self.calendar]

    @prop("bool UseUserOverride {get}")
    def use_override(self) -> bool:
        return False

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return self._numbers is None

    def _check_writable(self, value: Any) -> None:
        if value is None:
            raise argument_null("value")
        if self.is_read_only:
            raise invalid_operation(
                f"The culture '{self._name}' is read-only: change a copy, as Clone() makes one."
            )

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
        from spshell.values.locales import specific

        return culture(specific(canonical(name)))

    @method("static cultureinfo[] GetCultures(System.Globalization.CultureTypes types)")
    @staticmethod
    def get_cultures(types: Any) -> Any:
        from spshell.values.locales import culture_names

        neutral, with_region = bool(types.value & 1), bool(types.value & 2)
        made = [CultureInfo(name) for name in ("", *culture_names())]
        return [item for item in made if (neutral if item.is_neutral or not item.name else with_region)]

    @method("System.Object GetFormat(type formatType)")
    def get_format(self, wanted: Any) -> Any:
        return {"NumberFormatInfo": self.number_format, "DateTimeFormatInfo": self.dates}.get(wanted.name)

    @method("System.Object Clone()")
    def clone(self) -> CultureInfo:
        from spshell.dotnet.numeric.number_formats import NumberFormat

        made = CultureInfo(self._name)
        made._numbers = NumberFormat(self.numbers).clone()
        made._dates = self.dates.clone()
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
    if number < 0:
        raise out_of_range("culture", number)
    name = name_of(number)
    if name is None:
        raise thrown("System.Globalization.CultureNotFoundException", "CultureNotFound", number)
    return CultureInfo(name)


def shown_name(name: str, language: str) -> str:
    """A culture's name as people of a language write it: ``German (Germany)``."""
    if name in ("", "en-US"):
        return "English (United States)" if name else "Invariant Language (Invariant Country)"
    from spshell.values.locales import english, locale_of

    reader = (locale_of(language) or english()).data
    own, *parts = name.split("-")
    inner = ", ".join(reader["scripts"].get(part) or reader["territories"].get(part, part) for part in parts)
    shown = str(reader["languages"].get(own, own))
    return f"{shown} ({inner})" if inner else shown


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
        return kept_dates(canonical(provider))
    name = getattr(provider, "name", None)
    return kept_dates(name if isinstance(name, str) else CULTURE.get())
