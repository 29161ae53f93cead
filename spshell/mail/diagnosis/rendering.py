"""A diagnosis for people (a tree) and for programs (plain data, always the same keys)."""

from __future__ import annotations

import textwrap
from typing import Any

from spshell.mail.diagnosis.remedies import Remedy
from spshell.mail.diagnosis.step import State, Step
from spshell.mail.outcome import Phase

_MARKS = {
    State.OK: "ok  ",
    State.NOTE: "note",
    State.SKIPPED: "skip",
    State.WARNING: "WARN",
    State.FAILED: "FAIL",
}
_COLOURS = {State.OK: "32", State.NOTE: "36", State.SKIPPED: "90", State.WARNING: "33", State.FAILED: "31"}


def tree(step: Step, width: int, *, colour: bool = False) -> list[str]:
    """A step and all below it, a line or more each, not wider than `width`."""
    lines: list[str] = []
    _branch(step, "", "", max(width, 40), lines, colour=colour)
    return lines


def _branch(step: Step, lead: str, below: str, width: int, lines: list[str], *, colour: bool) -> None:
    head = f"{lead}{step.name}"
    time = "" if step.seconds is None else f"{step.seconds * 1000:.0f} ms"
    mark = _MARKS[step.state]
    indent = " " * 5 + below + "  "
    first = f"{head}: {step.detail}" if step.detail else head
    wrapped = _wrapped(first, width - 5 - len(time) - 1 if time else width - 5, width, indent)
    shown = f"\x1b[{_COLOURS[step.state]}m{mark}\x1b[0m" if colour else mark
    opening = f"{wrapped[0]:<{width - 6 - len(time)}} {time}".rstrip() if time else wrapped[0]
    lines.append(f"{shown} {opening}")
    lines.extend(wrapped[1:])
    for remedy in step.remedies:
        label = f"=> {remedy.problem}: " if remedy.problem else "=> "
        lines.extend(
            textwrap.wrap(
                f"{remedy.text} [{remedy.source}]",
                width,
                initial_indent=indent + label,
                subsequent_indent=indent + "   ",
                break_long_words=False,
            )
        )
    for number, inner in enumerate(step.steps):
        last = number == len(step.steps) - 1
        _branch(
            inner,
            below + ("`- " if last else "|- "),
            below + ("   " if last else "|  "),
            width,
            lines,
            colour=colour,
        )


def _wrapped(text: str, first: int, width: int, indent: str) -> list[str]:
    lead = len(text) - len(text.lstrip("|`- "))
    words = text[lead:]
    lines = textwrap.wrap(words, max(first - lead, 20), break_long_words=True) or [""]
    head = text[:lead] + lines[0]
    rest = " ".join(words[len(lines[0]) :].split())
    if not rest:
        return [head]
    return [
        head,
        *textwrap.wrap(rest, width, initial_indent=indent, subsequent_indent=indent, break_long_words=True),
    ]


def as_data(step: Step) -> dict[str, Any]:
    """The step in plain data; the keys and their order are part of the contract."""
    return {
        "Step": step.name,
        "Phase": step.phase.value,
        "State": step.state.value,
        "Detail": step.detail,
        "Code": step.code,
        "Milliseconds": None if step.seconds is None else round(step.seconds * 1000, 1),
        "Facts": step.facts,
        "Remedies": [
            {"Problem": remedy.problem, "Text": remedy.text, "Source": remedy.source}
            for remedy in step.remedies
        ],
        "Transcript": step.transcript,
        "Steps": [as_data(inner) for inner in step.steps],
    }


def from_data(data: dict[str, Any]) -> Step:
    """The step that `as_data` made this of."""
    milliseconds = data["Milliseconds"]
    return Step(
        data["Step"],
        Phase(data["Phase"]),
        State(data["State"]),
        data["Detail"],
        None if milliseconds is None else milliseconds / 1000,
        data["Code"],
        data["Facts"],
        [Remedy(entry["Problem"], entry["Text"], entry["Source"]) for entry in data["Remedies"]],
        data["Transcript"],
        [from_data(inner) for inner in data["Steps"]],
    )
