"""The effective settings with the origin of each (problem P1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.farm.mail_settings import effective, sender_for
from spshell.mail import AddressError
from spshell.mail.diagnosis import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from spshell.farm.mail_settings import Effective
    from spshell.farm.web_application import SPWebApplication


def check_settings(application: SPWebApplication) -> Step:
    """One step a setting, with where it comes from."""
    family = Step("Settings", Phase.SETTINGS)
    found = effective(application)
    family.facts = {
        "webApplication": str(application.url),
        "server": found.server,
        "port": found.port,
        "sender": found.sender,
        "replyTo": found.reply_to,
        "codePage": found.code_page,
        "tls": found.tls,
        "user": found.user,
        "overrideEnvelopeSender": found.override_envelope_sender,
        "clientCertificate": found.owner is not None and bool(found.owner.body.get("mail_certificate")),
        "origins": dict(found.origins),
    }
    if not found.server:
        return family.fail(
            "no SMTP server is configured, neither here nor for the farm: nothing is ever sent", "no-server"
        )
    _tell_settings(family, found)
    _tell_override(family, application)
    try:
        sender_for(application)
    except AddressError as error:
        family.add(Step("From", Phase.SETTINGS)).fail(
            f"{error.address!r} cannot be a sender: {error.reason}", "bad-sender"
        )
    if not family.failed:
        tls = "TLS required" if found.tls else "without TLS"
        login = f"signing in as {found.user}" if found.user else "anonymous"
        family.detail = (
            f"{found.server}:{found.port}, {tls}, {login}, from {found.origins.get('Server', '?')}"
        )
    else:
        family.detail = family.steps[-1].detail
    return family


def _tell_settings(family: Step, found: Effective) -> None:
    rows = (
        ("From", found.sender or "(none; sharepoint@)", "SenderAddress"),
        ("Reply-To", found.reply_to or "(none)", "ReplyToAddress"),
        ("Character set", str(found.code_page), "CodePage"),
        ("Impersonation", "off" if found.override_envelope_sender else "on", "OverrideEnvelopeSender"),
    )
    for name, value, key in rows:
        step = family.add(Step(name, Phase.SETTINGS))
        origin = found.origins.get(key, "default")
        step.detail = f"{value} ({origin})"
        step.facts = {"value": value, "origin": origin}


def _tell_override(family: Step, application: SPWebApplication) -> None:
    """Whether this web application's own server hides another one of the farm's."""
    if application.is_administration:
        return
    own = application.body.get("mail_server")
    central = application.farm_object.central_administration()
    farms = None if central is None else central.body.get("mail_server")
    if own and farms and str(own).lower() != str(farms).lower():
        family.add(Step("Override", Phase.SETTINGS)).note(
            f"{application.url} sends through {own}; the farm's setting, {farms}, does not hold here",
            "override",
        )
