"""The order of a diagnosis: each family of steps as soon as it is known; what cannot be reached is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.diagnosis.acceptance import is_taken_anonymously, probe_envelopes
from spshell.mail.diagnosis.authentication import authenticate_all, sign_in
from spshell.mail.diagnosis.connecting import connect_all
from spshell.mail.diagnosis.conversation import Broken, Conversation
from spshell.mail.diagnosis.encryption import start_tls
from spshell.mail.diagnosis.greeting import hello
from spshell.mail.diagnosis.name_lookup import look_up
from spshell.mail.diagnosis.redaction import Redactor
from spshell.mail.diagnosis.sender_domain import look_at_domains
from spshell.mail.diagnosis.step import Step
from spshell.mail.diagnosis.trial import send_trials
from spshell.mail.outcome import Phase
from spshell.mail.relay import TlsPolicy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.mail.diagnosis.greeting import Extensions
    from spshell.mail.diagnosis.name_lookup import Address
    from spshell.mail.diagnosis.target import Target

FAMILIES = (
    ("Name", Phase.CONNECT),
    ("Connection", Phase.CONNECT),
    ("EHLO", Phase.EHLO),
    ("TLS", Phase.TLS),
    ("Authentication", Phase.AUTH),
    ("MAIL and RCPT", Phase.MAIL),
)
"""What is tried in any case, in this order."""


def diagnose(target: Target) -> Iterator[Step]:
    """Try everything, a family at a time; after a failure the rest is skipped, what DNS publishes is not."""
    done: list[str] = []
    failed = ""
    for step in _network_steps(target):
        done.append(step.name)
        failed = step.name if step.failed and not failed else failed
        yield step
    for name, phase in FAMILIES:
        if name not in done:
            yield Step(name, phase).skip(f"not reached: {failed or 'an earlier step'} failed")
    if target.senders and target.look_at_domain:
        yield look_at_domains(target)


def _network_steps(target: Target) -> Iterator[Step]:
    redactor = Redactor()
    name, addresses = look_up(target)
    yield name
    if not addresses:
        return
    connection, addresses = connect_all(target, addresses, redactor)
    yield connection
    if not addresses:
        return
    way = _Way(target, addresses[0], redactor)
    for step in way.open():
        yield step
        if step.failed:
            return
    signing, works = authenticate_all(
        target, way.extensions, way.session, redactor, encrypted=target.relay.tls is TlsPolicy.REQUIRED
    )
    yield signing
    if signing.failed:
        return
    if target.senders and (target.recipients or target.outside):
        envelopes = probe_envelopes(target, lambda: way.signed_in(works))
        if works is not None and not envelopes.failed:
            envelopes.steps.append(is_taken_anonymously(target, lambda: way.session()[0]))
        yield envelopes
    if target.trials:
        yield send_trials(target, redactor)


class _Way:
    """The way to the relay over one address, once it is known to work."""

    def __init__(self, target: Target, address: Address, redactor: Redactor) -> None:
        self.target = target
        self.address = address
        self.redactor = redactor
        self.extensions: Extensions = {}

    def open(self) -> Iterator[Step]:
        """EHLO and TLS, looked at closely."""
        step = Step("EHLO", Phase.EHLO)
        try:
            conversation = self._greeted()
        except Broken as error:
            yield step.fail(f"no second connection: {error.reason}", error.sign)
            return
        offered = hello(conversation, self.target.relay.local_name, step)
        step.transcript = list(conversation.transcript)
        yield step
        if offered is None:
            return
        if self.target.relay.tls is TlsPolicy.NEVER:
            self.extensions = offered
            conversation.close()
            yield _without_tls(offered)
            return
        mark = len(conversation.transcript)
        family, encrypted = start_tls(self.target, self.address, conversation, offered, self.redactor)
        family.transcript = conversation.transcript[mark:]
        conversation.close(politely=not family.failed)
        if encrypted is not None:
            self.extensions = encrypted.extensions
        yield family

    def session(self) -> tuple[Conversation, Extensions]:
        """Another session, up to where AUTH or MAIL may come. Raises Broken."""
        conversation = self._greeted()
        step = Step("EHLO", Phase.EHLO)
        extensions = hello(conversation, self.target.relay.local_name, step)
        if extensions is not None and self.target.relay.tls is TlsPolicy.REQUIRED:
            encrypted = start_tls(self.target, self.address, conversation, extensions, self.redactor)[1]
            extensions = None if encrypted is None else encrypted.extensions
        if extensions is None:
            conversation.close(politely=False)
            raise Broken(step.detail or "TLS failed this time", "closed")
        return conversation, extensions

    def signed_in(self, mechanism: str | None) -> Conversation:
        """Another session, ready for MAIL. Raises Broken."""
        conversation, _extensions = self.session()
        credentials = self.target.relay.credentials
        if mechanism is None or credentials is None:
            return conversation
        step = Step("AUTH", Phase.AUTH)
        sign_in(conversation, self.target, credentials(), mechanism, step)
        if step.failed:
            raise Broken(f"signing in once more failed: {step.detail}", "closed")
        return conversation

    def _greeted(self) -> Conversation:
        conversation = Conversation(
            self.address.family, self.address.sockaddr, self.target.patience, self.redactor
        )
        reply = conversation.reply(self.target.patience.banner)
        if reply.code != 220:
            raise Broken(f"{reply.code} {self.redactor.shown(reply.text)}", "closed")
        return conversation


def _without_tls(offered: Extensions) -> Step:
    step = Step("TLS", Phase.TLS)
    if "STARTTLS" in offered:
        return step.note("switched off, although the relay offers STARTTLS: mail travels readable", "")
    return step.note("switched off: mail travels readable", "")
