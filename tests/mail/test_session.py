"""The dialogue, step by step, with a relay that says what the test wants."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spshell.mail import Credential, CredentialUnavailable, Envelope, Outcome, Relay, Status, TlsPolicy
from spshell.mail.outcome import Nature, Phase, Scope
from spshell.mail.session import Reply, Session, StepFailed
from spshell.mail.tls import TlsFacts
from spshell.mail.wire_errors import WireError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PASSWORD = "canary-pa55word"


def _b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def credentials() -> Credential:
    return Credential("farm", PASSWORD)


RELAY = Relay("mail.contoso.test", tls=TlsPolicy.NEVER, local_name="sp1.contoso.test")
SECURE = replace(RELAY, tls=TlsPolicy.REQUIRED, credentials=credentials)
ENVELOPE = Envelope("farm@contoso.test", ("a@b.test", "c@d.test"))
OFFER = "250-mail\n250-SIZE 1000\n250-STARTTLS\n250 AUTH PLAIN LOGIN"


class ScriptedWire:
    """Answers each command with the reply scripted for its first word, or 250."""

    def __init__(self, unread: int = 0, **replies: str | list[str]) -> None:
        self.replies = {
            "connect": "220 ready",
            "EHLO": OFFER,
            "STARTTLS": "220 go",
            "DATA": "354 go",
        } | replies
        self.sent: list[str] = []
        self.answered = 0
        self.end = WireError("connection lost")
        self._unread = unread
        self.tls: TlsFacts | None = None

    async def connect(self) -> None:
        pass

    async def reply(self) -> Reply:
        return self._reply("connect")

    async def converse(
        self, lines: Sequence[str], chunk: bytes, proceed: Callable[[list[Reply]], bytes | None] | None
    ) -> list[Reply]:
        self.sent += lines
        self.answered, replies = 0, []
        for line in lines:
            word = "dot" if line.startswith("BDAT") else line.split(maxsplit=1)[0]
            replies.append(self._reply(word))
            self.answered += 1
        more = chunk or (proceed(replies) if proceed is not None else None)
        if more:
            self.sent.append(f"({len(more)} octets)")
            if not (lines and lines[-1].startswith("BDAT")):
                replies.append(self._reply("dot"))
        return replies

    async def command(self, line: str) -> Reply:
        self.sent.append(line)
        return self._reply(line.split(maxsplit=1)[0])

    def unread(self) -> int:
        return self._unread

    async def start_tls(self) -> None:
        self.sent.append("(TLS)")
        self.tls = TlsFacts()

    def _reply(self, word: str) -> Reply:
        scripted = self.replies.get(word, "250 ok")
        if isinstance(scripted, list):
            scripted = scripted.pop(0)
        if scripted == "lost":
            raise WireError("connection lost")
        lines = scripted.split("\n")
        return Reply(int(lines[0][:3]), "\n".join(line[4:] for line in lines))


def opened(wire: ScriptedWire, relay: Relay) -> Session:
    session = Session(wire, relay)
    asyncio.run(session.open())
    return session


def failure(wire: ScriptedWire, relay: Relay) -> StepFailed:
    with pytest.raises(StepFailed) as caught:
        opened(wire, relay)
    return caught.value


def sent(wire: ScriptedWire, message: bytes = b"x\r\n", relay: Relay = RELAY) -> Outcome:
    async def run() -> Outcome:
        session = Session(wire, relay)
        await session.open()
        return await session.transaction(message, ENVELOPE)

    return asyncio.run(run())


def test_a_clear_anonymous_session() -> None:
    wire = ScriptedWire()
    outcome = sent(wire)
    assert wire.sent == [
        "EHLO sp1.contoso.test",
        "MAIL FROM:<farm@contoso.test> SIZE=3",
        "RCPT TO:<a@b.test>",
        "RCPT TO:<c@d.test>",
        "DATA",
        "(6 octets)",
    ]
    assert outcome["a@b.test"] is outcome["c@d.test"] is Status.SENT


def test_starttls_is_not_used_when_it_is_off_and_auth_not_when_anonymous() -> None:
    wire = ScriptedWire()
    opened(wire, RELAY)
    assert wire.sent == ["EHLO sp1.contoso.test"]


def test_a_secure_session_forgets_what_was_offered_in_clear_text() -> None:
    wire = ScriptedWire(EHLO=[OFFER, "250-mail\n250 AUTH LOGIN"], AUTH="334 VXNlcm5hbWU6")
    user, password = (base64.b64encode(text.encode()).decode() for text in ("farm", PASSWORD))
    wire.replies[user], wire.replies[password] = "334 UGFzc3dvcmQ6", "235 ok"
    session = opened(wire, SECURE)
    ehlo = "EHLO sp1.contoso.test"
    assert wire.sent == [ehlo, "STARTTLS", "(TLS)", ehlo, "AUTH LOGIN", user, password]
    assert "SIZE" not in session.extensions


def test_required_tls_that_is_not_offered_sends_nothing_more() -> None:
    wire = ScriptedWire(EHLO="250-mail\n250 AUTH LOGIN")
    verdict = failure(wire, SECURE).verdict
    assert (verdict.phase, verdict.nature) == (Phase.STARTTLS, Nature.CONFIGURATION)
    assert wire.sent == ["EHLO sp1.contoso.test"]


@pytest.mark.parametrize("reply", ["250 ok", "354 go", "221 bye", "454 not now", "501 no", "334 x"])
def test_only_220_starts_tls(reply: str) -> None:
    wire = ScriptedWire(STARTTLS=reply)
    assert failure(wire, SECURE).verdict.phase is Phase.STARTTLS
    assert wire.sent[-1] == "STARTTLS"


def test_bytes_behind_the_reply_to_starttls_are_an_attack() -> None:
    wire = ScriptedWire(unread=31)
    verdict = failure(wire, SECURE).verdict
    assert "31 bytes" in verdict.text
    assert "injection" in verdict.text
    assert wire.sent[-1] == "STARTTLS"


@pytest.mark.parametrize(
    ("offer", "reason"),
    [("250 mail", "no authentication"), ("250-mail\n250 AUTH CRAM-MD5 XOAUTH2", "only CRAM-MD5, XOAUTH2")],
)
def test_credentials_without_a_usable_mechanism_hold_the_mail(offer: str, reason: str) -> None:
    wire = ScriptedWire(EHLO=[OFFER, offer])
    verdict = failure(wire, SECURE).verdict
    assert (verdict.phase, verdict.status) == (Phase.AUTH, Status.HELD)
    assert reason in verdict.text


@pytest.mark.parametrize(
    "offer", ["250-mail\n250 AUTH=LOGIN", "250-mail\n250 auth Login", "250-mail\n250-AUTH\n250 AUTH LOGIN"]
)
def test_every_form_of_the_offer_is_understood(offer: str) -> None:
    wire = ScriptedWire(EHLO=[OFFER, offer], AUTH="535 no")
    failure(wire, SECURE)
    assert wire.sent[-1] == "AUTH LOGIN"


def test_the_password_is_not_sent_in_clear_text_unless_somebody_says_so() -> None:
    relay = replace(SECURE, tls=TlsPolicy.NEVER)
    wire = ScriptedWire()
    assert "LOGIN without TLS" in failure(wire, relay).verdict.text
    assert wire.sent == ["EHLO sp1.contoso.test"]
    wire = ScriptedWire(AUTH="535 no")
    failure(wire, replace(relay, clear_text_login=True))
    assert wire.sent[-1] == "AUTH LOGIN"


def test_a_rejected_password_is_tried_once_and_the_mail_held() -> None:
    wire = ScriptedWire(EHLO=OFFER, AUTH="334 ", **{_b64("farm"): "334 ", _b64(PASSWORD): "535 5.7.8 bad"})
    verdict = failure(wire, SECURE).verdict
    assert (verdict.phase, verdict.code, verdict.status) == (Phase.AUTH, 535, Status.HELD)
    assert sum(line.startswith("AUTH") for line in wire.sent) == 1
    assert wire.sent.count(_b64(PASSWORD)) == 1
    assert not any(line.startswith("MAIL") for line in wire.sent)


def test_a_relay_that_repeats_the_password_is_not_quoted() -> None:
    echo = f"535 5.7.8 {PASSWORD} is wrong, {_b64(PASSWORD)} too"
    wire = ScriptedWire(AUTH="334 ", **{_b64("farm"): "334 ", _b64(PASSWORD): echo})
    error = failure(wire, SECURE)
    assert PASSWORD not in str(error)
    assert _b64(PASSWORD) not in str(error)


def test_a_credential_that_cannot_be_read_holds_the_mail_and_is_not_replaced_by_none() -> None:
    def missing() -> Credential:
        raise CredentialUnavailable("the key of this server is missing")

    wire = ScriptedWire()
    verdict = failure(wire, replace(SECURE, credentials=missing)).verdict
    assert (verdict.status, verdict.text) == (Status.HELD, "the key of this server is missing")
    assert not any(line.startswith(("AUTH", "MAIL")) for line in wire.sent)


@pytest.mark.parametrize("prompt", ["334 Username:", "334 ä", "334 ", "334 VXNlcm5hbWU6"])
def test_the_prompts_of_login_are_not_read(prompt: str) -> None:
    wire = ScriptedWire(EHLO=OFFER, AUTH=prompt, **{_b64("farm"): prompt, _b64(PASSWORD): "235 ok"})
    opened(wire, SECURE)
    assert wire.sent[-2:] == [_b64("farm"), _b64(PASSWORD)]


@pytest.mark.parametrize("challenge", ["334 not base64!", "334 ä", "334 " + _b64("NTLMSSP and nonsense")])
def test_a_challenge_that_is_nonsense_cancels_the_exchange(challenge: str) -> None:
    class Ntlm(ScriptedWire):
        def _reply(self, word: str) -> Reply:
            if word.startswith("TlRMTVNTU"):
                word = "negotiate"
            return super()._reply(word)

    wire = Ntlm(
        EHLO="250-mail\n250-STARTTLS\n250 AUTH NTLM LOGIN", AUTH="334 NTLM supported", negotiate=challenge
    )
    verdict = failure(wire, SECURE).verdict
    assert (verdict.phase, verdict.status) == (Phase.AUTH, Status.HELD)
    assert wire.sent[-1] == "*"
    assert "AUTH LOGIN" not in wire.sent


def test_an_endless_exchange_ends() -> None:
    wire = ScriptedWire(AUTH="334 ", **{_b64("farm"): "334 ", _b64(PASSWORD): "334 "})
    assert "third question" in failure(wire, SECURE).verdict.text
    assert wire.sent[-1] == "*"


def test_one_refused_recipient_does_not_stop_the_others() -> None:
    wire = ScriptedWire(RCPT=["550 5.1.1 no such user", "250 ok"])
    outcome = sent(wire)
    assert outcome["a@b.test"] is Status.BOUNCED
    assert outcome["c@d.test"] is Status.SENT


def test_when_every_recipient_is_refused_no_message_is_sent() -> None:
    wire = ScriptedWire(RCPT=["550 no", "450 later"])
    outcome = sent(wire)
    assert (outcome["a@b.test"], outcome["c@d.test"]) == (Status.BOUNCED, Status.DEFERRED)
    assert "DATA" not in wire.sent


@pytest.mark.parametrize(
    ("step", "reply", "status", "phase"),
    [
        ("MAIL", "550 5.7.60 not as this sender", Status.HELD, Phase.MAIL),
        ("MAIL", "451 later", Status.DEFERRED, Phase.MAIL),
        ("DATA", "554 no", Status.BOUNCED, Phase.DATA),
        ("DATA", "250 what?", Status.DEFERRED, Phase.DATA),
        ("dot", "554 5.6.0 malformed", Status.BOUNCED, Phase.DOT),
        ("dot", "452 full", Status.DEFERRED, Phase.DOT),
        ("dot", "421 closing", Status.DEFERRED, Phase.DOT),
    ],
)
def test_what_is_said_to_the_message_is_everybodys(
    step: str, reply: str, status: Status, phase: Phase
) -> None:
    outcome = sent(ScriptedWire(**{step: reply}))
    assert {verdict.status for verdict in outcome.verdicts.values()} == {status}
    assert {verdict.phase for verdict in outcome.verdicts.values()} == {phase}


def test_a_closing_service_leaves_all_recipients_for_later() -> None:
    outcome = sent(ScriptedWire(RCPT=["250 ok", "421 closing"]))
    assert outcome["a@b.test"] is outcome["c@d.test"] is Status.DEFERRED
    assert outcome.relay_verdict is not None


@pytest.mark.parametrize(
    ("reply", "nature"),
    [("554 no service", Nature.CONFIGURATION), ("421 busy", Nature.TEMPORARY)],
)
@pytest.mark.parametrize("step", ["connect", "EHLO"])
def test_a_refused_session(step: str, reply: str, nature: Nature) -> None:
    assert failure(ScriptedWire(**{step: reply}), RELAY).verdict.nature is nature


@pytest.mark.parametrize(
    ("step", "phase"), [("EHLO", Phase.EHLO), ("STARTTLS", Phase.STARTTLS), ("AUTH", Phase.AUTH)]
)
def test_a_lost_connection_tells_where_it_was_lost(step: str, phase: Phase) -> None:
    session = Session(ScriptedWire(**{step: "lost"}), SECURE)
    with pytest.raises(WireError):
        asyncio.run(session.open())
    assert session.phase is phase


def test_a_message_over_the_offered_size_is_not_sent() -> None:
    wire = ScriptedWire()
    outcome = sent(wire, b"x" * 1001 + b"\r\n")
    assert outcome["a@b.test"] is Status.BOUNCED
    assert outcome.verdicts["a@b.test"].scope is Scope.MESSAGE
    assert not any(line.startswith("MAIL") for line in wire.sent)


@pytest.mark.parametrize(
    "offer", ["250-m\n250 SIZE", "250-m\n250 SIZE x", "250-m\n250 SIZE 0", "250-m\n250 SIZE " + "9" * 40]
)
def test_a_size_without_a_number_is_no_limit(offer: str) -> None:
    assert sent(ScriptedWire(EHLO=offer), b"x" * 5000 + b"\r\n")["a@b.test"] is Status.SENT


def test_a_local_name_that_is_none_is_not_sent() -> None:
    wire = ScriptedWire()
    opened(wire, replace(RELAY, local_name="a b\r\nMAIL"))
    assert wire.sent == ["EHLO localhost"]


def test_replies_are_shown_without_what_troubles_a_terminal() -> None:
    text = "5.7.1 \x1b[31mred\x1b[0m \u202eevil\nsecond\tline" + "x" * 5000
    verdict = failure(ScriptedWire(connect=f"554 {text}"), RELAY).verdict
    assert not {"\x1b", "\u202e"} & set(verdict.text)
    assert "\n" not in verdict.text
    assert len(verdict.text) <= 1000


PIPELINE = "250-mail\n250-PIPELINING\n250 DSN"


def test_commands_travel_as_one_group_where_that_is_offered() -> None:
    wire = ScriptedWire(EHLO=PIPELINE)
    assert sent(wire)["a@b.test"] is Status.SENT
    assert wire.sent[-2:] == ["DATA", "(6 octets)"]


def test_in_a_group_too_each_recipient_has_a_fate_of_its_own() -> None:
    outcome = sent(ScriptedWire(EHLO=PIPELINE, RCPT=["550 5.1.1 no such user", "250 ok"]))
    assert (outcome["a@b.test"], outcome["c@d.test"]) == (Status.BOUNCED, Status.SENT)


def test_a_relay_that_wants_the_message_of_nobody_gets_none() -> None:
    """RFC 2920 §3.1: DATA was sent along before the refusals were known."""
    wire = ScriptedWire(EHLO=PIPELINE, RCPT=["550 no", "450 later"], dot="554 no valid recipients")
    outcome = sent(wire)
    assert (outcome["a@b.test"], outcome["c@d.test"]) == (Status.BOUNCED, Status.DEFERRED)
    assert wire.sent[-1] == "(3 octets)", "an end, and nothing before it"


def test_a_message_goes_as_one_chunk_and_the_next_along_with_its_commands() -> None:
    wire = ScriptedWire(EHLO="250-mail\n250-PIPELINING\n250 CHUNKING", RCPT=["250 ok"] * 3 + ["550 5.1.1 gone"])

    async def run() -> list[Outcome]:
        session = Session(wire, RELAY)
        await session.open()
        return [await session.transaction(b"x\r\n", ENVELOPE) for _ in range(2)]

    first, second = asyncio.run(run())
    assert (first["c@d.test"], second["a@b.test"], second["c@d.test"]) == (Status.SENT, Status.SENT, Status.BOUNCED)
    assert wire.sent[4:] == [
        "(16 octets)",  # BDAT 3 LAST, and three octets
        "MAIL FROM:<farm@contoso.test>",
        "RCPT TO:<a@b.test>",
        "RCPT TO:<c@d.test>",
        "BDAT 3 LAST",
        "(3 octets)",
    ]


def test_reports_are_asked_for_where_they_are_offered_and_there_is_a_way_back() -> None:
    wire = ScriptedWire(EHLO=PIPELINE)

    async def run(envelope: Envelope) -> None:
        session = Session(wire, RELAY)
        await session.open()
        await session.transaction(b"x\r\n", envelope)

    asyncio.run(run(Envelope("farm@contoso.test", ("a+b@b.test",), id="7b0c=1")))
    assert "MAIL FROM:<farm@contoso.test> RET=HDRS ENVID=7b0c+3D1" in wire.sent
    assert "RCPT TO:<a+b@b.test> NOTIFY=FAILURE,DELAY ORCPT=rfc822;a+2Bb@b.test" in wire.sent
    wire.sent.clear()
    asyncio.run(run(Envelope("", ("a@b.test",), id="7b0c")))
    assert wire.sent[1:3] == ["MAIL FROM:<>", "RCPT TO:<a@b.test>"]


def test_a_transaction_that_was_refused_is_forgotten_before_the_next() -> None:
    wire = ScriptedWire(EHLO=PIPELINE, MAIL=["550 5.1.8 no", "250 ok"])

    async def run() -> list[Outcome]:
        session = Session(wire, RELAY)
        await session.open()
        return [await session.transaction(b"x\r\n", ENVELOPE) for _ in range(2)]

    first, second = asyncio.run(run())
    assert (first["a@b.test"], second["a@b.test"]) == (Status.BOUNCED, Status.SENT)
    assert wire.sent.count("RSET") == 1


@pytest.mark.parametrize("message", [b"a\nb\r\n", b"a\rb\r\n", b"a\n.\r\nMAIL FROM:<x@y.test>\r\n", b"no end"])
def test_a_message_with_line_ends_that_readers_disagree_about_is_not_sent(message: bytes) -> None:
    wire = ScriptedWire()
    outcome = sent(wire, message)
    assert {verdict.cause for verdict in outcome.verdicts.values()} == {"bare-line-end"}
    assert len(wire.sent) == 1


def test_eight_bit_text_needs_a_relay_that_says_it_takes_it() -> None:
    content = "Subject: x\r\n\r\nä\r\n".encode()
    assert sent(ScriptedWire(), content).verdicts["a@b.test"].cause == "8bitmime"
    wire = ScriptedWire(EHLO="250-mail\n250 8BITMIME")
    sent(wire, content)
    assert wire.sent[1] == "MAIL FROM:<farm@contoso.test> BODY=8BITMIME"
    assert sent(wire, "Subject: ä\r\n\r\n".encode()).verdicts["a@b.test"].cause == "smtputf8"


NTLM_OFFER = "250-mail\n250-STARTTLS\n250 AUTH NTLM LOGIN"


class Windows(ScriptedWire):
    """NTLM's tokens by their first words."""

    def _reply(self, word: str) -> Reply:
        return super()._reply("token" if word.startswith("TlRMTVNTU") else word)


