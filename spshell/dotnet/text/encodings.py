"""System.Text.Encoding and its kinds."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.errors import argument_null, bad_argument, out_of_range, thrown
from spshell.values.declare import constructor, method, net_class, prop

_T = "System.Text."


@net_class(_T + "Encoding", kind="abstract", interfaces=("System.ICloneable",))
class Encoding:
    """Text as bytes. ``codec`` is Python's name for it, ``mark`` the bytes in front of a file."""

    def __init__(self, codec: str, web: str, page: int, title: str, mark: bytes = b"") -> None:
        self.codec = codec
        self.web = web
        self.page = page
        self.title = title
        self.mark = mark

    def ps_text(self) -> str:
        return type(self).net_type.full_name  # type: ignore[attr-defined,no-any-return]  # net_class gives it

    def encode(self, text: str) -> bytes:
        """The bytes of a text; what has no bytes becomes a question mark."""
        return text.encode(
            self.codec, "replace" if self.codec.startswith("utf") is False else "surrogatepass"
        )

    def decode(self, data: bytes) -> str:
        """The text of bytes."""
        return data.decode(self.codec, "replace")

    @prop("string BodyName {get}")
    def body_name(self) -> str:
        return self.web

    @prop("string EncodingName {get}")
    def encoding_name(self) -> str:
        return self.title

    @prop("string HeaderName {get}")
    def header_name(self) -> str:
        return self.web

    @prop("string WebName {get}")
    def web_name(self) -> str:
        return self.web

    @prop("int CodePage {get}")
    def code_page(self) -> int:
        return self.page

    @prop("int WindowsCodePage {get}")
    def windows_code_page(self) -> int:
        return self.page

    @prop("bool IsSingleByte {get}")
    def is_single_byte(self) -> bool:
        return self.codec in ("ascii", "latin-1", "cp1252")

    @method("byte[] GetPreamble()")
    def get_preamble(self) -> Any:
        return byte_array(self.mark)

    @method(
        "byte[] GetBytes(string s)",
        "byte[] GetBytes(char[] chars)",
        "byte[] GetBytes(char[] chars, int index, int count)",
        "byte[] GetBytes(string s, int index, int count)",
    )
    def get_bytes(self, text: Any, start: int = 0, count: int | None = None) -> Any:
        if text is None:
            raise argument_null("s")
        whole = text if isinstance(text, str) else "".join(text)
        return byte_array(self.encode(whole[start:] if count is None else whole[start : start + count]))

    @method("string GetString(byte[] bytes)", "string GetString(byte[] bytes, int index, int count)")
    def get_string(self, data: Any, start: int = 0, count: int | None = None) -> str:
        return self.decode(self._part(data, start, count))

    @method("char[] GetChars(byte[] bytes)", "char[] GetChars(byte[] bytes, int index, int count)")
    def get_chars(self, data: Any, start: int = 0, count: int | None = None) -> Any:
        from spshell.dotnet.text.strings import char_array

        return char_array(self.decode(self._part(data, start, count)))

    def _part(self, data: Any, start: int, count: int | None) -> bytes:
        if data is None:
            raise argument_null("bytes")
        raw = to_bytes(data)
        end = len(raw) if count is None else start + count
        if start < 0 or end > len(raw):
            raise out_of_range("index", start)
        return raw[start:end]

    @method("int GetByteCount(string s)", "int GetByteCount(char[] chars)")
    def get_byte_count(self, text: Any) -> int:
        return len(self.encode(text if isinstance(text, str) else "".join(text)))

    @method("int GetCharCount(byte[] bytes)")
    def get_char_count(self, data: Any) -> int:
        return len(self.decode(to_bytes(data)))

    @method("int GetMaxByteCount(int charCount)")
    def get_max_byte_count(self, count: int) -> int:
        return (count + 1) * (3 if self.codec == "utf-8" else 2 if self.codec == "utf-16-le" else 1)

    @method("static void RegisterProvider(System.Text.EncodingProvider provider)")
    @staticmethod
    def register_provider(provider: Any) -> None:
        if provider is None:
            raise argument_null("provider")

    @method(
        "static System.Text.Encoding GetEncoding(string name)",
        "static System.Text.Encoding GetEncoding(int codepage)",
    )
    @staticmethod
    def get_encoding(name: Any) -> Encoding:
        return named(name)

    @method(
        "static byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding"
        " dstEncoding, byte[] bytes)"
    )
    @staticmethod
    def convert(source: Encoding, target: Encoding, data: Any) -> Any:
        return byte_array(target.encode(source.decode(to_bytes(data))))

    @prop("static System.Text.Encoding UTF8 {get}")
    @staticmethod
    def utf8() -> Encoding:
        return UTF8Sealed("utf-8", "utf-8", 65001, "Unicode (UTF-8)", b"\xef\xbb\xbf")

    @prop("static System.Text.Encoding Default {get}")
    @staticmethod
    def default() -> Encoding:
        return UTF8Sealed("utf-8", "utf-8", 65001, "Unicode (UTF-8)")

    @prop("static System.Text.Encoding ASCII {get}")
    @staticmethod
    def ascii() -> Encoding:
        return ASCII("ascii", "us-ascii", 20127, "US-ASCII")

    @prop("static System.Text.Encoding Unicode {get}")
    @staticmethod
    def unicode() -> Encoding:
        return Unicode("utf-16-le", "utf-16", 1200, "Unicode", b"\xff\xfe")

    @prop("static System.Text.Encoding BigEndianUnicode {get}")
    @staticmethod
    def big_endian_unicode() -> Encoding:
        return Unicode("utf-16-be", "utf-16BE", 1201, "Unicode (Big-Endian)", b"\xfe\xff")

    @prop("static System.Text.Encoding UTF32 {get}")
    @staticmethod
    def utf32() -> Encoding:
        return UTF32("utf-32-le", "utf-32", 12000, "Unicode (UTF-32)", b"\xff\xfe\0\0")

    @prop("static System.Text.Encoding UTF7 {get}")
    @staticmethod
    def utf7() -> Encoding:
        return UTF7("utf-7", "utf-7", 65000, "Unicode (UTF-7)")

    @prop("static System.Text.Encoding Latin1 {get}")
    @staticmethod
    def latin1() -> Encoding:
        return Latin1("latin-1", "iso-8859-1", 28591, "Western European (ISO)")


