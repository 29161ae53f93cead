"""Cutting TOML into statements: every document that tomllib reads is cut without losing a character."""

from __future__ import annotations

import tomllib
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spshell.state.record import Record
from spshell.state.toml_edit import edited
from spshell.state.toml_text import statements

VALUES = [
    "1", "1_000", "0xff", "-0.5", "1e6", "true", '"text"', "'text'", '""', "''", r'"a \" # no comment"', "'a # \" [ {'",
    '"""multi\n[[site]]\n"quoted" # not a comment\n\\""\\" still"""', "'''\nraw \\ ''\n= [ {\n'''", '""""quoted""""',
    '"""ends with two quotes"""""', "'''ends with two'''''", "[]", "[1, 2]", '[\n  "a", # ] first\n\n  "b",\n]',
    '[ [1, 2], ["x]", \'y[\'] ]', "{}", '{ a = 1, "b c" = [1, { d = "}" }] }', '"\\u00e9 \\U0001F600"',
]  # fmt: skip
KEYS = ["name", "a.b", '"quoted key"', "'lit = eral'", '"a.b".c', "a . b", '"#"', "1234", '""']
NOISE = ["", "\n", "# a comment\n", "   # [not.a.table]\n", "\n\n# \"unbalanced ' quote [ {\n", "\t\n"]
TRAIL = ["", "  # why", "\t#[x]"]


@st.composite
def documents(draw: Any) -> str:
    text = draw(st.sampled_from(NOISE))
    for number in range(draw(st.integers(0, 4))):
        text += draw(st.sampled_from(NOISE))
        kind = draw(st.sampled_from(["site", "web-application", '"od.d"']))
        text += f"[[{kind}]]{draw(st.sampled_from(TRAIL))}\nid = '{UUID(int=number + 1)}'\n"
        keys = draw(st.lists(st.sampled_from(KEYS), unique_by=lambda key: key.strip("\"'")[:1], max_size=4))
        for key in keys:
            text += draw(st.sampled_from(NOISE))
            text += f"{key} = {draw(st.sampled_from(VALUES))}{draw(st.sampled_from(TRAIL))}\n"
        if draw(st.booleans()):
            text += f"{draw(st.sampled_from(NOISE))}[ {kind} . sub ]\nx = {draw(st.sampled_from(VALUES))}\n"
        for _ in range(draw(st.integers(0, 2))):
            text += f"[[{kind}.items]] # one\ny = {draw(st.sampled_from(VALUES))}\n"
    text += draw(st.sampled_from(NOISE))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def at(document: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        document = document[step]
    return document


@given(documents())
def test_nothing_is_lost_and_every_statement_is_where_it_says(text: str) -> None:
    document = tomllib.loads(text)
    found, tail = statements(text)
    assert "".join(statement.lead + statement.text for statement in found) + tail == text
    for statement in found:
        assert text.split("\n")[statement.line - 1].strip() == statement.text.split("\n")[0].strip()
        value = at(document, statement.path)
        if not statement.is_header:
            said = statement.value()
            while isinstance(said, dict) and len(said) == 1 and said != value:
                said = next(iter(said.values()))
            assert said == value


@given(documents(), st.data())
def test_a_change_to_one_record_leaves_the_rest_of_the_text_alone(text: str, data: Any) -> None:
    document = tomllib.loads(text)
    records = [(kind, number) for kind in document for number in range(len(document[kind]))]
    if not records:
        return
    kind, number = data.draw(st.sampled_from(records))
    if not kind.isidentifier() and kind != "web-application":
        return
    table = dict(document[kind][number])
    record = Record(kind, UUID(table.pop("id")), {**table, "added": 7}, 5)
    after = edited(text, {record.key: record}, set())
    changed = tomllib.loads(after)
    document[kind][number] = {**document[kind][number], "added": 7, "version": 5}
    assert changed == document
    others = [line for line in text.splitlines() if "#" in line and "'" not in line and '"' not in line]
    kept = after.splitlines()
    assert sum(line in kept for line in others) >= len(others) - text.count("[[") * 2


@given(documents(), st.data())
def test_a_removed_record_is_all_that_goes(text: str, data: Any) -> None:
    document = tomllib.loads(text)
    records = [(kind, number) for kind in document for number in range(len(document[kind]))]
    if not records:
        return
    kind, number = data.draw(st.sampled_from(records))
    gone = document[kind].pop(number)
    if not document[kind]:
        del document[kind]
    assert tomllib.loads(edited(text, {}, {(kind, UUID(gone["id"]))})) == document


@pytest.mark.parametrize("text", ["", "\n", "# only a comment", "# a\n\n# b\n", "a = 1", "a = 1 # end"])
def test_a_document_without_a_last_line_end_is_cut_too(text: str) -> None:
    found, tail = statements(text)
    assert "".join(statement.lead + statement.text for statement in found) + tail == text
