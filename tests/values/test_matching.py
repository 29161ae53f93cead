"""-like, -match, -replace, -split, -join."""

import pytest

from spshell.values.exceptions import NetException
from spshell.values.matching import (
    join,
    join_all,
    like,
    match,
    not_like,
    not_match,
    replace,
    split,
    split_words,
)
from spshell.values.regex_dialect import compile_pattern, matched_groups


@pytest.mark.parametrize(
    ("text", "pattern", "result"),
    [
        ("web01", "web*", True),
        ("web01", "WEB??", True),
        ("web01", "web[0-9]*", True),
        ("a!b", "a[!x]b", True),
        ("ab", "a`*", False),
        ("a*", "a`*", True),
        ("a]", "a[]]", True),
        ("", "", True),
        ("x", "", False),
        ("a\nb", "a*b", True),
        (7, "7", True),
    ],
)
def test_wildcards(text, pattern, result):
    assert like(text, pattern) is result
    assert not_like(text, pattern) is not result


@pytest.mark.parametrize("pattern", ["[", "a[b", "[z-a]"])
def test_a_broken_set_is_an_error(pattern):
    with pytest.raises(NetException) as caught:
        like("a", pattern)
    assert caught.value.net_name == "System.Management.Automation.WildcardPatternException"
    assert pattern in caught.value.message


def test_lists_are_filtered_as_text():
    assert like([1, 20, "2x"], "2*") == ["20", "2x"]


def test_match_gives_the_groups_of_one_value():
    result, found = match("Portal 2019", r"(?<name>\w+) (\d+)")
    assert result is True
    assert matched_groups(found) == [("0", "Portal 2019"), ("1", "2019"), ("name", "Portal")]


def test_match_on_a_list_filters_and_has_no_groups():
    assert match(["a1", "b", 3], r"\d") == (["a1", 3], None)
    assert not_match(["a1", "b"], r"\d") == (["b"], None)


@pytest.mark.parametrize(
    ("text", "arguments", "result"),
    [
        ("John Smith", [r"(\w+) (\w+)", "$2, $1"], "Smith, John"),
        ("abc", ["B", "x"], "axc"),
        ("abc", ["b"], "ac"),
        ("abc", "b", "ac"),
        ("abc", ["(?<x>b)", "[${x}]"], "a[b]c"),
        ("abc", ["b", "$$$&$`$'$_"], "a$bacabcc"),
        ("abc", ["(b)", "$10${nope}$x"], "a$10${nope}$xc"),
        ("abc", ["(b)(x)?", "<$2>"], "a<>c"),
        (12, ["1", 3], "32"),
        ("abc", ["", "-"], "-a-b-c-"),
    ],
)
def test_replace(text, arguments, result):
    assert replace(text, arguments) == result


def test_replace_by_a_script_block(monkeypatch):
    monkeypatch.setattr("spshell.values.hooks.match_object", None)

    class Block:
        def invoke_value(self, _arguments, dollar=None, **_kind):
            return int(dollar.group()) * 2

    assert replace("a1b2", [r"\d", Block()]) == "a2b4"


def test_replace_on_a_list():
    assert replace([1, None], ["1", "x"]) == ["x", ""]


def test_invalid_patterns_have_their_own_errors():
    with pytest.raises(NetException) as caught:
        match("a", "(")
    assert caught.value.error_id == "System.Text.RegularExpressions.RegexParseException"
    with pytest.raises(NetException) as caught:
        replace("a", ["(", "x"])
    assert caught.value.error_id == "InvalidRegularExpression"
    with pytest.raises(NetException) as caught:
        replace("a", ["a", "b", "c"])
    assert caught.value.error_id == "BadReplaceArgument"


