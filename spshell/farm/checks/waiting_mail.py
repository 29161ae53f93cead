"""What the outbox says: mail that waits for somebody, floods, and sites that would be deleted over it (P15-P17)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from spshell.farm.outgoing import open_outbox
from spshell.mail import MailState
from spshell.mail.diagnosis import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from spshell.farm.web_application import SPWebApplication

_FLOOD = 10
"""So many equal messages for one reader within an hour are no accident."""


def check_outbox(application: SPWebApplication) -> Step:
    """Mail of this web application by state, and what stands out."""
    family = Step("Outbox", Phase.SETTINGS)
    farm = application.farm_object
    own = str(application.record.id)
    with open_outbox(farm) as outbox:
        mail = [entry for entry in outbox.mail() if entry.relay_key == own]
    states = Counter(entry.state.value for entry in mail)
    family.facts = {"states": dict(states)}
    family.detail = ", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "empty"
    waiting = [
        entry for entry in mail if entry.state in (MailState.HELD, MailState.DEFERRED, MailState.QUARANTINED)
    ]
    held = [entry for entry in waiting if entry.state is not MailState.DEFERRED]
    if held:
        step = family.add(Step("Held", Phase.SETTINGS))
        step.facts = {"reasons": sorted({str(entry.reason) for entry in held})[:10]}
        step.warn(f"{len(held)} wait for somebody; the first: {held[0].reason}", "held-mail")
    _check_flood(family, mail, application)
    if application.body.get("delete_unused_sites") and waiting:
        family.add(Step("Automatic deletion", Phase.SETTINGS)).warn(
            "unused sites are deleted automatically while notices are not leaving", "deletion"
        )
    return family


def _check_flood(family: Step, mail: list[Any], application: SPWebApplication) -> None:
    since = application.farm_object.context.clock.now() - timedelta(hours=1)
    recent = Counter((entry.recipient, entry.subject) for entry in mail if entry.created >= since)
    for (recipient, subject), count in recent.most_common(1):
        if count >= _FLOOD:
            step = family.add(Step("Flood", Phase.SETTINGS))
            step.facts = {"recipient": recipient, "subject": subject, "count": count}
            step.warn(f"{count} times '{subject}' for {recipient} within an hour", "mail-bomb")
