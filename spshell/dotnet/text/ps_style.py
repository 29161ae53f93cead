"""System.Management.Automation.PSStyle: the escape sequences that scripts put into text (about_ANSI_Terminals)."""

from __future__ import annotations

import os
import re
from typing import Any

from spshell.dotnet.system.errors import argument_null, bad_argument, out_of_range
from spshell.values.declare import Members, constructor, method, net_class, prop
from spshell.values.nettype import BY_NAME, NetType

_PREFIX = "System.Management.Automation.PSStyle"
_SEQUENCES = re.compile("\x1b\\[[0-9;]*m")

_COLORS = ("Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White")
_CONSOLE_COLORS = (30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97)
"""The foreground code of each System.ConsoleColor, by its number."""

_ATTRIBUTES = {
    "Reset": 0, "BlinkOff": 25, "Blink": 5, "BoldOff": 22, "Bold": 1, "DimOff": 22, "Dim": 2, "Hidden": 8,
    "HiddenOff": 28, "Reverse": 7, "ReverseOff": 27, "ItalicOff": 23, "Italic": 3, "UnderlineOff": 24,
    "Underline": 4, "StrikethroughOff": 29, "Strikethrough": 9,
}  # fmt: skip
_FORMATTING = {
    "FormatAccent": "32;1", "TableHeader": "32;1", "CustomTableHeaderLabel": "32;1;3", "ErrorAccent": "36;1",
    "Error": "31;1", "Warning": "33;1", "Verbose": "33;1", "Debug": "33;1", "FeedbackName": "33",
    "FeedbackText": "96", "FeedbackAction": "97",
}  # fmt: skip
_FILES = {"Directory": "44;1", "SymbolicLink": "36;1", "Executable": "32;1"}
_ARCHIVES = (".zip", ".tgz", ".gz", ".tar", ".nupkg", ".cab", ".7z")
_SCRIPTS = (".ps1", ".psd1", ".psm1", ".ps1xml")


def _escape(code: Any) -> str:
    return f"\x1b[{code}m"


def _decoration(value: str | None) -> str:
    """A value that consists of escape sequences only; raises ArgumentException for visible text."""
    text = value or ""
    visible = _SEQUENCES.sub("", text)
    if visible:
        raise bad_argument(f"Only escape sequences may stand here, not '{visible}'.")
    return text


class Settings:
    """A group of decorations that scripts may change."""

    def __init__(self, values: dict[str, str]) -> None:
        self.settings = {name: _escape(code) for name, code in values.items()}
        self.ps_members: Any = None


def _settings_type(name: str, values: dict[str, str]) -> type[Settings]:
    members = Members()
    for key in values:
        members.prop(f"string {key} {{get;set}}")(lambda target, key=key: target.settings[key])
        members.setter(key)(lambda target, value, key=key: target.settings.update({key: _decoration(value)}))
    made: type[Settings] = net_class(f"{_PREFIX}+{name}")(type(name, (Settings,), {}))
    net_type = BY_NAME[f"{_PREFIX}+{name}".lower()]
    net_type.declare = members.fill
    return made


FormattingData = _settings_type("FormattingData", _FORMATTING)


def _palette(name: str, offset: int) -> type:
    """The type of a set of colours: foreground, or background with codes higher by 10."""
    members = Members()
    for number, color in enumerate(_COLORS):
        members.prop(f"string {color} {{get}}")(lambda _target, code=30 + offset + number: _escape(code))
        members.prop(f"string Bright{color} {{get}}")(
            lambda _target, code=90 + offset + number: _escape(code)
        )

    def from_rgb(_target: Any, red: int, green: int | None = None, blue: int | None = None) -> str:
        if green is None or blue is None:
            red, green, blue = (red >> 16) & 255, (red >> 8) & 255, red & 255
        return _escape(f"{38 + offset};2;{int(red)};{int(green)};{int(blue)}")

    members.method("string FromRgb(byte red, byte green, byte blue)", "string FromRgb(int rgb)")(from_rgb)
    members.method("string FromConsoleColor(System.ConsoleColor color)")(
        lambda _target, color: _escape(_console_code(color) + offset)
    )
    made: type = net_class(f"{_PREFIX}+{name}")(type(name, (), {"ps_members": None}))
    net_type = BY_NAME[f"{_PREFIX}+{name}".lower()]
    net_type.declare = members.fill
    return made


