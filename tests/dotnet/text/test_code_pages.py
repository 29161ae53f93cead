"""Code pages by number and name, with the three names that .NET gives each."""

from __future__ import annotations

from typing import Any

import pytest


def named(name: str) -> str:
    return f"$e = [System.Text.Encoding]::GetEncoding({name}); "


@pytest.mark.parametrize(
    ("page", "names", "text", "size"),
    [
        (50220, ["iso-2022-jp", "iso-2022-jp", "iso-2022-jp"], "漢字", 10),
        (932, ["shift_jis", "iso-2022-jp", "iso-2022-jp"], "漢字", 4),
        (936, ["gb2312", "gb2312", "gb2312"], "汉字", 4),
        (949, ["ks_c_5601-1987"] * 3, "한글", 4),
        (1251, ["windows-1251", "koi8-r", "windows-1251"], "Привет", 6),
        (1252, ["windows-1252", "iso-8859-1", "windows-1252"], "Grüße", 5),
        (1255, ["windows-1255"] * 3, "שלום", 4),
    ],
)
def test_a_code_page_has_its_names_and_keeps_text(
    session: Any, page: int, names: list[str], text: str, size: int
) -> None:
    script = f"$b = $e.GetBytes('{text}'); $e.WebName, $e.BodyName, $e.HeaderName, $b.Count, $e.GetString($b)"
    assert session.evaluate(named(str(page)) + script) == [*names, size, text]


@pytest.mark.parametrize(
    ("name", "page"), [("windows-1251", 1251), ("Shift_JIS", 932), ("iso-2022-jp", 50220), ("koi8-r", 20866)]
)
def test_a_name_finds_its_code_page(session: Any, name: str, page: int) -> None:
    assert session.evaluate(named(f"'{name}'") + "$e.CodePage") == [page]


def test_what_has_no_bytes_becomes_a_question_mark(session: Any) -> None:
    assert session.evaluate(named("1251") + "$e.GetString($e.GetBytes('a山'))") == ["a?"]