@net_class(_T + "UTF8Encoding")
class UTF8(Encoding):
    """UTF-8, with or without the bytes in front."""

    @constructor(
        "()",
        "(bool encoderShouldEmitUTF8Identifier)",
        "(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)",
    )
    @staticmethod
    def create(mark: bool = False, _strict: bool = False) -> UTF8:
        return UTF8("utf-8", "utf-8", 65001, "Unicode (UTF-8)", b"\xef\xbb\xbf" if mark else b"")


@net_class(_T + "UTF8Encoding+UTF8EncodingSealed")
class UTF8Sealed(UTF8):
    """[Text.Encoding]::UTF8."""


@net_class(_T + "ASCIIEncoding")
class ASCII(Encoding):
    """Seven bits."""

    def decode(self, data: bytes) -> str:
        return "".join(chr(byte) if byte < 128 else "?" for byte in data)


@net_class(_T + "UnicodeEncoding")
class Unicode(Encoding):
    """UTF-16."""

    @constructor("()", "(bool bigEndian, bool byteOrderMark)")
    @staticmethod
    def create(big: bool = False, mark: bool = True) -> Unicode:
        found = Encoding.big_endian_unicode if big else Encoding.unicode
        made = found.fget() if hasattr(found, "fget") else found
        made.mark = made.mark if mark else b""
        return made  # type: ignore[no-any-return]  # one of the two above


@net_class(_T + "UTF32Encoding")
class UTF32(Encoding):
    """UTF-32."""


@net_class(_T + "Latin1Encoding")
class Latin1(Encoding):
    """ISO 8859-1."""


_NAMES = {
    "utf-8": "utf8",
    "utf8": "utf8",
    "65001": "utf8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "20127": "ascii",
    "utf-16": "unicode",
    "utf-16le": "unicode",
    "unicode": "unicode",
    "1200": "unicode",
    "utf-16be": "big_endian_unicode",
    "1201": "big_endian_unicode",
    "utf-32": "utf32",
    "12000": "utf32",
    "iso-8859-1": "latin1",
    "latin1": "latin1",
    "28591": "latin1",
}


@net_class(_T + "UTF7Encoding")
class UTF7(Encoding):
    """System.Text.UTF7Encoding: what RFC 2152 calls direct stays, all else is base64 between + and -."""

    @constructor("()")
    @staticmethod
    def create() -> UTF7:
        return UTF7("utf-7", "utf-7", 65000, "Unicode (UTF-7)")

    def encode(self, text: str) -> bytes:
        import re
        from base64 import b64encode

        def shifted(match: re.Match[str]) -> str:
            run = match.group()
            if run == "+":
                return "+-"
            return "+" + b64encode(run.encode("utf-16-be", "surrogatepass")).decode().rstrip("=") + "-"

        return re.sub(r"[^A-Za-z0-9'(),\-./:? \t\r\n]+", shifted, text).encode("ascii")


def named(name: Any) -> Encoding:
    """The encoding of a name or code page; raises ArgumentException."""
    if name is None:
        raise argument_null("name")
    key = _NAMES.get(str(name).lower())
    if key is None:
        from spshell.dotnet.text.code_pages import find_code_page

        page = find_code_page(name)
        if page is not None:
            return page
    if key is None and isinstance(name, int):
        if not 0 <= name <= 65535:
            raise out_of_range("codepage", name)
        raise thrown("System.NotSupportedException", "Invalid", f"Code page {name} has no encoding here.")
    if key is None:
        raise bad_argument(f"'{name}' is not a supported encoding name.", "name")
    found = Encoding.__dict__[key]
    make = getattr(found.fget, "__func__", found.fget)
    return make()  # type: ignore[no-any-return]  # the properties above
