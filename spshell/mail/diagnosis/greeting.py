"""EHLO: what the relay says it can do, in clear and once more inside TLS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spshell.mail.diagnosis.conversation import Broken
from spshell.mail.diagnosis.step import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from spshell.mail.diagnosis.conversation import Conversation
    from spshell.mail.session import Reply

_NAME = re.compile(r"[A-Za-z0-9._:\[\]-]{1,255}")
_MASKED = re.compile(r"X{6,}A?|\*{6,}", re.IGNORECASE)
"""What firewalls write over STARTTLS."""

Extensions = dict[str, list[str]]


def hello(conversation: Conversation, local_name: str, step: Step) -> Extensions | None:
    """Say EHLO; the extensions, or None when it failed, with the step saying how."""
    name = local_name if _NAME.fullmatch(local_name) else "localhost"
    with step.timed():
        try:
            reply = conversation.command(f"EHLO {name}")
        except Broken as error:
            step.fail(error.reason, error.sign)
            return None
    text = conversation.redactor.shown(reply.text)
    if reply.code != 250:
        step.fail(f"{reply.code} {text}", code=reply.code, text=text)
        return None
    found = extensions_of(reply)
    step.code = reply.code
    step.facts = {"extensions": {word: list(values) for word, values in sorted(found.items())}}
    step.detail = ", ".join(
        f"AUTH {' '.join(values)}".strip() if word == "AUTH" else word for word, values in found.items()
    )
    return found


def extensions_of(reply: Reply) -> Extensions:
    """Keyword -> parameters; "AUTH=LOGIN" is the form of servers older than the standard."""
    found: Extensions = {}
    for line in reply.text.split("\n")[1:]:
        words = line.upper().replace("AUTH=", "AUTH ", 1).split()[:50]
        if words:
            known = found.setdefault(words[0], [])
            known.extend(word for word in words[1:] if word not in known)
    return found


def masked_starttls(extensions: Extensions) -> bool:
    """Whether a keyword looks like STARTTLS written over by something in between."""
    return any(_MASKED.fullmatch(word) for word in extensions)


def differences(before: Extensions, after: Extensions) -> Step:
    """What TLS changed about the offer; AUTH that is gone is the thing to look for."""
    step = Step("EHLO inside TLS compared", Phase.EHLO)
    gone = sorted(set(before) - set(after) - {"STARTTLS"})
    new = sorted(set(after) - set(before))
    lost = [name for name in before.get("AUTH", []) if name not in after.get("AUTH", [])]
    gained = [name for name in after.get("AUTH", []) if name not in before.get("AUTH", [])]
    step.facts = {"appeared": new, "disappeared": gone, "authAppeared": gained, "authDisappeared": lost}
    changes = [f"+{word}" for word in new] + [f"-{word}" for word in gone]
    if "AUTH" not in new and "AUTH" not in gone:
        changes += [f"+AUTH {name}" for name in gained] + [f"-AUTH {name}" for name in lost]
    step.detail = ", ".join(changes) or "the same offer"
    if before.get("AUTH") and not after.get("AUTH"):
        step.warn(f"{step.detail}: AUTH is offered in clear text and not inside TLS", "no-auth-offered")
    return step
