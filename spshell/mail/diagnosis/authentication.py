"""AUTH: each mechanism by itself, in a session of its own, until the relay rejects the credential once."""

from __future__ import annotations

import base64
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from typing import TYPE_CHECKING

from spshell.mail.diagnosis.conversation import Broken
from spshell.mail.diagnosis.step import State, Step
from spshell.mail.outcome import Phase
from spshell.mail.relay import CredentialUnavailable
from spshell.mail.sasl import KNOWN, Login, SaslError, has_kerberos, mechanism
from spshell.mail.sasl.mechanism import SERVICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.mail.diagnosis.conversation import Conversation
    from spshell.mail.diagnosis.greeting import Extensions
    from spshell.mail.diagnosis.redaction import Redactor
    from spshell.mail.diagnosis.target import Target
    from spshell.mail.relay import Credential
    from spshell.mail.sasl import Mechanism

    Open = Callable[[], "tuple[Conversation, Extensions]"]

_ROUNDS = 8
_REJECTED = ("rejects the password", "disabled or locked")
"""What a domain controller says that counts as a failed sign-in, too."""


class Rejected(Exception):
    """The relay (or the domain) knows this credential and does not accept it: `step` was told."""


def authenticate_all(
    target: Target, offered: Extensions, open_session: Open, redactor: Redactor, *, encrypted: bool
) -> tuple[Step, str | None]:
    """The step, and the name of the mechanism that works."""
    family = Step("Authentication", Phase.AUTH)
    relay = target.relay
    names = [name.upper() for name in offered.get("AUTH", [])]
    family.facts = {"offered": names, "configured": relay.credentials is not None}
    if relay.credentials is None:
        return family.note(f"anonymous: nobody signs in{_offers(names)}", "anonymous"), None
    try:
        credential = relay.credentials()
    except CredentialUnavailable as error:
        sign = "key-missing" if "no application credential key" in error.reason else "key-differs"
        return family.fail(f"the stored password cannot be used: {error.reason}", sign), None
    redactor.learn(credential.password)
    family.facts["user"] = credential.user
    family.facts["principal"] = f"{SERVICE}/{relay.host}"
    works: str | None = None
    rejected = False
    for name in KNOWN:
        step = family.add(Step(name, Phase.AUTH))
        if name not in names:
            step.skip("not offered")
        elif rejected:
            step.skip("not tried: the relay has rejected this credential once", "lockout-guard")
        elif not _is_installed(name):
            step.skip("not tried: its libraries are not installed here", "mechanism-missing")
        elif name == "LOGIN" and not encrypted and not relay.clear_text_login:
            step.fail("not tried: the password would travel readable", "clear-login")
        else:
            try:
                if _try(target, credential, name, open_session, step):
                    works = works or name
            except Rejected:
                rejected = True
    return _concluded(family, names, credential, works), works


def _concluded(family: Step, names: list[str], credential: Credential, works: str | None) -> Step:
    tried = [step for step in family.steps if step.state is not State.SKIPPED]
    if works is not None:
        first = next(step for step in family.steps if step.name == works)
        used = next((step for step in tried), first)
        if used.failed:  # delivery takes the first that is offered and installed, and never a weaker one
            family.state = State.FAILED
            family.detail = (
                f"{used.name} is what delivery uses, and it fails; {works} would work: {used.detail}"
            )
        else:
            family.state = State.OK
            family.detail = f"signed in as {credential.user} with {works}"
    elif not tried:
        known = [name for name in names if name in KNOWN]
        sign = "mechanism-missing" if known else "no-auth-offered"
        offer = f"only {', '.join(names)}" if names else "no AUTH at all"
        family.fail(f"a credential is configured, and the relay offers {offer}", sign)
    else:
        family.state = State.FAILED
        bad = next(step for step in tried if step.failed)
        family.code, family.detail = bad.code, f"{bad.name}: {bad.detail}"
    return family


def _try(target: Target, credential: Credential, name: str, open_session: Open, step: Step) -> bool:
    try:
        conversation, _offer = open_session()
    except Broken as error:
        step.fail(f"no second session: {error.reason}", error.sign)
        return False
    mark = len(conversation.transcript)
    try:
        with step.timed():
            sign_in(conversation, target, credential, name, step)
    finally:
        step.transcript = conversation.transcript[mark:]
        conversation.close()
    return not step.failed


def sign_in(
    conversation: Conversation, target: Target, credential: Credential, name: str, step: Step
) -> None:
    """AUTH with one mechanism; the step says how it went. Raises Rejected for a credential that was refused."""
    try:
        login = Login(credential, target.relay.host.strip("[]"), conversation.channel_binding())
        reply = _exchange(conversation, mechanism(name, login), target.patience.reply)
    except SaslError as error:
        sign = "kerberos" if "Kerberos" in error.reason else ""
        step.fail(error.reason, sign)
        if any(words in error.reason for words in _REJECTED):
            raise Rejected from None
        return
    except Broken as error:
        step.fail(error.reason, error.sign)
        return
    code, text = reply
    text = conversation.redactor.shown(text)
    step.code = code
    if code == 235:
        step.detail = f"235 {text}"
        return
    step.fail(f"{code} {text}", code=code, text=text)
    if code in (535, 530) or (500 <= code <= 599 and code not in (502, 503, 504, 534, 538)):
        raise Rejected


def _exchange(conversation: Conversation, machine: Mechanism, seconds: float) -> tuple[int, str]:
    first = machine.initial()
    # RFC 4954 §4: an initial response of no bytes is "="
    suffix = "" if first is None else f" {_b64(first) or '='}"
    prose = machine.prose if first is None else 0
    reply = _unseen(
        conversation, f"AUTH {machine.name}{suffix}", f"AUTH {machine.name}{' ***' if suffix else ''}"
    )
    for number in range(_ROUNDS):
        if reply[0] != 334:
            return reply
        try:
            challenge = b"" if number < prose else _unb64(reply[1])
            answer = _stepped(machine, challenge, seconds)
        except SaslError:
            _unseen(conversation, "*", "*")  # RFC 4954 §4: cancels the exchange
            raise
        reply = _unseen(conversation, _b64(answer), "***")
    raise SaslError(f"{machine.name}: the relay goes on asking")


def _unseen(conversation: Conversation, line: str, shown: str) -> tuple[int, str]:
    """One line of AUTH: neither it nor a challenge is kept."""
    reply = conversation.command(line, shown)
    if reply.code == 334:
        conversation.transcript[-1] = "S: 334 ***"
    return reply.code, reply.text


def _stepped(machine: Mechanism, challenge: bytes, seconds: float) -> bytes:
    if not machine.blocks:
        return machine.step(challenge)
    pool = ThreadPoolExecutor(1)
    try:
        return pool.submit(machine.step, challenge).result(seconds)
    except TooSlow:
        raise SaslError(
            f"Kerberos: no domain controller (KDC) answers within {seconds:g} seconds", passes=True
        ) from None
    finally:
        pool.shutdown(wait=False)


def _is_installed(name: str) -> bool:
    return name != "GSSAPI" or has_kerberos()


def _offers(names: list[str]) -> str:
    return f" (the relay offers AUTH {' '.join(names)})" if names else " (the relay offers no AUTH)"


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _unb64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise SaslError("the relay's challenge is not base64") from None
