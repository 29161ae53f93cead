"""STARTTLS and what follows it: the same strict verification that delivery uses, taken apart."""

from __future__ import annotations

import ssl
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from spshell.mail.diagnosis.certificate_request import CertificateRequest
from spshell.mail.diagnosis.certificates import describe_chain, signs_of
from spshell.mail.diagnosis.conversation import Broken, Conversation
from spshell.mail.diagnosis.greeting import differences, hello, masked_starttls
from spshell.mail.diagnosis.step import State, Step
from spshell.mail.outcome import Phase
from spshell.mail.tls import client_context, in_words

if TYPE_CHECKING:
    from spshell.mail.diagnosis.greeting import Extensions
    from spshell.mail.diagnosis.name_lookup import Address
    from spshell.mail.diagnosis.redaction import Redactor
    from spshell.mail.diagnosis.target import Target


@dataclass(slots=True)
class Encrypted:
    """An encrypted dialogue that has said EHLO, and what the relay offers in it."""

    conversation: Conversation
    extensions: Extensions


def start_tls(
    target: Target, address: Address, conversation: Conversation, offered: Extensions, redactor: Redactor
) -> tuple[Step, Encrypted | None]:
    """The step; and the dialogue inside TLS, when mail may go through it."""
    family = Step("TLS", Phase.TLS)
    request = family.add(_ask(conversation, offered))
    if request.failed:
        family.detail = request.detail
        return family, None
    wanted = CertificateRequest()
    handshake, chain = _handshake(target, address, conversation, wanted, redactor)
    family.add(handshake)
    if chain:
        certificates = describe_chain(chain, target.relay.host.strip("[]"), datetime.now(UTC))
        if not handshake.failed:
            _soften(certificates)
        _say_once(certificates, handshake)
        family.add(certificates)
    if handshake.failed:
        family.detail = handshake.detail
        return family, None
    extensions = _second_hello(target, conversation, wanted, family)
    if extensions is None:
        return family, None
    family.add(differences(offered, extensions))
    family.detail = handshake.detail
    return family, Encrypted(conversation, extensions)


def _ask(conversation: Conversation, offered: Extensions) -> Step:
    step = Step("STARTTLS", Phase.STARTTLS)
    if "STARTTLS" not in offered:
        sign = "starttls-stripped" if masked_starttls(offered) else "no-starttls"
        return step.fail("TLS is required, and the relay does not offer STARTTLS", sign)
    with step.timed():
        try:
            reply = conversation.command("STARTTLS")
        except Broken as error:
            return step.fail(error.reason, error.sign)
    text = conversation.redactor.shown(reply.text)
    step.code = reply.code
    if reply.code != 220:
        return step.fail(f"{reply.code} {text}", "tls-garbage", code=reply.code, text=text)
    early = conversation.unread()
    step.facts = {"injectedBytes": len(early)}
    if early:
        return step.fail(
            f"{len(early)} bytes came in behind the 220, before TLS: response injection", "injected"
        )
    step.detail = f"220 {text}"
    return step


def _handshake(
    target: Target,
    address: Address,
    conversation: Conversation,
    wanted: CertificateRequest,
    redactor: Redactor,
) -> tuple[Step, list[bytes]]:
    """The handshake as delivery makes it; when it is refused, a second look without verification."""
    step = Step("Handshake", Phase.TLS)
    host = target.relay.host.strip("[]")
    try:
        context = client_context(target.relay)
    except ssl.SSLError as error:
        return step.fail(
            f"our own certificates do not load: {in_words(error)}", "client-certificate-refused"
        ), []
    wanted.listen(context)
    with step.timed():
        try:
            encrypted = conversation.start_tls(context, host)
        except ssl.SSLCertVerificationError as error:
            chain = _peek(target, address, redactor)
            return step.fail(in_words(error), *signs_of(error.verify_message, chain)), chain
        except ssl.SSLError as error:
            return _refused(step, error, target, address, redactor), []
        except OSError as error:
            sign = "tls-garbage" if isinstance(error, TimeoutError) else "reset"
            return step.fail(f"the connection was lost in the handshake: {error.strerror or error}", sign), []
    cipher = encrypted.cipher() or ("", "", 0)
    step.facts = {
        "version": encrypted.version(),
        "cipher": cipher[0],
        "bits": cipher[2],
        "alpn": encrypted.selected_alpn_protocol(),
    }
    step.detail = f"{encrypted.version()}, {cipher[0]}, verified"
    return step, chain_of(encrypted)


