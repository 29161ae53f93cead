"""-Encoding: PowerShell's own names, names and code pages that .NET knows, or an Encoding object."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMES = {
    "ascii": ("us-ascii", ""), "ansi": ("1252", ""), "bigendianunicode": ("utf-16be", "mark"),
    "bigendianutf32": ("utf-32be", "mark"), "default": ("utf-8", ""), "oem": ("utf-8", ""),
    "string": ("utf-16", "mark"), "unicode": ("utf-16", "mark"), "unknown": ("utf-16", "mark"),
    "utf7": ("utf-7", ""), "utf8": ("utf-8", ""), "utf8bom": ("utf-8", "mark"), "utf8nobom": ("utf-8", ""),
    "utf32": ("utf-32", "mark"),
}  # fmt: skip


_UTF7 = 65000
_OBSOLETE = "UTF-7 is an encoding of the past that can hide characters from filters; use UTF-8 instead."


class EncodingTransformer:
    """What the attribute does to a value: an Encoding object."""

    def transform(self, value: Any, scope: Any) -> Any:
        """The encoding. Raises ArgumentException for unknown names; warns of UTF-7."""
        found = find_encoding(value)
        if getattr(found, "page", None) == _UTF7:
            _warn(scope)
        return found


def _warn(scope: Any) -> None:
    from spshell.engine.pipelines.records import WarningRecord
    from spshell.engine.variables.variables import preference

    if preference(scope, "warningpreference") not in ("silentlycontinue", "ignore"):
        scope.session.streams.warning(WarningRecord(_OBSOLETE, None))


def find_encoding(value: Any) -> Any:
    """The Encoding object of an argument; values of other kinds stay as they are."""
    from spshell.values.objects import unwrap

    plain = unwrap(value)
    if type(plain) is int:
        from spshell.dotnet.text.encodings import named

        return named(plain)
    if type(plain) is not str:
        return plain
    known = _NAMES.get(plain.lower())
    from spshell.dotnet.text.encodings import Encoding, named

    if known is None:
        if plain.isdigit() and type(value) is str:
            from spshell.dotnet.system.errors import bad_argument

            # a code page is a number, not its text
            raise bad_argument(f"'{plain}' is not a supported encoding name.", "name")
        return named(plain)
    name, mark = known
    if name == "utf-8":
        from spshell.dotnet.text.encodings import UTF8

        return UTF8.create(mark == "mark")
    if name == "utf-7":
        from spshell.dotnet.text.encodings import UTF7

        return UTF7.create()
    if name == "utf-32be":
        return Encoding("utf-32-be", "utf-32BE", 12001, "Unicode (UTF-32 Big-Endian)", b"\0\0\xfe\xff")
    return named(name)


def encoding_parameter(**options: Any) -> Any:
    """Declare the parameter -Encoding."""
    return parameter(
        "System.Text.Encoding",
        transform=[EncodingTransformer()],
        validate=[ValidateNotNullOrEmpty()],
        help="The encoding: utf8, utf8BOM, unicode, ascii, ansi, a code page ...",
        **options,
    )
