"""Code pages: the number that a farm stores, the label that a message carries, the codec that fits it.

The label always names what the bytes are. .NET's own mail classes label some bodies otherwise (1251 as
koi8-r, 1252 as iso-8859-1, 932 as iso-2022-jp over Shift_JIS bytes), which is how readers come to show
garbage. Where a text does not fit its code page it goes out in UTF-8, whole, and never as question marks.

Two tables must agree: what CODE_PAGES writes, `decoded` reads.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

UTF8 = 65001


@dataclass(frozen=True, slots=True)
class Charset:
    """One way to write text: `label` is the IANA name, `codec` Python's."""

    label: str
    codec: str
    fits: Callable[[str], bool] = lambda _: True
    """What else must hold, where Python's codec takes more than readers do."""
    prepare: Callable[[str], str] = lambda text: text
    """What other senders do to a text before they encode it."""

    def encode(self, text: str) -> bytes | None:
        """The bytes, or None when the text does not fit."""
        text = self.prepare(text)
        if not self.fits(text):
            return None
        try:
            return text.encode(self.codec)
        except UnicodeEncodeError:
            return None


@dataclass(frozen=True, slots=True)
class Encoded:
    """Text as bytes, with the label of exactly these bytes."""

    data: bytes
    label: str
    fell_back: bool = False
    """The code page could not hold the text; this is UTF-8."""


def _full_width_kana(text: str) -> str:
    # iso-2022-jp has no half-width katakana (RFC 1468); every Japanese mailer widens them.
    if not any("\uff61" <= character <= "\uff9f" for character in text):
        return text
    parts: list[str] = []
    run = ""
    for character in text:
        if "\uff61" <= character <= "\uff9f":
            run += character
            continue
        parts += [unicodedata.normalize("NFKC", run), character]
        run = ""
    return "".join([*parts, unicodedata.normalize("NFKC", run)])


def _two_byte_hangul(text: str) -> bool:
    # Python composes rare syllables out of four KS X 1001 pairs, which most readers show as garbage.
    try:
        return all(len(character.encode("euc_kr")) <= 2 for character in text)
    except UnicodeEncodeError:
        return False


def _gb2312_alike(text: str) -> bool:
    # Readers take gb2312 for GBK, and the two disagree about a dash and a dot.
    return text.encode("gb2312", "ignore") == text.encode("gbk", "ignore")


_UTF8 = Charset("utf-8", "utf-8")
_GB18030 = Charset("gb18030", "gb18030")
_GBK = Charset("gbk", "gbk")
_ISO_2022_JP = Charset("iso-2022-jp", "iso2022_jp", prepare=_full_width_kana)
_KS_C_5601 = Charset("ks_c_5601-1987", "cp949")


def _single_byte(label: str, codec: str) -> tuple[Charset, ...]:
    return (Charset(label, codec),)


CODE_PAGES: dict[int, tuple[Charset, ...]] = {
    UTF8: (_UTF8,),
    20127: _single_byte("us-ascii", "ascii"),
    # Japanese. 932 leaves as iso-2022-jp, as its mail name says, and then in those bytes.
    932: (_ISO_2022_JP,),
    50220: (_ISO_2022_JP,),
    50221: (_ISO_2022_JP,),
    50222: (_ISO_2022_JP,),
    51932: (Charset("euc-jp", "euc_jp", fits=lambda text: b"\x8f" not in text.encode("euc_jp", "ignore")),),
    # Chinese. Each is widened, under its own label, where a character needs it.
    936: (Charset("gb2312", "gbk", fits=_gb2312_alike), _GBK, _GB18030),
    54936: (_GB18030,),
    52936: (Charset("hz-gb-2312", "hz"),),
    950: (Charset("big5", "cp950"),),
    # Korean
    949: (_KS_C_5601,),
    51949: (Charset("euc-kr", "euc_kr", fits=_two_byte_hangul), _KS_C_5601),
    50225: (Charset("iso-2022-kr", "iso2022_kr"),),
    # One byte a character
    28591: _single_byte("iso-8859-1", "iso8859_1"),
    28592: _single_byte("iso-8859-2", "iso8859_2"),
    28593: _single_byte("iso-8859-3", "iso8859_3"),
    28594: _single_byte("iso-8859-4", "iso8859_4"),
    28595: _single_byte("iso-8859-5", "iso8859_5"),
    28596: _single_byte("iso-8859-6", "iso8859_6"),
    28597: _single_byte("iso-8859-7", "iso8859_7"),
    28599: _single_byte("iso-8859-9", "iso8859_9"),
    28603: _single_byte("iso-8859-13", "iso8859_13"),
    28605: _single_byte("iso-8859-15", "iso8859_15"),
    # Text is kept in its logical order, which iso-8859-8 alone does not promise to readers.
    28598: _single_byte("iso-8859-8-i", "iso8859_8"),
    38598: _single_byte("iso-8859-8-i", "iso8859_8"),
    1250: _single_byte("windows-1250", "cp1250"),
    1251: _single_byte("windows-1251", "cp1251"),
    1252: _single_byte("windows-1252", "cp1252"),
    1253: _single_byte("windows-1253", "cp1253"),
    1254: _single_byte("windows-1254", "cp1254"),
    1255: _single_byte("windows-1255", "cp1255"),
    1256: _single_byte("windows-1256", "cp1256"),
    1257: _single_byte("windows-1257", "cp1257"),
    1258: _single_byte("windows-1258", "cp1258"),
    874: _single_byte("windows-874", "cp874"),
    20866: _single_byte("koi8-r", "koi8_r"),
    21866: _single_byte("koi8-u", "koi8_u"),
}

_CODEC_OF = {charset.label: charset.codec for row in CODE_PAGES.values() for charset in row}


def encoded(text: str, code_page: int) -> Encoded:
    """Encode a text for a code page; an unknown code page, or a text that does not fit, is UTF-8."""
    charset, data = fitting(text, code_page)
    return Encoded(data, charset.label, fell_back=code_page != UTF8 and charset is _UTF8)


def fitting(text: str, code_page: int) -> tuple[Charset, bytes]:
    """The first charset of the code page that holds the whole text, else UTF-8; and the text in it."""
    for charset in CODE_PAGES.get(code_page, ()):
        data = charset.encode(text)
        if data is not None:
            return charset, data
    # Half a surrogate pair has no bytes in any charset; readers are shown that something was there.
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UTF8, whole.encode("utf-8")


def decoded(data: bytes, label: str) -> str:
    """Read bytes under a label; LookupError for a label that we never write, UnicodeError for wrong bytes."""
    return data.decode(_CODEC_OF[label.lower()])


def as_read(text: str, code_page: int) -> str:
    """What a reader will see of a text sent in a code page: the text, but for kana widened and the like."""
    charset, data = fitting(text, code_page)
    return data.decode(charset.codec)
