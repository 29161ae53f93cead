"""Health Analysis: the rules of one schedule look at the farm; those about certificates write to the contacts."""

from __future__ import annotations

from spshell.farm.certificate_settings import contacts
from spshell.farm.health import MAILED, health_rules
from spshell.farm.outgoing import enqueue
from spshell.mail import Mailbox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.farm.job_definition import SPJobDefinition
    from spshell.mail import Outbox


def run(definition: SPJobDefinition, outbox: Outbox) -> int:
    """Queue the notices of this schedule's rules; how many messages."""
    farm, application = definition.farm_object, definition.web_application
    schedule = "Weekly" if "weekly" in str(definition.name) else "Daily"
    if application is None:
        return 0
    queued = 0
    for rule in health_rules(farm):
        findings = rule.findings() if rule.rule in MAILED and rule.rule.schedule == schedule else []
        for address in contacts(farm) if findings else []:
            text = "\n".join([*findings, "", rule.rule.remedy, "", f"Farm: {farm.name}"]) + "\n"
            enqueue(
                application,
                Mailbox(address),
                f"{rule.rule.title} ({farm.name})",
                text,
                outbox=outbox,
                priority="ADMINISTRATION",
            )
            queued += 1
    return queued
