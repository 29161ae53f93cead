"""System.Text.Encoding and its kinds, System.BitConverter, System.Random, Stopwatch."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes, typed_array
from spshell.dotnet.system.errors import argument_null, bad_argument, out_of_range, thrown
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Char

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


@net_class("System.BitConverter", kind="static")
class BitConverter:
    """Numbers as bytes, little end first."""

    @prop("static bool IsLittleEndian {get}")
    @staticmethod
    def is_little_endian() -> bool:
        return True

    @method(
        *(
            f"static byte[] GetBytes({kind} value)"
            for kind in ("bool", "char", "short", "int", "long", "ushort", "uint", "ulong", "float", "double")
        )
    )
    @staticmethod
    def get_bytes(value: Any) -> Any:
        import struct

        from spshell.values.nettype import type_of

        number = ord(value) if isinstance(value, Char) else value
        return byte_array(struct.pack("<" + _PACK[type_of(value).name], number))

    @method(
        "static string ToString(byte[] value)",
        "static string ToString(byte[] value, int startIndex)",
        "static string ToString(byte[] value, int startIndex, int length)",
    )
    @staticmethod
    def to_string(data: Any, start: int = 0, count: int | None = None) -> str:
        if data is None:
            raise argument_null("value")
        raw = to_bytes(data)
        if start < 0 or (start >= len(raw) and start > 0):
            raise out_of_range("startIndex", start)
        return "-".join(
            f"{byte:02X}" for byte in (raw[start:] if count is None else raw[start : start + count])
        )


_PACK = {
    "Boolean": "?",
    "Char": "H",
    "Int16": "h",
    "Int32": "i",
    "Int64": "q",
    "UInt16": "H",
    "UInt32": "I",
    "UInt64": "Q",
    "Single": "f",
    "Double": "d",
}


def _unpacker(name: str) -> Any:
    def unpack(data: Any, start: int) -> Any:
        import struct

        from spshell.values.nettype import BY_NAME

        if data is None:
            raise argument_null("value")
        raw = to_bytes(data)
        size = struct.calcsize("<" + _PACK[name])
        if not 0 <= start < len(raw):
            raise out_of_range("startIndex", start)
        if start + size > len(raw):
            raise bad_argument("The array is too short.", "value")
        number = struct.unpack_from("<" + _PACK[name], raw, start)[0]
        kind = BY_NAME["system." + name.lower()].python_type
        assert kind is not None
        return kind(chr(number)) if name == "Char" else kind(number)

    return unpack


def _declare_unpackers() -> None:
    from spshell.dotnet.numeric.bit_patterns import bit_patterns
    from spshell.dotnet.numeric.converter import _PS
    from spshell.values.declare import add_method

    net_type = BitConverter.net_type  # type: ignore[attr-defined]  # net_class gives it
    first = net_type.declare

    def fill(target: Any) -> None:
        first(target)
        for name in _PACK:
            add_method(target, f"static {_PS[name]} To{name}(byte[] value, int startIndex)", _unpacker(name))
        for signature, function in bit_patterns():
            add_method(target, signature, function)

    net_type.declare = fill


_declare_unpackers()


@net_class("System.Random")
class Random:
    """System.Random; with a seed it gives .NET's own sequence."""

    def __init__(self, seed: int | None = None) -> None:
        import random

        self.source: Any = random.Random() if seed is None else None  # noqa: S311 - System.Random is no secret either
        if seed is not None:
            self._seeded(seed)

    def _seeded(self, seed: int) -> None:
        # The subtractive generator that .NET keeps for seeded instances (Knuth, volume 2).
        big = 2147483647
        table = [0] * 56
        last = (161803398 - (big if seed == -2147483648 else abs(seed))) % 2**32
        last = last - 2**32 if last >= 2**31 else last
        table[55] = last
        value = 1
        position = 0
        for _ in range(1, 55):
            position = position + 21 if position + 21 < 55 else position - 34
            table[position] = value
            value = last - value
            if value < 0:
                value += big
            last = table[position]
        for _ in range(4):
            for index in range(1, 56):
                other = index + 30
                other = other - 55 if other >= 55 else other
                table[index] -= table[1 + other]
                if table[index] < 0:
                    table[index] += big
        self.table, self.first, self.second = table, 0, 21

    def sample(self) -> int:
        """A number from 0 to 2147483646."""
        if self.source is not None:
            return int(self.source.randrange(2147483647))
        self.first = self.first + 1 if self.first + 1 < 56 else 1
        self.second = self.second + 1 if self.second + 1 < 56 else 1
        found = self.table[self.first] - self.table[self.second]
        if found == 2147483647:
            found -= 1
        if found < 0:
            found += 2147483647
        self.table[self.first] = found
        return found

    @constructor("()", "(int Seed)")
    @staticmethod
    def create(seed: int | None = None) -> Random:
        return Random(seed)

    @method("double NextDouble()")
    def next_double(self) -> float:
        return self.sample() * (1.0 / 2147483647)

    @method("float NextSingle()")
    def next_single(self) -> float:
        return float(self.next_double())

    @method("int Next()", "int Next(int maxValue)", "int Next(int minValue, int maxValue)")
    def next(self, *limits: int) -> int:
        if not limits:
            return self.sample()
        low, high = (0, limits[0]) if len(limits) == 1 else limits
        if low > high:
            raise out_of_range("maxValue" if len(limits) == 1 else "minValue", low)
        return low + int(self.next_double() * (high - low))

    @method(
        "long NextInt64()", "long NextInt64(long maxValue)", "long NextInt64(long minValue, long maxValue)"
    )
    def next_long(self, *limits: int) -> Any:
        from spshell.values.numbers import Int64

        low, high = (0, 2**63 - 1) if not limits else (0, limits[0]) if len(limits) == 1 else limits
        if low > high:
            raise out_of_range("minValue", low)
        return Int64(low + int(self.next_double() * (high - low)))

    @method("void NextBytes(byte[] buffer)")
    def next_bytes(self, buffer: Any) -> None:
        buffer[:] = byte_array(self.sample() % 256 for _ in buffer)

    @method("void Shuffle[T](T[] values)")
    def shuffle(self, values: Any) -> None:
        for index in range(len(values) - 1):
            other = index + self.next(len(values) - index)
            values[index], values[other] = values[other], values[index]

    @method("T[] GetItems[T](T[] choices, int length)")
    def get_items(self, choices: Any, length: int) -> Any:
        return [choices[self.next(len(choices))] for _ in range(length)]

    @prop("static System.Random Shared {get}")
    @staticmethod
    def shared() -> Random:
        return Random()


