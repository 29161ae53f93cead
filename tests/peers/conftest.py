"""Real servers for tests; each is installed where root may, and started once for the whole run.

`postfix` is a Postfix with an empty inbox for each test. `peers` are all the servers together, which share one
authority and one Kerberos realm; their messages are found by Message-ID.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from spshell.mail.lab import Authority
from tests.peers import dovecot, exim, kdc, postfix
from tests.peers.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def postfix_server() -> Iterator[postfix.Postfix]:
    with running(postfix.install, postfix.Postfix) as server:
        yield server


@pytest.fixture(name="postfix")
def postfix_emptied(postfix_server: postfix.Postfix) -> postfix.Postfix:
    postfix_server.clear()
    return postfix_server


@dataclass(frozen=True)
class Peers:
    authority: Authority
    kdc: kdc.Kdc
    postfix: postfix.Postfix
    exim: exim.Exim
    dovecot: dovecot.Dovecot
    dovecot_certificates: dovecot.Dovecot


@pytest.fixture(scope="session")
def peers() -> Iterator[Peers]:
    authority = Authority("spshell peers authority")
    with ExitStack() as stack:
        realm = stack.enter_context(running(kdc.install, kdc.Kdc))
        kerberos = (realm.config, realm.keytab)
        submission = dovecot.Dovecot(authority, kerberos, 0)
        strict = dovecot.Dovecot(authority, kerberos, 0, certificates=True)
        relay = stack.enter_context(
            running(postfix.install, lambda: postfix.Postfix(kerberos, f"{submission.home}/auth.sock", authority))
        )
        for server in (submission, strict):
            server.relay = relay.port("plain")
            stack.enter_context(running(dovecot.install, lambda server=server: server))
        mta = stack.enter_context(running(exim.install, lambda: exim.Exim(authority, kerberos)))
        yield Peers(authority, realm, relay, mta, submission, strict)
