"""The parser's time grows with the text, whatever is repeated or nested in it; what is too deep is an error of the script."""

from __future__ import annotations

import time

import pytest

from spshell.language.parser import parse

REPEATED = {
    "finally blocks in each other": lambda n: "try {} finally {" * n + "}" * n,
    "sections in each other": lambda n: "data {" * n + "}" * n,
    "sections that do not end": lambda n: "data {" * n,
    "members and indexes": lambda n: "$a" + ".b[0]" * n,
    "catch clauses": lambda n: "try {} " + "catch [System.ArgumentException] {}" * n,
    "named arguments": lambda n: "param([a(" + ",".join(f"b{i}=1" for i in range(n)) + ")]$x)",
    "words made of variables": lambda n: "$$" * n,
    "strings in strings": lambda n: '"$(\n' * n,
    "empty functions": lambda n: "function f {}" * n,
    "digits": lambda n: "1" * n,
    "arrays of arrays": lambda n: "[a" + "[]" * n + "]",
    "parentheses": lambda n: "(" * n + "1" + ")" * n,
}  # fmt: skip


@pytest.mark.parametrize("shape", REPEATED)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(shape: str) -> None:
    make, size, taken = REPEATED[shape], 3000, []
    for count in (size, 2 * size):
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            parse(make(count))
            best = min(best, time.process_time() - start)
        taken.append(best)
    assert taken[1] < 3.4 * taken[0] + 0.1


@pytest.mark.parametrize("opening", ["(", "{", "@{a=", "$a[", '"$(', "if (1) {", "data {", "[a[", "try {} finally {"])
def test_what_is_nested_too_deep_is_an_error_of_the_script(opening: str) -> None:
    assert parse(opening * 40_000).errors


def test_a_text_with_errors_all_over_is_given_up() -> None:
    errors = parse("if " * 5000).errors
    assert 1000 <= len(errors) < 1100
    assert errors[-1].error_id == "ScriptTooComplicated"


def test_what_a_section_inside_another_may_hold_is_judged_once_by_both() -> None:
    text = "data -SupportedCommand Get-A { data -SupportedCommand Get-B { Get-A; Get-B; $x } }"
    found = [(error.error_id, text[error.start : error.end]) for error in parse(text).errors]
    assert found == [
        ("DataSectionStatementNotSupportedInDataSection", "data -SupportedCommand Get-B { Get-A; Get-B; $x }"),
        ("CmdletNotInAllowedListForDataSection", "Get-A"),
        ("CmdletNotInAllowedListForDataSection", "Get-B"),
        ("VariableReferenceNotSupportedInDataSection", "$x"),
    ]


def test_a_caught_exception_is_reported_with_the_first_clause_that_takes_it() -> None:
    text = (
        "try {} catch [ArgumentNullException] {} catch [ArgumentException] {} catch {} "
        "catch [ArgumentNullException] {} catch [InvalidOperationException] {}"
    )
    found = [error.error_id for error in parse(text).errors]
    assert found == ["ExceptionTypeAlreadyCaught", "EmptyCatchNotLast"]


@pytest.mark.parametrize(("text", "wrong"), [
    ("try {} finally { return }", True), ("try {} finally { 'return' }", False),
    ("while (1) { try {} finally { break } }", True), ('try {} finally { "$(if (1) { return })" }', True),
    ("try {} finally { while (1) { break } }", False),
])  # fmt: skip
def test_nothing_jumps_out_of_a_finally_block(text: str, wrong: bool) -> None:
    assert bool(parse(text).errors) is wrong


def test_a_number_of_any_length_has_a_value() -> None:
    node = parse("1" * 5000 + "n").script_block.end_block.statements[0]
    assert node.elements[0].expression.value % 10**6 == 111_111
    assert parse("1" * 5000).errors