@pytest.mark.parametrize(
    ("text", "arguments", "pieces"),
    [
        ("a1b2c", r"\d", ["a", "b", "c"]),
        ("a1b2c", r"(\d)", ["a", "1", "b", "2", "c"]),
        ("abc", "", ["", "a", "b", "c", ""]),
        ("a,b,c", [",", 2], ["a", "b,c"]),
        ("a,b,c", [",", -2], ["a,b", "c"]),
        ("a.b", [".", 0, "SimpleMatch"], ["a", "b"]),
        ("aXbxc", "x", ["a", "b", "c"]),
        (["a b", "c"], " ", ["a", "b", "c"]),
    ],
)
def test_split(text, arguments, pieces):
    found = split(text, arguments)
    assert list(found) == pieces
    assert found.net_type.ps_name == "string[]"


def test_split_by_a_script_block():
    class Vowel:
        def invoke_value(self, _arguments, dollar=None, **_kind):
            return dollar in "aeiou"

    assert list(split("contoso", [Vowel()])) == ["c", "nt", "s", ""]
    assert list(split("contoso", [Vowel(), -2])) == ["contos", ""]


def test_unary_split_and_join():
    assert list(split_words(" a  b ")) == ["a", "b"]
    assert join([1, [2], "x"], "-") == "1-System.Object[]-x"
    assert join("abc", "-") == "abc"
    assert join_all(["a", "b"]) == "ab"


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("a(?i)b|c", "aB", "aB"),
        ("a(?i)b|c", "C", "C"),
        ("a(?i)b|c", "AB", None),
        ("[a-z-[aeiou]]+", "xyz", "xyz"),
        ("[a-z-[aeiou]]", "e", None),
        (r"a\Z", "a\n", "a"),
        (r"a\z", "a\n", None),
        ("(?<n>a)\\k<n>", "aa", "aa"),
        ("(?'n'a)\\1", "aa", "aa"),
        (r"\p{Lu}+", "xAB", "AB"),
        ("(?<=a+)b", "aab", "b"),
        ("(?n)(a)(b)", "ab", "ab"),
        ("(?x) a b # c", "ab", "ab"),
        ("a{,3}", "a{,3}", "a{,3}"),
        ("{a}", "{a}", "{a}"),
        ("[[a]", "[", "["),
        (r"\x41\u0042\103", "ABC", "ABC"),
        ("(a)(?(1)b|c)", "ab", "ab"),
        ("(?>a+)b", "aab", "aab"),
        ("(?#note)a", "a", "a"),
        (r"[\w-]+", "a-b", "a-b"),
        (r"[]a]+", "]a", "]a"),
    ],
)
def test_dialect(pattern, text, found):
    result = compile_pattern(pattern).search(text)
    assert (result.group() if result else None) == found


@pytest.mark.parametrize(
    "pattern", ["a**", "*a", "(?P<a>b)", r"\y", r"\2(a)", "a)", "[a", "(?<a", "x{2}{3}", "x*+", r"\u12"]
)
def test_what_net_refuses(pattern):
    with pytest.raises(NetException) as caught:
        compile_pattern(pattern)
    assert caught.value.net_name == "System.Text.RegularExpressions.RegexParseException"


def test_unnamed_groups_are_numbered_before_named_ones():
    assert compile_pattern("(?<x>a)(b)(?<y>c)(d)").names == ["0", "1", "2", "x", "y"]


@pytest.mark.parametrize(
    ("pattern", "error", "offset"),
    [
        ("a{2,1}", "ReversedQuantifierRange", 6),
        ("*a", "QuantifierAfterNothing", 1),
        ("(a", "InsufficientClosingParentheses", 2),
        ("a)", "InsufficientOpeningParentheses", 2),
        ("x[ab", "UnterminatedBracket", 4),
        ("(?<n", "InvalidGroupingConstruct", 4),
    ],
)
def test_an_invalid_pattern_names_the_error_and_its_place(pattern, error, offset):
    """
    The offset is how far .NET reads the pattern.
    """
    with pytest.raises(NetException, match=f"character {offset}: .*{error}") as caught:
        match("a", pattern)
    assert caught.value.properties == {"Offset": offset}
