"""Linguistic order of text."""

from itertools import pairwise

import pytest

from spshell.values.collation import compare, ends_with, equals, index_of, sort_key, starts_with


def test_punctuation_comes_before_digits_and_letters():
    order = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0a"
    assert [compare(low, high) for low, high in pairwise(order)] == [-1] * (len(order) - 1)


def test_case_decides_last():
    names = ["web-01", "web01", "web_01", "web 01", "Web01", "web1", "web10"]
    assert sorted(names, key=lambda name: sort_key(name, False)) == [
        "web 01", "web_01", "web-01", "web01", "Web01", "web1", "web10",
    ]  # fmt: skip


def test_accents_come_after_case():
    assert sorted(["f", "é", "E", "e"], key=lambda text: sort_key(text, False)) == ["e", "E", "é", "f"]
    assert sorted(["ä", "a", "A", "z", "å", "b", "Z"], key=sort_key) == ["a", "A", "å", "ä", "b", "z", "Z"]


@pytest.mark.parametrize(
    "pair", [("a\u00adb", "ab"), ("a\0", "a"), ("\u202f", " "), ("σ", "ς"), ("É", "é"), ("e\u0301", "é")]
)
def test_equal_without_case(pair):
    assert equals(*pair)


@pytest.mark.parametrize("pair", [("ß", "ss"), ("æ", "ae"), ("é", "e"), ("１", "1"), ("a b", "ab")])
def test_different(pair):
    assert not equals(*pair)


def test_small_letters_come_first():
    assert compare("a", "A", False) == -1
    assert compare("a", "A") == 0


def test_searching_ignores_what_does_not_count():
    assert index_of("xa\u00adb", "ab") == 1
    assert index_of("abc", "B") == -1
    assert index_of("abc", "B", True) == 1
    assert starts_with("\u00adabc", "ab")
    assert ends_with("abc\u00ad", "bc")
    assert index_of("cafe\u0301", "e") == -1
