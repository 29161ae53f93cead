"""The code pages that CodePagesEncodingProvider adds: what .NET calls each, and the codec that holds its characters."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.text.encodings import Encoding
from spshell.values.declare import net_class, prop

CODE_PAGES: dict[int, tuple[str, str, str, str, str]] = {
    # page: (WebName, BodyName, HeaderName, EncodingName, codec)
    437: ("ibm437", "ibm437", "ibm437", "OEM United States", "cp437"),
    708: ("asmo-708", "asmo-708", "asmo-708", "Arabic (ASMO 708)", "iso8859_6"),
    720: ("dos-720", "dos-720", "dos-720", "Arabic (DOS)", "cp720"),
    737: ("ibm737", "ibm737", "ibm737", "Greek (DOS)", "cp737"),
    775: ("ibm775", "ibm775", "ibm775", "Baltic (DOS)", "cp775"),
    850: ("ibm850", "ibm850", "ibm850", "Western European (DOS)", "cp850"),
    852: ("ibm852", "ibm852", "ibm852", "Central European (DOS)", "cp852"),
    855: ("ibm855", "ibm855", "ibm855", "OEM Cyrillic", "cp855"),
    857: ("ibm857", "ibm857", "ibm857", "Turkish (DOS)", "cp857"),
    858: ("ibm00858", "ibm00858", "ibm00858", "OEM Multilingual Latin I", "cp858"),
    860: ("ibm860", "ibm860", "ibm860", "Portuguese (DOS)", "cp860"),
    861: ("ibm861", "ibm861", "ibm861", "Icelandic (DOS)", "cp861"),
    862: ("dos-862", "dos-862", "dos-862", "Hebrew (DOS)", "cp862"),
    863: ("ibm863", "ibm863", "ibm863", "French Canadian (DOS)", "cp863"),
    864: ("ibm864", "ibm864", "ibm864", "Arabic (864)", "cp864"),
    865: ("ibm865", "ibm865", "ibm865", "Nordic (DOS)", "cp865"),
    866: ("cp866", "cp866", "cp866", "Cyrillic (DOS)", "cp866"),
    869: ("ibm869", "ibm869", "ibm869", "Greek, Modern (DOS)", "cp869"),
    874: ("windows-874", "windows-874", "windows-874", "Thai (Windows)", "cp874"),
    932: ("shift_jis", "iso-2022-jp", "iso-2022-jp", "Japanese (Shift-JIS)", "cp932"),
    936: ("gb2312", "gb2312", "gb2312", "Chinese Simplified (GB2312)", "gbk"),
    949: ("ks_c_5601-1987", "ks_c_5601-1987", "ks_c_5601-1987", "Korean", "cp949"),
    950: ("big5", "big5", "big5", "Chinese Traditional (Big5)", "cp950"),
    1250: ("windows-1250", "iso-8859-2", "windows-1250", "Central European (Windows)", "cp1250"),
    1251: ("windows-1251", "koi8-r", "windows-1251", "Cyrillic (Windows)", "cp1251"),
    1252: ("windows-1252", "iso-8859-1", "windows-1252", "Western European (Windows)", "cp1252"),
    1253: ("windows-1253", "iso-8859-7", "windows-1253", "Greek (Windows)", "cp1253"),
    1254: ("windows-1254", "iso-8859-9", "windows-1254", "Turkish (Windows)", "cp1254"),
    1255: ("windows-1255", "windows-1255", "windows-1255", "Hebrew (Windows)", "cp1255"),
    1256: ("windows-1256", "windows-1256", "windows-1256", "Arabic (Windows)", "cp1256"),
    1257: ("windows-1257", "windows-1257", "windows-1257", "Baltic (Windows)", "cp1257"),
    1258: ("windows-1258", "windows-1258", "windows-1258", "Vietnamese (Windows)", "cp1258"),
    1361: ("johab", "johab", "johab", "Korean (Johab)", "johab"),
    10000: ("macintosh", "macintosh", "macintosh", "Western European (Mac)", "mac_roman"),
    10079: ("x-mac-icelandic", "x-mac-icelandic", "x-mac-icelandic", "Icelandic (Mac)", "mac_iceland"),
    20866: ("koi8-r", "koi8-r", "koi8-r", "Cyrillic (KOI8-R)", "koi8_r"),
    20932: ("euc-jp", "euc-jp", "euc-jp", "Japanese (JIS 0208-1990 and 0212-1990)", "euc_jp"),
    20936: ("x-cp20936", "x-cp20936", "x-cp20936", "Chinese Simplified (GB2312-80)", "gb2312"),
    20949: ("x-cp20949", "x-cp20949", "x-cp20949", "Korean Wansung", "euc_kr"),
    21866: ("koi8-u", "koi8-u", "koi8-u", "Cyrillic (KOI8-U)", "koi8_u"),
    28592: ("iso-8859-2", "iso-8859-2", "iso-8859-2", "Central European (ISO)", "iso8859_2"),
    28593: ("iso-8859-3", "iso-8859-3", "iso-8859-3", "Latin 3 (ISO)", "iso8859_3"),
    28594: ("iso-8859-4", "iso-8859-4", "iso-8859-4", "Baltic (ISO)", "iso8859_4"),
    28595: ("iso-8859-5", "iso-8859-5", "iso-8859-5", "Cyrillic (ISO)", "iso8859_5"),
    28596: ("iso-8859-6", "iso-8859-6", "iso-8859-6", "Arabic (ISO)", "iso8859_6"),
    28597: ("iso-8859-7", "iso-8859-7", "iso-8859-7", "Greek (ISO)", "iso8859_7"),
    28598: ("iso-8859-8", "iso-8859-8", "iso-8859-8", "Hebrew (ISO-Visual)", "iso8859_8"),
    28599: ("iso-8859-9", "iso-8859-9", "iso-8859-9", "Turkish (ISO)", "iso8859_9"),
    28603: ("iso-8859-13", "iso-8859-13", "iso-8859-13", "Estonian (ISO)", "iso8859_13"),
    28605: ("iso-8859-15", "iso-8859-15", "iso-8859-15", "Latin 9 (ISO)", "iso8859_15"),
    38598: ("iso-8859-8-i", "iso-8859-8-i", "iso-8859-8-i", "Hebrew (ISO-Logical)", "iso8859_8"),
    50220: ("iso-2022-jp", "iso-2022-jp", "iso-2022-jp", "Japanese (JIS)", "iso2022_jp"),
    50221: ("csiso2022jp", "iso-2022-jp", "iso-2022-jp", "Japanese (JIS-Allow 1 byte Kana)", "iso2022_jp_ext"),
    50222: ("iso-2022-jp", "iso-2022-jp", "iso-2022-jp", "Japanese (JIS-Allow 1 byte Kana - SO/SI)", "iso2022_jp"),
    50225: ("iso-2022-kr", "iso-2022-kr", "euc-kr", "Korean (ISO)", "iso2022_kr"),
    51932: ("euc-jp", "euc-jp", "euc-jp", "Japanese (EUC)", "euc_jp"),
    51936: ("euc-cn", "euc-cn", "euc-cn", "Chinese Simplified (EUC)", "gb2312"),
    51949: ("euc-kr", "euc-kr", "euc-kr", "Korean (EUC)", "euc_kr"),
    52936: ("hz-gb-2312", "hz-gb-2312", "hz-gb-2312", "Chinese Simplified (HZ)", "hz"),
    54936: ("gb18030", "gb18030", "gb18030", "Chinese Simplified (GB18030)", "gb18030"),
}  # fmt: skip


class CodePage(Encoding):
    """An encoding of CodePagesEncodingProvider: three names, which mail and files use differently."""

    def __init__(self, page: int) -> None:
        web, body, header, title, codec = CODE_PAGES[page]
        super().__init__(codec, web, page, title)
        self._body, self._header = body, header

    @prop("string BodyName {get}")
    def body_name(self) -> str:
        return self._body

    @prop("string HeaderName {get}")
    def header_name(self) -> str:
        return self._header

    @prop("bool IsSingleByte {get}")
    def is_single_byte(self) -> bool:
        return (
            self.codec.startswith(("cp1", "cp4", "cp7", "cp8", "iso8859", "koi8", "mac"))
            and self.page != 1361
        )

    def ps_text(self) -> str:
        return (
            "System.Text.SBCSCodePageEncoding" if self.is_single_byte else "System.Text.DBCSCodePageEncoding"
        )


def find_code_page(name: Any) -> Encoding | None:
    """A code page by its number or by one of its names."""
    text = str(name).lower()
    if text.isdigit():
        return CodePage(int(text)) if int(text) in CODE_PAGES else None
    for place in (0, 2, 1):  # the web name first: "shift_jis" is 932, "iso-2022-jp" is 50220
        for page, names in CODE_PAGES.items():
            if names[place].lower() == text and not (text == "iso-2022-jp" and page == 932):
                return CodePage(page)
    return None


@net_class("System.Text.EncodingProvider", kind="abstract")
class EncodingProvider:
    """System.Text.EncodingProvider."""


@net_class("System.Text.CodePagesEncodingProvider")
class CodePagesEncodingProvider(EncodingProvider):
    """System.Text.CodePagesEncodingProvider; registered from the start, as in PowerShell."""

    @prop("static System.Text.EncodingProvider Instance {get}")
    @staticmethod
    def instance() -> CodePagesEncodingProvider:
        return CodePagesEncodingProvider()
