"""A message that is really sent, the way all mail is sent."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from spshell.mail.diagnosis.step import Step
from spshell.mail.outcome import Phase, Status
from spshell.mail.relay import CredentialUnavailable

if TYPE_CHECKING:
    from spshell.mail.diagnosis.redaction import Redactor
    from spshell.mail.diagnosis.target import Target, Trial


def send_trials(target: Target, redactor: Redactor) -> Step:
    """One step a message, with the relay's answer for each recipient."""
    family = Step("Delivery", Phase.DOT)
    for trial in target.trials:
        family.add(_send(target, trial, redactor))
    if not family.failed:
        family.detail = (
            f"{len(target.trials)} message{'s' if len(target.trials) > 1 else ''} accepted by the relay"
        )
    else:
        family.detail = next(step.detail for step in family.steps if step.failed)
    return family


def _send(target: Target, trial: Trial, redactor: Redactor) -> Step:
    from spshell.mail.smtp import SmtpTransport

    step = Step(trial.label, Phase.DOT)
    with step.timed():
        try:
            outcome = asyncio.run(SmtpTransport().deliver(trial.content, trial.envelope, target.relay))
        except CredentialUnavailable as error:
            return step.fail(f"the stored password cannot be used: {error.reason}", "key-missing")
    for recipient, verdict in outcome.verdicts.items():
        text = redactor.shown(verdict.text)
        inner = Step(f"to <{recipient}>", verdict.phase)
        inner.facts = {"recipient": recipient, "status": verdict.status.value}
        reply = f"{verdict.code} {text}" if verdict.code else text
        if verdict.status is Status.SENT:
            inner.code, inner.detail = verdict.code, reply
        elif verdict.status is Status.DEFERRED:
            inner.warn(reply, code=verdict.code, text=text)
        else:
            inner.fail(f"{verdict.phase.value}: {reply}", code=verdict.code, text=text)
        step.add(inner)
    step.detail = step.steps[-1].detail if step.steps else ""
    return step
