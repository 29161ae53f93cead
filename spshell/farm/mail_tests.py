"""Outgoing mail tested from every server: a question in the farm's store, answered by that server's timer service.

Mail leaves from the server that makes it, through its own firewall and with its own key, so a test from
elsewhere proves nothing (problem P9). The answer is the diagnosis in plain data; it holds no secret.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from spshell.farm.web_application import find_application
from spshell.state import Conflict, Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from spshell.farm.farm import SPFarm
    from spshell.farm.web_application import SPWebApplication
    from spshell.mail.diagnosis import Step

KIND = "mail_test"
_FORGOTTEN = timedelta(hours=1)
"""A question that nobody answered for so long is not answered any more."""


@dataclass(frozen=True, slots=True)
class MailTest:
    """What is asked: whose settings, in whose name, to whom, and whether something is really sent."""

    application: str
    users: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    send: bool = False


def run_test(farm: SPFarm, test: MailTest) -> Iterator[Step]:
    """The whole diagnosis on this server, a family of steps at a time."""
    from spshell.farm.checks import farm_steps, target_of
    from spshell.mail import AddressError, RelayUnavailable
    from spshell.mail.diagnosis import Step, diagnose
    from spshell.mail.outcome import Phase

    application = find_application(farm, test.application)
    if application is None:
        yield Step("Settings", Phase.SETTINGS).fail("the web application is gone")
        return
    stopped = False
    for step in farm_steps(application):
        stopped = stopped or (step.failed and step.name == "Settings")
        yield step
    if stopped:
        return
    try:
        target = target_of(application, users=test.users, recipients=test.recipients, send=test.send)
    except (RelayUnavailable, AddressError) as error:
        yield Step("Target", Phase.SETTINGS).fail(str(error), "bad-sender")
        return
    yield from diagnose(target)


def ask(farm: SPFarm, server: str, application: SPWebApplication, test: MailTest) -> UUID:
    """Ask a server to run the test. Raises SecurityException for who may not configure."""
    farm.authorize_configure("testing outgoing mail from another server")
    record = Record(
        KIND,
        uuid4(),
        {
            "server": server,
            "application": str(application.record.id),
            "users": list(test.users),
            "recipients": list(test.recipients),
            "send": test.send,
            "asked": farm.context.clock.now().isoformat(),
        },
    )
    farm.store.commit(puts=[record])
    return record.id


def answer_all(farm: SPFarm) -> int:
    """Run the tests that this server was asked for; how many. Called by the timer service."""
    from spshell.mail.diagnosis import as_data

    here, now = farm.context.server.lower(), farm.context.clock.now()
    answered = 0
    for record in list(farm.store.scan(KIND)):
        body = record.body
        if now - datetime.fromisoformat(str(body["asked"])) > _FORGOTTEN:
            _forget(farm, record)
        elif str(body["server"]).lower() == here and "report" not in body:
            test = MailTest(
                body["application"], tuple(body["users"]), tuple(body["recipients"]), bool(body["send"])
            )
            steps = [as_data(step) for step in run_test(farm, test)]
            body["report"] = json.dumps(steps, ensure_ascii=False)
            farm.store.commit(puts=[record])
            answered += 1
    return answered


def collect(farm: SPFarm, ident: UUID) -> list[dict[str, Any]] | None:
    """The answer, taken out of the store; None while there is none."""
    record = farm.store.get(KIND, ident)
    if record is None or "report" not in record.body:
        return None
    found: list[dict[str, Any]] = json.loads(str(record.body["report"]))
    _forget(farm, record)
    return found


def withdraw(farm: SPFarm, ident: UUID) -> None:
    """Nobody waits for the answer any more."""
    record = farm.store.get(KIND, ident)
    if record is not None:
        _forget(farm, record)


def _forget(farm: SPFarm, record: Record) -> None:
    try:
        farm.store.commit(deletes=[record])
    except Conflict:
        return  # answered this very moment; the next look removes it
