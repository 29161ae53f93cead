"""What the world reads about the senders' domains: SPF and DMARC. Advice only; no mail fails here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.diagnosis.dns_query import NoAnswer, name_server, text_records
from spshell.mail.diagnosis.step import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from spshell.mail.diagnosis.target import Target

_OWN = (".test", ".local", ".lan", ".internal", ".localhost", ".invalid", ".example", ".corp")
"""Domains that the world's DNS has not (RFC 2606, RFC 6762) and where nobody publishes anything."""


def look_at_domains(target: Target) -> Step:
    """A step a domain, once each."""
    family = Step("Sender domains", Phase.SETTINGS)
    server = target.nameserver or name_server()
    for label, address in target.senders:
        domain = address.rpartition("@")[2].lower()
        if any(step.name == domain for step in family.steps):
            continue
        step = Step(domain, Phase.SETTINGS)
        family.steps.append(step)
        if server is None:
            step.skip("no name server is configured here")
        elif target.nameserver is None and (("." + domain).endswith(_OWN) or "." not in domain):
            step.skip("not a public domain")
        else:
            _look(step, domain, server, target.patience.lookup, impersonated=label != target.senders[0][0])
    worth = [step for step in family.steps if step.remedies]
    for step in worth:
        family.state = step.state if family.state.value == "ok" else family.state
    family.detail = f"{worth[0].name}: {worth[0].detail}" if worth else "nothing to say"
    return family


def _look(step: Step, domain: str, server: tuple[str, int], seconds: float, *, impersonated: bool) -> None:
    try:
        with step.timed():
            spf = [
                text for text in text_records(domain, server, seconds) if text.lower().startswith("v=spf1")
            ]
            dmarc = _dmarc(domain, server, seconds)
    except (NoAnswer, UnicodeError) as error:
        step.skip(f"not looked up: {error}")
        return
    step.facts = {"spf": spf, "dmarc": dmarc}
    policy = _policy(dmarc)
    published = f"SPF {'yes' if spf else 'no'}, DMARC {policy or 'none published'}"
    if policy in ("reject", "quarantine") and impersonated:
        step.warn(
            f"{published}: mail in this user's name will be refused or end as junk elsewhere", "dmarc-strict"
        )
    elif not spf:
        step.note(published, "no-spf", *([] if policy else ["no-dmarc"]))
    elif not policy:
        step.note(published, "no-dmarc")
    else:
        step.detail = published


def _dmarc(domain: str, server: tuple[str, int], seconds: float) -> str | None:
    """The DMARC record of a domain, else of the domain above it (RFC 7489 §6.6.3, without the public suffix list)."""
    parent = domain.partition(".")[2]
    for name in (domain, *([parent] if "." in parent else [])):
        for text in text_records(f"_dmarc.{name}", server, seconds):
            if text.lower().replace(" ", "").startswith("v=dmarc1"):
                return text
    return None


def _policy(record: str | None) -> str | None:
    for part in (record or "").split(";"):
        key, _, value = part.partition("=")
        if key.strip().lower() == "p":
            return value.strip().lower()
    return None
