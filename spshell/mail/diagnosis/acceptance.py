"""MAIL and RCPT for each sender and recipient, and RSET: nothing is sent.

What a relay checks only in the message itself (Exchange's 5.7.60 for a From that is somebody else) shows at
the end of DATA: a trial message tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.diagnosis.conversation import Broken
from spshell.mail.diagnosis.step import State, Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.mail.diagnosis.conversation import Conversation
    from spshell.mail.diagnosis.target import Target
    from spshell.mail.session import Reply


def probe_envelopes(target: Target, signed_in: Callable[[], Conversation]) -> Step:
    """A row a sender; the first sender is the configured From, without which no mail leaves."""
    family = Step("MAIL and RCPT", Phase.MAIL)
    try:
        conversation = signed_in()
    except Broken as error:
        return family.fail(f"no session for the test: {error.reason}", error.sign)
    mark = len(conversation.transcript)
    for number, (label, address) in enumerate(target.senders):
        step = family.add(_row(target, conversation, label, address, decisive=number == 0))
        if step.facts.pop("ended", False):
            family.detail = step.detail
            break
    else:
        family.detail = _summary(family)
    family.transcript = conversation.transcript[mark:]
    conversation.close()
    return family


def is_taken_anonymously(target: Target, anonymous: Callable[[], Conversation]) -> Step:
    """Whether the relay would take the same mail from somebody who has not signed in."""
    step = Step("Without signing in", Phase.MAIL)
    sender, recipient = target.senders[0][1], (target.recipients or target.outside)[0]
    try:
        conversation = anonymous()
        with step.timed():
            replies = [
                conversation.command(f"MAIL FROM:<{sender}>"),
                conversation.command(f"RCPT TO:<{recipient}>"),
            ]
        conversation.close()
    except Broken as error:
        step.detail = f"refused: {error.reason}"
        return step
    refusal = next((reply for reply in replies if reply.code not in (250, 251)), None)
    step.facts = {"taken": refusal is None}
    if refusal is None:
        return step.note("the relay takes this mail without a sign-in as well", "anonymous-too")
    step.detail = f"refused, as it should be: {refusal.code} {conversation.redactor.shown(refusal.text)}"
    return step


def _row(target: Target, conversation: Conversation, label: str, address: str, *, decisive: bool) -> Step:
    step = Step(f"{label} <{address}>", Phase.MAIL)
    step.facts = {"sender": address}
    try:
        with step.timed():
            reply = conversation.command(f"MAIL FROM:<{address}>")
            if reply.code == 250:
                _recipients(target, conversation, step)
            else:
                _refused(step, reply, conversation, decisive=decisive)
            conversation.command("RSET")
    except Broken as error:
        step.fail(error.reason, error.sign)
        step.facts["ended"] = True
        return step
    if step.steps:
        _judge(step, decisive=decisive)
    return step


def _recipients(target: Target, conversation: Conversation, row: Step) -> None:
    for recipient in (*target.recipients, *target.outside):
        step = Step(f"to <{recipient}>", Phase.RCPT)
        row.steps.append(step)
        with step.timed():
            reply = conversation.command(f"RCPT TO:<{recipient}>")
        step.facts = {"recipient": recipient}
        step.code = reply.code
        step.detail = f"{reply.code} {conversation.redactor.shown(reply.text)}"
        if reply.code not in (250, 251):
            outside = recipient in target.outside
            _refused(step, reply, conversation, decisive=not outside)
            if outside and step.state is not State.OK:
                step.state = State.NOTE


def _refused(step: Step, reply: Reply, conversation: Conversation, *, decisive: bool) -> None:
    text = conversation.redactor.shown(reply.text)
    tell = step.fail if decisive and reply.code >= 500 else step.warn
    tell(f"{reply.code} {text}", code=reply.code, text=text)


def _judge(row: Step, *, decisive: bool) -> None:
    """A sender is refused when every recipient is, whatever command says so."""
    inside = [step for step in row.steps if step.state is not State.NOTE]
    bad = [step for step in inside if step.state is not State.OK]
    notes = [step for step in row.steps if step.state is State.NOTE]
    if not bad:
        row.detail = "accepted" + (f", but not to {len(notes)} outside" if notes and inside else "")
        if notes and not inside:
            row.state, row.detail = State.NOTE, notes[0].detail
        return
    whole = len(bad) == len(inside)
    worst = next((step for step in bad if step.state is State.FAILED), bad[0])
    row.state = worst.state if whole and decisive else State.WARNING
    for step in bad:
        if not (whole and decisive) and step.state is State.FAILED:
            step.state = State.WARNING
    row.detail = worst.detail if whole else f"{len(bad)} of {len(inside)} recipients refused"
    row.code = worst.code


def _summary(family: Step) -> str:
    bad = [step for step in family.steps if step.state in (State.FAILED, State.WARNING)]
    if not bad:
        return (
            f"accepted for {len(family.steps)} sender{'s' if len(family.steps) > 1 else ''}; nothing was sent"
        )
    return f"{bad[0].name}: {bad[0].detail}"
