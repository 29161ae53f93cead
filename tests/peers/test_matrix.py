"""Mechanism by server: each message really delivered, and read back where it arrived.

    Postfix   Cyrus SASL: LOGIN, NTLM, GSSAPI (Kerberos), SPNEGO (Kerberos, NTLM); Dovecot SASL: LOGIN, GSSAPI
    Exim      LOGIN, GSSAPI; its NTLM is version 1 only and is refused by design
    Dovecot   LOGIN, GSSAPI; there is no NTLM in it any more
    Windows   aiosmtpd with pyspnego's acceptors: LOGIN, NTLM with channel binding, SPNEGO (Kerberos, NTLM)
"""

from __future__ import annotations

import asyncio
import email
import os
import subprocess
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from spshell.mail import (
    ClientCertificate,
    Credential,
    Envelope,
    Mailbox,
    Outcome,
    Relay,
    SenderSettings,
    Status,
    TlsPolicy,
    resolve_sender,
)
from spshell.mail.lab import Authority
from spshell.mail.outcome import Phase, Verdict
from spshell.mail.sasl import gssapi
from spshell.mail.smtp import SmtpTransport
from tests.mail.messages import ANN, FARM, message
from tests.peers import debian
from tests.peers.kerberos_libraries import needs_kerberos
from tests.peers.postfix import NTLM_USERS, PASSWORD, USER
from tests.peers.windows_relay import WindowsRelay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.peers.conftest import Peers

pytestmark = pytest.mark.peer

ENVELOPE = Envelope("farm@corp.test", ("owner@corp.test",))
PRINCIPAL = "alice@CORP.TEST"
DOWN_LEVEL = "CORP\\alice"


