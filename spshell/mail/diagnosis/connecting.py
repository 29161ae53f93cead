"""TCP and the greeting, at every address by itself; the first that answers is used from then on."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

from spshell.mail.diagnosis.conversation import Broken, Conversation
from spshell.mail.diagnosis.step import State, Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from spshell.mail.diagnosis.name_lookup import Address
    from spshell.mail.diagnosis.redaction import Redactor
    from spshell.mail.diagnosis.target import Target


def connect_all(target: Target, addresses: list[Address], redactor: Redactor) -> tuple[Step, list[Address]]:
    """The step, and the addresses that greet."""
    family = Step("Connection", Phase.CONNECT)
    good: list[Address] = []
    for address in addresses:
        step = family.add(_try(target, address, redactor))
        if step.state is not State.FAILED:
            good.append(address)
    bad = len(addresses) - len(good)
    if not good:
        family.state = State.FAILED
        family.detail = "no address answers as an SMTP server does"
    elif bad:
        family.state = State.OK
        family.warn(f"{bad} of {len(addresses)} addresses do not answer", "one-address")
    else:
        family.detail = f"{good[0].text} answers" if len(good) == 1 else f"all {len(good)} addresses answer"
    return family, good


def _try(target: Target, address: Address, redactor: Redactor) -> Step:
    step = Step(address.text, Phase.CONNECT)
    patience = target.patience
    with step.timed():
        try:
            conversation = Conversation(address.family, address.sockaddr, patience, redactor)
        except Broken as error:
            return step.fail(error.reason, error.sign)
    step.facts = {"address": address.sockaddr[0], "connectMilliseconds": milliseconds(step.seconds)}
    step.transcript = conversation.transcript
    banner = step.add(Step("Greeting", Phase.BANNER))
    with banner.timed():
        _greet(target, address, conversation, banner)
    conversation.close(politely=not banner.failed)
    if banner.failed:
        step.state, step.detail = (
            State.FAILED,
            f"connected in {milliseconds(step.seconds)} ms, but: {banner.detail}",
        )
    else:
        step.detail = f"connected in {milliseconds(step.seconds)} ms"
    return step


def _greet(target: Target, address: Address, conversation: Conversation, step: Step) -> None:
    patience = target.patience
    wrapped_port = target.relay.port == 465
    try:
        try:
            reply = conversation.reply(patience.silence if wrapped_port else patience.banner)
        except Broken as error:
            # A server that waits for a ClientHello says nothing; some close after a while.
            if error.sign in ("silence", "closed", "reset") and speaks_tls(address, patience.connect):
                step.phase = Phase.TLS
                step.fail("no greeting: this port speaks TLS from the first byte", "implicit-tls")
                return
            raise
    except Broken as error:
        step.fail(error.reason, error.sign)
        return
    text = conversation.redactor.shown(reply.text)
    step.code, step.facts = reply.code, {"banner": text}
    if reply.code == 220:
        step.detail = f"220 {text}"
    else:
        step.fail(f"{reply.code} {text}", code=reply.code, text=text)


def speaks_tls(address: Address, seconds: float) -> bool:
    """Whether the port answers a ClientHello: implicit TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with socket.socket(address.family, socket.SOCK_STREAM) as plain:
            plain.settimeout(seconds)
            plain.connect(address.sockaddr)
            with context.wrap_socket(plain):
                return True
    except ssl.SSLError as error:
        # An alert is TLS as well; anything else is not.
        return "ALERT" in (error.reason or "")
    except OSError:
        return False


def milliseconds(seconds: float | None) -> int:
    return round((seconds or 0.0) * 1000)
