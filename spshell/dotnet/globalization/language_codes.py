"""Languages by their codes of three letters (ISO 639-2), and the names that Windows has for cultures."""

from __future__ import annotations


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in pairs.split())


_ISO = _table("""
af:afr ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces cy:cym da:dan de:deu el:ell en:eng es:spa
et:est eu:eus fa:fas fi:fin fr:fra ga:gle gl:glg gu:guj he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl
it:ita ja:jpn ka:kat kk:kaz km:khm ko:kor lt:lit lv:lav mk:mkd mr:mar ms:msa mt:mlt nb:nob nl:nld nn:nno
no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam te:tel th:tha tr:tur
uk:ukr ur:urd uz:uzb vi:vie zh:zho zu:zul
""")
_WINDOWS = _table("""
en:ENU en-US:ENU en-GB:ENG en-CA:ENC en-AU:ENA en-IN:ENN en-IE:ENI en-NZ:ENZ en-ZA:ENS de:DEU de-DE:DEU
de-AT:DEA de-CH:DES fr:FRA fr-FR:FRA fr-BE:FRB fr-CA:FRC fr-CH:FRS es:ESP es-ES:ESN es-MX:ESM it:ITA it-IT:ITA
it-CH:ITS nl:NLD nl-NL:NLD nl-BE:NLB pt-BR:PTB pt-PT:PTG ja:JPN ja-JP:JPN ko:KOR ko-KR:KOR zh-CN:CHS zh-TW:CHT
zh-HK:ZHH ru:RUS ru-RU:RUS pl:PLK pl-PL:PLK cs:CSY cs-CZ:CSY da:DAN da-DK:DAN sv:SVE sv-SE:SVE fi:FIN
fi-FI:FIN nb-NO:NOR tr:TRK tr-TR:TRK
""")


def three_letters(name: str) -> str:
    """The code of a culture's language; that of the invariant culture is ``ivl``."""
    return _ISO.get(name.partition("-")[0], name.partition("-")[0]) if name else "ivl"


def windows_name(name: str) -> str:
    """``ENU`` and the like; ``ZZZ`` for a culture that Windows does not know."""
    return _WINDOWS.get(name, "ZZZ") if name else "IVL"