def _console_code(color: Any) -> int:
    if not 0 <= color.value < len(_CONSOLE_COLORS):
        raise out_of_range("color")
    return _CONSOLE_COLORS[color.value]


ForegroundColor = _palette("ForegroundColor", 0)
BackgroundColor = _palette("BackgroundColor", 10)


@net_class(_PREFIX + "+ProgressConfiguration")
class ProgressConfiguration:
    """How progress is shown."""

    ps_members: Any = None

    def __init__(self) -> None:
        self.decoration = _escape("33;1")
        self.width = 120
        self.kind: Any = None
        self.osc = False

    @prop("string Style {get;set}")
    def style(self) -> str:
        return self.decoration

    @style.setter
    def set_style(self, value: str) -> None:
        self.decoration = _decoration(value)

    @prop("int MaxWidth {get;set}")
    def max_width(self) -> int:
        return self.width

    @max_width.setter
    def set_max_width(self, value: int) -> None:
        if value < 18:
            raise out_of_range("MaxWidth")
        self.width = value

    @prop("System.Management.Automation.ProgressView View {get;set}")
    def view(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        if self.kind is None:
            self.kind = enum_value("System.Management.Automation.ProgressView", "Minimal")
        return self.kind

    @view.setter
    def set_view(self, value: Any) -> None:
        self.kind = value

    @prop("bool UseOSCIndicator {get;set}")
    def use_osc(self) -> bool:
        return self.osc

    @use_osc.setter
    def set_use_osc(self, value: bool) -> None:
        self.osc = value


@net_class(_PREFIX + "+FileInfoFormatting+FileExtensionDictionary")
class FileExtensionDictionary:
    """Decorations of file names by extension."""

    ps_members: Any = None

    def __init__(self) -> None:
        self.table = dict.fromkeys(_ARCHIVES, _escape("31;1")) | dict.fromkeys(_SCRIPTS, _escape("33;1"))

    @staticmethod
    def _checked(extension: str | None) -> str:
        if extension is None:
            raise argument_null("extension")
        if not extension.startswith("."):
            raise bad_argument("An extension begins with a period.")
        return extension.lower()

    @prop("System.Collections.Generic.IEnumerable[string] Keys {get}")
    def keys(self) -> list[str]:
        return list(self.table)

    @method("void Add(string extension, string decoration)")
    def add(self, extension: str, decoration: str) -> None:
        self.table[self._checked(extension)] = _decoration(decoration)

    @method("void Remove(string extension)")
    def remove(self, extension: str) -> None:
        self.table.pop(self._checked(extension), None)

    @method("void Clear()")
    def clear(self) -> None:
        self.table.clear()

    @method("bool ContainsKey(string extension)")
    def contains_key(self, extension: str) -> bool:
        return self._checked(extension) in self.table

    def ps_get_index(self, index: Any) -> str | None:
        """``$PSStyle.FileInfo.Extension['.ps1']``."""
        return self.table.get(self._checked(str(index)))

    def ps_set_index(self, index: Any, value: Any) -> None:
        """``$PSStyle.FileInfo.Extension['.ps1'] = ...``."""
        self.add(str(index), str(value))


FileInfoFormatting = _settings_type("FileInfoFormatting", _FILES)


def _extension(target: Any) -> FileExtensionDictionary:
    found = target.__dict__.get("extension")
    if found is None:
        found = target.extension = FileExtensionDictionary()
    return found  # type: ignore[no-any-return]  # made above


def _declare_files(net_type: NetType) -> None:
    members = Members()
    for key in _FILES:
        members.prop(f"string {key} {{get;set}}")(lambda target, key=key: target.settings[key])
        members.setter(key)(lambda target, value, key=key: target.settings.update({key: _decoration(value)}))
    members.prop(f"{_PREFIX}+FileInfoFormatting+FileExtensionDictionary Extension {{get}}")(_extension)
    members.fill(net_type)


BY_NAME[f"{_PREFIX}+FileInfoFormatting".lower()].declare = _declare_files


@net_class(_PREFIX)
class PSStyle:
    """``$PSStyle``."""

    ps_members: Any = None

    def __init__(self) -> None:
        self.rendering: Any = None
        self.auto_size = False
        self.parts = {
            "Formatting": FormattingData(_FORMATTING),
            "Progress": ProgressConfiguration(),
            "Foreground": ForegroundColor(),
            "Background": BackgroundColor(),
            "FileInfo": FileInfoFormatting(_FILES),
        }

    def output_rendering(self) -> Any:
        """What a script chose; unasked PlainText where NO_COLOR is set, else Host."""
        from spshell.dotnet.system.enumerations import enum_value

        if self.rendering is not None:
            return self.rendering
        name = "PlainText" if "NO_COLOR" in os.environ else "Host"
        return enum_value("System.Management.Automation.OutputRendering", name)


STYLE = Members()
STYLE.prop("System.Management.Automation.OutputRendering OutputRendering {get;set}")(PSStyle.output_rendering)
STYLE.setter("OutputRendering")(lambda target, value: setattr(target, "rendering", value))
STYLE.prop("bool AutoSizeDefaultFormatting {get;set}")(lambda target: target.auto_size)
STYLE.setter("AutoSizeDefaultFormatting")(lambda target, value: setattr(target, "auto_size", value))
for _name, _code in _ATTRIBUTES.items():
    STYLE.prop(f"string {_name} {{get}}")(lambda _target, code=_code: _escape(code))
for _name, _type in (
    ("Formatting", "FormattingData"), ("Progress", "ProgressConfiguration"), ("Foreground", "ForegroundColor"),
    ("Background", "BackgroundColor"), ("FileInfo", "FileInfoFormatting"),
):  # fmt: skip
    STYLE.prop(f"{_PREFIX}+{_type} {_name} {{get}}")(lambda target, name=_name: target.parts[name])


@STYLE.method("string FormatHyperlink(string text, uri link)")
def format_hyperlink(_target: Any, text: str, link: Any) -> str:
    """Text that a terminal shows as a link."""
    from spshell.values.text import to_text

    return f"\x1b]8;;{to_text(link)}\x1b\\{text}\x1b]8;;\x1b\\"


@STYLE.method("static string MapForegroundColorToEscapeSequence(System.ConsoleColor foregroundColor)")
def map_foreground(color: Any) -> str:
    """The sequence of a text colour."""
    return _escape(_console_code(color))


@STYLE.method("static string MapBackgroundColorToEscapeSequence(System.ConsoleColor backgroundColor)")
def map_background(color: Any) -> str:
    """The sequence of a background colour."""
    return _escape(_console_code(color) + 10)


@STYLE.method(
    "static string MapColorPairToEscapeSequence(System.ConsoleColor foregroundColor,"
    " System.ConsoleColor backgroundColor)"
)
def map_pair(foreground: Any, background: Any) -> str:
    """The sequence of both colours."""
    return _escape(f"{_console_code(foreground)};{_console_code(background) + 10}")


@net_class("System.Management.Automation.Internal.StringDecorated")
class StringDecorated:
    """A text that may have escape sequences in it."""

    ps_members: Any = None

    def __init__(self, text: str) -> None:
        self.text = text
        self.bare = _ANY_SEQUENCE.sub("", text)

    @constructor("(string text)")
    @staticmethod
    def make(text: str) -> StringDecorated:
        """A text as it was given."""
        return StringDecorated(text)

    @method(
        "string ToString()", "string ToString(System.Management.Automation.OutputRendering outputRendering)"
    )
    def to_string(self, rendering: Any = None) -> str:
        if rendering is not None and rendering.name == "Host":
            raise bad_argument(
                "A text is made plain or with its sequences: PlainText or Ansi.", "outputRendering"
            )
        return self.text if rendering is None or rendering.name == "Ansi" else self.bare

    @prop("int ContentLength {get}")
    def content_length(self) -> int:
        return len(self.bare)

    @prop("bool IsDecorated {get}")
    def is_decorated(self) -> bool:
        return self.text != self.bare

    def ps_text(self) -> str:
        return self.text


_ANY_SEQUENCE = re.compile("\x1b\\[\\d*(?:;\\d+)*m|\x1b\\[\\?\\d+[hl]|\x1b\\]8;;.*?\x1b\\\\")


PSStyle.net_type.declare = STYLE.fill  # type: ignore[attr-defined]  # net_class put it there
