"""The application credential key of every server against the stored password (problem P2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.farm import credential_key
from spshell.farm.mail_settings import effective, read_password
from spshell.farm.server import SPServer
from spshell.mail.diagnosis import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from spshell.farm.web_application import SPWebApplication


def check_keys(application: SPWebApplication) -> Step:
    """A step a server that runs SharePoint: same, missing or different; nothing is decrypted but here."""
    family = Step("Credential key", Phase.AUTH)
    owner = effective(application).owner
    wanted = None if owner is None else owner.body.get("mail_key_check")
    if owner is None or wanted is None:
        family.detail = "not needed: no password is stored"
        return family
    farm = application.farm_object
    here = farm.context.server.lower()
    for server in farm.all(SPServer):
        if not server.is_member:
            continue
        step = family.add(Step(str(server.name), Phase.AUTH))
        state = key_state(server.key_check, str(wanted))
        step.facts = {"key": state, "here": server.name.lower() == here}
        if state == "missing":
            step.fail(
                "no key: this server cannot read the SMTP password, and its mail is held", "key-missing"
            )
        elif state == "different":
            step.fail(
                "another key than the one the password was stored with: its mail is held", "key-differs"
            )
        elif server.name.lower() == here:
            _try_here(step, owner)
        else:
            step.detail = "the same key"
    bad = [step for step in family.steps if step.failed]
    if not bad:
        family.detail = f"the same on {len(family.steps)} server{'s' if len(family.steps) != 1 else ''}"
    else:
        family.detail = f"{len(bad)} of {len(family.steps)} servers cannot read the SMTP password"
        local = any(step.facts["here"] for step in bad)
        if not local:  # mail leaves from here, and not from there
            family.warn(family.detail)
    return family


def key_state(server_check: str | None, wanted: str) -> str:
    """same, missing or different."""
    if server_check is None:
        return "missing"
    return "same" if server_check == wanted else "different"


def _try_here(step: Step, owner: SPWebApplication) -> None:
    """What the state says of this server must hold for its key file, too."""
    try:
        read_password(owner)
    except credential_key.KeyMissing as error:
        step.fail(str(error), "key-missing")
    except credential_key.KeyDiffers as error:
        step.fail(str(error), "key-differs")
    else:
        step.detail = "the same key; the password can be read here"