@pytest.mark.parametrize("where", ["AUTH", "token"])
def test_a_mechanism_that_is_refused_before_anything_was_shown_gives_way(where: str) -> None:
    """504 to AUTH, or a refusal of the first token, which only says hello."""
    wire = Windows(EHLO=NTLM_OFFER, AUTH=["334 NTLM supported", "334 "], **{_b64("farm"): "334 "})
    wire.replies[_b64(PASSWORD)] = "235 ok"
    if where == "AUTH":
        wire.replies["AUTH"] = ["504 5.5.4 what?", "334 "]
    else:
        wire.replies["token"] = "535 5.7.8 no NTLM today"
    assert opened(wire, SECURE).mechanism == "LOGIN"


def test_a_refusal_after_the_answer_to_the_challenge_is_final() -> None:
    wire = Windows(EHLO=NTLM_OFFER, AUTH="334 NTLM supported", token=[f"334 {_challenge()}", "535 5.7.8 bad"])
    verdict = failure(wire, SECURE).verdict
    assert (verdict.code, verdict.status) == (535, Status.HELD)
    assert sum(line.startswith("AUTH") for line in wire.sent) == 1


def _challenge() -> str:
    """A type 2 message (MS-NLMP 2.2.1.2) with the smallest target information."""
    name, info = "M".encode("utf-16-le"), b"\x02\x00\x02\x00M\x00\x00\x00\x00\x00"
    head = b"NTLMSSP\0\x02\0\0\0"
    flags = (0xE28A8235).to_bytes(4, "little")
    field = len(name).to_bytes(2, "little") * 2 + (56).to_bytes(4, "little")
    target = len(info).to_bytes(2, "little") * 2 + (56 + len(name)).to_bytes(4, "little")
    return base64.b64encode(head + field + flags + b"\x01" * 8 + b"\0" * 8 + target + b"\0" * 8 + name + info).decode()


def test_a_certificate_that_postfix_asks_for_in_a_reply_is_a_fault_of_the_settings() -> None:
    class Asking(ScriptedWire):
        async def start_tls(self) -> None:
            self.tls = TlsFacts(asks_certificate=True)

    wire = Asking(EHLO=[OFFER, "421 4.7.1 mail Error: No client certificate presented"])
    verdict = failure(wire, SECURE).verdict
    assert (verdict.code, verdict.status, verdict.cause) == (421, Status.HELD, "client-certificate-required")
