"""Handing over one message: MAIL, RCPT, then DATA or BDAT, with what the relay offers.

- PIPELINING (RFC 2920): everything up to DATA travels as one group, two round trips a message instead of four
- CHUNKING (RFC 3030): the message as one counted chunk, in which no line can end it early; once the relay has taken
  a message in this session, the chunk goes along with the group, one round trip a message
- SIZE (RFC 1870): a message too long is not sent at all
- 8BITMIME, SMTPUTF8: said only for a message that needs them; without them such a message cannot go
- DSN (RFC 3461): asks for reports about failures and delays, under the message's own id
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spshell.mail.outcome import Nature, Outcome, Phase, Scope, Verdict, for_all, impossible
from spshell.mail.replies import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spshell.mail.envelope import Envelope
    from spshell.mail.replies import Reply
    from spshell.mail.session import Session


_SPECIAL = re.compile("[^!-*,-<>-~]")
_ALONG = 65536
"""A longer message waits for the replies: it might travel for nothing."""


async def hand_over(session: Session, message: bytes, envelope: Envelope) -> Outcome:
    """One transaction; WireError or TlsError only while the outcome is open for everybody."""
    session.phase = Phase.MAIL
    needs = _needs(session.extensions, message, envelope)
    if isinstance(needs, Verdict):
        return for_all(envelope.recipients, needs)
    if "PIPELINING" in session.extensions:
        return await _grouped(session, message, envelope, needs)
    return await _in_steps(session, message, envelope, needs)


def _needs(extensions: dict[str, list[str]], message: bytes, envelope: Envelope) -> list[str] | Verdict:
    """The parameters of MAIL, or why this message cannot go to this relay."""
    if not message.count(b"\n") == message.count(b"\r\n") == message.count(b"\r"):
        # What one relay takes for a line end and the next does not is how messages are smuggled.
        return impossible(Phase.MAIL, "5.6.0 a line of the message ends in CR or LF alone", "bare-line-end")
    if not message.endswith(b"\r\n"):
        return impossible(Phase.MAIL, "5.6.0 the last line of the message does not end", "bare-line-end")
    parameters = []
    limit = size_limit(extensions)
    if limit and len(message) > limit:
        text = f"5.3.4 the message has {len(message)} octets, the relay takes {limit}"
        return impossible(Phase.MAIL, text, "message-too-large")
    if "SIZE" in extensions:
        parameters.append(f"SIZE={len(message)}")
    if needs_utf8(message, envelope):
        if "SMTPUTF8" not in extensions:
            text = "5.6.7 an address with other letters than ASCII before the @ needs a relay with SMTPUTF8"
            return impossible(Phase.MAIL, text, "smtputf8")
        parameters.append("SMTPUTF8")
    if not message.isascii():
        if "8BITMIME" not in extensions:
            return impossible(
                Phase.MAIL, "5.6.3 the relay does not take 8-bit messages (8BITMIME)", "8bitmime"
            )
        parameters.append("BODY=8BITMIME")
    if _wants_reports(extensions, envelope):
        parameters += ["RET=HDRS", f"ENVID={_xtext(envelope.id)}"]
    return parameters


def needs_utf8(message: bytes, envelope: Envelope) -> bool:
    """RFC 6531 §3.2: an address or a header field is not ASCII. A Unicode subject is: it is encoded."""
    if not all(address.isascii() for address in (envelope.mail_from, *envelope.recipients)):
        return True
    return not message.isascii() and not message.partition(b"\r\n\r\n")[0].isascii()


def size_limit(extensions: dict[str, list[str]]) -> int:
    """The longest message that the relay takes; 0 when it does not say."""
    digits = "".join(extensions.get("SIZE", [])[:1])
    return int(digits) if digits.isdecimal() and len(digits) < 16 else 0


def _commands(session: Session, envelope: Envelope, needs: list[str]) -> list[str]:
    reports = _wants_reports(session.extensions, envelope)
    lines = [" ".join([f"MAIL FROM:<{envelope.mail_from}>", *needs])]
    for address in envelope.recipients:
        line = f"RCPT TO:<{address}>"
        if reports and address.isascii():
            line += f" NOTIFY=FAILURE,DELAY ORCPT=rfc822;{_xtext(address)}"
        lines.append(line)
    return lines


async def _grouped(session: Session, message: bytes, envelope: Envelope, needs: list[str]) -> Outcome:
    """Everything as one conversation, judged at its end as if each reply had been waited for."""
    chunks = "CHUNKING" in session.extensions
    goes_along = chunks and session.delivered > 0 and len(message) <= _ALONG
    lines, phases = (
        _commands(session, envelope, needs),
        [Phase.MAIL, *[Phase.RCPT] * len(envelope.recipients)],
    )
    if not session.clean:
        lines, phases = ["RSET", *lines], [Phase.RSET, *phases]
    if not chunks:
        lines.append("DATA")  # RFC 2920 §3.1: the last of its group
        phases.append(Phase.DATA)
    elif goes_along:
        lines.append(_chunk(message))
    phases.append(Phase.DOT)

    def proceed(replies: Sequence[Reply]) -> bytes | None:
        outcome = _concluded(session, envelope, replies, phases)
        if outcome is None:
            return _chunk(message).encode() + b"\r\n" + message if chunks else stuffed(message)
        if not chunks and replies[-1].code == 354 and outcome.relay_verdict is None:
            return b".\r\n"  # the relay waits for a message that nobody is to get (RFC 2920 §3.1)
        return None

    session.clean = False
    try:
        chunk, then = (message, None) if goes_along else (b"", proceed)
        replies = await session.wire.converse(lines, chunk, then)
    except BaseException:
        session.phase = phases[min(session.wire.answered, len(phases) - 1)]
        raise
    outcome = _concluded(session, envelope, replies, phases)
    if outcome is None:
        session.phase = phases[len(replies)]
        raise session.wire.end
    return outcome


def _concluded(
    session: Session, envelope: Envelope, replies: Sequence[Reply], phases: list[Phase]
) -> Outcome | None:
    """What the replies of a conversation say, one after the other; None while they leave it open."""
    verdicts: dict[str, Verdict] = {}
    addresses = iter(envelope.recipients)
    for phase, reply in zip(phases, replies, strict=False):
        session.phase = phase
        if phase is Phase.RCPT:
            address = next(addresses)
            if _is_taken(reply):
                continue
            verdicts[address] = session.judged(reply)
            if verdicts[address].scope is not Scope.RECIPIENT:
                return for_all(envelope.recipients, verdicts[address])
            if len(verdicts) == len(envelope.recipients):
                return Outcome(verdicts)
        elif phase is Phase.DOT:
            return _together(envelope, verdicts, _final(session, reply))
        elif reply.code != 354 if phase is Phase.DATA else reply.code // 100 != 2:
            return _together(envelope, verdicts, session.judged(reply))
    return None


async def _in_steps(session: Session, message: bytes, envelope: Envelope, needs: list[str]) -> Outcome:
    if not session.clean:
        await session.reset()
        session.phase = Phase.MAIL
    session.clean = False
    first, *rest = _commands(session, envelope, needs)
    reply = await session.wire.command(first)
    if reply.code // 100 != 2:
        return for_all(envelope.recipients, session.judged(reply))
    session.phase = Phase.RCPT
    verdicts: dict[str, Verdict] = {}
    for address, line in zip(envelope.recipients, rest, strict=True):
        reply = await session.wire.command(line)
        if not _is_taken(reply):
            verdicts[address] = session.judged(reply)
            if verdicts[address].scope is not Scope.RECIPIENT:
                return for_all(envelope.recipients, verdicts[address])
    if len(verdicts) == len(envelope.recipients):
        return Outcome(verdicts)
    if "CHUNKING" in session.extensions:
        session.phase = Phase.DOT
        final = (await session.wire.converse([_chunk(message)], message, None))[:1]
    else:
        session.phase = Phase.DATA
        reply = await session.wire.command("DATA")
        if reply.code != 354:
            return _together(envelope, verdicts, session.judged(reply))
        session.phase = Phase.DOT
        final = (await session.wire.converse([], stuffed(message), None))[:1]
    if not final:
        raise session.wire.end
    return _together(envelope, verdicts, _final(session, final[0]))


def _together(envelope: Envelope, verdicts: dict[str, Verdict], final: Verdict) -> Outcome:
    """What was said to each recipient, and to the message for all others."""
    return Outcome({address: verdicts.get(address, final) for address in envelope.recipients})


def _final(session: Session, reply: Reply) -> Verdict:
    session.clean = True
    if reply.code // 100 != 2 or reply.code == 221:
        return session.judged(reply)
    session.delivered += 1
    return Verdict(Nature.ACCEPTED, Scope.MESSAGE, Phase.DOT, shown(reply.text), reply.code)


def stuffed(message: bytes) -> bytes:
    """A message as it stands behind 354: dots stuffed, and ended (RFC 5321 §4.5.2)."""
    if b"\n." in message or message.startswith(b"."):
        message = message.replace(b"\n.", b"\n..")
        message = b"." + message if message.startswith(b".") else message
    return message + b".\r\n"


def _chunk(message: bytes) -> str:
    return f"BDAT {len(message)} LAST"


def _is_taken(reply: Reply) -> bool:
    return reply.code in (250, 251)


def _wants_reports(extensions: dict[str, list[str]], envelope: Envelope) -> bool:
    # A message without a return path must not cause another message.
    return "DSN" in extensions and bool(envelope.id) and bool(envelope.mail_from)


def _xtext(text: str) -> str:
    """RFC 3461 §4."""
    return _SPECIAL.sub(lambda found: "".join(f"+{byte:02X}" for byte in found.group().encode()), text)
