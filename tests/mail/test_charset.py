"""Code pages: the label fits the bytes, and what does not fit goes out in UTF-8."""

from __future__ import annotations

import pytest

from spshell.mail.charset import CODE_PAGES, UTF8, as_read, decoded, encoded


@pytest.mark.parametrize(
    ("code_page", "text", "label"),
    [
        (65001, "Grüße 山田", "utf-8"),
        (932, "山田太郎", "iso-2022-jp"),
        (50220, "山田太郎", "iso-2022-jp"),
        (51932, "山田太郎", "euc-jp"),
        (936, "中文", "gb2312"),
        (936, "中文—", "gbk"),
        (936, "中文€", "gb18030"),
        (936, "𠮷", "gb18030"),
        (54936, "𠮷", "gb18030"),
        (950, "繁體碁", "big5"),
        (949, "똠방각하", "ks_c_5601-1987"),
        (51949, "한글", "euc-kr"),
        (51949, "똠방각하", "ks_c_5601-1987"),
        (1252, "naïve €", "windows-1252"),
        (1251, "Жанна", "windows-1251"),
        (28591, "naïve", "iso-8859-1"),
        (28605, "€", "iso-8859-15"),
        (20866, "Жанна", "koi8-r"),
        (874, "ไทย", "windows-874"),
        (38598, "שלום", "iso-8859-8-i"),
        (20127, "plain", "us-ascii"),
    ],
)
def test_a_text_that_fits_keeps_its_code_page(code_page: int, text: str, label: str) -> None:
    form = encoded(text, code_page)
    assert (form.label, form.fell_back) == (label, False)
    assert decoded(form.data, form.label) == text


@pytest.mark.parametrize(
    ("code_page", "text"),
    [
        (1252, "山田"), (28591, "€"), (20127, "é"), (932, "㈱①"), (50220, "𠮷"), (51932, "㈱"), (950, "한글"),
        (1251, "naïve"), (99999, "any"), (0, "any"), (-1, "any"),
    ],
)  # fmt: skip
def test_a_text_that_does_not_fit_is_utf8_and_never_question_marks(code_page: int, text: str) -> None:
    form = encoded(text, code_page)
    assert (form.label, form.fell_back) == ("utf-8", True)
    assert form.data.decode() == text


def test_half_width_kana_are_widened_for_iso_2022_jp() -> None:
    assert as_read("ｱｲｳ ﾊﾞﾋﾟ abc", 932) == "アイウ バピ abc"


def test_half_a_surrogate_pair_is_shown_to_have_been_there() -> None:
    assert encoded("a\ud800b", UTF8).data.decode() == "a\ufffdb"


def test_no_label_stands_for_two_codecs() -> None:
    seen: dict[str, str] = {}
    for row in CODE_PAGES.values():
        for charset in row:
            assert seen.setdefault(charset.label, charset.codec) == charset.codec


@pytest.mark.parametrize("code_page", sorted(CODE_PAGES))
def test_ascii_is_ascii_in_every_code_page(code_page: int) -> None:
    text = "Plain text, with 123 & <tags>.\r\n"
    form = encoded(text, code_page)
    assert decoded(form.data, form.label) == text
    assert not form.fell_back or code_page == UTF8
