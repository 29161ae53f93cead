"""What the farm itself can say about mail that would not arrive, problem by problem."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from spshell.farm import credential_key
from spshell.farm.checks import farm_steps, target_of
from spshell.farm.checks.clocks import judge_skew, storage_skew
from spshell.farm.creation import create_user, create_web_application
from spshell.farm.job_definition import SPJobDefinition
from spshell.farm.mail_settings import seal_password
from spshell.farm.outgoing import enqueue, open_outbox
from spshell.farm.service_instance import TIMER, service_instances
from spshell.farm.site import SPList, SPUser, find_web
from spshell.farm.web_application import SPWebApplication, find_application
from spshell.mail import Mailbox, RelayUnavailable
from spshell.mail.diagnosis import State, Step
from spshell.mail.outcome import Phase
from spshell.state import Record
from tests.farm.farms import PORTAL, SITE, Shell, make_farm


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = make_farm(tmp_path)
    central = shell.farm.central_administration()
    central.body.update(mail_server="mail.corp.test", mail_sender="farm@corp.test", mail_tls=True)
    central.commit()
    return shell


def portal(shell: Shell) -> SPWebApplication:
    return find_application(shell.farm, PORTAL)


def every(shell: Shell) -> list[Step]:
    return [inner for step in farm_steps(portal(shell)) for inner in step.walk()]


def problems(shell: Shell) -> dict[str, State]:
    return {remedy.problem: step.state for step in every(shell) for remedy in step.remedies}


def seal(shell: Shell) -> None:
    central = shell.farm.central_administration()
    seal_password(central, "farm", "secret")
    central.commit()


def give_key(shell: Shell, password: str = "a Key of 1 kind") -> bytes:
    farm = shell.farm
    key = credential_key.derive(password, str(farm.record.id))
    credential_key.store_key(farm.context.home, farm.context.server, key)
    server = farm.local_server()
    server.body["key_check"] = credential_key.key_check(key)
    server.commit()
    return key


def add_server(shell: Shell, name: str, **body: Any) -> None:
    facts = {"name": name, "address": name, "role": "WebFrontEnd"} | body
    shell.farm.store.commit(puts=[Record("server", uuid4(), facts)])


def watch(shell: Shell, **user: Any) -> None:
    """Somebody has an alert on the announcements."""
    web = find_web(shell.farm, SITE)
    facts = {"email": "dan@corp.test", "name": "Dan", "levels": ["Read"], "groups": []} | user
    watcher = create_user(web, "CORP\\dan", **facts)
    changed = next(item for item in shell.farm.all(SPList) if item.title == "Announcements")
    body = {"name": "watch", "user": str(watcher.record.id), "list": str(changed.record.id)}
    shell.farm.store.commit(puts=[Record("alert", uuid4(), body)])


def change(shell: Shell, minutes_ago: int) -> None:
    """An announcement changed, and nobody has been told."""
    changed = next(item for item in shell.farm.all(SPList) if item.title == "Announcements")
    at = (datetime.now(UTC) - timedelta(minutes=minutes_ago)).isoformat()
    body = {"list": str(changed.record.id), "title": "x", "change": "Add", "at": at}
    shell.farm.store.commit(puts=[Record("change_event", uuid4(), body)])


def alter(shell: Shell, cls: Any, **body: Any) -> None:
    named = [each for each in shell.farm.all(cls) if each.name == "job-immediate-alerts"]
    target = named[0] if cls is not SPWebApplication else portal(shell)
    target.body.update(body)
    target.commit()


def mail(shell: Shell, count: int, subject: str = "again") -> None:
    with open_outbox(shell.farm) as outbox:
        for _ in range(count):
            enqueue(portal(shell), Mailbox("ann@corp.test"), subject, "text", outbox=outbox)


def hold(shell: Shell) -> None:
    mail(shell, 1)
    with open_outbox(shell.farm) as outbox:
        outbox.hold(shell.farm.context.clock)


def no_server(shell: Shell) -> None:
    central = shell.farm.central_administration()
    del central.body["mail_server"]
    central.commit()


def override(shell: Shell) -> None:
    alter(shell, SPWebApplication, mail_server="other.corp.test")


def key_missing(shell: Shell) -> None:
    give_key(shell)
    seal(shell)
    credential_key.remove_key(shell.farm.context.home, shell.farm.context.server)


def key_differs(shell: Shell) -> None:
    give_key(shell)
    seal(shell)
    give_key(shell, "another Key 2")


def key_missing_elsewhere(shell: Shell) -> None:
    give_key(shell)
    seal(shell)
    add_server(shell, "APP01")


def alerts_off(shell: Shell) -> None:
    alter(shell, SPWebApplication, alerts_enabled=False)


def job_disabled(shell: Shell) -> None:
    alter(shell, SPJobDefinition, disabled=True)


def job_missing(shell: Shell) -> None:
    shell.farm.store.commit(deletes=list(shell.farm.store.scan("timer_job")))


def job_late(shell: Shell) -> None:
    watch(shell)
    change(shell, 90)


def timer_offline(shell: Shell) -> None:
    timer = next(each for each in service_instances(shell.farm) if each.type_name == TIMER)
    timer.unprovision()


def stale_url(shell: Shell) -> None:
    web = find_web(shell.farm, SITE)
    web.body["url"] = "http://old.corp.test/sites/hr"
    web.commit()


def delete_sites(shell: Shell) -> None:
    alter(shell, SPWebApplication, delete_unused_sites=True)
    hold(shell)


@pytest.mark.parametrize(
    ("spoil", "problem", "state"),
    [
        (no_server, "P1", State.FAILED),
        (override, "P1", State.NOTE),
        (key_missing, "P2", State.FAILED),
        (key_differs, "P2", State.FAILED),
        (key_missing_elsewhere, "P2", State.FAILED),
        (alerts_off, "P10", State.WARNING),
        (job_disabled, "P10", State.WARNING),
        (job_missing, "P10", State.WARNING),
        (timer_offline, "P10", State.WARNING),
        (job_late, "P10", State.WARNING),
        (stale_url, "P12", State.WARNING),
        (lambda shell: watch(shell, email=""), "P13", State.WARNING),
        (lambda shell: watch(shell, levels=[]), "P14", State.WARNING),
        (lambda shell: mail(shell, 10), "P15", State.WARNING),
        (hold, "P16", State.WARNING),
        (delete_sites, "P17", State.WARNING),
    ],
)
def test_a_problem_is_found(shell: Shell, spoil: Callable[[Shell], None], problem: str, state: State) -> None:
    assert problem not in problems(shell)
    spoil(shell)
    assert problems(shell)[problem] is state


def test_what_is_well_is_not_complained_of(shell: Shell) -> None:
    give_key(shell)
    seal(shell)
    watch(shell)
    change(shell, 1)
    mail(shell, 9)
    assert problems(shell) == {}
    assert {step.state for step in every(shell)} == {State.OK}


def test_a_key_that_another_server_lacks_stops_no_mail_here(shell: Shell) -> None:
    key_missing_elsewhere(shell)
    family = next(step for step in farm_steps(portal(shell)) if step.name == "Credential key")
    assert family.state is State.WARNING
    assert {step.name: step.facts["key"] for step in family.steps} == {"APP01": "missing", "WEB01": "same"}


def test_the_origin_of_each_setting_is_told(shell: Shell) -> None:
    alter(shell, SPWebApplication, mail_reply_to="portal@corp.test")
    family = next(iter(farm_steps(portal(shell))))
    assert family.facts["origins"] == {
        "Server": "Farm",
        "SenderAddress": "Farm",
        "ReplyToAddress": PORTAL + "/",
    }


def test_clocks_are_compared_with_where_the_farm_is_stored(tmp_path: Path) -> None:
    """
    P11: 30 seconds are tolerated, in both directions.
    """
    assert abs(storage_skew(str(tmp_path / "clock"))) < 1
    assert list(tmp_path.iterdir()) == []
    assert storage_skew("/nowhere/clock") is None
    states = [judge_skew(Step("Clock", Phase.SETTINGS), skew) for skew in (-31.0, 29.0, 31.0)]
    assert [step.state for step in states] == [State.WARNING, State.OK, State.WARNING]
    assert {remedy.problem for step in states for remedy in step.remedies} == {"P11"}


def test_the_target_is_what_mail_would_do(shell: Shell) -> None:
    """
    From, and a user in whose name an access request would go; not when impersonation is off.
    """
    target = target_of(portal(shell))
    assert target.senders == (("From", "farm@corp.test"), ("in the name of", "ann@corp.test"))
    assert (target.recipients, target.outside, target.trials) == (
        ("farm@corp.test",),
        ("postmaster@example.com",),
        (),
    )
    alter(shell, SPWebApplication, mail_override_sender=True)
    assert target_of(portal(shell)).senders == (("From", "farm@corp.test"),)


def test_trials_are_messages_from_the_farm_and_in_each_users_name(shell: Shell) -> None:
    target = target_of(portal(shell), users=["ann@corp.test"], recipients=["bob@corp.test"], send=True)
    assert [b"\r\nFrom: ann@corp.test\r\n" in trial.content for trial in target.trials] == [False, True]
    assert target.outside == ()


def test_without_a_server_there_is_no_target(shell: Shell) -> None:
    no_server(shell)
    with pytest.raises(RelayUnavailable):
        target_of(portal(shell))


def test_users_of_another_web_application_do_not_count(shell: Shell) -> None:
    create_web_application(shell.farm, "Other", "http://other.corp.test", "p", None)
    watch(shell, email="")
    other = find_application(shell.farm, "http://other.corp.test")
    assert [remedy for step in farm_steps(other) for inner in step.walk() for remedy in inner.remedies] == []
    assert isinstance(next(iter(shell.farm.all(SPUser))), SPUser)
