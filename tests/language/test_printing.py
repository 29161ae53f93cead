"""A tree written as text parses to an equal tree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spshell.language import nodes, parse
from tests.compiler.differential import make_program
from tests.language.printing import _PRINT, difference, kinds, printed

RECORDINGS = Path(__file__).parent.parent / "oracle" / "language"
WITHOUT_TEXT = {
    "Node", "Expression", "Statement", "Source", "ErrorExpression", "ErrorStatement", "ConfigurationDefinition",
    "DynamicKeywordStatement", "BlockStatement", "TypeName", "NamedBlock",
}  # fmt: skip
"""No kinds of nodes, kinds that only a wrong text or Desired State Configuration has, and what its script block writes."""


def trip(text: str) -> str:
    """What the way through a text changes of a tree; empty when nothing."""
    tree = parse(text).script_block
    again = parse(printed(tree))
    if again.errors:
        return f"{again.errors[0].error_id} at {again.errors[0].start} of:\n{printed(tree)}"
    return difference(tree, again.script_block)


def recorded() -> list[str]:
    found = []
    for path in sorted(RECORDINGS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            found.append(case.get("text") or case.get("script") or case.get("expr") or "")
    return [text for text in found if not parse(text).errors]


def test_every_recorded_text_comes_back() -> None:
    """The texts of all recordings of the language, and between them every kind of node."""
    seen: set[str] = set()
    for text in recorded():
        seen |= kinds(parse(text).script_block)
        assert not trip(text), text
    assert seen >= set(nodes.__all__) - WITHOUT_TEXT
    assert set(_PRINT) == set(nodes.__all__) - WITHOUT_TEXT


@pytest.mark.parametrize("first", [0, 1_000_000])
def test_generated_programs_come_back(first: int) -> None:
    for seed in range(first, first + 60):
        assert not trip(make_program(seed)), seed


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1 + 2 * 3", "(1 + 2) * 3"), ("$a.b", "$a::b"), ("f -x 1", "f -x:1"), ("'a'", '"a"'), ("if (1) { }", "if (1) { } else { }"),
        ("1 > a", "1 >> a"), ("[int]$a", "[long]$a"), ("a | b", "a | b &"), ("1", "1L"), ("$a = 1", "$a += 1"), ("@a", "$a"),
    ],
)  # fmt: skip
def test_trees_that_differ_are_told_apart(one: str, two: str) -> None:
    assert difference(parse(one).script_block, parse(two).script_block)


# -- texts made at random, of every kind of node

NAMES = st.sampled_from(["a", "b1", "script:c", "env:PATH", "odd name", "br{ace", "tick`s", "_", "?", "für", "x.y"])
WORDS = st.sampled_from(["Get-It", "a.exe", "c:\\dir\\x", "./run", "e*", "100x", "ä", "a`,b", "x=y", "--all", "a/$b", "$a`.b", 'pre"in side"post'])
TYPES = st.sampled_from(["int", "string[]", "System.IO.File", "int[,]", "Collections.Generic.List[int]", "Dictionary[string, List[int[]]]", "a.b+c"])
LETTERS = st.text("ab '\"`$(){}[]@#;|&,\t‘’“”„é😀-=%", max_size=8)
OPERATORS = st.sampled_from(["+", "-", "*", "/", "%", "-eq", "-cne", "-ilike", "-match", "-creplace", "-split", "-join", "-f", "..", "-band", "-shl", "-and", "-or", "-xor", "??", "-is", "-isnot", "-as", "-in", "-notcontains"])


def braced(name: str) -> str:
    return "${" + name.replace("`", "``").replace("{", "`{").replace("}", "`}") + "}"


def single(text: str) -> str:
    return "'" + "".join(letter * (1 + (letter in "'‘’‚‛")) for letter in text) + "'"


def double(text: str) -> str:
    return '"' + "".join("`" + letter if letter in '`$"“”„' else letter for letter in text) + '"'


def expressions(inner: st.SearchStrategy[str], statements: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expressions of everything below them; `inner` stands in parentheses where it must."""
    closed = inner.map(lambda text: f"({text})")
    leaves = st.one_of(
        NAMES.map(braced), LETTERS.map(single), LETTERS.map(double), TYPES.map("[{}]".format), st.sampled_from(["1", "0x1F", "2.5e3", "1kb", "7ul", "1.5d"]),
        LETTERS.map(lambda text: f"@'\n{text}\n'@" if not text.startswith("'") else "@'\n\n'@"),
    )  # fmt: skip
    body = st.lists(statements, max_size=2).map("; ".join)
    return st.one_of(
        leaves, closed,
        st.tuples(closed, OPERATORS, closed).map(" ".join), st.tuples(closed, closed, closed).map("{0[0]} ? {0[1]} : {0[2]}".format),
        st.tuples(closed, closed).map(", ".join), closed.map(", {}".format), body.map("@({})".format), body.map("$({})".format), body.map("{{ {} }}".format),
        st.lists(st.tuples(st.one_of(st.sampled_from(["k", "'a b'", "1"]), closed), statements), max_size=2, unique_by=lambda pair: pair[0]).map(
            lambda pairs: "@{" + "; ".join(f"{key} = {value}" for key, value in pairs) + "}"
        ),
        st.tuples(closed, st.sampled_from([".", "?.", "::"]), st.sampled_from(["Name", "'a b'", "${m}", "(1)"])).map("".join),
        st.tuples(closed, st.sampled_from([".M", "::new", "?.M", ".'m n'"]), st.lists(closed, max_size=2).map(", ".join)).map("{0[0]}{0[1]}({0[2]})".format),
        st.tuples(closed, TYPES).map("{0[0]}.Of[{0[1]}]()".format), st.tuples(closed, st.sampled_from(["", "?"]), closed).map("{0[0]}{0[1]}[{0[2]}]".format),
        st.tuples(st.sampled_from(["-", "+", "!", "-not ", "-bnot ", "-join ", "-split ", "-csplit "]), closed).map("".join), NAMES.map(lambda name: braced(name) + "++"),
        NAMES.map(lambda name: "--" + braced(name)), st.tuples(TYPES, closed).map("[{0[0]}] {0[1]}".format),
        st.tuples(LETTERS, NAMES, statements).map(lambda parts: double(parts[0])[:-1] + f'{braced(parts[1])}"') ,
        st.just("$using:a"),
    )  # fmt: skip


