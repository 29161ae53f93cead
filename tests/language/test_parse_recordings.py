"""Tokens, trees and errors are those that real PowerShell gives for the same text."""

import json
from pathlib import Path

import pytest

from spshell.language.dump import dump_parse
from spshell.language.errors import ParseError
from spshell.language.messages import message

RECORDINGS = Path(__file__).parent.parent / "oracle" / "language"
NESTED_SENTENCE = "DefaultAllowedVariablesInDataSection"  # names a sentence of PowerShell's, not a thing


def _cases():
    for path in sorted(RECORDINGS.glob("*.parse.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            yield pytest.param(case, id=case["id"])


def _in_units(value, units):
    """Offsets of recordings count UTF-16 units, ours count characters."""
    if isinstance(value, dict):
        return {
            key: [units[offset] for offset in item] if key == "x" else _in_units(item, units)
            for key, item in value.items()
        }
    return [_in_units(item, units) for item in value] if isinstance(value, list) else value


def _units(text):
    offsets = [0]
    for char in text + "   ":
        offsets.append(offsets[-1] + (2 if ord(char) > 0xFFFF else 1))
    return offsets


@pytest.mark.parametrize("case", list(_cases()))
def test_a_text_is_read_as_powershell_reads_it(case):
    """
    Errors with id, place and incompleteness, the whole tree, and the tokens with their flags.
    """
    units = _units(case["text"])
    found = dump_parse(case["text"])

    errors = [(error["id"], error["x"], error["incomplete"]) for error in case["errors"]]
    assert [(e["id"], e["x"], e["incomplete"]) for e in _in_units(found["errors"], units)] == errors
    assert _in_units(found["ast"], units) == case["ast"]
    assert [[*token[:3], units[token[3]], units[token[4]]] for token in found["tokens"]] == case["tokens"]


@pytest.mark.parametrize("case", [param for param in _cases() if param.values[0]["errors"]])
def test_a_sentence_names_what_powershell_names(case):
    """
    Behind ‹id: stand the things that PowerShell's own sentence names.
    """
    for recorded, found in zip(case["errors"], dump_parse(case["text"])["errors"], strict=True):
        sentence = message(ParseError(found["id"], tuple(found["arguments"]), 0, 0, incomplete=False))
        _, _, named = recorded["message"].strip("‹›").partition(": ")
        for thing in named.split(" | ") if recorded["message"].startswith("‹") else []:
            assert thing in sentence or thing == NESTED_SENTENCE
