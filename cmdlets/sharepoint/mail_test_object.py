"""The objects that Test-SPOutgoingEmail hands out: steps in plain data, shown as a tree."""

from __future__ import annotations

from typing import Any

from spshell.engine.help.objects import DISPLAY_TEXT, DisplayText
from spshell.values.objects import PSCustomObject

_TYPE = "Spshell.MailTestStep"


def step_object(server: str, step: Any, *, width: int, colour: bool) -> PSCustomObject:
    """A family of steps as one object; on the screen it is its tree."""
    from spshell.mail.diagnosis import as_data, tree

    made = _step({"Server": server, **as_data(step)})
    text = "\n".join(tree(step, width, colour=colour)) + "\n"
    made.members[DISPLAY_TEXT] = DisplayText(text)
    return made


def result_object(server: str, steps: list[Any], *, colour: bool) -> PSCustomObject:
    """The verdict: whether mail leaves, and else the first thing to do."""
    from spshell.mail.diagnosis import State, exit_code

    code = exit_code(steps)
    found = [inner for step in steps for inner in step.walk() if inner.remedies]
    first = next((inner for inner in found if inner.state is State.FAILED), None)
    warned = sum(step.state is State.WARNING for step in steps)
    remedy = first.remedies[0] if first is not None else None
    failed = next((step for step in steps if step.state is State.FAILED), None)
    made = PSCustomObject(
        {
            "Server": server,
            "Step": "Result",
            "Succeeded": code == 0,
            "ExitCode": code,
            "Warnings": warned,
            "FailedStep": None if failed is None else failed.name,
            "Detail": None if failed is None else failed.detail,
            "Problem": None if remedy is None else remedy.problem,
            "Remedy": None if remedy is None else remedy.text,
            "Source": None if remedy is None else remedy.source,
        },
        ["Spshell.MailTestResult", "System.Management.Automation.PSCustomObject", "System.Object"],
    )
    made.members[DISPLAY_TEXT] = DisplayText(_verdict(server, failed, warned, code, colour=colour))
    return made


def _verdict(server: str, failed: Any, warned: int, code: int, *, colour: bool) -> str:
    if failed is None:
        more = f", with {warned} warning{'s' if warned != 1 else ''}" if warned else ""
        text, paint = f"{server}: mail leaves{more}.", "33" if warned else "32"
    else:
        text, paint = f"{server}: no mail leaves. It ends at {failed.name} (exit code {code}).", "31"
    shown = f"\x1b[{paint}m{text}\x1b[0m" if colour else text
    return f"\n{shown}\n\n"


def _step(data: dict[str, Any]) -> PSCustomObject:
    made = {key: _plain(value) for key, value in data.items()}
    made["Steps"] = [_step(inner) for inner in data["Steps"]]
    return PSCustomObject(made, [_TYPE, "System.Management.Automation.PSCustomObject", "System.Object"])


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return PSCustomObject({str(key): _plain(inner) for key, inner in value.items()})
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