def statement_texts(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Statements of everything below them."""
    value = expressions(st.sampled_from(["1", "$a", "'t'"]), inner)
    paren = value.map("({})".format)
    body = st.lists(inner, max_size=2).map(lambda items: "{ " + "; ".join(items) + " }")
    word = st.one_of(WORDS, NAMES.map(braced), LETTERS.map(single), paren, st.sampled_from(["-Name", "-Name:1", "--", "@splat", "1, 2", "{ 1 }", "$a.b", "$($b)"]))
    call = st.tuples(st.sampled_from(["", "& ", ". "]), st.sampled_from(["Get-It", "a.exe", "e*"]), st.lists(word, max_size=3).map(" ".join),
                     st.sampled_from(["", " 2>&1", " > x.txt", " *>> $y"])).map("{0[0]}{0[1]} {0[2]}{0[3]}".format)  # fmt: skip
    label = st.sampled_from(["", ":out "])
    return st.one_of(
        value, call, st.tuples(value, call).map(" | ".join), st.tuples(call, st.sampled_from([" && ", " || "]), call).map("".join), call.map("{} &".format),
        st.tuples(st.sampled_from(["$a", "[int]$b", "$c.d", "$e[0]", "$f, $g", "[ValidateSet('x')]$h"]), st.sampled_from(["=", "+=", "-=", "*=", "/=", "%=", "??="]), value).map(
            lambda parts: " ".join(parts) if parts[1] == "=" or "," not in parts[0] else f"{parts[0]} = {parts[2]}"
        ),
        st.tuples(paren, body, st.one_of(st.just(""), body.map("else {}".format), st.tuples(paren, body).map("elseif {0[0]} {0[1]}".format))).map("if {0[0]} {0[1]} {0[2]}".format),
        st.tuples(label, paren, body).map("{0[0]}while {0[1]} {0[2]}".format), st.tuples(label, body, st.sampled_from(["while", "until"]), paren).map("{0[0]}do {0[1]} {0[2]} {0[3]}".format),
        st.tuples(label, value, body).map("{0[0]}foreach ($i in {0[1]}) {0[2]}".format), st.tuples(label, value, body).map("{0[0]}for ($i = 0; {0[1]}; $i++) {0[2]}".format),
        body.map("for (;;) {}".format), st.tuples(label, st.sampled_from(["", "-Regex ", "-Wildcard -CaseSensitive "]), paren, body).map("{0[0]}switch {0[1]}{0[2]} {{ 'a' {0[3]} {{ $_ }} {0[3]} default {0[3]} }}".format),
        st.tuples(body, st.sampled_from(["catch", "catch [int], [a.b]"]), body, st.sampled_from(["", "finally { 1 }"])).map("try {0[0]} {0[1]} {0[2]} {0[3]}".format),
        body.map("trap [a.b] {}".format), value.map("return {}".format), value.map("throw {}".format), st.sampled_from(["break", "continue out", "exit 3", "return", "throw", "break $l"]),
        st.tuples(st.sampled_from(["function f", "filter g", "function f($a, [int]$b = 3)", "function script:h()"]), body).map("".join),
        st.tuples(value, body).map("function p {{ [CmdletBinding(A = 1, B)] param([Parameter(Mandatory)][int] $x = {0[0]}, $y) begin {0[1]} process {0[1]} end {0[1]} clean {0[1]} dynamicparam {0[1]} }}".format),
        body.map("data d -SupportedCommand Get-It, a {}".format).filter(lambda text: not parse(text).errors), st.just("[Flags()] enum E : int { A; B = 2 }"),
        body.map("class C : B, I {{ [int] $X = 1; static hidden [string] $Y; [ValidateSet(1)] $Z\nC([int]$a) : base($a) {0}\nhidden static [void] M($x = 1) {0}\nN() {0} }}".format),
    )  # fmt: skip


STATEMENTS = st.recursive(st.sampled_from(["1", "$a", "Get-It", "$a = 2", "'t'", "return"]), statement_texts, max_leaves=6)


@settings(max_examples=300, deadline=None)
@given(st.lists(STATEMENTS, min_size=1, max_size=3).map("\n".join), st.sampled_from(["", "using namespace a.b\nusing module @{ ModuleName = 'x' }\n", "param($p = 1)\n"]))
def test_texts_of_every_kind_come_back(text: str, head: str) -> None:
    """Also where a text is wrong nothing is raised; what parses comes back."""
    if not parse(head + text).errors:
        assert not trip(head + text), head + text


def test_the_texts_at_random_have_every_kind() -> None:
    seen: set[str] = set()

    @settings(max_examples=1200, deadline=None, database=None, derandomize=True)
    @given(statement_texts(st.sampled_from(["1", "Get-It"])))
    def collect(text: str) -> None:
        if not parse(text).errors:
            seen.update(kinds(parse(text).script_block))

    collect()
    assert seen >= set(nodes.__all__) - WITHOUT_TEXT - {"UsingStatement"}