def _refused(step: Step, error: ssl.SSLError, target: Target, address: Address, redactor: Redactor) -> Step:
    reason = error.reason or ""
    if reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNEXPECTED_MESSAGE"):
        return step.fail(in_words(error), "tls-garbage")
    if "PROTOCOL" in reason or "HANDSHAKE_FAILURE" in reason or "INTERNAL_ERROR" in reason:
        version = old_version(target, address, redactor)
        if version:
            return step.fail(f"{in_words(error)}; the relay speaks nothing newer than {version}", "old-tls")
    return step.fail(in_words(error), "tls-alert")


def old_version(target: Target, address: Address, redactor: Redactor) -> str | None:
    """The version that a relay speaks which knows nothing newer than TLS 1.1."""
    context = _unverified()
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that it is outdated is the question
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    conversation = _again(target, address, redactor)
    if conversation is None:
        return None
    try:
        return conversation.start_tls(context, target.relay.host.strip("[]")).version()
    except OSError:
        return None
    finally:
        conversation.close(politely=False)


def _peek(target: Target, address: Address, redactor: Redactor) -> list[bytes]:
    """The chain of a relay whose certificate was refused, over a connection that says nothing else."""
    conversation = _again(target, address, redactor)
    if conversation is None:
        return []
    try:
        return chain_of(conversation.start_tls(_unverified(), target.relay.host.strip("[]")))
    except OSError:
        return []
    finally:
        conversation.close(politely=False)


def _again(target: Target, address: Address, redactor: Redactor) -> Conversation | None:
    """A new dialogue up to the answer to STARTTLS."""
    try:
        conversation = Conversation(address.family, address.sockaddr, target.patience, redactor)
        conversation.reply(target.patience.banner)
        if hello(conversation, target.relay.local_name, Step("EHLO", Phase.EHLO)) is None:
            return None
        return conversation if conversation.command("STARTTLS").code == 220 else None
    except Broken:
        return None


def _unverified() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def chain_of(encrypted: ssl.SSLSocket) -> list[bytes]:
    """The certificates that the other side sent, DER, its own first."""
    public = getattr(encrypted, "get_unverified_chain", None)  # Python 3.13
    if public is not None:
        return [bytes(der) for der in public()]
    inner = getattr(encrypted, "_sslobj", None)
    chain = getattr(inner, "get_unverified_chain", None)
    if chain is None:
        leaf = encrypted.getpeercert(binary_form=True)
        return [leaf] if leaf else []
    encoding_der = 2
    return [bytes(certificate.public_bytes(encoding_der)) for certificate in chain() or []]


def _second_hello(
    target: Target, conversation: Conversation, wanted: CertificateRequest, family: Step
) -> Extensions | None:
    """EHLO inside TLS: the first thing that a relay can refuse a client certificate with (TLS 1.3)."""
    ours = target.relay.client_certificate
    certificate = family.add(Step("Client certificate", Phase.TLS))
    certificate.facts = {
        "requested": wanted.seen,
        "authorities": wanted.authorities,
        "configured": ours is not None,
    }
    step = Step("EHLO inside TLS", Phase.EHLO)
    extensions = hello(conversation, target.relay.local_name, step)
    if extensions is not None:
        certificate.detail = _certificate_words(wanted, configured=ours is not None)
        family.add(step)
        return extensions
    if wanted.seen:
        sign = "client-certificate-refused" if ours is not None else "client-certificate-wanted"
        said = "refuses ours" if ours is not None else "wants one, and none is configured"
        certificate.fail(f"the relay {said}: {step.detail}", sign)
        family.state, family.detail = State.FAILED, certificate.detail
        step.skip("the relay ended the session")
        step.remedies.clear()
    else:
        certificate.detail = _certificate_words(wanted, configured=ours is not None)
        family.detail = step.detail
    family.add(step)
    return None


def _certificate_words(wanted: CertificateRequest, *, configured: bool) -> str:
    if not wanted.seen:
        return "not asked for" + (", so the configured one was not shown" if configured else "")
    of = f" (of {'; '.join(wanted.authorities[:3])})" if wanted.authorities else ""
    return f"asked for{of}, " + (
        "ours was accepted" if configured else "none is configured, and the relay goes on"
    )


def _soften(certificates: Step) -> None:
    """The handshake was verified: what a further certificate of the chain lacks does no harm."""
    for step in certificates.walk():
        if step.state is State.FAILED:
            step.state = State.NOTE


def _say_once(certificates: Step, handshake: Step) -> None:
    """What the handshake's remedy says need not stand at each certificate again."""
    for step in certificates.walk():
        step.remedies = [remedy for remedy in step.remedies if remedy not in handshake.remedies]