@net_class("System.Diagnostics.Stopwatch")
class Stopwatch:
    """Measures elapsed time."""

    def __init__(self) -> None:
        self.passed = 0
        self.started: int | None = None

    def now(self) -> int:
        import time

        return self.passed + (time.perf_counter_ns() - self.started if self.started is not None else 0)

    @constructor("()")
    @staticmethod
    def create() -> Stopwatch:
        return Stopwatch()

    @method("static long GetTimestamp()")
    @staticmethod
    def timestamp() -> Any:
        import time

        from spshell.values.numbers import Int64

        return Int64(time.perf_counter_ns())

    @method(
        "static timespan GetElapsedTime(long startingTimestamp)",
        "static timespan GetElapsedTime(long startingTimestamp, long endingTimestamp)",
    )
    @staticmethod
    def elapsed_since(start: int, end: int | None = None) -> Any:
        from spshell.dotnet.time.timespans import TimeSpan

        return TimeSpan(((Stopwatch.timestamp() if end is None else end) - start) // 100)

    @prop("static long Frequency {get}")
    @staticmethod
    def frequency() -> Any:
        from spshell.values.numbers import Int64

        return Int64(1_000_000_000)

    @prop("static bool IsHighResolution {get}")
    @staticmethod
    def is_high_resolution() -> bool:
        return True

    @method("static System.Diagnostics.Stopwatch StartNew()")
    @staticmethod
    def start_new() -> Stopwatch:
        made = Stopwatch()
        made.start()
        return made

    @method("void Start()")
    def start(self) -> None:
        import time

        if self.started is None:
            self.started = time.perf_counter_ns()

    @method("void Stop()")
    def stop(self) -> None:
        self.passed, self.started = self.now(), None

    @method("void Reset()")
    def reset(self) -> None:
        self.passed, self.started = 0, None

    @method("void Restart()")
    def restart(self) -> None:
        self.reset()
        self.start()

    @prop("bool IsRunning {get}")
    def is_running(self) -> bool:
        return self.started is not None

    @prop("timespan Elapsed {get}")
    def elapsed(self) -> Any:
        from spshell.dotnet.time.timespans import TimeSpan

        return TimeSpan(self.now() // 100)

    @prop("long ElapsedMilliseconds {get}")
    def elapsed_milliseconds(self) -> Any:
        from spshell.values.numbers import Int64

        return Int64(self.now() // 1_000_000)

    @prop("long ElapsedTicks {get}")
    def elapsed_ticks(self) -> Any:
        from spshell.values.numbers import Int64

        return Int64(self.now())


__all__ = ["thrown", "typed_array"]
