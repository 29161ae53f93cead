"""The parser answers for any text whatever."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from spshell.language import ParseResult, parse
from spshell.language.nodes import Node

FRAGMENTS = st.sampled_from(
    [
        "$a",
        "${b}",
        "@c",
        "$(",
        "",
        "@(",
        "@{",
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "[int]",
        "[A(1)]",
        ",",
        ";",
        "|",
        "||",
        "&&",
        "&",
        "=",
        "+=",
        "++",
        "--",
        "-eq",
        "-foo",
        "-f",
        ".",
        "..",
        "::",
        ":",
        "?",
        "??",
        "?.",
        "?[",
        "if",
        "else",
        "elseif",
        "switch",
        "foreach",
        "in",
        "for",
        "while",
        "do",
        "until",
        "try",
        "catch",
        "finally",
        "trap",
        "function",
        "filter",
        "param",
        "begin",
        "process",
        "end",
        "clean",
        "class",
        "enum",
        "using",
        "namespace",
        "data",
        "default",
        "static",
        "hidden",
        "base",
        "return",
        "break",
        "throw",
        "'",
        '"',
        "'@",
        "@'",
        '"@',
        '@"',
        "`",
        "``",
        "#",
        "<#",
        "#>",
        "#requires",
        "1",
        "0x",
        "1kb",
        ".5",
        "-7",
        "1..3",
        ">",
        ">>",
        "2>&1",
        "<",
        "--%",
        "!x",
        "$",
        "@",
        "~",
        "\\",
        "/",
        "*",
        "%",
        "\n",
        "\r\n",
        "\t",
        "–",
        "“",
        "‘",
        "\xa0",
        "\x00",
        "word",
        "Get-It",
        "$x:y",
        "$x:",
        "`u{41}",
        "`u{",
        "😀",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=30).map(" ".join), st.lists(FRAGMENTS).map("".join))


def _extents(root, size):
    stack = [root]
    while stack:
        node = stack.pop()
        assert isinstance(node, Node)
        assert node.start >= 0
        assert 0 <= node.end <= size + 2
        stack += node.children()


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_tree_and_a_list_of_errors(text):
    """
    Nothing raises, nothing hangs, and every node lies within the text.
    """
    result = parse(text)

    assert isinstance(result, ParseResult)
    _extents(result.script_block, len(text))
    assert [token.start for token in result.tokens] != None


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_collecting_tokens_changes_nothing(text):
    """
    The tokens are read in a second pass that must see the same text.
    """
    result = parse(text)
    again = parse(text)
    _ = again.tokens

    assert repr(result.script_block.end_block) == repr(again.script_block.end_block)
    assert [repr(error) for error in result.errors] == [repr(error) for error in again.errors]


def test_deep_nesting_is_an_error_and_no_crash():
    """
    Brackets beyond any reason end in ScriptTooComplicated.
    """
    assert parse("(" * 100_000).errors[-1].error_id == "ScriptTooComplicated"
    assert parse("(" * 200 + "1" + ")" * 200).errors == []


def test_long_texts_take_time_in_proportion():
    """
    No construct is read again and again.
    """
    for text in ("$a.b.c(1)\n", '"x $(1 + $b) y"\n', "f -a 1 @{ b = 2 }\n", "@'\nx\n'@\n", "'", '"$(', "[a["):
        parse(text * 2000)


def test_strings_nested_without_end_are_given_up_in_time() -> None:
    """
    Each level of `"$(` looks through all the text behind it, so how deep they go has a limit.
    """
    start = time.process_time()
    result = parse('"$(\n' * 3000)

    assert "ScriptTooComplicated" in [error.error_id for error in result.errors]
    assert time.process_time() - start < 5