@pytest.fixture(autouse=True)
def kerberos(peers: Peers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KRB5_CONFIG", str(peers.kdc.config))
    monkeypatch.setenv("KRB5CCNAME", f"FILE:{tmp_path}/nobody-has-a-ticket-here")


@pytest.fixture(scope="module")
def windows(peers: Peers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowsRelay]:
    """Its acceptors live in this process, and find their secrets through the environment."""
    users = tmp_path_factory.mktemp("windows") / "users"
    users.write_text(NTLM_USERS + f":{USER}:{PASSWORD}\n", encoding="ascii")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NTLM_USER_FILE", str(users))
        patch.setenv("KRB5_CONFIG", str(peers.kdc.config))
        patch.setenv("KRB5_KTNAME", f"FILE:{peers.kdc.keytab}")
        with WindowsRelay({USER: PASSWORD, DOWN_LEVEL: PASSWORD}, authority=peers.authority) as relay:
            yield relay


def to(peers: Peers, port: int, user: str | None = None, password: str = PASSWORD, **changes: Any) -> Relay:
    facts: dict[str, Any] = {
        "credentials": None if user is None else lambda: Credential(user, password),
        "trust_roots": (peers.authority.certificate,),
        "system_trust": False,
        "local_name": "sp1.corp.test",
        "deadline": 30,
    }
    return Relay("localhost", port, **facts | changes)


def deliver(relay: Relay, envelope: Envelope = ENVELOPE, **changes: Any) -> tuple[Outcome, str]:
    """The outcome, and the Message-ID by which to find the message."""
    sent = message(id=str(uuid4()), **changes)
    outcome = asyncio.run(SmtpTransport().deliver(sent.content(), envelope, relay))
    return outcome, sent.message_id


def verdict(outcome: Outcome) -> Verdict:
    (only,) = set(outcome.verdicts.values())
    return only


def arrives(relay: Relay, received: Callable[[str], bytes], **changes: Any) -> Any:
    """Deliver, and read back what the server has."""
    outcome, message_id = deliver(relay, **changes)
    assert verdict(outcome).status is Status.SENT, verdict(outcome)
    return email.message_from_bytes(received(message_id))


@pytest.fixture
def form(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """SPNEGO around the Kerberos tokens, or not."""
    original = gssapi.GssapiMechanism.__init__
    monkeypatch.setattr(
        gssapi.GssapiMechanism, "__init__", lambda self, login, form=request.param: original(self, login, form)
    )


both_forms = pytest.mark.parametrize("form", list(gssapi.Form), indirect=True, ids=lambda form: form.value)
every_name = pytest.mark.parametrize("user", [USER, DOWN_LEVEL, "alice"])


# LOGIN


@every_name
@pytest.mark.parametrize("service", ["login", "tls_required", "dovecot"])
def test_login_at_postfix(peers: Peers, service: str, user: str) -> None:
    read = arrives(with_mechanisms(to(peers, peers.postfix.port(service), user), "LOGIN"), peers.postfix.received)
    assert "ESMTPSA" in read["Received"]
    assert "TLSv1.3" in read["Received"]


@every_name
def test_login_at_exim(peers: Peers, user: str) -> None:
    read = arrives(with_mechanisms(to(peers, peers.exim.port("login"), user), "LOGIN"), peers.exim.received)
    assert "esmtpsa" in read["Received"]
    assert f"A=login:{user}" in peers.exim.log()


@every_name
def test_login_at_dovecot(peers: Peers, user: str) -> None:
    arrives(with_mechanisms(to(peers, peers.dovecot.port, user), "LOGIN"), peers.postfix.received)


@pytest.mark.parametrize("server", ["dovecot", "postfix"])
def test_ntlm_inside_spnego_is_refused_by_dovecot_and_nothing_weaker_is_tried(peers: Peers, server: str) -> None:
    """Its GSSAPI is Kerberos only, and it says so after it has seen the answer to the challenge."""
    port = peers.dovecot.port if server == "dovecot" else peers.postfix.port("dovecot")
    found = verdict(deliver(to(peers, port, DOWN_LEVEL))[0])
    assert (found.phase, found.code, found.status) == (Phase.AUTH, 535, Status.HELD)
    assert any(sign in peers.dovecot.log() for sign in ("method=GSSAPI", "gssapi(?,127.0.0.1)"))


@pytest.mark.parametrize("user", [USER, DOWN_LEVEL])
def test_login_at_windows(peers: Peers, windows: WindowsRelay, user: str) -> None:
    outcome, message_id = deliver(with_mechanisms(to(peers, windows.port, user), "LOGIN"))
    assert verdict(outcome).status is Status.SENT
    assert windows.messages[-1].user == user
    assert windows.messages[-1].field("Message-ID") == message_id


# NTLM


@every_name
def test_ntlm_at_postfix(peers: Peers, user: str) -> None:
    relay = to(peers, peers.postfix.port("ntlm"), user)
    arrives(relay, peers.postfix.received)
    assert "sasl_method=NTLM" in peers.postfix.log()


def test_ntlm_at_exim_is_refused_since_it_knows_version_1_only(peers: Peers) -> None:
    """NTLMv1 can be broken in hours; a relay that wants it is a fault of the settings."""
    relay = to(peers, peers.exim.port("login"), "alice")
    offer = verdict(deliver(with_mechanisms(relay, "NTLM"))[0])
    assert (offer.phase, offer.code, offer.status) == (Phase.AUTH, 535, Status.HELD)


def with_mechanisms(relay: Relay, *names: str) -> Relay:
    """The same relay for a test that leaves only some mechanisms to choose from (see `only_these`)."""
    ONLY.clear()
    ONLY.extend(names)
    return relay


ONLY: list[str] = []


@pytest.fixture(autouse=True)
def only_these(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from spshell.mail import session

    real = session.usable

    def usable(offered: list[str], relay: Relay, *, encrypted: bool) -> list[str]:
        names = real(offered, relay, encrypted=encrypted)
        return [name for name in names if not ONLY or name in ONLY]

    monkeypatch.setattr(session, "usable", usable)
    yield
    ONLY.clear()


@pytest.mark.parametrize("user", [USER, DOWN_LEVEL])
def test_ntlm_at_windows_is_bound_to_the_channel(peers: Peers, windows: WindowsRelay, user: str) -> None:
    outcome, _ = deliver(with_mechanisms(to(peers, windows.port, user), "NTLM"))
    assert verdict(outcome).status is Status.SENT
    assert "alice" in windows.identities[-1]


def test_ntlm_without_the_binding_is_not_accepted_there(
    peers: Peers, windows: WindowsRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counter-proof: the acceptor does check."""
    monkeypatch.setattr("spshell.mail.tls.server_end_point", lambda certificate: b"tls-server-end-point:another")
    outcome, _ = deliver(with_mechanisms(to(peers, windows.port, DOWN_LEVEL), "NTLM"))
    assert verdict(outcome).status is Status.HELD
    assert windows.identities[-1] == "refused: BadBindingsError"


# GSSAPI


@both_forms
@pytest.mark.parametrize("user", [PRINCIPAL, USER, "alice"])
def test_kerberos_at_postfix(peers: Peers, form: None, user: str) -> None:
    needs_kerberos()
    arrives(to(peers, peers.postfix.port("gssapi"), user), peers.postfix.received)
    assert "sasl_method=GSSAPI" in peers.postfix.log()


@both_forms
def test_kerberos_at_exim(peers: Peers, form: None) -> None:
    needs_kerberos()
    arrives(to(peers, peers.exim.port("login"), PRINCIPAL), peers.exim.received)
    assert "A=gssapi:alice" in peers.exim.log()


@both_forms
def test_kerberos_at_dovecot(peers: Peers, form: None) -> None:
    needs_kerberos()
    arrives(to(peers, peers.dovecot.port, PRINCIPAL), peers.postfix.received)
    assert "GSSAPI" in peers.dovecot.log()


@both_forms
@pytest.mark.parametrize("agrees", [True, False], ids=["security-layer", "235-at-once"])
def test_kerberos_at_windows(peers: Peers, windows: WindowsRelay, form: None, agrees: bool) -> None:
    needs_kerberos()
    windows.agrees = agrees
    outcome, _ = deliver(with_mechanisms(to(peers, windows.port, PRINCIPAL), "GSSAPI"))
    assert verdict(outcome).status is Status.SENT, verdict(outcome)
    assert windows.identities[-1] == PRINCIPAL


@pytest.mark.parametrize("server", ["postfix", "exim", "dovecot"])
def test_kerberos_with_the_ticket_that_is_there_already(
    peers: Peers, server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    needs_kerberos()
    monkeypatch.setenv("KRB5CCNAME", f"FILE:{tmp_path}/cache")
    subprocess.run(
        ["kinit", PRINCIPAL], input=PASSWORD, text=True, check=True, capture_output=True, env=os.environ | {"PATH": debian.PATH}
    )
    ports = {"postfix": peers.postfix.port("gssapi"), "exim": peers.exim.port("login"), "dovecot": peers.dovecot.port}
    received = peers.exim.received if server == "exim" else peers.postfix.received
    arrives(to(peers, ports[server], credentials=Credential), received)


def test_without_a_ticket_that_is_said(peers: Peers) -> None:
    needs_kerberos()
    found = verdict(deliver(to(peers, peers.postfix.port("gssapi"), credentials=Credential))[0])
    assert (found.phase, found.status, found.cause) == (Phase.AUTH, Status.HELD, "kerberos-no-ticket")


@pytest.mark.parametrize("server", ["postfix", "exim"])
def test_ntlm_inside_spnego_where_there_is_no_kerberos_for_the_account(peers: Peers, server: str) -> None:
    """CORP is no realm that this machine knows a domain controller for."""
    port = peers.postfix.port("spnego") if server == "postfix" else peers.exim.port("login")
    received = peers.postfix.received if server == "postfix" else peers.exim.received
    arrives(with_mechanisms(to(peers, port, DOWN_LEVEL), "GSSAPI"), received)
    log = peers.postfix.log() if server == "postfix" else peers.exim.log()
    assert "CORP\\alice" in log


@pytest.mark.parametrize("agrees", [True, False], ids=["security-layer", "235-at-once"])
def test_ntlm_inside_spnego_at_windows(peers: Peers, windows: WindowsRelay, agrees: bool) -> None:
    windows.agrees = agrees
    outcome, _ = deliver(with_mechanisms(to(peers, windows.port, DOWN_LEVEL), "GSSAPI"))
    assert verdict(outcome).status is Status.SENT, verdict(outcome)
    assert windows.identities[-1] == DOWN_LEVEL


def test_without_the_kerberos_libraries_the_same_relay_is_reached_by_ntlm(
    peers: Peers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spshell.mail.sasl.has_kerberos", lambda: False)
    arrives(to(peers, peers.postfix.port("spnego"), DOWN_LEVEL), peers.postfix.received)
    refused = verdict(deliver(with_mechanisms(to(peers, peers.postfix.port("gssapi"), USER), "GSSAPI"))[0])
    assert refused.status is Status.HELD
    assert "pip install 'spshell[kerberos]'" in refused.text


# No login


@pytest.mark.parametrize("server", ["postfix", "exim"])
@pytest.mark.parametrize("tls", list(TlsPolicy), ids=lambda policy: policy.value)
def test_anonymous_mail(peers: Peers, server: str, tls: TlsPolicy) -> None:
    peer = getattr(peers, server)
    port = peer.port("plain" if tls is TlsPolicy.NEVER else "anonymous_tls")
    read = arrives(to(peers, port, tls=tls), peer.received)
    expected = {TlsPolicy.NEVER: "esmtp ", TlsPolicy.REQUIRED: "esmtps "}[tls]
    assert f"with {expected}" in read["Received"].lower()


# Client certificates


def certificate(peers: Peers, kind: str) -> ClientCertificate:
    issued = peers.authority.issue("sharepoint", client=True, rsa_key=kind == "rsa")
    return ClientCertificate(issued.certificate, issued.key)


both_keys = pytest.mark.parametrize("kind", ["rsa", "ecdsa"])


@both_keys
@pytest.mark.parametrize("service", ["client_certificate", "client_certificate_tls12", "both"])
def test_a_client_certificate_at_postfix(peers: Peers, service: str, kind: str) -> None:
    user = USER if service == "both" else None
    relay = to(peers, peers.postfix.port(service), user, client_certificate=certificate(peers, kind))
    read = arrives(relay, peers.postfix.received)
    assert 'Client CN "sharepoint"' in read["Received"]


@both_keys
@pytest.mark.parametrize("service", ["client_certificate", "either", "both"])
def test_a_client_certificate_at_exim(peers: Peers, service: str, kind: str) -> None:
    user = USER if service == "both" else None
    relay = to(peers, peers.exim.port(service), user, client_certificate=certificate(peers, kind))
    arrives(relay, peers.exim.received)
    assert "CN=sharepoint" in peers.exim.log()


@both_keys
def test_a_client_certificate_and_a_password_at_dovecot(peers: Peers, kind: str) -> None:
    relay = to(peers, peers.dovecot_certificates.port, USER, client_certificate=certificate(peers, kind))
    arrives(relay, peers.postfix.received)


def test_a_password_instead_of_the_certificate(peers: Peers) -> None:
    arrives(to(peers, peers.exim.port("either"), USER), peers.exim.received)


@pytest.mark.parametrize("ours", ["none", "untrusted", "expired"])
@pytest.mark.parametrize(
    "server", ["postfix client_certificate", "postfix client_certificate_tls12", "exim client_certificate"]
)
def test_a_certificate_that_will_not_do_is_named_as_such(peers: Peers, server: str, ours: str) -> None:
    """Wherever it is refused: in the handshake, after it by TLS 1.3, or by the first reply."""
    host, service = server.split()
    shown = None
    if ours != "none":
        signer = Authority("unknown") if ours == "untrusted" else peers.authority
        past = {"begins": timedelta(days=-9), "ends": timedelta(days=-1)} if ours == "expired" else {}
        issued = signer.issue("sharepoint", client=True, **past)
        shown = ClientCertificate(issued.certificate, issued.key)
    found = verdict(deliver(to(peers, getattr(peers, host).port(service), client_certificate=shown))[0])
    cause = "client-certificate-required" if shown is None else "client-certificate-refused"
    assert (found.status, found.cause) == (Status.HELD, cause), found


# What stops the mail


@pytest.mark.parametrize(
    ("service", "cause"),
    [("expired", "certificate-expired"), ("wrong_name", "certificate-name"), ("self_signed", "certificate-self-signed")],
)
@pytest.mark.parametrize("server", ["postfix", "exim"])
def test_a_certificate_of_the_relay_that_is_not_right(peers: Peers, server: str, service: str, cause: str) -> None:
    found = verdict(deliver(to(peers, getattr(peers, server).port(service), USER))[0])
    assert (found.phase, found.status, found.cause) == (Phase.TLS, Status.HELD, cause)


@pytest.mark.parametrize("server", ["postfix", "exim"])
def test_an_unknown_authority_and_a_missing_starttls(peers: Peers, server: str) -> None:
    peer = getattr(peers, server)
    unknown = verdict(deliver(to(peers, peer.port("login"), USER, trust_roots=()))[0])
    assert unknown.phase is Phase.TLS
    assert unknown.cause in ("certificate-issuer-unknown", "certificate-root-unknown")
    none = verdict(deliver(to(peers, peer.port("plain"), USER))[0])
    assert (none.phase, none.cause) == (Phase.STARTTLS, "starttls-not-offered")


def test_a_port_that_speaks_tls_first_is_explained(peers: Peers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spshell.mail.session._SILENT", 0.5)
    found = verdict(deliver(to(peers, peers.postfix.port("implicit"), USER))[0])
    assert (found.phase, found.status, found.cause) == (Phase.BANNER, Status.HELD, "implicit-tls")


@pytest.mark.parametrize("server", ["postfix", "exim", "dovecot", "windows"])
def test_a_wrong_password_is_one_attempt_everywhere(peers: Peers, windows: WindowsRelay, server: str) -> None:
    relays = {
        "postfix": peers.postfix.port("login"),
        "exim": peers.exim.port("login"),
        "dovecot": peers.dovecot.port,
        "windows": windows.port,
    }
    found = verdict(deliver(with_mechanisms(to(peers, relays[server], USER, "canary-wrong"), "LOGIN"))[0])
    assert (found.phase, found.code, found.status) == (Phase.AUTH, 535, Status.HELD)


# Impersonation (R20)


@pytest.mark.parametrize(
    ("server", "service", "phase"),
    [("postfix", "own_sender", Phase.RCPT), ("exim", "own_sender", Phase.MAIL), ("exim", "own_from", Phase.DOT)],
)
def test_a_relay_that_blocks_impersonation_is_recognised_and_the_mail_kept(
    peers: Peers, server: str, service: str, phase: Phase
) -> None:
    sender = resolve_sender(SenderSettings(FARM, impersonate_envelope=True), ANN)
    relay = to(peers, getattr(peers, server).port(service), USER)
    outcome, _ = deliver(relay, sender.envelope("owner@corp.test"), sender=sender)
    found = verdict(outcome)
    assert (found.phase, found.status) == (phase, Status.HELD), found
    assert found.enhanced in ("5.7.60", "5.7.1")


# What is offered and not


@pytest.mark.parametrize("service", ["plain", "bare", "no_chunking"])
def test_dots_at_the_beginning_of_lines_arrive_whatever_is_offered(peers: Peers, service: str) -> None:
    sent = message(id=str(uuid4()))
    content = sent.content() + b".\r\n..\r\n.x\r\n.\r\nMAIL FROM:<x@y.test>\r\n"
    relay = to(peers, peers.postfix.port(service), tls=TlsPolicy.NEVER)
    assert verdict(asyncio.run(SmtpTransport().deliver(content, ENVELOPE, relay))).status is Status.SENT
    assert peers.postfix.received(sent.message_id).endswith(b"\n.\n..\n.x\n.\nMAIL FROM:<x@y.test>\n")


@pytest.mark.parametrize("server", ["postfix", "exim"])
def test_an_address_with_other_letters_needs_smtputf8(peers: Peers, server: str) -> None:
    peer = getattr(peers, server)
    relay = to(peers, peer.port("plain"), tls=TlsPolicy.NEVER)
    envelope = Envelope("farm@corp.test", ("jürgen@corp.test",))
    outcome, message_id = deliver(relay, envelope, to=(Mailbox("jürgen@corp.test", "Jürgen"),))
    assert verdict(outcome).status is Status.SENT, verdict(outcome)
    assert "jürgen@corp.test".encode() in peer.received(message_id)
    bare = to(peers, peers.postfix.port("bare"), tls=TlsPolicy.NEVER)
    found = verdict(deliver(bare, envelope, to=(Mailbox("jürgen@corp.test", "Jürgen"),))[0])
    assert (found.status, found.cause, found.enhanced) == (Status.BOUNCED, "smtputf8", "5.6.7")


def test_a_message_over_the_size_of_the_relay_is_not_sent(peers: Peers) -> None:
    relay = to(peers, peers.postfix.port("plain"), tls=TlsPolicy.NEVER)
    found = verdict(deliver(relay, text="x" * 300_000)[0])
    assert (found.status, found.cause, found.code) == (Status.BOUNCED, "message-too-large", None)


def test_reports_are_asked_for_under_the_message_s_own_id(peers: Peers) -> None:
    relay = to(peers, peers.postfix.port("plain"), tls=TlsPolicy.NEVER)
    identity = str(uuid4())
    outcome, message_id = deliver(relay, Envelope("farm@corp.test", ("owner+x@corp.test",), id=identity))
    assert verdict(outcome).status is Status.SENT
    read = email.message_from_bytes(peers.postfix.received(message_id))
    assert read["X-Original-To"] == "owner+x@corp.test"
